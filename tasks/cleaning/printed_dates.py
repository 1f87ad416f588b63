"""Days and moments printed on pages: "0915 GMT March 2, 2022", "2 Mar 2022, 10:00 PM", "2022-03-02T09:15Z"."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from importlib.resources import files


def _months() -> dict[str, int]:
    text = files("tasks.cleaning").joinpath("months.toml").read_text(encoding="utf-8")
    languages: dict[str, list[str]] = tomllib.loads(text)
    return {
        name: number for names in languages.values() for number, forms in enumerate(names, 1) for name in forms.split()
    }


_MONTHS = _months()
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY, _YEAR = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH} ?{_DAY},? {_YEAR}\b",
        rf"\b{_DAY}(?:er|º|ª)?\.?[ /-]?(?:of |de |d')?{_MONTH}[ ,/-]{{0,2}}(?:de |del )?{_YEAR}\b",
        rf"\b{_YEAR}[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
        rf"\b{_YEAR},? {_MONTH} {_DAY}\b",
        rf"\b{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=T\d|$)",
        r"\b(?P<first>0?[1-9]|[12]\d|3[01])[/.-](?P<second>0?[1-9]|[12]\d|3[01])[/.-](?P<year>(?:19|20)\d\d)\b",
    )
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<military>[01]\d[0-5]\d|2[0-3][0-5]\d)(?= ?(?:GMT|UTC|hrs|hours|h\b)) ?(?P<zone2>GMT|UTC)?"
    r"|(?<![\d:.])(?P<hour>[01]?\d|2[0-3])(?!\d)(?:[:.](?P<minute>[0-5]\d)(?::[0-5]?\d(?:\.\d{1,6})?)?)?"
    r" ?(?P<half>(?i:[ap]\.?m\b\.?))?[ ,(]{0,3}(?P<zone>[A-Z]{1,4}(?:[+-]\d{1,2})?\b|[+-]\d\d:?\d\d)?",
)
# Abbreviations that mean one offset in news. Left out as ambiguous: IST (India, Ireland, Israel), CST, AST, BST
# (Britain, Bangladesh): the day is kept, the moment is not.
_ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "PKT": 5, "WIB": 7, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}  # fmt: skip
DATE_CHARACTERS = 160  # longer lines are not printed dates


@dataclass(frozen=True)
class PrintedDate:
    """``start``/``end``: the date's place in the text; ``at``: the moment in UTC if time and zone are printed.

    ``local``: the zone is printed and is not UTC, so that the day is surely one of a place.
    """

    on: date
    at: datetime | None
    local: bool
    start: int
    end: int


def find_date(text: str) -> PrintedDate | None:
    """The first day printed in ``text`` (its first 160 characters), with its time of day if the zone is printed too."""
    text = text[:DATE_CHARACTERS]
    found = [match for pattern in _DATES if (match := pattern.search(text))]
    for match in sorted(found, key=lambda match: (match.start(), -match.end())):
        on = _day(match)
        if on is not None:
            start, end, moment = _moment(text, match, on)
            at = moment.astimezone(UTC) if moment else None
            return PrintedDate(on, at, bool(moment and moment.utcoffset()), start, end)
    return None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        if first <= 12 and second <= 12 and first != second:
            return None  # 4/5/2021: April in one country, May in another
        month, day = (first, second) if second > 12 else (second, first)
    else:
        month, day = _MONTHS.get(parts["month"].lower(), 0) or int(parts["month"]), int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _moment(text: str, day: re.Match[str], on: date) -> tuple[int, int, datetime | None]:
    """The span of day and clock together, and the moment."""
    behind = re.match(r"(?:,|\s|-|–|\||T|at|@|\()*", text[day.end() :])
    offset = day.end() + (behind.end() if behind else 0)
    after = _CLOCK.match(text, offset)
    if after and _is_clock(after):
        return day.start(), after.end(), _at(after, on)
    for before in _CLOCK.finditer(text[: day.start()]):
        if _is_clock(before) and re.fullmatch(r"[\s,|()-]*(?:on |, )?", text[before.end() : day.start()]):
            return before.start(), day.end(), _at(before, on)
    return day.start(), day.end(), None


def _is_clock(match: re.Match[str]) -> bool:
    return bool(match["military"] or match["minute"] or match["half"])


def _at(match: re.Match[str], on: date) -> datetime | None:
    zone = _zone(match["zone"] or match["zone2"])
    if zone is None:
        return None
    hour, minute = (
        (int(match["military"][:2]), int(match["military"][2:]))
        if match["military"]
        else (int(match["hour"]), int(match["minute"] or 0))
    )
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    return datetime.combine(on, time(hour, minute), zone)


def _zone(name: str | None) -> timezone | None:
    if name is None:
        return None
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    offset = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?", name)
    if offset is None or int(offset[2]) > 14:
        return None
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes))
