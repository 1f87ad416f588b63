"""People, organisations and places across articles."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, Table

EntityKind: TypeAlias = Literal["person", "organisation", "place", "group", "force"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    entity_id: Annotated[str, "hash of its smallest mention's id"]
    name: Annotated[str, "canonical name: the best supported form"]
    kind: Annotated[EntityKind, "kind of thing"]
    aliases: Annotated[str, "other forms seen, as a sorted JSON array"]


ENTITIES = Table(
    row=Entity,
    name="entities",
    grain="one entity",
    key=("entity_id",),
    owner=Owner.LAKE,
)
