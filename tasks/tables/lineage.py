"""Ids that changed (ledger)."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

LineageKind: TypeAlias = Literal["renamed", "merged", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageChange:
    old_id: Annotated[str, "the id before"]
    new_id: Annotated[str, "the id after"]
    change: Annotated[LineageKind, "what happened"]
    run_id: Annotated[str, "the run that changed it", References("runs")]


LINEAGE = Table(
    row=LineageChange,
    name="lineage",
    grain="one changed id",
    key=(
        "old_id",
        "new_id",
        "run_id",
    ),
    owner=Owner.LEDGER,
)
