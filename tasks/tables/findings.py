"""Failed expectations, a row each (ledger)."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

Severity: TypeAlias = Literal["critical", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    finding_id: Annotated[str, "hash of suite, expectation and row"]
    suite: Annotated[str, "the suite"]
    expectation: Annotated[str, "the expectation"]
    severity: Annotated[Severity, "what a failure does"]
    table_name: Annotated[str, "the table"]
    row_id: Annotated[str, "key of the row; the table's name where the fault is the table's"]
    article_id: Annotated[str | None, "the article it concerns"]
    observed: Annotated[str, "what was found, for people"]
    sql: Annotated[str, "the query that shows it"]
    first_run: Annotated[str, "first run that found it", References("runs")]
    last_run: Annotated[str, "last run that found it", References("runs")]


FINDINGS = Table(
    row=Finding,
    name="findings",
    grain="one failed expectation on one row",
    key=("finding_id",),
    owner=Owner.LEDGER,
)
