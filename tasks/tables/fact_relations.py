"""Facts that bear on each other."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

FactRelationKind: TypeAlias = Literal["part_of", "supersedes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRelation:
    left_id: Annotated[str, "the part, or the fact that replaces", References("facts")]
    right_id: Annotated[str, "the whole, or the fact replaced", References("facts")]
    relation: Annotated[FactRelationKind, "how"]
    claim_id: Annotated[str | None, "the claim that says so", References("quantities", "statements", "dates")]


FACT_RELATIONS = Table(
    row=FactRelation,
    name="fact_relations",
    grain="two related facts",
    key=(
        "left_id",
        "right_id",
        "relation",
    ),
    owner=Owner.LAKE,
)
