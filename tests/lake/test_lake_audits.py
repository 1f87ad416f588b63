from dataclasses import replace

import pytest
from lake_rows import TEXT, article, document, mention, moved, source

from tasks.lake import AuditResult, Lake, Reader, Stage
from tasks.lake.audits import all_audits
from tasks.lake.catalog import writing
from tasks.tables.articles import ARTICLES, Article
from tasks.tables.documents import DOCUMENTS, Document
from tasks.tables.fragments import FRAGMENTS, Fragment
from tasks.tables.mentions import MENTIONS, Mention
from tasks.tables.sources import SOURCES
from tasks.tables.statements import STATEMENTS, Statement

DERIVED = ("_types", "_is_unique", "_is_not_null", "_is_allowed", "_is_known", "_reproduces_text")


def staged(lake: Lake, documents: list[Document], articles: list[Article], mentions: list[Mention]) -> Stage:
    stage = Stage.open(lake, "run")
    owners = [row.article_id for row in articles]
    stage.put(DOCUMENTS, documents, [row.document_id for row in documents])
    stage.put(ARTICLES, articles, owners)
    stage.put(MENTIONS, mentions, owners)
    stage.put_all(SOURCES, [source("Echo")])
    return stage


def found(reader: Reader, suite: str, name: str, limit: int = 10) -> AuditResult:
    (audit,) = (one for one in reader.audits() if (one.suite, one.name) == (suite, name))
    return reader.audit(audit, limit)


def observed(lake: Lake, stage: Stage, suite: str, name: str) -> list[tuple[str, str | None, str]]:
    with lake.reader(stage=stage) as reader:
        return [tuple(row.values()) for row in found(reader, suite, name).rows.to_pylist()]


def test_good_rows_pass_every_derived_audit(lake: Lake) -> None:
    stage = staged(lake, [document("a")], [article("a", "Echo")], [mention(1, "a"), mention(2, "a", "the bridge")])
    with lake.reader(stage=stage) as reader:
        derived = [one for one in reader.audits() if one.name.endswith(DERIVED)]
        assert [result.sql for result in (reader.audit(one, 1) for one in derived) if result.count] == []
        assert len(derived) > 200


def test_a_missing_value_is_found_in_the_stage(lake: Lake) -> None:
    broken = replace(mention(1, "a"))
    object.__setattr__(broken, "name", None)
    stage = staged(lake, [document("a")], [article("a")], [broken, mention(2, "a")])
    assert observed(lake, stage, "mentions", "name_is_not_null") == [("mention 1", "article a", "null")]


def test_a_key_of_two_rows_is_found(lake: Lake) -> None:
    stage = staged(lake, [document("a")], [article("a")], [mention(1, "a"), mention(1, "a", "Mayor")])
    assert observed(lake, stage, "mentions", "mention_id_is_unique") == [
        ("mention 1", "article a", "2 rows have this key")
    ]


def test_a_value_that_is_not_allowed_is_found(lake: Lake) -> None:
    stage = staged(lake, [document("a")], [replace(article("a", "Echo"), source_basis="gossip")], [])  # type: ignore[arg-type]
    assert observed(lake, stage, "articles", "source_basis_is_allowed") == [("article a", "article a", "gossip")]


def test_a_reference_to_a_row_that_is_not_there_is_found(lake: Lake) -> None:
    stage = staged(lake, [document("a"), document("b")], [article("a", "Echo"), article("b", "Nobody")], [])
    assert observed(lake, stage, "articles", "source_id_is_known") == [("article b", "article b", "Nobody")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (moved(mention(1, "a"), 3, 12), f'the article has "{TEXT[3:12]}" there, the row says "Ada Finch"'),
        (moved(mention(1, "a"), 9, 9), "[9, 9) is no span of an article"),
        (moved(mention(1, "a"), -1, 5), "[-1, 5) is no span of an article"),
        (moved(mention(1, "a"), 60, 9_999), "[60, 9999) is no span of an article"),
        (replace(mention(1, "a"), raw_start=0, raw_end=9), 'the page has "The river" there, the article "Ada Finch"'),
        (replace(mention(1, "a"), raw_end=9_999), "is no span of a page"),
    ],
)
def test_a_span_that_does_not_give_its_words_is_found(lake: Lake, row: Mention, fault: str) -> None:
    stage = staged(lake, [document("a")], [article("a")], [row, mention(2, "a")])
    ((row_id, article_id, text),) = observed(lake, stage, "mentions", "start_reproduces_text")
    assert (row_id, article_id) == ("mention 1", "article a")
    assert fault in text


def test_offsets_count_code_points_and_white_space_on_the_page_is_free(lake: Lake) -> None:
    page, text = "😀 Ada\n\n   Finch", "😀 Ada Finch"
    row = replace(mention(1, "a"), text="Ada Finch", start=2, end=11, raw_start=2, raw_end=len(page))
    stage = staged(lake, [document("a", page)], [article("a", text=text)], [row])
    assert observed(lake, stage, "mentions", "start_reproduces_text") == []


def statement(page: str, start: int, end: int) -> Statement:
    unsaid = dict.fromkeys(("speaker_mention_id", "speaker_text", "speaker_start", "speaker_end", "cue"))
    return Statement(
        **{"claim_id": "said", "article_id": "article a", "text": "one two", "start": 0, "end": 7, "kind": "direct"},
        **{"raw_start": start, "raw_end": end, "cue_start": None, "cue_end": None, "rule": "test"},
        **unsaid,
    )


def test_an_interrupted_claim_may_span_other_words_on_the_page_and_its_pieces_may_not(lake: Lake) -> None:
    page = "one ADVERT two"
    stage = staged(lake, [document("a", page)], [article("a", text="one two")], [])
    stage.put(STATEMENTS, [statement(page, 0, 14)], ["article a"])
    assert len(observed(lake, stage, "statements", "start_reproduces_text")) == 1
    pieces = [("one", 0, 0), ("two", 4, 11)]
    rows = [
        Fragment(
            claim_id="said", position=position, article_id="article a", text=word,
            start=start, end=start + 3, raw_start=raw, raw_end=raw + 3,
        )
        for position, (word, start, raw) in enumerate(pieces)
    ]  # fmt: skip
    stage.put(FRAGMENTS, rows, ["article a"])
    assert observed(lake, stage, "statements", "start_reproduces_text") == []
    assert observed(lake, stage, "fragments", "start_reproduces_text") == []
    stage.put(FRAGMENTS, [replace(rows[0], raw_start=1, raw_end=4), rows[1]], ["article a"])
    assert [row[0] for row in observed(lake, stage, "fragments", "start_reproduces_text")] == ["said 0"]


def test_a_column_of_another_type_is_found(lake: Lake) -> None:
    with writing(lake) as connection:
        connection.execute("DROP TABLE sources")
        connection.execute("CREATE TABLE sources (source_id VARCHAR, name INTEGER)")
    with lake.reader() as reader:
        rows = found(reader, "sources", "columns_have_declared_types").rows.to_pylist()
    assert "name is INTEGER, not VARCHAR" in {row["observed"] for row in rows}
    assert "domain is missing, not VARCHAR" in {row["observed"] for row in rows}


def test_the_count_is_exact_and_the_rows_are_the_first(lake: Lake) -> None:
    stage = staged(lake, [document("a")], [], [])
    stage.put(ARTICLES, [article(name, "Nobody") for name in "edcba"], [f"article {name}" for name in "abcde"])
    with lake.reader(stage=stage) as reader:
        result = found(reader, "articles", "source_id_is_known", limit=2)
    assert result.count == 5
    assert result.rows.column("row_id").to_pylist() == ["article a", "article b"]


def test_the_sql_of_derived_audits_can_be_pasted_into_a_query(empty_lake: Lake) -> None:
    one_of_each = {audit.sql.partition("FROM")[0]: audit for audit in all_audits() if audit.suite == "mentions"}
    with empty_lake.reader() as reader:
        for audit in one_of_each.values():
            assert reader.query(audit.sql).column_names == ["row_id", "article_id", "observed"]
