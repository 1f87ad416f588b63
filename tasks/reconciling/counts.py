"""Quantity claims as they are compared: what is counted, whose, where, with what included, and how it is meant."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tasks.reconciling.intervals import Interval
from tasks.reconciling.tallies import adds_up
from tasks.reference.measures import measures
from tasks.tables.modality import Modality
from tasks.tables.quantities import Bound, Change, Quantity

# Measures whose name, holder and event say all that makes two numbers rivals. Of any other number ("two officials",
# "20 years") we know what is counted and not what is said of it: such numbers can agree, and never conflict.
CONTESTABLE = frozenset({
    "troops", "fighters", "police", "deaths", "injured", "casualties", "missing", "displaced", "evacuated", "rescued",
    "arrested", "prisoners", "hostages", "protesters", "cases", "hospitalised", "doses", "tests", "vaccinated",
    "jobs_cut", "employees", "population", "seats",
})  # fmt: skip


_YEAR = re.compile(
    r"\b(?i:in|of|since|on|during) (?:(?:early|late|mid)[- ])?(?:[A-Z][a-z]{2,8} (?:\d{1,2},? )?)?((?:19|20)\d\d)\b"
)
_STILL_NEWS_MONTHS = 3
# Measures that a place has: "Chad has 300 cases" and "300 cases in Chad" say one thing.
PLACED = frozenset({"cases", "hospitalised", "vaccinated", "population"})
MOVED = frozenset({"displaced", "evacuated", "rescued"})  # those whom an event moves are of where it is
VICTIMS = frozenset({"deaths", "injured", "casualties", "missing"})


def bound_to_event(row: Quantity, sentence: str) -> bool:
    """Whether a number is compared within its story only; it is pure in the article, so that it can be kept."""
    if row.measure in VICTIMS and row.basis == "stated" and adds_up(sentence):
        return False
    if row.change != "total":
        return True  # "300 more troops": of one decision, and an owner makes many
    measure = measures().get(row.measure or "")
    return measure is None or measure.event_bound or row.measure not in CONTESTABLE


def earlier_year(row: Quantity, sentence: str) -> int | None:
    """The year that a sentence gives for an event long before the story's: "a fire there in 2003 killed 40".

    Last year counts as long ago from April on: what happened in December is still news in January.
    """
    if row.as_of_on is None or row.measure not in CONTESTABLE or not bound_to_event(row, sentence):
        return None
    years = {int(match[1]) for match in _YEAR.finditer(sentence)}
    last = row.as_of_on.year if row.as_of_on.month > _STILL_NEWS_MONTHS else row.as_of_on.year - 1
    return years.pop() if len(years) == 1 and max(years) < last else None


@dataclass(frozen=True)
class CountKey:
    """What two quantity claims must share to be compared. As-of is not part of it: updates supersede."""

    measure: str | None
    counted: str | None
    unit: str | None
    change: Change
    modality: Modality
    story_id: str | None
    holder_id: str | None
    place_id: str | None
    year: int | None = None  # of an earlier event than the story's
    includes: str | None = None  # what is counted in, where another number leaves it out
    sort: str | None = None  # the nation or the disease of those counted: "German", "measles"
    whose: str | None = None  # a holder that is described and not named: "the alliance"


@dataclass(frozen=True)
class Scope:
    """What a number counts in, or leaves out, and how much that is."""

    words: str
    part: Interval
    left_out: bool

    @property
    def change(self) -> Interval:
        """What must be added to the number to have that of the other scope."""
        low, high = self.part
        return self.part if self.left_out else Interval(-high, -low)


@dataclass(frozen=True)
class Count:
    """One quantity claim with its key and its interval."""

    claim_id: str
    article_id: str
    source_id: str | None
    key: CountKey
    text: str
    value: float | None
    bound: Bound
    interval: Interval
    as_of_on: date | None
    start: int
    end: int
    story: str
    line: str
    context: frozenset[str]
    named: frozenset[str] = frozenset()  # ids of what its article names
    in_country: bool = False  # its place is a whole country
    scope: Scope | None = None

    @property
    def contestable(self) -> bool:
        """Whether a rival number would contradict this one: its measure says all, and it is known whose it is."""
        if self.key.measure not in CONTESTABLE:
            return False
        placed = self.key.measure in PLACED and self.key.place_id is not None
        of_one_event = self.key.story_id is not None and not self._is_change_of_what_lasts
        described = self.key.whose is not None and self.key.place_id is not None
        return placed or of_one_event or described or self.key.holder_id is not None

    @property
    def _is_change_of_what_lasts(self) -> bool:
        """Whether it adds to or takes from what no event holds together: a story can tell several such changes."""
        return self.key.change != "total" and not measures()[self.key.measure or ""].event_bound

    @property
    def counted(self) -> str | None:
        """What is counted, with its sort, where the measure leaves it open: "German soldier"."""
        return " ".join(filter(None, (self.key.sort, self.key.counted))) or None

    @property
    def point(self) -> float:
        """The number said, or the middle of what it can mean."""
        if self.value is not None:
            return self.value
        ends = [end for end in self.interval if not math.isinf(end)]
        return sum(ends) / len(ends)

    @property
    def reach(self) -> tuple[str, ...]:
        """Where what it leaves unsaid is looked for, the nearest first; what an event binds, in its story only."""
        nearest = (self.article_id, self.story)
        return nearest if self.key.story_id else (*nearest, self.line)

    def with_holder(self, holder_id: str | None) -> "Count":
        """With a holder that has a name; how it was described no longer tells."""
        return replace(self, key=replace(self.key, holder_id=holder_id, whose=None if holder_id else self.key.whose))

    def with_described(self, whose: str | None) -> "Count":
        """With a holder that is only described, if none is named."""
        return self if self.key.holder_id else replace(self, key=replace(self.key, whose=whose))

    def with_place(self, place_id: str | None) -> "Count":
        return replace(self, key=replace(self.key, place_id=place_id))


def known_values(ids: Iterable[str | None]) -> set[str]:
    """The ids that are known."""
    return {one for one in ids if one is not None}
