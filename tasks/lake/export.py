"""Plain Parquet copies of the tables, for tools that do not know DuckLake.

Globbing the lake's own files would return rows that later publications removed.
"""

import uuid
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from tasks.errors import LakeError
from tasks.lake.candidate import table_names
from tasks.lake.catalog import first_line, scalar
from tasks.lake.sqltext import filled, literal
from tasks.tables import TABLES

_CHANGED = "crosswire.changed_in_snapshot"  # the snapshot that last changed the table, kept in the file's metadata


def refresh(connection: duckdb.DuckDBPyConnection, files: Mapping[str, Path]) -> None:
    """Bring the Parquet file of each table (by the table's name) up to the connection's snapshot.

    Files of tables that did not change are left alone. All new files are written before the first one takes its
    place, and each takes it atomically, so a reader finds whole files, and of one snapshot but for that moment.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for table in TABLES:
            names = table_names(table)
            final = files[table.name]
            final.parent.mkdir(parents=True, exist_ok=True)
            changed = scalar(connection, filled("templates/changed_in", table=literal(table.name)))
            if _kept(final) != changed:
                temporary = final.with_name(f".{table.name}.{uuid.uuid4().hex}.parquet")
                ready.append((temporary, final))
                file, mark = literal(str(temporary)), f"{literal(_CHANGED)}: {literal(str(changed))}"
                connection.execute(filled("templates/copy", file=file, mark=mark, **names))
        for temporary, final in ready:
            temporary.replace(final)
    except (duckdb.Error, OSError) as error:
        raise LakeError(f"cannot write the Parquet copies of the tables: {first_line(error)}") from error
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)


def _kept(file: Path) -> int | None:
    if not file.exists():
        return None
    value = (pq.read_metadata(file).metadata or {}).get(_CHANGED.encode())
    return None if value is None else int(value)
