import threading
from datetime import UTC, datetime

import pyarrow as pa
import pytest
from lake_rows import article, document, mention, source

from tasks.errors import LakeError, UsageError
from tasks.lake import Lake, Stage
from tasks.tables.articles import ARTICLES
from tasks.tables.documents import DOCUMENTS
from tasks.tables.lineage import LINEAGE
from tasks.tables.mentions import MENTIONS
from tasks.tables.runs import RUNS, Run, RunStatus
from tasks.tables.sources import SOURCES


def add(lake: Lake, name: str) -> int | None:
    stage = Stage.open(lake, f"run-{name}")
    stage.put(DOCUMENTS, [document(name)], [name])
    return lake.publish(stage, f"run-{name}", "new", refresh=False)


def test_a_reader_held_open_through_a_commit_sees_its_snapshot_and_no_error(lake: Lake) -> None:
    add(lake, "a")
    with lake.reader() as reader:
        assert reader.query("FROM documents").num_rows == 1
        assert add(lake, "b") == 3
        assert reader.query("FROM documents").num_rows == 1
        assert [row.document_id for row in reader.rows(DOCUMENTS)] == ["a"]
        with lake.reader() as later:
            assert later.query("FROM documents").num_rows == 2


def test_reading_goes_on_while_another_thread_writes(lake: Lake) -> None:
    writer = threading.Thread(target=lambda: [add(lake, name) for name in "abcde"])
    writer.start()
    counts = []
    while writer.is_alive():
        with lake.reader() as reader:
            counts.append(reader.query("FROM documents").num_rows)
    assert counts == sorted(counts)


def test_an_older_snapshot_can_be_read(lake: Lake) -> None:
    first = add(lake, "a")
    add(lake, "b")
    with lake.reader(at=first) as reader:
        assert reader.snapshot == first
        assert [row.document_id for row in reader.rows(DOCUMENTS)] == ["a"]
        assert reader.query("FROM documents AT (VERSION => 1)").num_rows == 0


@pytest.mark.parametrize("at", [99, -1, 2**70])
def test_a_snapshot_that_is_not_there_is_wrong_usage(lake: Lake, at: int) -> None:
    with pytest.raises(UsageError, match=f"no snapshot {at}.*lists them"), lake.reader(at=at):
        pass


def test_no_lake_is_a_clear_error_and_none_is_made(lake: Lake) -> None:
    nowhere = Lake(lake.curated / "nowhere")
    with pytest.raises(LakeError, match=r"no lake in .*nowhere: run crosswire run"), nowhere.reader():
        pass
    assert not nowhere.exists() and not nowhere.curated.exists()


def test_with_a_stage_bare_names_mean_the_candidate_state_in_views_too(lake: Lake) -> None:
    stage = Stage.open(lake, "one")
    stage.put(DOCUMENTS, [document("a"), document("b")], ["a", "b"])
    stage.put(ARTICLES, [article("a"), article("b")], ["article a", "article b"])
    lake.publish(stage, "one", "test", refresh=False)
    stage = Stage.open(lake, "two")
    stage.put(ARTICLES, [article("a", "Echo")], ["article a"])
    stage.put_all(SOURCES, [source("Echo")])
    with lake.reader(stage=stage) as reader:
        assert reader.rows(ARTICLES) == [article("a", "Echo"), article("b")]
        assert reader.rows(SOURCES, None) == [source("Echo")]
        assert reader.query("FROM coverage").num_rows == 0
    with lake.reader() as reader:
        assert reader.rows(ARTICLES) == [article("a"), article("b")]


def test_a_crash_between_stage_and_publish_leaves_the_old_snapshot_and_a_rerun_works(lake: Lake) -> None:
    add(lake, "a")
    with lake.lease():
        Stage.open(lake, "crashed").put(DOCUMENTS, [document("b")], ["b"])
    with lake.reader() as reader:
        assert [row.document_id for row in reader.rows(DOCUMENTS)] == ["a"]
    with lake.lease():
        assert not lake.staging.exists()
        assert add(lake, "b") == 3


def test_rows_of_some_owners(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    stage.put(MENTIONS, [mention(1, "a"), mention(2, "b"), mention(3, "b")], ["article a", "article b", "article c"])
    lake.publish(stage, "run", "test", refresh=False)
    with lake.reader() as reader:
        assert reader.rows(MENTIONS, ["article b", "article c"]) == [mention(2, "b"), mention(3, "b")]
        assert reader.rows(MENTIONS, []) == []
        with pytest.raises(ValueError, match="no owner"):
            reader.rows(LINEAGE, ["Echo"])


def test_other_relations_can_be_named_in_queries(lake: Lake) -> None:
    with lake.reader(relations={"known": pa.table({"value": [1, 2]})}) as reader:
        assert reader.query("SELECT sum(value) AS total FROM known").to_pylist() == [{"total": 3}]


def test_parameters_are_values_not_sql(lake: Lake) -> None:
    with lake.reader() as reader:
        assert reader.query("SELECT $name AS name", {"name": "'; DROP"}).to_pylist() == [{"name": "'; DROP"}]


@pytest.mark.parametrize("sql", ["SELEC 1", "FROM nowhere", "SELECT nothing FROM facts", "SELECT 'a'::INTEGER", ""])
def test_a_wrong_query_is_one_clear_line_and_the_next_one_works(lake: Lake, sql: str) -> None:
    with lake.reader() as reader:
        with pytest.raises(UsageError) as caught:
            reader.query(sql)
        assert "\n" not in str(caught.value)
        assert reader.query("SELECT 1 AS one").to_pylist() == [{"one": 1}]


def run(run_id: str, status: RunStatus) -> Run:
    return Run(
        run_id=run_id,
        flow="curate",
        started_at=datetime(2024, 5, 1, 12, tzinfo=UTC),
        ended_at=None,
        code_version="1",
        model="m",
        snapshot_id=None,
        documents_count=0,
        status=status,
    )


def test_ledger_rows_replace_those_with_their_key(lake: Lake) -> None:
    lake.record(RUNS, [run("1", "failed"), run("2", "published")])
    assert lake.record(RUNS, [run("2", "published")]) is None
    lake.record(RUNS, [run("1", "published"), run("3", "blocked")])
    with lake.reader() as reader:
        assert reader.rows(RUNS) == [run("1", "published"), run("2", "published"), run("3", "blocked")]
