"""Facts before it is known who stands behind them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tasks.reconciling.scene import Scene
from tasks.reference.ids import content_id
from tasks.tables.dates import DateRelation, DateRole
from tasks.tables.evidence import Evidence, Stance
from tasks.tables.facts import ClaimKind, Fact, Support, Verdict
from tasks.tables.modality import Modality
from tasks.tables.quantities import Change


@dataclass(frozen=True)
class Member:
    """One claim of a fact."""

    claim_id: str
    article_id: str
    stance: Stance
    variant: str | None = None


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A fact without its counts and its support; the columns are those of :class:`tasks.tables.facts.Fact`.

    ``ordinal`` tells facts apart whose smallest claim is the same (one quotation can be evidence for two facts).
    """

    kind: ClaimKind
    label: str
    text: str
    verdict: Verdict
    members: tuple[Member, ...]
    ordinal: int = 0
    measure: str | None = None
    includes: str | None = None
    change: Change | None = None
    modality: Modality | None = None
    holder_id: str | None = None
    place_id: str | None = None
    story_id: str | None = None
    event: str | None = None
    role: DateRole | None = None
    relation: DateRelation | None = None
    actor_id: str | None = None
    speaker_id: str | None = None
    as_of_on: date | None = None
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: str | None = None
    earliest_on: date | None = None
    latest_on: date | None = None

    @property
    def fact_id(self) -> str:
        smallest = min(member.claim_id for member in self.members)
        return content_id("fact", smallest, *([self.ordinal] if self.ordinal else []))

    def evidence(self) -> tuple[Evidence, ...]:
        """The rows of ``evidence``."""
        return tuple(
            Evidence(
                fact_id=self.fact_id,
                claim_id=member.claim_id,
                article_id=member.article_id,
                stance=member.stance,
                variant=member.variant,
            )
            for member in sorted(self.members, key=lambda member: member.claim_id)
        )

    def fact(self, scene: Scene, origins_count: int, support: Support, reconciled_by: str) -> Fact:
        """The row of ``facts``."""
        articles = {member.article_id for member in self.members}
        days = [day for article in articles if (day := scene.published(article))]
        return Fact(
            fact_id=self.fact_id,
            kind=self.kind,
            label=self.label,
            measure=self.measure,
            includes=self.includes,
            change=self.change,
            modality=self.modality,
            holder_id=self.holder_id,
            place_id=self.place_id,
            story_id=self.story_id,
            event=self.event,
            role=self.role,
            relation=self.relation,
            actor_id=self.actor_id,
            speaker_id=self.speaker_id,
            as_of_on=self.as_of_on,
            value=self.value,
            value_low=self.value_low,
            value_high=self.value_high,
            unit=self.unit,
            earliest_on=self.earliest_on,
            latest_on=self.latest_on,
            text=self.text,
            verdict=self.verdict,
            support=support,
            articles_count=len(articles),
            sources_count=len({scene.corpus.article[one].source_id for one in articles} - {None}),
            origins_count=origins_count,
            first_on=min(days, default=None),
            last_on=max(days, default=None),
            reconciled_by=reconciled_by,
        )


def shared(values: Collection[str | None]) -> str | None:
    """The one known value among ``values``; None if there is none, or more than one."""
    known = {value for value in values if value is not None}
    return known.pop() if len(known) == 1 else None
