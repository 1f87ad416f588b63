"""Names of the calendar and arithmetic on TIMEX3 periods. Names are data, in ``lexicons/calendar.toml``."""

import re

from tasks.language.lexicon import lexicon
from tasks.language.numbers import value_of

_CALENDAR = lexicon("calendar")
MONTHS: dict[str, int] = {
    form: number for number, forms in enumerate(_CALENDAR["months"].values(), start=1) for form in forms
}
WEEKDAYS: dict[str, int] = {
    form: number for number, forms in enumerate(_CALENDAR["weekdays"].values()) for form in forms
}
SEASONS: dict[str, str] = {name: code for name, (code, _, _) in _CALENDAR["seasons"].items()}
SEASON_MONTHS: dict[str, tuple[int, int]] = {
    code: (first, count) for code, first, count in _CALENDAR["seasons"].values()
}
DAY_PARTS: dict[str, str] = _CALENDAR["day_parts"]
HOLIDAYS: dict[str, list[int]] = _CALENDAR["holidays"]
MOVING_HOLIDAYS: dict[str, list[int]] = _CALENDAR["moving_holidays"]
EVENTS: dict[str, str] = _CALENDAR["events"]
EVENT_DAYS: dict[str, int] = _CALENDAR["event_days"]
ORDINALS: dict[str, int] = {word: number for number, word in enumerate(_CALENDAR["ordinals"]["words"], start=1)}
TENTHS: dict[str, int] = {word: 10 * number for number, word in enumerate(_CALENDAR["ordinals"]["tens"], start=1)}
DECADES: dict[str, int] = {word: number for number, word in enumerate(_CALENDAR["decades"]["words"], start=1)}
SHIFTS: dict[str, int] = {
    word: shift for name, shift in (("last", -1), ("this", 0), ("next", 1)) for word in _CALENDAR["shifts"][name]
}
_UNITS: dict[str, str] = _CALENDAR["units"]
UNIT_NAMES = [*_UNITS, "centurie"]  # without the "s" of the plural


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]


def ordinal_number(word: str) -> int:
    """20 for "twentieth", "20th" and "20"."""
    word = word.lower()
    return ORDINALS.get(word) or TENTHS.get(word) or int(re.sub(r"\D", "", word))


def year_number(word: str) -> int:
    """The year in "1998", "'98", "1998-99" (its first) or "nineteen ninety-eight"."""
    if word[0].isdigit():
        return int(word[:4])
    if not word[0].isalpha():
        short = int(word[1:3])
        return (1900 if short > 50 else 2000) + short  # "'98" and "'05": no newspaper looks forward from 2050
    first, _, rest = re.sub(r"[\s-]+", " ", word.lower()).partition(" ")
    if first == "two":
        return 2000 + int(value_of(rest.removeprefix("thousand").removeprefix(" and").strip()) or 0)
    return 100 * {"nineteen": 19, "twenty": 20}[first] + int(value_of(rest.removeprefix("oh ")) or 0)


def shift_of(word: str | None) -> int | None:
    """-1 for "last" and "the past", 0 for "this", 1 for "next"; None for no word or another."""
    return None if word is None else SHIFTS.get(" ".join(word.lower().split()).removeprefix("the "))


def unit_of(word: str) -> str:
    word = word.lower()
    return _UNITS["century" if word.startswith("centur") else word.removesuffix("s")]


def amount_of(words: str | None) -> float | None:
    """The number in "two", "a couple of" or "an"; None if vague ("several")."""
    if words is None:
        return 1.0
    words = " ".join(words.lower().split())
    if words in ("a", "an", "one"):
        return 1.0
    if words.endswith(("couple", "couple of")):
        return 2.0
    return value_of(words)


def measured(unit: str, amount: float | None) -> tuple[str, float | None]:
    """A unit and an amount in TIMEX3's own letters: decades and centuries as years, fortnights as weeks."""
    factor = int(re.sub(r"\D", "", unit) or 1)
    return re.sub(r"\d", "", unit), None if amount is None else amount * factor


def period(unit: str, amount: float | None) -> str:
    """The TIMEX3 value of a duration: ``P2Y``, ``PT90M``, ``PXM`` if the amount is vague."""
    if amount is None and unit in ("Y10", "Y100"):
        return "PXE" if unit == "Y10" else "PXC"
    letter, amount = measured(unit, amount)
    head, letter = ("PT", letter[1:]) if letter.startswith("T") else ("P", letter)
    if amount is None:
        return f"{head}X{letter}"
    if (head, letter) == ("PT", "H") and amount and amount % 24 == 0:
        return f"P{amount / 24:.0f}D"
    if letter == "Q":
        letter, amount = "M", amount * 3
    part = {("P", "Y"): (12, "M"), ("PT", "H"): (60, "M"), ("PT", "M"): (60, "S")}.get((head, letter))
    if part and amount % 1:
        whole = f"{int(amount)}{letter}" if amount >= 1 else ""
        return f"{head}{whole}{round(part[0] * (amount % 1))}{part[1]}"
    return f"{head}{amount:.15g}{letter}"
