import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lake_rows import article, document, mention, source

from tasks.errors import LakeError
from tasks.lake import Lake, Stage
from tasks.tables.articles import ARTICLES
from tasks.tables.documents import DOCUMENTS, Document
from tasks.tables.lineage import LINEAGE
from tasks.tables.mentions import MENTIONS
from tasks.tables.sources import SOURCES


def publish(lake: Lake, *puts: list[Document], owners: list[str] | None = None) -> int | None:
    stage = Stage.open(lake, "run")
    for rows in puts:
        stage.put(DOCUMENTS, rows, owners or [row.document_id for row in rows])
    return lake.publish(stage, "run", "new documents", refresh=False)


def documents(lake: Lake, at: int | None = None) -> list[Document]:
    with lake.reader(at) as reader:
        return reader.rows(DOCUMENTS)


def test_published_rows_are_read_back_as_they_were(lake: Lake) -> None:
    rows = [document("a"), document("b", None), document("c", "NUL-free, but “typographic” \n\t 😀")]
    publish(lake, rows)
    assert documents(lake) == rows


def test_a_later_put_for_an_owner_replaces_the_earlier_one(lake: Lake) -> None:
    publish(lake, [document("a", "early"), document("b")], [document("a", "late")])
    assert documents(lake) == [document("a", "late"), document("b")]


def test_rows_of_owners_that_are_not_named_stay(lake: Lake) -> None:
    publish(lake, [document("a"), document("b")])
    publish(lake, [document("b", "other")])
    assert documents(lake) == [document("a"), document("b", "other")]


def test_an_owner_put_without_rows_has_none_afterwards(lake: Lake) -> None:
    publish(lake, [document("a"), document("b")])
    publish(lake, [], owners=["a"])
    assert documents(lake) == [document("b")]


def test_put_all_replaces_the_table_and_voids_what_was_put_before(lake: Lake) -> None:
    publish(lake, [document("a")])
    stage = Stage.open(lake, "run")
    stage.put(DOCUMENTS, [document("void")], ["void"])
    stage.put_all(DOCUMENTS, [document("b"), document("c")])
    stage.put(DOCUMENTS, [document("c", "later")], ["c"])
    lake.publish(stage, "run", "test", refresh=False)
    assert documents(lake) == [document("b"), document("c", "later")]


def test_the_same_rows_again_make_no_snapshot(lake: Lake) -> None:
    assert publish(lake, [document("a"), document("b")]) is not None
    assert publish(lake, [document("b"), document("a")]) is None
    with lake.reader() as reader:
        assert reader.snapshot == 2


def test_only_rows_that_differ_are_written(lake: Lake) -> None:
    publish(lake, [document(name) for name in "abcdef"])
    snapshot = publish(lake, [document("a"), document("b", "changed"), document("c")])
    with lake.reader() as reader:
        changes = reader.query(f"FROM lake.table_changes('documents', {snapshot}, {snapshot})").to_pylist()
    assert sorted((row["change_type"], row["document_id"]) for row in changes) == [("delete", "b"), ("insert", "b")]


def test_equal_rows_are_counted_not_merged(lake: Lake) -> None:
    publish(lake, [document("a"), document("a")], owners=["a"])
    assert documents(lake) == [document("a"), document("a")]
    publish(lake, [document("a")])
    assert documents(lake) == [document("a")]


def test_all_tables_change_in_one_snapshot_that_says_its_run_and_cause(lake: Lake) -> None:
    stage = Stage.open(lake, "run-7")
    stage.put(DOCUMENTS, [document("a")], ["a"])
    stage.put(ARTICLES, [article("a", "Echo")], ["article a"])
    stage.put_all(SOURCES, [source("Echo")])
    snapshot = lake.publish(stage, "run-7", "new articles", refresh=False)
    with lake.reader() as reader:
        last = reader.query("FROM lake.snapshots() ORDER BY snapshot_id DESC LIMIT 1").to_pylist()[0]
    assert (last["snapshot_id"], last["commit_message"]) == (snapshot, "new articles") == (2, "new articles")
    assert last["commit_extra_info"] == '{"run_id": "run-7"}'
    assert not stage.folder.exists()


def test_a_row_that_the_schema_refuses_leaves_the_lake_as_it_was(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    stage.put(DOCUMENTS, [document("a")], ["a"])
    broken = document("b")
    object.__setattr__(broken, "path", None)
    stage.put(DOCUMENTS, [broken], ["b"])
    with pytest.raises(LakeError, match=r"cannot publish: .*NOT NULL"):
        lake.publish(stage, "run", "test", refresh=False)
    assert documents(lake) == []


def test_rows_of_a_stranger_are_refused(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    with pytest.raises(ValueError, match="belong to article b"):
        stage.put(MENTIONS, [mention(1, "b")], ["article a"])
    with pytest.raises(ValueError, match="put_all"):
        stage.put(LINEAGE, [], ["article a"])


def test_rows_of_the_lake_are_replaced_in_parts_or_as_a_whole(lake: Lake) -> None:
    for put in (["a", "b"], ["c"]):
        stage = Stage.open(lake, "run")
        if "a" in put:
            stage.put_all(SOURCES, [source(name) for name in put])
        else:
            stage.put(SOURCES, [source(name) for name in put], [*put, "a"])
        lake.publish(stage, "run", "test", refresh=False)
    with lake.reader() as reader:
        assert [row.source_id for row in reader.rows(SOURCES)] == ["b", "c"]


def test_what_is_withdrawn_from_the_stage_changes_nothing(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    stage.put_all(SOURCES, [source("a")])
    stage.withdraw(SOURCES)
    assert lake.publish(stage, "run", "test", refresh=False) is None


@pytest.mark.parametrize("run_id", ["", "..", "a/b", ".hidden", "x" * 200])
def test_a_run_id_that_is_no_folder_name_is_refused(lake: Lake, run_id: str) -> None:
    with pytest.raises(ValueError, match="cannot be the name of a folder"):
        Stage.open(lake, run_id)


texts = st.sampled_from(["one", "two", None])
puts = st.dictionaries(st.sampled_from("abcd"), st.lists(texts, max_size=2), max_size=3)
publications = st.lists(st.lists(puts, min_size=1, max_size=3), min_size=1, max_size=3)


@given(publications)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_publications_make_the_desired_state(lake: Lake, publications: list[list[dict[str, list[str | None]]]]) -> None:
    stage = Stage.open(lake, "run")
    stage.put_all(DOCUMENTS, [])
    lake.publish(stage, "run", "start empty", refresh=False)
    desired: dict[str, list[str | None]] = {}
    for publication in publications:
        stage = Stage.open(lake, "run")
        for put in publication:
            stage.put(DOCUMENTS, [document(name, text) for name, made in put.items() for text in made], list(put))
            desired |= put
        lake.publish(stage, "run", "test", refresh=False)
    found = sorted((row.document_id, str(row.text)) for row in documents(lake))
    assert found == sorted((name, str(text)) for name, made in desired.items() for text in made)


@given(st.permutations("abcdef"), st.integers(1, 6))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_run_or_many_small_ones_in_any_order_give_equal_tables(lake: Lake, order: list[str], size: int) -> None:
    stage = Stage.open(lake, "reset")
    stage.put_all(DOCUMENTS, [])
    lake.publish(stage, "reset", "test", refresh=False)
    at_once = publish(lake, [document(name) for name in "abcdef"])
    publish(lake, [], owners=list("abcdef"))
    for first in range(0, len(order), size):
        publish(lake, [document(name) for name in order[first : first + size]])
    with lake.reader() as reader:
        left, right = "FROM documents", f"FROM documents AT (VERSION => {at_once})"
        assert reader.query(f"({left}) EXCEPT ALL ({right})").num_rows == 0
        assert reader.query(f"({right}) EXCEPT ALL ({left})").num_rows == 0
        assert reader.rows(DOCUMENTS) == [document(name) for name in "abcdef"]
