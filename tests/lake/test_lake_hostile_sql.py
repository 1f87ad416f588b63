import sqlite3
from pathlib import Path

import duckdb
import pytest
from lake_rows import document

from tasks.errors import UsageError
from tasks.lake import Lake, Stage
from tasks.tables.documents import DOCUMENTS

HOSTILE = (
    "FROM '{secret}'",
    "FROM read_csv('{secret}')",
    "FROM read_text('{secret}')",
    "SELECT (SELECT count(*) FROM read_blob('{secret}'))",
    "FROM glob('/**')",
    "WITH stolen AS (FROM read_text('{secret}')) FROM stolen",
    "FROM sqlite_scan('{database}', 't')",
    "FROM system.main.sqlite_scan('{database}', 't')",
    "FROM \"SQLite_Scan\"('{database}', 't')",
    "FROM sqlite_query('__ducklake_metadata_lake', 'SELECT 1')",
    "CALL sqlite_attach('{database}')",
    "FROM query('FROM sqlite_scan(''{database}'', ''t'')')",
    "FROM query_table(['{secret}'])",
    "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
    "ATTACH '{database}' (TYPE sqlite)",
    "COPY documents TO '{out}'",
    "COPY documents TO '{lake}/data/out.csv'",
    "EXPLAIN ANALYZE COPY documents TO '{lake}/data/out.csv'",
    "EXPORT DATABASE '{out}'",
    "SELECT 1; COPY documents TO '{out}'",
    "INSERT INTO documents SELECT * FROM documents",
    "DELETE FROM documents",
    "UPDATE documents SET text = ''",
    "DROP TABLE documents",
    "CREATE TABLE mine AS SELECT 1",
    "CREATE TEMP MACRO mine() AS TABLE FROM read_text('{secret}')",
    "DELETE FROM __ducklake_metadata_lake.ducklake_snapshot",
    "CALL ducklake_expire_snapshots('lake', versions => [1])",
    "FROM ducklake_cleanup_old_files('lake', cleanup_all => true)",
    "FROM ducklake_delete_orphaned_files('lake', cleanup_all => true)",
    "FROM arrow_scan(1, 2, 3)",
    "SET enable_external_access = true",
    "LOAD '{secret}'",
    "INSTALL httpfs",
    "USE memory",
    "DETACH lake",
    "ROLLBACK",
)


@pytest.fixture(scope="module")
def filled_lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    lake = Lake(tmp_path_factory.mktemp("hostile") / "curated")
    lake.create()
    stage = Stage.open(lake, "run")
    stage.put(DOCUMENTS, [document("a")], ["a"])
    lake.publish(stage, "run", "test", refresh=False)
    return lake


def files_of(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if not path.name.startswith("catalog.sqlite-")}


@pytest.mark.parametrize("sql", HOSTILE)
def test_hostile_sql_neither_reads_nor_writes_outside_the_tables(filled_lake: Lake, sql: str) -> None:
    folder = filled_lake.curated.parent
    (folder / "secret.csv").write_text("secret\n1\n")
    with sqlite3.connect(folder / "other.sqlite") as database:
        database.execute("CREATE TABLE IF NOT EXISTS t (a)")
    before = files_of(folder)
    places = {"secret": folder / "secret.csv", "database": folder / "other.sqlite", "out": folder / "out"}
    with filled_lake.reader() as reader:
        with pytest.raises(UsageError) as caught:
            reader.query(sql.format(lake=filled_lake.root, **places))
        assert "\n" not in str(caught.value)
        assert reader.rows(DOCUMENTS) == [document("a")]
    assert files_of(folder) == before


@pytest.mark.parametrize(
    "sql",
    [
        "DESCRIBE facts",
        "SUMMARIZE documents",
        "SHOW TABLES",
        "EXPLAIN SELECT 1",
        "explain analyze FROM documents",
        "-- a comment first\nFROM documents;",
        "FROM lake.snapshots()",
        "FROM changes(1, 2)",
        "SELECT unnest([1, 2])",
        "FROM range(3)",
        "FROM duckdb_tables()",
        "PIVOT (SELECT 1 AS a, 2 AS b) ON a IN (1, 2) USING sum(b)",
    ],
)
def test_reading_of_every_kind_is_let_through(filled_lake: Lake, sql: str) -> None:
    with filled_lake.reader() as reader:
        assert reader.query(sql).num_rows > 0 or sql.startswith("FROM changes")


@pytest.mark.parametrize(
    "sql", ["FROM read_text('{secret}')", "COPY documents TO '{out}'", "SET threads = 1", "LOAD 'x'"]
)
def test_the_connection_itself_is_closed_whatever_the_statement(filled_lake: Lake, sql: str) -> None:
    folder = filled_lake.curated.parent
    (folder / "secret.csv").write_text("secret")
    with filled_lake.reader() as reader, pytest.raises(duckdb.Error, match=r"disabled|locked"):
        reader.connection.execute(sql.format(secret=folder / "secret.csv", out=folder / "out"))


def test_a_deeply_nested_query_is_refused_in_one_line(filled_lake: Lake) -> None:
    with filled_lake.reader() as reader, pytest.raises(UsageError) as caught:
        reader.query("SELECT " + "(" * 20_000 + "1" + ")" * 20_000)
    assert "\n" not in str(caught.value)
