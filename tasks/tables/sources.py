"""Outlets that published articles."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, Table

SourceKind: TypeAlias = Literal["newspaper", "broadcaster", "agency", "state media", "site"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    source_id: Annotated[str, "hash of the outlet's registry key, or of its name where the registry has none"]
    name: Annotated[str, "canonical name"]
    domain: Annotated[str | None, "main web domain"]
    kind: Annotated[SourceKind | None, "kind of outlet; null if unknown"]
    country: Annotated[str | None, "ISO 3166-1 alpha-2 code of the seat"]
    owner: Annotated[str | None, "owner, where it matters for independence"]


SOURCES = Table(
    row=Source,
    name="sources",
    grain="one outlet",
    key=("source_id",),
    owner=Owner.LAKE,
)
