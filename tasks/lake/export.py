"""Plain Parquet copies of the tables, for tools that do not know DuckLake.

Globbing the lake's own files would return rows that later publications removed.
"""

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from tasks.errors import LakeError
from tasks.lake.candidate import table_names
from tasks.lake.catalog import first_line
from tasks.lake.sqltext import filled, literal, shipped
from tasks.tables import TABLES
from tasks.tables.declaration import Table

_STATE = "crosswire.state"  # in a file's metadata: the table it is of, and the snapshot that last changed that


def refresh(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Path]) -> None:
    """Bring the Parquet file of each table (by the table's name) up to the connection's snapshot.

    Files of tables that did not change are left alone. All new files are written before the first one takes its
    place, and each takes it atomically, so a reader finds whole files, and of one snapshot but for that moment.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        connection.execute("BEGIN")  # so that all files are of one snapshot
        states = dict(connection.execute(shipped("templates/table_states")).fetchall())
        for table in TABLES:
            final = files[table.name]
            if _kept(final) != states[table.name]:
                final.parent.mkdir(parents=True, exist_ok=True)
                temporary = final.with_name(f".{table.name}.{uuid.uuid4().hex}.parquet")
                ready.append((temporary, final))
                _copy(connection, table, temporary, states[table.name])
        connection.execute("COMMIT")
        for temporary, final in ready:
            temporary.replace(final)
    except (duckdb.Error, OSError) as error:
        raise LakeError(f"cannot write the Parquet copies of the tables: {first_line(error)}") from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _copy(connection: duckdb.DuckDBPyConnection, table: Table[Any], file: Path, state: str) -> None:
    mark = f"{literal(_STATE)}: {literal(state)}"
    connection.execute(filled("templates/copy", file=literal(str(file)), mark=mark, **table_names(table)))


def _kept(file: Path) -> str | None:
    """The state that a file is a copy of; None if there is no such file or it is not one of ours."""
    try:
        metadata: dict[bytes, bytes] = pq.read_metadata(file).metadata or {}
    except (FileNotFoundError, pa.ArrowInvalid):
        return None
    return metadata.get(_STATE.encode(), b"").decode() or None
