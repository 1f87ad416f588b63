import os
import subprocess
import sys
from pathlib import Path

import pytest
from lake_rows import document

from tasks.errors import LakeError
from tasks.lake import Lake, Stage, catalog
from tasks.lake.catalog import writing
from tasks.tables import TABLES
from tasks.tables.documents import DOCUMENTS


def alter(lake: Lake, *statements: str) -> None:
    """Make the lake one that older code left."""
    with writing(lake) as connection:
        for statement in statements:
            connection.execute(statement)


def fill(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    stage.put(DOCUMENTS, [document("a")], ["a"])
    lake.publish(stage, "run", "test", refresh=False)


def test_every_table_is_there_with_its_types_and_what_its_columns_mean(lake: Lake) -> None:
    with lake.reader() as reader:
        found = reader.query(
            "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
            "WHERE database_name = 'lake' AND table_name IN (SELECT table_name FROM duckdb_tables())"
        ).to_pylist()
    assert {tuple(row.values()) for row in found} == {
        (table.name, column.name, column.sql, column.nullable, column.doc)
        for table in TABLES
        for column in table.columns
    }


def test_creating_again_makes_no_snapshot(lake: Lake) -> None:
    lake.create()
    with lake.reader() as reader:
        assert reader.snapshot == 1


def test_an_older_lake_gets_missing_tables_and_columns_and_keeps_its_rows(lake: Lake) -> None:
    fill(lake)
    alter(lake, "DROP TABLE runs", "ALTER TABLE documents DROP COLUMN url", "ALTER TABLE documents ADD COLUMN old INT")
    lake.create()
    fill(lake)
    with lake.reader() as reader:
        assert reader.rows(DOCUMENTS) == [document("a")]
        assert reader.query("FROM runs").num_rows == 0


def test_a_required_column_can_come_only_while_the_table_is_empty(lake: Lake) -> None:
    alter(lake, "ALTER TABLE documents DROP COLUMN sha256")
    lake.create()
    fill(lake)
    alter(lake, "ALTER TABLE documents DROP COLUMN sha256")
    with pytest.raises(LakeError, match="column sha256 of table documents is new and may not be null"):
        lake.create()


def test_a_column_of_another_type_is_a_clear_error(lake: Lake) -> None:
    alter(lake, "DROP TABLE quantities", "CREATE TABLE quantities (claim_id VARCHAR, value INTEGER)")
    fill(lake)
    alter(lake, "DROP TABLE documents", "CREATE TABLE documents (text BIGINT)", "INSERT INTO documents VALUES (1)")
    with pytest.raises(LakeError, match="start a new lake"):
        lake.create()


def test_a_view_of_older_code_is_made_anew(lake: Lake) -> None:
    alter(
        lake,
        "BEGIN",
        "CREATE OR REPLACE VIEW claims AS SELECT 1 AS old",
        "CALL lake.set_commit_message('', '', extra_info => '{\"views\": \"of older code\"}')",
        "COMMIT",
    )
    lake.create()
    with lake.reader() as reader:
        assert "claim_id" in reader.query("FROM claims").column_names


def test_it_works_without_a_home_and_writes_nothing_beside_the_lake(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from tasks.lake import Lake; Lake(Path(sys.argv[1])).create()"
    environment = {name: value for name, value in os.environ.items() if name != "HOME"}
    environment["PYTHONPATH"] = str(Path.cwd())
    command = [sys.executable, "-c", code, str(tmp_path / "it's [a] lake")]
    subprocess.run(command, env=environment, cwd=tmp_path, check=True, timeout=60)
    assert [path.name for path in tmp_path.iterdir()] == ["it's [a] lake"]
    with Lake(tmp_path / "it's [a] lake").reader() as reader:
        assert reader.query("FROM facts").num_rows == 0


def test_a_missing_extension_package_is_named(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalog, "_EXTENSIONS", {"duckdb_extension_nowhere": "nowhere"})
    with pytest.raises(LakeError, match="from the package duckdb_extension_nowhere"):
        lake.create()


def test_a_file_that_is_no_catalog_is_a_clear_error(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    lake.data.mkdir(parents=True)
    lake.catalog.write_text("not a database " * 100)
    with pytest.raises(LakeError, match=r"cannot open the lake in .*not a database"), lake.reader():
        pass
