"""The rows of a publication before it happens: Parquet parts in a folder of the lake."""

import re
import shutil
import time
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.lake.place import Place
from tasks.tables import BY_NAME
from tasks.tables.declaration import R, Table

_PUT = "staged_put"  # the column that orders the parts: nanoseconds since 1970 when the rows were put
_OWNER = "owner"  # null: the whole table
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")


@dataclass(frozen=True)
class Stage:
    """What a run wants published. Only a path: picklable, and several processes may put at the same time.

    A part counts from the moment its owners' file has its final name, so a crash leaves no half of one.
    """

    folder: Path

    @classmethod
    def open(cls, place: Place, run_id: str) -> "Stage":
        """An empty stage for this run. Raises ValueError if ``run_id`` cannot be a folder's name."""
        if not _RUN_ID.fullmatch(run_id):
            raise ValueError(f"run id {run_id!r} cannot be the name of a folder")
        stage = cls(place.staging / run_id)
        stage.discard()
        stage.folder.mkdir(parents=True)
        return stage

    def put(self, table: Table[R], rows: Iterable[R], owners: Collection[str]) -> None:
        """After publication these owners' rows are exactly ``rows``; a later put for an owner replaces an earlier one.

        Raises ValueError if the table has no owners, or a row belongs to somebody else.
        """
        if table.owner_column is None:
            raise ValueError(f"rows of {table.name} have no owner: use put_all")
        arrow = table.to_arrow(rows)
        strangers = set(arrow.column(table.owner_column).to_pylist()) - set(owners)
        if strangers:
            raise ValueError(f"rows of {table.name} belong to {min(strangers)}, which is not among the owners given")
        if owners:
            self._write(table, arrow, sorted(set(owners)))

    def put_all(self, table: Table[R], rows: Iterable[R]) -> None:
        """After publication the table is exactly ``rows``, and what was put for it before is void."""
        self._write(table, table.to_arrow(rows), [None])

    def withdraw(self, *tables: Table[Any]) -> None:
        """Forget what was put for these tables: after publication they are what they are now."""
        for table in tables:
            shutil.rmtree(self.folder / table.name, ignore_errors=True)

    def tables(self) -> tuple[Table[Any], ...]:
        """The tables that have a part, by name."""
        return tuple(BY_NAME[path.name] for path in sorted(self.folder.iterdir()) if any(path.glob("*.owners")))

    def parts(self, table: Table[Any]) -> tuple[Path, ...]:
        """Paths of the parts without suffix, the earliest first."""
        return tuple(sorted(path.with_suffix("") for path in (self.folder / table.name).glob("*.owners")))

    def discard(self) -> None:
        """Remove everything that was put."""
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def _write(self, table: Table[Any], rows: pa.Table, owners: Sequence[str | None]) -> None:
        put = time.time_ns()
        part = self.folder / table.name / f"{put:020d}-{uuid.uuid4().hex}"
        part.parent.mkdir(exist_ok=True)
        pq.write_table(_with_put(rows, put), part.with_suffix(".rows"))
        listed = pa.table({_OWNER: pa.array(owners, pa.string())})
        pq.write_table(_with_put(listed, put), part.with_suffix(".partial"))
        part.with_suffix(".partial").rename(part.with_suffix(".owners"))


def _with_put(table: pa.Table, put: int) -> pa.Table:
    """With the column that orders the parts, and nulls let in: a check has to see them to name the row."""
    nullable = pa.schema([field.with_nullable(True) for field in table.schema])
    return table.cast(nullable).append_column(_PUT, pa.repeat(pa.scalar(put, pa.int64()), len(table)))
