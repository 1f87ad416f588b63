from datetime import date, datetime

import pytest
from audited_tables import AuditedTables

from tasks.tables.articles import ARTICLES
from tasks.tables.blocks import BLOCKS
from tasks.tables.candidates import CANDIDATES
from tasks.tables.documents import DOCUMENTS
from tasks.tables.quarantine import QUARANTINE
from tasks.tables.sources import SOURCES


def candidate(tables: AuditedTables, position: int, value: str, column: str = "source_id") -> None:
    tables.put(CANDIDATES, row_id="a1", article_id="a1", column_name=column, position=position, value=value)


def test_article_without_source_fails_and_names_its_candidates(tables: AuditedTables) -> None:
    tables.page("a1", "Text.")
    tables.page("a2", "Text.", source_id="s1", source_basis="manifest")
    tables.put(SOURCES, source_id="s7", name="Valley Courier")
    candidate(tables, 0, "The Harbour Post")
    candidate(tables, 1, "s7")
    candidate(tables, 2, "someone", column="headline")
    assert tables.failing("articles/has_source") == ["a1"]
    assert tables.observed("articles/has_source") == ["2 candidates: The Harbour Post; Valley Courier (a1.txt)"]


def test_article_without_source_and_candidates_says_so(tables: AuditedTables) -> None:
    tables.page("a1", "Text.")
    assert tables.observed("articles/has_source") == ["no candidate (a1.txt)"]


@pytest.mark.parametrize(
    ("audit", "given"),
    [
        ("has_publication_date", {"published_on": date(2021, 4, 14)}),
        ("has_headline", {"headline": "Ships return"}),
    ],
)
def test_missing_metadata_fails(tables: AuditedTables, audit: str, given: dict[str, object]) -> None:
    tables.page("a1", "Text.")
    tables.page("a2", "Text.", **given)
    assert tables.failing(f"articles/{audit}") == ["a1"]


def test_value_without_basis_and_basis_without_value_fail(tables: AuditedTables) -> None:
    tables.page("a1", "Text.", headline="Ships return")
    tables.page("a2", "Text.", published_basis="text")
    tables.page("a3", "Text.", headline="Ships return", headline_basis="text")
    assert tables.failing("articles/basis_goes_with_value") == ["a1", "a2"]


@pytest.mark.parametrize(
    ("published_on", "fails"),
    [(date(2021, 4, 14), False), (date(2021, 4, 15), False), (date(2021, 4, 16), True), (None, False)],
)
def test_publication_after_retrieval_fails(tables: AuditedTables, published_on: date | None, fails: bool) -> None:
    tables.put(DOCUMENTS, document_id="d1", retrieved_at=datetime(2021, 4, 14, 12))
    tables.put(ARTICLES, article_id="a1", document_id="d1", published_on=published_on)
    assert bool(tables.failing("articles/published_before_retrieved")) is fails


def test_article_of_kept_blocks_passes(tables: AuditedTables) -> None:
    tables.page("a1", "Ünïted 🚢 ships.", "\n\n", "[Advertisement]", "\n", "They sail.")
    assert tables.failing("articles/text_is_kept_slices_joined_by_white_space") == []
    assert tables.failing("blocks/kept_slices_are_verbatim") == []
    assert tables.failing("blocks/tile_the_page") == []


@pytest.mark.parametrize("text", ["Ships.\nThey sail. Quickly.", "ships.\nThey sail.", "Ships. x They sail.", "Ships."])
def test_rewritten_text_fails(tables: AuditedTables, text: str) -> None:
    tables.page("a1", "Ships.", "\n", "They sail.", text=text)
    audits = ("articles/text_is_kept_slices_joined_by_white_space", "blocks/kept_slices_are_verbatim")
    assert sum(len(tables.failing(audit)) for audit in audits) > 0


def test_text_without_any_kept_block_fails(tables: AuditedTables) -> None:
    tables.page("a1", "[Advertisement]", text="Ships.")
    assert tables.failing("articles/text_is_kept_slices_joined_by_white_space") == ["a1"]


def test_overlapping_kept_blocks_fail(tables: AuditedTables) -> None:
    tables.page("a1", "Ships.")
    tables.put(BLOCKS, article_id="a1", position=1, start=3, end=6, raw_start=3, raw_end=6)
    assert tables.observed("articles/text_is_kept_slices_joined_by_white_space") == ["blocks overlap at 3"]


@pytest.mark.parametrize(("start", "end"), [(1, 6), (0, 5), (0, 0)])
def test_page_that_is_not_covered_fails(tables: AuditedTables, start: int, end: int) -> None:
    tables.put(DOCUMENTS, document_id="d1", text="Ships.")
    tables.put(ARTICLES, article_id="a1", document_id="d1")
    tables.put(BLOCKS, article_id="a1", position=0, raw_start=start, raw_end=end)
    assert tables.audit("blocks/tile_the_page").rows.column("article_id").to_pylist() == ["a1"]


def test_gap_and_missing_position_between_blocks_fail(tables: AuditedTables) -> None:
    tables.put(DOCUMENTS, document_id="d1", text="Ships.")
    tables.put(ARTICLES, article_id="a1", document_id="d1")
    tables.put(BLOCKS, article_id="a1", position=0, raw_start=0, raw_end=2)
    tables.put(BLOCKS, article_id="a1", position=2, raw_start=3, raw_end=6)
    assert tables.failing("blocks/tile_the_page") == ["a1 2"]


def test_page_without_blocks_fails(tables: AuditedTables) -> None:
    tables.put(DOCUMENTS, document_id="d1", text="Ships.")
    tables.put(ARTICLES, article_id="a1", document_id="d1")
    assert tables.observed("blocks/tile_the_page") == ["blocks cover 0 of 6 characters"]


@pytest.mark.parametrize(
    ("copy", "fails"),
    [
        ({"is_current": False}, False),
        ({"is_current": True}, True),
        ({"is_current": False, "text": "Other."}, True),
    ],
)
def test_copy_has_to_repeat_its_original(tables: AuditedTables, copy: dict[str, object], fails: bool) -> None:
    tables.page("a1", "Ships.")
    tables.page("a2", "Ships.", **({"copy_of": "a1"} | copy))
    assert tables.failing("articles/copy_repeats_its_original") == (["a2"] if fails else [])


def test_copy_of_a_copy_fails(tables: AuditedTables) -> None:
    tables.page("a1", "Ships.", is_current=False, copy_of="a0")
    tables.page("a2", "Ships.", is_current=False, copy_of="a1")
    assert tables.observed("articles/copy_repeats_its_original") == ["its original a1 is a copy"]


def test_document_with_no_outcome_or_two_fails(tables: AuditedTables) -> None:
    tables.page("a1", "Article.")
    tables.page("a2", "Both.")
    tables.put(QUARANTINE, document_id="document of a2")
    tables.put(DOCUMENTS, document_id="d3")
    tables.put(DOCUMENTS, document_id="d4")
    tables.put(QUARANTINE, document_id="d4")
    assert tables.failing("documents/each_is_accounted_for") == ["d3", "document of a2"]


def test_published_document_that_is_gone_fails(tables: AuditedTables) -> None:
    tables.put(DOCUMENTS, document_id="d1", published=True)
    tables.put(DOCUMENTS, document_id="d2", published=True)
    tables.put(DOCUMENTS, document_id="d2")
    assert tables.failing("documents/none_is_lost") == ["d1"]
