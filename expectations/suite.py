"""What is expected of one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasks.tables.declaration import Table


@dataclass(frozen=True)
class Suite:
    """The audits of one table: those its declaration implies, then those of its subject, in reading order.

    An audit's SQL, sentence, severity and scope are in its file, ``tasks/lake/sql/audits/<table>/<name>.sql``;
    the suite says that it has to be run. An audit that was not run does not pass.
    """

    table: Table[Any]
    domain: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def audits(self) -> tuple[str, ...]:
        """Names of all its audits."""
        return (*derived_audits(self.table), *self.domain)


def derived_audits(table: Table[Any]) -> tuple[str, ...]:
    """Names of the audits that a table's declaration implies, as the lake names them."""
    return tuple(_derived(table))


def _derived(table: Table[Any]) -> Iterator[str]:
    yield "columns_have_declared_types"
    yield f"{'_'.join(table.key)}_is_unique"
    for column in table.columns:
        if not column.nullable:
            yield f"{column.name}_is_not_null"
        if column.allowed:
            yield f"{column.name}_is_allowed"
        if column.references:
            yield f"{column.name}_is_known"
    for span in table.spans:
        yield f"{span.start}_reproduces_text"
    if table.holds_claims:
        yield "none_from_removed_blocks"
        yield "none_on_copies"
