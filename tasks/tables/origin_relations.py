"""Origins that are not independent of each other."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

OriginRelationKind: TypeAlias = Literal["owner", "affiliate", "copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRelation:
    left_id: Annotated[str, "one origin", References("origins")]
    right_id: Annotated[str, "the other", References("origins")]
    relation: Annotated[OriginRelationKind, "why they are not independent"]


ORIGIN_RELATIONS = Table(
    row=OriginRelation,
    name="origin_relations",
    grain="two origins that are not independent",
    key=(
        "left_id",
        "right_id",
        "relation",
    ),
    owner=Owner.LAKE,
)
