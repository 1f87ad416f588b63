"""The state that a stage would make of the published one, as relations of a connection."""

from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow.dataset as ds

from tasks.lake.sqltext import filled, quoted, quoted_list
from tasks.lake.stage import OWNER, PUT, Stage
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
            "parts": quoted(f"{self.table.name} parts"),
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
    owners = ds.dataset([f"{part}.owners" for part in parts], format="parquet")
    since = max(owners.to_table(filter=ds.field(OWNER).is_null()).column(PUT).to_pylist(), default=0)
    valid = [part for part in parts if int(part.name.partition("-")[0]) >= since]
    staged = StagedTable(table, whole=since > 0)
    connection.register(f"{table.name} parts", ds.dataset([f"{part}.rows" for part in valid], format="parquet"))
    connection.register(f"{table.name} owners", ds.dataset([f"{part}.owners" for part in valid], format="parquet"))
    ownership = "owned" if table.owner_column else "whole"
    connection.execute(filled(f"templates/staged_{ownership}", since=str(since), **staged.names))
    connection.execute(filled(f"templates/replaced_{staged.scope}", **staged.names))
    return staged


def show_candidate(connection: duckdb.DuckDBPyConnection, stage: Stage) -> None:
    """Let each bare table name mean the published rows with the stage applied."""
    for table in stage.tables():
        staged = show_staged(connection, stage, table)
        connection.execute(filled(f"templates/candidate_{staged.scope}", **staged.names))
