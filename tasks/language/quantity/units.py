"""Units of measurement as text writes them: signs, words and rates. Data: ``lexicons/units.toml``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tasks.language.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Unit:
    """``name`` is canonical: singular, lower case; ``dimension`` is that of :mod:`tasks.reference.measures`."""

    name: str
    dimension: str


@dataclass(frozen=True, slots=True)
class UnitFound:
    unit: Unit
    start: int
    end: int
    sign: bool


_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries", "penny": "pennies", "pound-foot": "pounds-feet"}
_PAID_FROM = (
    1e5  # "pounds" of so many are sterling: nothing in the news weighs 100,000 pounds as often as it costs them
)
# Words that are a verb, a noun or a name more often than a unit unless the number is a sum
_SUMS_ONLY = frozenset(["won", "mark", "rand", "franc", "peso", "buck", "real"])
# Signs of one letter that stand close to their number only
_CLOSE = frozenset(["c", "p", "m", "L", "V", "g", "K"])


@cache
def _units() -> dict[str, Unit]:
    """Every form, words in lower case, to its unit."""
    forms: dict[str, Unit] = {}
    for dimension, units in lexicon("units").items():
        if dimension == "rates":
            continue
        for name, entry in units.items():
            unit = Unit(name, dimension)
            for word in entry.get("words", ()):
                forms.update(dict.fromkeys(_inflected(word), unit))
            forms.update(dict.fromkeys(entry.get("signs", ()), unit))
    return forms


def _inflected(word: str) -> set[str]:
    """Singular and plural: of the first word too ("miles per hour", "years old")."""
    first, *rest = word.split(" ", 1)
    plurals = {_IRREGULAR.get(word, f"{word}s")}
    if rest:
        plurals.add(" ".join([_IRREGULAR.get(first, f"{first}s"), *rest]))
    return {word, *plurals}


def _any(forms: Iterable[str]) -> str:
    return "|".join(
        re.escape(form).replace("\\ ", r"\s") for form in sorted(forms, key=lambda form: (-len(form), form))
    )


def _words() -> list[str]:
    return [
        form
        for dimension, units in lexicon("units").items()
        if dimension != "rates"
        for entry in units.values()
        for word in entry.get("words", ())
        for form in _inflected(word)
    ]


def _signs(dimensions: Iterable[str]) -> list[str]:
    return [
        sign
        for dimension in dimensions
        for entry in lexicon("units")[dimension].values()
        for sign in entry.get("signs", ())
    ]


_DIMENSIONS = [dimension for dimension in lexicon("units") if dimension != "rates"]
_SIGN_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<sign>{_any(_signs(['money']))}|#)[\s\u00a0]?-?\Z")
_MUCH = re.compile(r"[\d.,]+\s(?:m|b|tr)illion(?!\w)|[\d,]*\.\d\d(?!\d)")  # "#2 million": pounds; "#2": number two

_SIGN_AFTER = re.compile(rf"(?P<gap>[\s\u00a0-]?)(?P<sign>{_any(_signs(_DIMENSIONS))})(?![^\W_])")
_WORD_AFTER = re.compile(rf"(?P<gap>[\s\u00a0]|-)(?P<word>{_any(_words())})(?!\w)", re.IGNORECASE)
_COUNTRY_AFTER = re.compile(r"\s(?:U\.?S\.?|Canadian|Australian)(?=\s|,|\.|$)")
_RATED = _any([*_words(), *lexicon("units")["rates"]["things"], "kg", "km", "lb", "sq m", "sq ft"])
_PER = re.compile(
    rf"(?:\s?/\s?|\sper\s|\s(?:an?|each|every)\s|\sa-|-an?-|-per-)(?P<what>{_RATED})(?!\w)"
    r"(?!\s(?:ago|earlier|later|before|after|from\snow)\b)",
    re.IGNORECASE,
)


def before(text: str, end: int) -> UnitFound | None:
    """The sign of a currency that ends where a number begins at ``end``: "$", "HK $", "RM"."""
    match = _SIGN_BEFORE.search(text[max(0, end - 8) : end])
    if match is None or (match["sign"] == "#" and not _MUCH.match(text, end)):
        return None
    start = max(0, end - 8) + match.start()
    sign = "£" if match["sign"] == "#" else match["sign"]
    return UnitFound(_units()[sign], start, end, sign=True)


def after(text: str, start: int, value: float) -> UnitFound | None:
    """The unit that follows a number at ``start``: " per cent", "km", "-year-old"."""
    word = _WORD_AFTER.match(text, start)
    if word and not (word["word"].lower().rstrip("s") in _SUMS_ONLY and value < 100):
        unit = _units().get(re.sub(r"\s", " ", word["word"].lower()))
        if unit is not None:
            if unit.name == "pound-mass" and value >= _PAID_FROM:
                unit = Unit("pound sterling", "money")
            return UnitFound(unit, start, word.end(), sign=False)
    match = _SIGN_AFTER.match(text, start)
    if match is None or (match["gap"] and match["sign"] in _CLOSE) or (match["gap"] == "-" and len(match["sign"]) < 2):
        return None
    return UnitFound(_units()[match["sign"]], start, match.end(), sign=True)


def rate(text: str, end: int) -> tuple[str, int] | None:
    """What a unit or a count that ends at ``end`` is per, and where that ends: "day" for " a day" and "/day"."""
    skipped = _COUNTRY_AFTER.match(text, end)
    match = _PER.match(text, skipped.end() if skipped else end)
    if match is None:
        return None
    word = re.sub(r"\s", " ", match["what"].lower())
    unit = _units().get(word) or _units().get(match["what"])
    return (unit.name if unit else word), match.end()


def named(word: str) -> Unit | None:
    """The unit that a noun's lemma names: "month" in "three straight months"."""
    unit = _units().get(word)
    return unit if unit and unit.dimension not in ("times",) else None
