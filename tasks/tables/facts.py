"""Groups of comparable claims across articles, with a verdict."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from tasks.tables.dates import DateRelation, DateRole
from tasks.tables.declaration import Owner, References, Table
from tasks.tables.modality import Modality
from tasks.tables.quantities import Change

ClaimKind: TypeAlias = Literal["quantity", "statement", "date"]
Verdict: TypeAlias = Literal["agreed", "compatible", "conflicting", "superseded", "single"]
Support: TypeAlias = Literal["corroborated", "uncorroborated", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    fact_id: Annotated[str, "hash of its smallest claim's id"]
    kind: Annotated[ClaimKind, "kind of claim"]
    label: Annotated[str, "what it says, for people"]
    measure: Annotated[str | None, "quantities: the taxonomy's name"]
    includes: Annotated[str | None, "quantities: what is counted in"]
    change: Annotated[Change | None, "quantities: total or change"]
    modality: Annotated[Modality | None, "how its claims are meant; null for statements"]
    holder_id: Annotated[str | None, "whose it is", References("entities")]
    place_id: Annotated[str | None, "where it holds", References("entities")]
    story_id: Annotated[str | None, "the story it belongs to, for event-bound claims", References("stories")]
    event: Annotated[str | None, "dates: what happens"]
    role: Annotated[DateRole | None, "dates: what the date does"]
    relation: Annotated[DateRelation | None, "dates: how the event relates to the date"]
    actor_id: Annotated[str | None, "dates: who does it", References("entities")]
    speaker_id: Annotated[str | None, "statements: who said it", References("entities")]
    as_of_on: Annotated[date | None, "the latest day for which it is said"]
    value: Annotated[float | None, "quantities: the best supported value among current claims"]
    value_low: Annotated[float | None, "lowest value any current claim allows"]
    value_high: Annotated[float | None, "highest value any current claim allows"]
    unit: Annotated[str | None, "quantities: unit, or what is counted"]
    earliest_on: Annotated[date | None, "dates: first day of the best supported current value"]
    latest_on: Annotated[date | None, "dates: last day of it"]
    text: Annotated[str, "the words of its best supported claim"]
    verdict: Annotated[Verdict, "what the comparison says; nothing about support"]
    support: Annotated[Support, "how many independent origins stand behind it"]
    articles_count: Annotated[int, "articles with a claim of it"]
    sources_count: Annotated[int, "known outlets among them"]
    origins_count: Annotated[int, "independent origins: connected components of reporters, all unknown ones being one"]
    first_on: Annotated[date | None, "first publication day"]
    last_on: Annotated[date | None, "last publication day"]
    reconciled_by: Annotated[str, "fingerprint of the code and the registries that reconciled it"]


FACTS = Table(
    row=Fact,
    name="facts",
    grain="one reconciled fact",
    key=("fact_id",),
    owner=Owner.LAKE,
)
