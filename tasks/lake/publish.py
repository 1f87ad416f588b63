"""One transaction that makes the candidate state the published one, and writes real differences only."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from tasks.errors import LakeError
from tasks.lake.candidate import StagedTable, show_staged
from tasks.lake.catalog import describe_snapshot, first_line, scalar
from tasks.lake.sqltext import filled
from tasks.lake.stage import Stage
from tasks.tables.declaration import Table
from tasks.tables.lineage import LINEAGE


def publish(
    connection: duckdb.DuckDBPyConnection, stage: Stage, lineage: pa.Table, run_id: str, cause: str
) -> int | None:
    """Commit the stage and what became of ids with it, so that a crash cannot part the two.

    The new snapshot's id, or None if nothing differed (then there is no snapshot).
    """
    with _transaction(connection, cause, {"run_id": run_id}) as changed:
        for table in stage.tables():
            changed.append(_write_difference(connection, show_staged(connection, stage, table)))
        changed.append(_write_by_key(connection, LINEAGE, lineage))
    return _committed(connection) if any(changed) else None


def record(connection: duckdb.DuckDBPyConnection, table: Table[Any], rows: pa.Table) -> int | None:
    """Insert the rows, in place of those with the same key; the new snapshot's id, or None if nothing differed."""
    with _transaction(connection, "ledger", {"table": table.name}) as changed:
        changed.append(_write_by_key(connection, table, rows))
    return _committed(connection) if any(changed) else None


def _write_by_key(connection: duckdb.DuckDBPyConnection, table: Table[Any], rows: pa.Table) -> bool:
    staged = StagedTable(table, whole=False)
    connection.register(f"{table.name} staged", rows)
    connection.execute(filled("templates/replaced_by_key", **staged.names))
    return _write_difference(connection, staged)


def _write_difference(connection: duckdb.DuckDBPyConnection, staged: StagedTable) -> bool:
    for template in ("difference", "remove", "insert"):
        connection.execute(filled(f"templates/{template}", **staged.names))
    return scalar(connection, filled("templates/difference_count", **staged.names)) > 0


@contextmanager
def _transaction(connection: duckdb.DuckDBPyConnection, cause: str, details: dict[str, str]) -> Iterator[list[bool]]:
    changed: list[bool] = []
    try:
        connection.execute("BEGIN")
        yield changed
        describe_snapshot(connection, cause, details)
        connection.execute("COMMIT" if any(changed) else "ROLLBACK")
    except duckdb.Error as error:
        raise LakeError(f"cannot publish: {first_line(error)}") from error


def _committed(connection: duckdb.DuckDBPyConnection) -> int:
    return scalar(connection, "FROM lake.last_committed_snapshot()")
