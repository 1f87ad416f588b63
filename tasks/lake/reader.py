"""One consistent snapshot, read-only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from tasks.errors import LakeError, UsageError
from tasks.lake.audits import Audit, AuditResult, all_audits, run_audit
from tasks.lake.candidate import table_names
from tasks.lake.catalog import first_line
from tasks.lake.guard import check_statement
from tasks.lake.sqltext import filled, quoted, shipped
from tasks.tables.declaration import R, Table

Parameter = str | int | float | bool | None | list[str]


@dataclass(frozen=True)
class Reader:
    """Reads the snapshot ``snapshot``, or the candidate state if it was opened with a stage."""

    connection: duckdb.DuckDBPyConnection
    snapshot: int

    def rows(self, table: Table[R], owners: Collection[str] | None = None) -> list[R]:
        """The table's rows, or those of some documents or articles, in the order of its key."""
        names = table_names(table)
        if owners is None:
            return table.from_arrow(self._arrow(filled("templates/rows", **names)))
        if table.owner_column is None:
            raise ValueError(f"rows of {table.name} have no owner")
        statement = filled("templates/rows_of_owners", owner=quoted(table.owner_column), **names)
        return table.from_arrow(self._arrow(statement, {"owners": sorted(owners)}))

    def query(self, sql: str, parameters: Mapping[str, Parameter] | None = None) -> pa.Table:
        """The result of one SELECT that somebody typed. Raises UsageError, in one line, if it is none or fails."""
        check_statement(self.connection, sql)
        try:
            return self._executed(sql, parameters)
        except duckdb.Error as error:
            self.connection.execute("ROLLBACK; BEGIN")  # or nothing more could be asked
            raise UsageError(f"the query failed: {first_line(error)}") from error

    def named(self, name: str, **parameters: Parameter) -> pa.Table:
        """The result of the shipped ``sql/<name>.sql``."""
        return self._arrow(shipped(name), parameters)

    def audits(self) -> tuple[Audit, ...]:
        """Every audit: those in ``sql/audits/<suite>/`` and those derived from the contract."""
        return all_audits()

    def audit(self, audit: Audit, limit: int) -> AuditResult:
        """The exact number of bad rows, and the first ``limit`` of them."""
        return run_audit(self.connection, audit, limit)

    def _arrow(self, sql: str, parameters: Mapping[str, Parameter] | None = None) -> pa.Table:
        try:
            return self._executed(sql, parameters)
        except duckdb.Error as error:
            raise LakeError(f"cannot read the lake: {first_line(error)}") from error

    def _executed(self, sql: str, parameters: Mapping[str, Parameter] | None) -> pa.Table:
        return self.connection.execute(sql, dict(parameters or {}) or None).to_arrow_table()
