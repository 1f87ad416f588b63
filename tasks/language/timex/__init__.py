"""Expressions of time in English text, with their spans and their meaning before it is anchored to a day.

A pure grammar over characters, after the TIMEX3 annotation guidelines of TimeML 1.2.1 (Saurí et al., 2006): an
expression leaves out its preposition and keeps its determiner and modifier ("the end of the year"). What a
weekday, "last month" or "May 1" means is decided by :mod:`tasks.language.anchoring`, which knows the day of
publication and the tense. A new kind of expression is a rule in one of the modules beside this one. Time is
linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from tasks.language import almanac
from tasks.language.almanac import ordinal_number
from tasks.language.timex import days, durations, periods
from tasks.language.timex.model import DAY, MONTH, ORDINAL, YEAR, Meaning, S, Timex, TimexKind, any_of, cue_positions

__all__ = ["Meaning", "Timex", "TimexKind", "scan"]

_RULES = (*days.RULES, *periods.RULES, *durations.RULES)

_CUES = frozenset(cue for rule in _RULES for cue in rule.cues)
_ANNIVERSARY = re.compile(
    rf"(?<!\w)the{S}(?P<nth>{ORDINAL}|\d{{1,3}}(?:st|nd|rd|th)|{any_of(almanac.TENTHS)}){S}anniversary(?!\w)",
    re.IGNORECASE,
)
_OF_SOMETHING_ON = re.compile(rf"{S}of(?:{S}[\w'’.-]{{1,30}}){{0,8}}{S}\Z")
_ATTACKS = re.compile(
    rf"(?:{S}(?:terrorist|terror|al[- ]\w{{4,6}}))?{S}(?:attack|terror|hijack|strikes)|'s{S}attack", re.IGNORECASE
)
_ATTACKS_OF = re.compile(r"(?:attacks?|hijackings)\s(?:of|on)\s(?:the\s)?\Z", re.IGNORECASE)
_TO = re.compile(rf"{S}?[-–—]{S}?|{S}(?:to|through|until|and){S}", re.IGNORECASE)
_TO_DAY = re.compile(
    rf"(?P<to>{S}?[-–—]{S}?|{S}(?:to|through|and){S})(?P<day>{DAY})(?!{S}{MONTH})(?:,{S}(?P<year>{YEAR}))?(?![\w-])",
    re.IGNORECASE,
)
_FROM_DAY = re.compile(
    rf"(?<![\w.,])(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:{S}?[-–—]{S}?|{S}to{S})\Z", re.IGNORECASE
)
_PUT_OFF = re.compile(
    r"(?<!\w)(?:postpon|delay|mov(?:es?|ed|ing)|push|defer|shift|reschedul|chang|put\soff|brought\sforward)\w*\s(?:[\w'’.]+\s){0,6}?from\s\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)


@lru_cache(maxsize=256)  # the extractors of quantities and of dates read the same passage one after the other
def scan(text: str) -> tuple[Timex, ...]:
    """Every expression of time in ``text``, in order; only the date of an anniversary stands inside another."""
    positions = cue_positions(text, _CUES)
    if not positions:
        return ()
    found = sorted(
        (timex for rule in _RULES for timex in rule.find(text, positions)), key=lambda timex: (timex.start, -timex.end)
    )
    chosen: list[Timex] = []
    for timex in found:
        if not chosen or timex.start >= chosen[-1].end:
            chosen.append(_attack_day(text, timex))
    joined = tuple(_ranges(text, chosen))
    return tuple(sorted((*joined, *_anniversaries(text, joined)), key=lambda timex: (timex.start, -timex.end)))


def _attack_day(text: str, timex: Timex) -> Timex:
    """ "the Sept. 11 attacks" are those of one year."""
    if timex.meaning != "day" or timex.year is not None:
        return timex
    year = almanac.EVENT_DAYS.get(f"{timex.month:02d}-{timex.day:02d}")
    named = _ATTACKS.match(text, timex.end) or _ATTACKS_OF.search(text[max(0, timex.start - 24) : timex.start])
    return replace(timex, year=year) if year and named else timex


def _ranges(text: str, found: list[Timex]) -> Iterator[Timex]:
    """Join "April 24 to May 4", "April 24-26" and "24-26 April" into one expression."""
    index = reached = 0
    while index < len(found):
        timex, index = found[index], index + 1
        if timex.start < reached:
            continue  # the year at the end of "April 24-26, 2020"
        if timex.meaning == "day" and not timex.clock:
            following = found[index] if index < len(found) else None
            if following and following.meaning == "day" and not following.clock and _joined(text, timex, following):
                timex, index = _range(timex, following), index + 1
            else:
                timex = _range_of_days(text, timex) or timex
        reached = timex.end
        yield timex


def _joined(text: str, first: Timex, last: Timex) -> bool:
    gap = text[first.end : last.start]
    if _PUT_OFF.search(text[max(0, first.start - 60) : first.start]):
        return False  # "moved the vote from May 1 to June 3" tells two days
    if len(gap) > 10 or not _TO.fullmatch(gap):
        return False
    return "and" not in gap.lower() or bool(_BETWEEN.search(text[max(0, first.start - 10) : first.start]))


def _range(base: Timex, until: Timex) -> Timex:
    if base.year is None and until.year is not None:
        base = replace(base, year=until.year - ((base.month or 0) > (until.month or 0)))
    return Timex(base.start, until.end, "date", "range", base=base, until=until, rule="range_of_days")


def _range_of_days(text: str, timex: Timex) -> Timex | None:
    if (match := _TO_DAY.match(text, timex.end)) and timex.year is None:
        last = ordinal_number(match["day"])
        between = _BETWEEN.search(text[max(0, timex.start - 10) : timex.start])
        if last > (timex.day or 0) and (between or "and" not in match["to"].lower()):
            year = int(match["year"]) if match["year"] else None
            return _range(replace(timex, year=year), replace(timex, day=last, year=year, end=match.end()))
    if text[timex.start].isdigit() and (match := _FROM_DAY.search(text[max(0, timex.start - 9) : timex.start])):
        first = ordinal_number(match["day"])
        if first < (timex.day or 0):
            start = max(0, timex.start - 9) + match.start()
            return _range(replace(timex, start=start, day=first), timex)
    return None


def _anniversaries(text: str, found: tuple[Timex, ...]) -> Iterator[Timex]:
    """An anniversary takes in the date it is of, which stays an expression of its own."""
    for match in _ANNIVERSARY.finditer(text):
        after = (timex for timex in found if match.end() < timex.start < match.end() + 200)
        base = next(after, None)
        if base is not None and _OF_SOMETHING_ON.fullmatch(text[match.end() : base.start]):
            nth = float(ordinal_number(match["nth"]))
            yield Timex(match.start(), base.end, "date", "anniversary", amount=nth, base=base, rule="anniversary")
