import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from lake_rows import document, source

from tasks.errors import LakeError
from tasks.lake import Lake, Stage
from tasks.lake.locks import locked
from tasks.tables import TABLES
from tasks.tables.documents import DOCUMENTS
from tasks.tables.sources import SOURCES


def add(lake: Lake, name: str, refresh: bool = True) -> None:
    stage = Stage.open(lake, "run")
    stage.put(DOCUMENTS, [document(name)], [name])
    lake.publish(stage, "run", "test", refresh=refresh)


def test_a_publication_refreshes_a_plain_file_of_each_table(lake: Lake) -> None:
    add(lake, "b")
    add(lake, "a")
    assert list(pd.read_parquet(lake.curated / "documents.parquet")["document_id"]) == ["a", "b"]
    assert {path.stem for path in lake.curated.glob("*.parquet")} == {table.name for table in TABLES}
    assert not list(lake.curated.glob(".*"))


def test_files_of_tables_that_did_not_change_are_left_alone(lake: Lake) -> None:
    add(lake, "a")
    before = {path.name: path.stat().st_ino for path in lake.curated.glob("*.parquet")}
    add(lake, "b")
    after = {path.name: path.stat().st_ino for path in lake.curated.glob("*.parquet")}
    assert [name for name in before if before[name] != after[name]] == ["documents.parquet"]


def test_a_file_that_an_earlier_run_did_not_refresh_is_refreshed_by_the_next(lake: Lake) -> None:
    add(lake, "a")
    add(lake, "b", refresh=False)
    assert len(pd.read_parquet(lake.curated / "documents.parquet")) == 1
    add(lake, "b")
    assert len(pd.read_parquet(lake.curated / "documents.parquet")) == 2


def test_ledger_tables_are_refreshed_when_asked(lake: Lake) -> None:
    lake.record(SOURCES, [source("Echo")])
    lake.refresh()
    assert len(pd.read_parquet(lake.curated / "sources.parquet")) == 1


def test_an_export_is_a_folder_for_each_table(lake: Lake, tmp_path: Path) -> None:
    add(lake, "a", refresh=False)
    lake.export(tmp_path / "out" / "deep")
    folders = {path.name: path for path in (tmp_path / "out" / "deep").iterdir()}
    assert set(folders) == {table.name for table in TABLES}
    assert DOCUMENTS.from_arrow(pq.read_table(folders["documents"])) == [document("a")]


def test_a_lake_that_was_moved_reads_and_writes(lake: Lake, tmp_path: Path) -> None:
    add(lake, "a")
    shutil.move(lake.curated, tmp_path / "elsewhere")
    moved = Lake(tmp_path / "elsewhere")
    add(moved, "b")
    with moved.reader() as reader:
        assert [row.document_id for row in reader.rows(DOCUMENTS)] == ["a", "b"]
    assert not lake.curated.exists()


def plain_duckdb() -> duckdb.DuckDBPyConnection:
    """What ``INSTALL ducklake; INSTALL sqlite`` gives a user, from the packages in place of the internet."""
    connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    with tempfile.TemporaryDirectory() as folder:
        for package, name in (("ducklake", "ducklake"), ("sqlite", "sqlite_scanner")):
            built = f"extensions/v{duckdb.__version__}/{package}.duckdb_extension"
            link = Path(folder) / f"{name}.duckdb_extension"
            link.symlink_to(str(files(f"duckdb_extension_{package}").joinpath(built)))
            connection.execute(f"LOAD '{link}'")
    return connection


def test_two_lines_attach_the_lake_from_any_duckdb_with_its_views_and_macros(lake: Lake, tmp_path: Path) -> None:
    add(lake, "a")
    shutil.move(lake.curated, tmp_path / "elsewhere")
    moved = Lake(tmp_path / "elsewhere")
    moved.create()
    connection = plain_duckdb()
    connection.execute(f"ATTACH 'ducklake:sqlite:{moved.catalog}' AS crosswire (READ_ONLY)")
    connection.execute("USE crosswire")
    assert connection.execute("SELECT document_id FROM documents").fetchall() == [("a",)]
    assert connection.execute("SELECT count(*) FROM conflicts").fetchall() == [(0,)]
    assert connection.execute("FROM without_origin('Echo')").fetchall() == []
    assert connection.execute("FROM changes(1, 2)").fetchall() == []


def test_a_lake_made_anew_refreshes_the_files_of_the_old_one(lake: Lake) -> None:
    add(lake, "old")
    shutil.rmtree(lake.root)
    lake.create()
    add(lake, "new")
    assert list(pd.read_parquet(lake.curated / "documents.parquet")["document_id"]) == ["new"]


def test_a_broken_file_in_the_place_of_a_copy_is_replaced(lake: Lake) -> None:
    (lake.curated / "documents.parquet").write_bytes(b"PAR1 not really")
    add(lake, "a")
    assert len(pd.read_parquet(lake.curated / "documents.parquet")) == 1


def test_an_export_only_reads_whoever_is_writing(lake: Lake, tmp_path: Path) -> None:
    add(lake, "a")
    before = {path: path.stat().st_mtime_ns for path in lake.data.rglob("*.parquet")}
    with lake.lease(0), locked(lake.root / "commit.lock", 0, "cannot write to"):
        lake.export(tmp_path / "out")
    assert list(pd.read_parquet(tmp_path / "out" / "documents")["document_id"]) == ["a"]
    assert {path: path.stat().st_mtime_ns for path in lake.data.rglob("*.parquet")} == before


def test_an_export_of_no_lake_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(LakeError, match="no lake in"):
        Lake(tmp_path / "none").export(tmp_path / "out")
    assert not (tmp_path / "none").exists()
