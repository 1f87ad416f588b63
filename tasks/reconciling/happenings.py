"""Dated events as they are compared: what happens, which part of it, who does it, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from tasks.tables.dates import DateRelation, DateRole
from tasks.tables.entities import EntityKind
from tasks.tables.modality import Modality

Phase: TypeAlias = Literal["start", "whole"]
Polarity: TypeAlias = Literal["affirmed", "denied", "hypothetical"]


@dataclass(frozen=True)
class Event:
    """``kind`` is a kind of ``events.toml``, or the words themselves where none fits.

    ``once``: a story has one such event; ``held``: it is an occasion that people hold.
    """

    kind: str
    phase: Phase
    once: bool = False
    held: bool = False


@dataclass(frozen=True, order=True)
class Actor:
    """Who does it. A country, its alliance and its president can be named for one act; two countries cannot."""

    kind: EntityKind
    entity_id: str


def at_odds(actors: Iterable[Actor]) -> bool:
    """Whether two different actors of one kind are among them."""
    distinct = set(actors)
    return len({actor.kind for actor in distinct}) < len(distinct)


@dataclass(frozen=True)
class Happening:
    """One dated event of one article. Asserted and planned dates of an event are one matter: time makes a plan past.

    ``country`` is the ISO 3166-1 code of the one country that its clause puts it in, if it names one.
    """

    claim_id: str
    article_id: str
    story_id: str
    line: str
    event: Event
    polarity: Polarity
    modality: Modality
    actor: Actor | None
    country: str | None
    role: DateRole
    is_deadline: bool
    relation: DateRelation
    earliest_on: date
    latest_on: date
    text: str
    words: str
    published_on: date | None

    @property
    def days(self) -> int:
        return (self.latest_on - self.earliest_on).days

    def meets(self, other: "Happening") -> bool:
        """Whether one date can be both."""
        return self.earliest_on <= other.latest_on and other.earliest_on <= self.latest_on


@dataclass(frozen=True)
class Dated:
    """Claims of one event with one date: what a rule on dates looks at. ``text`` is the most precise wording."""

    members: tuple[Happening, ...]

    @property
    def best(self) -> Happening:
        """The most precise claim; of equals that of the most articles, then the smallest."""
        return min(self.members, key=lambda one: (one.days, -self._articles(one), one.claim_id))

    def _articles(self, happening: Happening) -> int:
        same = (happening.earliest_on, happening.latest_on)
        return len({one.article_id for one in self.members if (one.earliest_on, one.latest_on) == same})

    @property
    def text(self) -> str:
        return self.best.text

    @property
    def event(self) -> Event:
        return self.best.event

    @property
    def earliest_on(self) -> date:
        return self.best.earliest_on

    @property
    def latest_on(self) -> date:
        return self.best.latest_on

    @property
    def is_deadline(self) -> bool:
        return any(one.is_deadline for one in self.members)

    @property
    def actors(self) -> frozenset[Actor]:
        return frozenset(one.actor for one in self.members if one.actor)

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(one.country for one in self.members if one.country)

    @property
    def article_ids(self) -> frozenset[str]:
        return frozenset(one.article_id for one in self.members)

    @property
    def first_told_on(self) -> date | None:
        return min((one.published_on for one in self.members if one.published_on), default=None)

    @property
    def last_told_on(self) -> date | None:
        return max((one.published_on for one in self.members if one.published_on), default=None)
