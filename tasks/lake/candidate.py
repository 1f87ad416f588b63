"""The state that a stage would make of the published one, as relations of a connection."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tasks.lake.catalog import scalar
from tasks.lake.sqltext import filled, literal, quoted, quoted_list, shipped
from tasks.lake.stage import Stage
from tasks.tables import TABLES
from tasks.tables.declaration import Table


@dataclass(frozen=True)
class StagedTable:
    """One table's part of a stage, made visible to a connection.

    ``whole``: the stage replaces the table; else it replaces the rows of the owners it names.
    """

    table: Table[Any]
    whole: bool

    @property
    def names(self) -> dict[str, str]:
        """What the templates of this table are filled with."""
        return {
            **table_names(self.table),
            "owner": quoted(self.table.owner_column or ""),
            "owners": quoted(f"{self.table.name} owners"),
            "staged": quoted(f"{self.table.name} staged"),
            "replaced": quoted(f"{self.table.name} replaced"),
            "difference": quoted(f"{self.table.name} difference"),
        }

    @property
    def scope(self) -> str:
        return "whole" if self.whole else "owned"


def table_names(table: Table[Any]) -> dict[str, str]:
    """A table's quoted names: itself, its columns, its key."""
    return {
        "table": quoted(table.name),
        "columns": quoted_list(column.name for column in table.columns),
        "key": quoted_list(table.key),
    }


def show_staged(connection: duckdb.DuckDBPyConnection, stage: Stage, table: Table[Any]) -> StagedTable:
    """Make the staged rows of a table, and the published rows they replace, relations of the connection."""
    parts = stage.parts(table)
    since = scalar(connection, filled("templates/last_whole_put", owners=_files(parts, "owners")))
    valid = [part for part in parts if int(part.name.partition("-")[0]) >= since]
    staged = StagedTable(table, whole=since > 0)
    files = {"rows_files": _files(valid, "rows"), "owners_files": _files(valid, "owners"), "since": str(since)}
    ownership = "owned" if table.owner_column else "whole"
    for template in ("staged_owners", f"staged_{ownership}", f"replaced_{staged.scope}"):
        connection.execute(filled(f"templates/{template}", **files, **staged.names))
    return staged


def _files(parts: Sequence[Path], suffix: str) -> str:
    return ", ".join(literal(f"{part}.{suffix}") for part in parts)


def show_candidate(connection: duckdb.DuckDBPyConnection, stage: Stage, snapshot: int) -> None:
    """Let each bare table name mean the rows published in ``snapshot`` with the stage applied.

    A table without rows is shown as a relation beside the lake: DuckLake looks an empty table up anew in each query,
    which costs more than reading a full one (24 ms against 1 ms).
    """
    empty = {name for (name,) in connection.execute(shipped("templates/empty_tables"), [snapshot]).fetchall()}
    for table in TABLES:
        if table.name in empty:
            connection.register(table.name, table.schema.empty_table())
    for table in stage.tables():
        staged = show_staged(connection, stage, table)
        scope = "whole" if table.name in empty else staged.scope
        connection.execute(filled(f"templates/candidate_{scope}", **staged.names))
