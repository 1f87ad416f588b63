"""Where words and numbers first came from."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, Table

OriginKind: TypeAlias = Literal["agency", "outlet", "office", "person", "own_reporting", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    origin_id: Annotated[str, "hash of kind and name; one per article for own reporting and unknown"]
    name: Annotated[str | None, "canonical name; null if unknown"]
    kind: Annotated[OriginKind, "kind of origin"]


ORIGINS = Table(
    row=Origin,
    name="origins",
    grain="one origin",
    key=("origin_id",),
    owner=Owner.LAKE,
)
