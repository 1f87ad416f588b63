"""Flow runs (ledger)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, Table

RunStatus: TypeAlias = Literal["published", "unchanged", "blocked", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    run_id: Annotated[str, "id of the run"]
    flow: Annotated[str, "name of the flow"]
    started_at: Annotated[datetime, "when it started"]
    ended_at: Annotated[datetime | None, "when it ended; null if it did not"]
    code_version: Annotated[str, "version and fingerprint of the code"]
    model: Annotated[str, "name and version of the spaCy model"]
    snapshot_id: Annotated[int | None, "the content snapshot it published; null if it changed nothing"]
    documents_count: Annotated[int, "new documents it read"]
    status: Annotated[RunStatus, "how it ended"]


RUNS = Table(
    row=Run,
    name="runs",
    grain="one flow run",
    key=("run_id",),
    owner=Owner.LEDGER,
)
