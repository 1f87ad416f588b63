"""What an expression of time means before it is anchored, and the pieces its grammar is written in."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from tasks.language import almanac
from tasks.language.numbers import CARDINAL

TimexKind = Literal["date", "time", "duration", "set"]
Meaning = Literal[
    "day",  # month and day, perhaps a year
    "month",  # a month, perhaps a year
    "weekday",
    "holiday",  # ``value`` names it
    "season",
    "quarter",  # ``unit`` Q, or H for a half
    "shift",  # a unit counted from the anchor: "yesterday", "last week", "two years ago"
    "span",  # a stretch that ends or begins at the anchor: "the past two years"
    "after",  # a unit counted from the day last spoken of: "two days later", "a year earlier"
    "same",  # the unit last spoken of: "that year", "the latest quarter"
    "deadline",  # the deadline last spoken of: "the specified date"
    "anniversary",  # the ``amount``-th of ``base``
    "fixed",  # ``value`` needs no anchor
    "range",  # from ``base`` to ``until``
]


@dataclass(frozen=True, slots=True)
class Timex:
    """``text[start:end]`` and what it means before anchoring; fields that a meaning does not use stay empty."""

    start: int
    end: int
    kind: TimexKind
    meaning: Meaning
    value: str = ""  # a TIMEX3 value, or a name
    unit: str = ""  # D, W, WE, M, Q, H, Y; TH, TM, TS on the clock; a season's code
    amount: float | None = None  # None: vague ("several")
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None  # weekday from 0, quarter or half from 1
    shift: int | None = None  # -1 last, 0 this, +1 next
    clock: str = ""  # what follows the day in a value: T22:00, TEV
    modifier: str = ""  # "early", "the end of", "nearly", in lower case
    base: "Timex | None" = None
    until: "Timex | None" = None
    rule: str = ""


class Rule(NamedTuple):
    """A pattern and what makes an expression of a match, or None where the match is none.

    Every match holds a word of ``cues`` (lower case; digits are :func:`cue_positions`'s), so that the pattern is tried
    near those words only.
    """

    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Timex | None]
    name: str
    cues: frozenset[str]

    def find(self, text: str, positions: Mapping[str, Sequence[int]]) -> Iterator[Timex]:
        """The rule's expressions in ``text``; they may overlap other rules'."""
        near = sorted(place for cue, places in positions.items() if cue in self.cues for place in places)
        for start, end in _windows(near):
            for match in self.pattern.finditer(text, start, end):
                timex = self.make(match)
                if timex is not None:
                    yield replace(timex, rule=self.name)


# No expression begins or ends farther from one of its cues, in characters.
_MARGIN = 90
_CUE = re.compile(r"[^\W\d_]+|\d+")


def cue_positions(text: str, cues: frozenset[str]) -> dict[str, list[int]]:
    """Where each of ``cues`` stands in ``text``; a run of four digits is the cue "4", any other run the cue "0"."""
    positions: dict[str, list[int]] = {}
    for match in _CUE.finditer(text):
        word = match[0].lower()
        if word[0].isdigit():
            word = "4" if len(word) == 4 else "0"
        if word in cues:
            positions.setdefault(word, []).append(match.start())
    return positions


def _windows(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches within ``_MARGIN`` of ``places``, which come in order, joined where they touch."""
    start = end = -1
    for place in places:
        if place - _MARGIN > end:
            if end >= 0:
                yield start, end
            start = max(0, place - _MARGIN)
        end = place + _MARGIN
    if end >= 0:
        yield start, end


def rule(pattern: str, *cues: Iterable[str]) -> Callable[[Callable[[re.Match[str]], Timex | None]], Rule]:
    """Make a :class:`Rule` of a function, named as the function is; the pattern stands between word boundaries."""
    compiled = re.compile(rf"(?<![\w$€£¥])(?:{pattern})(?!\w)", re.IGNORECASE)
    words = frozenset(word for group in cues for word in ([group] if isinstance(group, str) else group))
    return lambda make: Rule(compiled, make, make.__name__, words)


def any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


S = r"(?:[\s\u00a0]{1,2})"
MONTH = rf"(?:{any_of(almanac.MONTHS)})(?!\w)\.?"
WEEKDAY = rf"(?:{any_of(almanac.WEEKDAYS)})(?!\w)\.?"
SEASON = rf"(?:{any_of(almanac.SEASONS)})"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|weekends?|months?|quarters?|years?|decades?"
    r"|century|centuries)"
)
UNITS = [f"{unit}{plural}" for unit in almanac.UNIT_NAMES for plural in ("", "s")]
ORDINAL = rf"(?:{any_of(almanac.ORDINALS)})"
DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![,.:]\d)|{ORDINAL}(?!\w))"
YEAR = r"(?:1[1-9]\d\d|2[01]\d\d)(?![\w%])(?![,.:]\d)"
_BELOW_TEN = r"(?:one|two|three|four|five|six|seven|eight|nine)"
WORD_YEAR = (
    rf"(?:nineteen|twenty)[\s-](?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[\s-]{_BELOW_TEN})?"
    rf"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|oh[\s-]{_BELOW_TEN})(?!\w)"
)
SHIFT = rf"(?:the{S})?(?:{any_of(almanac.SHIFTS)})"
AMOUNT = (
    rf"(?:{CARDINAL}|several|(?:a{S}|the{S})?few|(?:a{S})?couple(?:{S}of)?|many|some"
    rf"|(?:dozens|scores|hundreds|thousands|tens){S}of|an?)"
)
HEDGE = (
    rf"(?:at{S}least|at{S}most|(?:no{S})?(?:more|less|fewer|later|longer){S}than|up{S}to|nearly|almost|about|around"
    r"|roughly|approximately|some|over|under|barely|exactly|only|just)"
)
PHASE = (
    rf"(?:(?:earlier|later|early|late|sometime|mid|middle)(?:{S}in|{S}on)?(?:{S}|-)"
    rf"|(?:the{S})?(?:very{S})?(?:start|beginning|middle|end|close|rest|turn|(?:first|second|last|latter){S}(?:half|part)"
    rf"|early{S}part|most|good{S}part){S}of{S})"
)
PART = rf"(?:{any_of(almanac.DAY_PARTS)})"
ZONE = (
    r"(?:\s?(?:GMT|UTC|E[SD]?T|C[SD]?T|P[SD]T|BST|CES?T|MSK|IST|AEST|local\stime"
    r"|(?:eastern|central|pacific)(?:\s(?:daylight|standard))?\stime)(?!\w))"
)
CLOCK = (
    r"(?:(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]\.?m(?!\w))"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:])"
    rf"|(?:[01]\d|2[0-3])[0-5]\d(?={ZONE})|noon|midnight|midday)"
)


def modifier(match: re.Match[str]) -> str:
    """The words of the groups ``phase`` or ``hedge``, in lower case."""
    groups = match.groupdict()
    return " ".join((groups.get("phase") or groups.get("hedge") or "").lower().replace("-", " ").split())


def clock(match: re.Match[str]) -> str:
    """``T22:00`` for the group ``clock`` "10 p.m.", ``TEV`` for ``part`` "evening"; empty without either."""
    groups = match.groupdict()
    if part := groups.get("part"):
        return almanac.DAY_PARTS[part.lower().removesuffix("s")]
    words = (groups.get("clock") or groups.get("clock2") or "").lower()
    if words in ("", "noon", "midday", "midnight"):
        return {"": "", "midnight": "T24:00"}.get(words, "T12:00")
    digits = re.findall(r"\d+", words)
    if len(digits[0]) == 4:
        digits = [digits[0][:2], digits[0][2:]]
    hour = int(digits[0])
    if words[-1] in "m.":
        hour = hour % 12 + (12 if "p" in words else 0)
    return f"T{hour:02d}:{digits[1] if len(digits) > 1 else '00'}"


def before(match: re.Match[str], size: int = 24) -> str:
    """The characters before a match."""
    return match.string[max(0, match.start() - size) : match.start()]


def after(match: re.Match[str], size: int = 16) -> str:
    """The characters after a match."""
    return match.string[match.end() : match.end() + size]
