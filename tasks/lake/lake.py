"""The lake in one folder: create, lease, read, publish, record, export."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from tasks.lake.candidate import show_candidate
from tasks.lake.catalog import exporting, reading, writing
from tasks.lake.export import refresh as refresh_files
from tasks.lake.locks import locked
from tasks.lake.place import Place
from tasks.lake.publish import publish, record
from tasks.lake.reader import Reader
from tasks.lake.schema import bring_up
from tasks.lake.sqltext import shipped
from tasks.lake.stage import Stage
from tasks.tables import TABLES
from tasks.tables.declaration import R, Table
from tasks.tables.lineage import LINEAGE, LineageChange

LEASE_SECONDS = 600.0
_COMMIT_SECONDS = 300.0  # a transaction of another process is short; a run, under its lease, is not


@dataclass(frozen=True)
class Lake(Place):
    """The lake of a curated folder. Paths only: picklable, and valid whether the lake exists or not."""

    def exists(self) -> bool:
        return self.catalog.exists()

    def create(self) -> None:
        """Make the lake, or bring an older one to the tables, views and macros of this code. Raises LakeError."""
        with self._commit_lock(), writing(self) as connection:
            bring_up(connection)
            connection.execute(shipped("templates/data_path"), {"data": f"{self.data}/"})

    @contextmanager
    def lease(self, timeout_seconds: float = LEASE_SECONDS) -> Iterator[None]:
        """Be the one run that writes; what crashed runs left in the stage is removed. Raises LakeError on timeout."""
        with locked(self.root / "run.lock", timeout_seconds, "cannot get the lease on"):
            shutil.rmtree(self.staging, ignore_errors=True)
            yield

    @contextmanager
    def reader(
        self, at: int | None = None, stage: Stage | None = None, relations: Mapping[str, pa.Table] | None = None
    ) -> Iterator[Reader]:
        """One consistent snapshot: the newest, or ``at``; with a stage, bare table names mean the candidate state.

        ``relations`` are more tables that SQL may name, such as the reference facts. Never blocks a writer and never
        sees a part of a publication. Raises LakeError, UsageError.
        """
        with reading(self, at) as (connection, snapshot):
            for name, relation in (relations or {}).items():
                connection.register(name, relation)
            if stage is not None:
                show_candidate(connection, stage, snapshot)
            connection.execute("BEGIN")  # one transaction: DuckLake then looks its catalog up once
            yield Reader(connection, snapshot)

    def publish(
        self, stage: Stage, run_id: str, cause: str, lineage: Iterable[LineageChange] = (), refresh: bool = True
    ) -> int | None:
        """Make the stage the published state, and keep the lineage of its ids, in one transaction; remove the stage.

        Gives the new snapshot's id, or None if nothing differed. ``refresh`` brings ``<table>.parquet`` up to date.
        """
        with self._commit_lock(), writing(self) as connection:
            snapshot = publish(connection, stage, LINEAGE.to_arrow(lineage), run_id, cause)
            if refresh:
                refresh_files(connection, self._files)
        stage.discard()
        return snapshot

    def record(self, table: Table[R], rows: Iterable[R]) -> int | None:
        """Insert ledger rows, in place of those with the same key, in a transaction of their own."""
        arrow = table.to_arrow(rows)
        with self._commit_lock(), writing(self) as connection:
            return record(connection, table, arrow)

    def refresh(self) -> None:
        """Bring ``<curated>/<table>.parquet`` up to the published state; publish does so too when asked."""
        with self._commit_lock(), writing(self) as connection:
            refresh_files(connection, self._files)

    def export(self, folder: Path) -> None:
        """Write every table as a Parquet folder of its own, ``<folder>/<table>/<table>.parquet``.

        Only reads the lake: whoever may read it may export it, also while a run is writing.
        """
        files = {table.name: folder / table.name / f"{table.name}.parquet" for table in TABLES}
        with exporting(self) as connection:
            refresh_files(connection, files)

    @property
    def _files(self) -> dict[str, Path]:
        return {table.name: self.curated / f"{table.name}.parquet" for table in TABLES}

    def _commit_lock(self) -> AbstractContextManager[None]:
        return locked(self.root / "commit.lock", _COMMIT_SECONDS, "cannot write to")
