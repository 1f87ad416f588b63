"""What an expression of time means on the day an article was published.

Values are TIMEX3 (TimeML 1.2.1), weeks and weekdays those of ISO 8601. Without a day of publication, what needs
one stays underspecified (``XXXX-WXX-3``) and its days are None.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tasks.language import almanac
from tasks.language.timex.model import Timex

Tense = Literal["past", "present", "future"]

# A day without a year is the nearest one, unless the tense says otherwise and the nearest is further off than this:
# a past tense often reports a coming date ("he said May 1 was the deadline"). Calibrated on the TimeBank half in use.
_TENSE_OUTWEIGHS_DAYS = 45
_YEAR = 365
# Companies report a quarter within four months of its end: until then an expected "third-quarter loss" is that one's.
_REPORTING_DAYS = 120


@dataclass(frozen=True, slots=True)
class Anchored:
    """A TIMEX3 value and the first and last whole day it can mean (None where the value names no days)."""

    value: str | None
    earliest_on: date | None = None
    latest_on: date | None = None


@dataclass
class Anchor:
    """The day of publication, and what the article has spoken of so far: it moves on as expressions are anchored."""

    published_on: date | None
    day: date | None = None  # the day last spoken of
    quarter: str | None = None  # the quarter last spoken of: 1989-Q3
    deadline: str | None = None  # the value of the deadline last spoken of

    def resolve(self, timex: Timex, tense: Tense | None) -> Anchored:
        """The value and days of ``timex``; ``tense`` is that of the verb it hangs on."""
        if timex.meaning == "range" and timex.base and timex.until:
            return self._range(timex.base, timex.until, tense)
        if timex.meaning == "span":
            return self._span(timex)
        value = self._value(timex, tense)
        if value and timex.clock:
            value += timex.clock
        days = interval(value) if value else None
        return Anchored(value, *(days or (None, None)))

    def note(self, timex: Timex, anchored: Anchored, deadline: bool) -> None:
        """Remember what was spoken of, for "that year", "two days later", "the latest quarter", "the agreed date"."""
        if anchored.value is None:
            return
        if timex.kind in ("date", "time") and anchored.earliest_on and anchored.latest_on:
            self.day = anchored.earliest_on
            if timex.meaning == "quarter" and self._is_recent(anchored.earliest_on):
                self.quarter = anchored.value
        if deadline and anchored.latest_on:
            self.deadline = anchored.value

    def _is_recent(self, day: date) -> bool:
        """Within the last year: the quarter that a company now reports, not one it is compared with."""
        return self.published_on is not None and -_YEAR < (day - self.published_on).days <= 0

    def _value(self, timex: Timex, tense: Tense | None) -> str | None:
        match timex.meaning:
            case "fixed":
                return timex.value
            case "day":
                return self._day(timex, tense)
            case "month":
                return self._month(timex, tense)
            case "weekday":
                return self._weekday(timex, tense)
            case "holiday":
                return self._holiday(timex, tense)
            case "season":
                return self._season(timex, tense)
            case "quarter":
                return self._quarter(timex, tense)
            case "shift":
                return self._shift(timex, tense)
            case "after":
                return self._after(timex)
            case "same":
                return self._same(timex)
            case "deadline":
                return self.deadline
            case "anniversary":
                return self._anniversary(timex, tense)
        return None

    def _range(self, base: Timex, until: Timex, tense: Tense | None) -> Anchored:
        first, last = self.resolve(base, tense), self.resolve(until, tense)
        if first.earliest_on and last.latest_on and last.latest_on < first.earliest_on and self.published_on:
            last = Anchor(first.earliest_on).resolve(until, "future")
        return Anchored(f"{first.value}/{last.value}", first.earliest_on, last.latest_on)

    def _span(self, timex: Timex) -> Anchored:
        value = almanac.period(timex.unit, timex.amount)
        unit, amount = almanac.measured(timex.unit, timex.amount)
        if self.published_on is None or amount is None or unit.startswith("T"):
            return Anchored(value)
        other = moved(self.published_on, unit, round(amount) * (timex.shift or 0))
        first, last = sorted((self.published_on, other))
        return Anchored(value, first, last)

    def _day(self, timex: Timex, tense: Tense | None) -> str | None:
        month, day = timex.month or 1, timex.day or 1
        if timex.year is not None:
            return f"{timex.year:04d}-{month:02d}-{day:02d}" if day <= monthrange(timex.year, month)[1] else None
        if self.published_on is None:
            return f"XXXX-{month:02d}-{day:02d}"
        years = [self.published_on.year + step for step in (-1, 0, 1)]
        days = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
        chosen = self._choose([(one, one) for one in days], timex.shift, tense)
        return chosen.isoformat() if chosen else None

    def _choose(self, spans: list[tuple[date, date]], shift: int | None, tense: Tense | None) -> date | None:
        """The first day of the span that is meant: by "last" or "next", else the nearest, weighed against the tense."""
        if self.published_on is None:
            return None
        today = self.published_on
        if shift == 0:
            return next((first for first, _ in spans if first.year == today.year), None)
        past = [span for span in spans if span[1] < today]
        coming = [span for span in spans if span[0] > today]
        if shift is not None:
            return past[-1][0] if shift < 0 and past else coming[0][0] if shift > 0 and coming else None

        def distance(span: tuple[date, date]) -> int:
            return max(0, (today - span[1]).days, (span[0] - today).days)

        nearest = min(spans, key=lambda span: (distance(span), span[0]), default=None)
        if nearest is None:
            return None
        if distance(nearest) > _TENSE_OUTWEIGHS_DAYS:
            if tense == "past" and nearest in coming and past:
                return past[-1][0]
            if tense == "future" and nearest in past and coming:
                return coming[0][0]
        return nearest[0]

    def _month(self, timex: Timex, tense: Tense | None) -> str | None:
        month = timex.month or 1
        if timex.year is not None:
            return f"{timex.year:04d}-{month:02d}"
        if self.published_on is None:
            return f"XXXX-{month:02d}"
        year = self.published_on.year
        if timex.unit == "Y":
            return f"{year + (timex.shift or 0):04d}-{month:02d}"
        spans = [(date(y, month, 1), date(y, month, monthrange(y, month)[1])) for y in (year - 1, year, year + 1)]
        chosen = self._choose(spans, timex.shift, tense)
        return f"{chosen.year:04d}-{month:02d}" if chosen else None

    def _weekday(self, timex: Timex, tense: Tense | None) -> str:
        weekday = timex.number or 0
        if self.published_on is None:
            return f"XXXX-WXX-{weekday + 1}"
        back = (self.published_on.weekday() - weekday) % 7
        ahead = (weekday - self.published_on.weekday()) % 7
        if timex.shift == -1:
            days = -(back or 7)
        elif timex.shift == 1:
            days = ahead or 7
        elif timex.shift == 0:
            days = weekday - self.published_on.weekday()
        else:
            days = ahead if tense == "future" else -back
        return (self.published_on + timedelta(days)).isoformat()

    def _holiday(self, timex: Timex, tense: Tense | None) -> str | None:
        def on(year: int) -> date:
            if timex.value in almanac.HOLIDAYS:
                month, day = almanac.HOLIDAYS[timex.value]
                return date(year, month, day)
            month, weekday, nth = almanac.MOVING_HOLIDAYS[timex.value]
            return nth_weekday(year, month, weekday, nth)

        if timex.year is not None:
            return on(timex.year).isoformat()
        if self.published_on is None:
            return None
        days = [on(self.published_on.year + step) for step in (-1, 0, 1)]
        chosen = self._choose([(day, day) for day in days], timex.shift, tense)
        return chosen.isoformat() if chosen else None

    def _season(self, timex: Timex, tense: Tense | None) -> str | None:
        if timex.year is not None:
            return f"{timex.year:04d}-{timex.unit}"
        if self.published_on is None:
            return f"XXXX-{timex.unit}"
        year = self.published_on.year
        spans = [span for y in (year - 1, year, year + 1) if (span := interval(f"{y:04d}-{timex.unit}"))]
        chosen = self._choose(spans, timex.shift, tense)
        return f"{chosen.year:04d}-{timex.unit}" if chosen else None

    def _quarter(self, timex: Timex, tense: Tense | None) -> str | None:
        code = f"{timex.unit}{timex.number}"
        if timex.year is not None:
            return f"{timex.year:04d}-{code}"
        if self.published_on is None:
            return f"XXXX-{code}"
        year = self.published_on.year
        if timex.shift is not None:
            return f"{year + timex.shift:04d}-{code}"
        first = interval(f"{year:04d}-{code}")
        if first and first[0] > self.published_on and tense != "future":
            year -= 1  # a quarter not yet begun is last year's, unless it is said to come
        elif first and tense == "future" and (self.published_on - first[1]).days > _REPORTING_DAYS:
            year += 1
        return f"{year:04d}-{code}"

    def _shift(self, timex: Timex, tense: Tense | None) -> str | None:
        if self.published_on is None:
            return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(timex.unit)
        shift = timex.shift or 0
        if timex.value == "year-end":
            return f"{self.published_on.year:04d}-12-31"
        if timex.unit == "WE" and shift == 0 and tense != "future" and self.published_on.weekday() < 5:
            shift = -1  # "over the weekend", said on a weekday
        if timex.unit == "Y" and timex.amount == 1 and shift == -1 and self.quarter:
            return _year_before(self.quarter)  # "a year ago", of a company's quarter
        return _named(moved(self.published_on, timex.unit, shift), timex.unit)

    def _after(self, timex: Timex) -> str | None:
        start = self.day or self.published_on
        if start is None or timex.amount is None:
            return None
        if timex.unit == "Y" and timex.amount == 1 and timex.shift == -1 and self.quarter:
            return _year_before(self.quarter)
        return _named(moved(start, timex.unit, round(timex.amount) * (timex.shift or 0)), timex.unit)

    def _same(self, timex: Timex) -> str | None:
        if timex.unit == "Q":
            quarter = self.quarter or self._last_quarter()
            if quarter and timex.number:
                quarter = f"{quarter[:4]}-Q{timex.number}"
            if quarter and timex.year:
                quarter = f"{timex.year:04d}{quarter[4:]}"
            return _year_before(quarter) if quarter and timex.shift == -1 else quarter
        start = self.day or self.published_on
        return _named(start, timex.unit) if start else None

    def _last_quarter(self) -> str | None:
        """The last quarter that had ended on the day of publication."""
        if self.published_on is None:
            return None
        number = (self.published_on.month - 1) // 3
        return f"{self.published_on.year:04d}-Q{number}" if number else f"{self.published_on.year - 1:04d}-Q4"

    def _anniversary(self, timex: Timex, tense: Tense | None) -> str | None:
        if timex.base is None or timex.amount is None:
            return None
        base = self.resolve(timex.base, tense).value or ""
        match = re.fullmatch(r"(\d{4})((?:-\d\d){0,2})", base)
        if match is None or int(match[1]) + timex.amount > 9999:
            return None
        return f"{int(match[1]) + round(timex.amount):04d}{match[2]}"


def interval(value: str) -> tuple[date, date] | None:
    """The first and last day of a TIMEX3 value, or None where it names no days (durations, sets, vague values)."""
    value = re.sub(r"T(?:\d\d(?::\d\d)?|[A-Z]{2})$", "", value)
    try:
        return _interval(value)
    except ValueError:  # a day that no calendar has: 2021-02-30, year 0
        return None


def _interval(value: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value), date.fromisoformat(value)
    if re.fullmatch(r"\d{4}-\d\d", value):
        return _months(int(value[:4]), int(value[5:]), 1)
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(5 if match[3] else 0), monday + timedelta(6)
    if match := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        months = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), months * (int(match[3]) - 1) + 1, months)
    if match := re.fullmatch(r"(\d{4})-([A-Z]{2})", value):
        if match[2] not in almanac.SEASON_MONTHS:
            return None
        return _months(int(match[1]), *almanac.SEASON_MONTHS[match[2]])
    if re.fullmatch(r"\d{2,4}", value):
        years = 10 ** (4 - len(value))
        first = int(value) * years
        return date(first, 1, 1), date(first + years - 1, 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, moved(first, "M", count) - timedelta(1)


def moved(day: date, unit: str, count: int) -> date:
    """``day`` moved by ``count`` units (D, W, WE, M, Q, Y); kept within the calendar and within the month."""
    if unit in ("D", "W", "WE"):
        days = day.toordinal() + count * (1 if unit == "D" else 7)
        return date.fromordinal(min(max(days, 1), date.max.toordinal()))
    months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3}.get(unit, 12)
    year, month = divmod(min(max(months, 12), 9999 * 12 + 11), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The ``nth`` such weekday of the month; -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _named(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, weekend, month, quarter, year or decade that ``day`` is in."""
    week = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{week.year:04d}-W{week.week:02d}",
        "WE": f"{week.year:04d}-W{week.week:02d}-WE",
        "M": f"{day:%Y-%m}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y10": f"{day.year // 10:03d}",
        "Y100": f"{day.year // 100:02d}",
    }.get(unit, f"{day.year:04d}")


def _year_before(quarter: str) -> str:
    return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"
