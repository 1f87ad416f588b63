"""Bring a lake's tables, comments, views and macros to what the code says; change nothing that is so already."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb

from tasks.errors import LakeError
from tasks.lake.catalog import describe_snapshot, first_line, scalar
from tasks.lake.sqltext import filled, quoted, shipped
from tasks.lake.views import view_statements
from tasks.tables import TABLES, ddl
from tasks.tables.declaration import Column, Table


@dataclass(frozen=True)
class KeptColumn:
    """A column as the lake has it."""

    type: str
    nullable: bool
    comment: str | None
    table_comment: str | None


def bring_up(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the lake's schema that of the code, in one transaction; no snapshot if it is so already.

    Missing tables, and missing columns that may be null, are added; a column may become nullable. Raises LakeError
    for what the rows of the past cannot follow: another type, or a new column that may not be null.
    """
    try:
        connection.execute("BEGIN")
        kept = _kept(connection)
        statements = [one for table in TABLES for one in _table_changes(connection, table, kept.get(table.name))]
        version = hashlib.sha256("".join(view_statements()).encode()).hexdigest()[:16]
        if statements or not _has_views(connection, version):
            statements += view_statements()
        for statement in statements:
            connection.execute(statement)
        if statements:
            describe_snapshot(connection, "schema", {"views": version})
        connection.execute("COMMIT")
    except duckdb.Error as error:
        raise LakeError(f"cannot bring the lake's tables up to the code: {first_line(error)}") from error


def _has_views(connection: duckdb.DuckDBPyConnection, version: str) -> bool:
    """Whether the last snapshot that made views made these. DuckLake rewrites their texts, so those cannot tell."""
    kept = connection.execute(shipped("templates/views_version")).fetchone()
    return kept is not None and kept[0] == version


def _kept(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, KeptColumn]]:
    kept: dict[str, dict[str, KeptColumn]] = {}
    for table, column, *rest in connection.execute(shipped("templates/kept_columns")).fetchall():
        kept.setdefault(table, {})[column] = KeptColumn(*rest)
    return kept


def _table_changes(
    connection: duckdb.DuckDBPyConnection, table: Table[Any], kept: dict[str, KeptColumn] | None
) -> Iterator[str]:
    if kept is None:
        yield ddl.create_table(table)
        yield from ddl.comments(table)
        return
    if next(iter(kept.values())).table_comment != table.grain:
        yield ddl.table_comment(table)
    missing = [column for column in table.columns if column.name not in kept]
    if any(not column.nullable for column in missing) and _is_empty(connection, table):
        yield ddl.drop_table(table)
        yield from _table_changes(connection, table, None)
        return
    for column in table.columns:
        yield from _column_changes(table, column, kept.get(column.name))
    for name in kept.keys() - {column.name for column in table.columns}:
        if not kept[name].nullable:
            yield ddl.relax_column(table, name)  # older code wrote it; rows of this code have none


def _column_changes(table: Table[Any], column: Column, kept: KeptColumn | None) -> Iterator[str]:
    where = f"column {column.name} of table {table.name}"
    if kept is None:
        if not column.nullable:
            raise LakeError(f"{where} is new and may not be null, so published rows cannot get it: start a new lake")
        yield ddl.add_column(table, column)
        yield ddl.column_comment(table, column)
        return
    if kept.type != column.sql:
        raise LakeError(f"{where} is {kept.type} in the lake and {column.sql} in the code: start a new lake")
    if column.nullable and not kept.nullable:
        yield ddl.relax_column(table, column.name)
    if kept.comment != column.doc:
        yield ddl.column_comment(table, column)


def _is_empty(connection: duckdb.DuckDBPyConnection, table: Table[Any]) -> bool:
    return scalar(connection, filled("templates/row_count", table=quoted(table.name))) == 0
