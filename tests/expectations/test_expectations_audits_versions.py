from datetime import date, datetime

import pytest
from audited_tables import AuditedTables

from tasks.tables.articles import ARTICLES
from tasks.tables.documents import DOCUMENTS
from tasks.tables.evidence import EVIDENCE


def chain(tables: AuditedTables, older: dict[str, object], newer: dict[str, object]) -> None:
    """The article a2, which revises a1."""
    revises = {"revision_of": "a1", "revision_kind": "updated"}
    tables.put(ARTICLES, **({"article_id": "a1", "is_current": False} | older))
    tables.put(ARTICLES, **({"article_id": "a2"} | revises | newer))


@pytest.mark.parametrize(
    ("older", "newer", "failing"),
    [
        ({}, {}, []),
        ({"source_id": "s1"}, {"source_id": "s1"}, []),
        ({"source_id": None}, {"source_id": "s1"}, []),
        ({"source_id": "s1"}, {"source_id": "s2"}, ["a2"]),
        ({"is_current": True}, {}, ["a1"]),
        ({}, {"is_current": False}, ["a2"]),
        ({}, {"revision_kind": None}, ["a2"]),
        ({}, {"revision_of": None}, ["a1", "a2"]),
        ({"copy_of": "a3"}, {}, ["a1"]),
    ],
)
def test_versions_are_one_chain(
    tables: AuditedTables, older: dict[str, object], newer: dict[str, object], failing: list[str]
) -> None:
    chain(tables, older, newer)
    assert sorted(tables.failing("articles/versions_are_one_chain")) == failing


def test_two_revisions_of_one_article_fail(tables: AuditedTables) -> None:
    chain(tables, {}, {})
    tables.put(ARTICLES, article_id="a3", revision_of="a1", revision_kind="corrected")
    tables.put(ARTICLES, article_id="a4")
    assert sorted(tables.failing("articles/versions_are_one_chain")) == ["a2", "a3"]


def test_copies_and_articles_that_stand_alone_are_no_versions(tables: AuditedTables) -> None:
    tables.put(ARTICLES, article_id="a1")
    tables.put(ARTICLES, article_id="a2", copy_of="a1", is_current=False)
    assert tables.failing("articles/versions_are_one_chain") == []


@pytest.mark.parametrize(
    ("older", "newer", "fails"),
    [
        ({"published_on": date(2022, 3, 1)}, {"published_on": date(2022, 3, 2)}, False),
        ({"published_at": datetime(2022, 3, 1, 8)}, {"published_at": datetime(2022, 3, 1, 9)}, False),
        ({"published_on": date(2022, 3, 1)}, {"published_on": date(2022, 3, 1)}, True),
        ({}, {"published_on": date(2022, 3, 1)}, True),
        ({}, {"revision_kind": "corrected"}, False),
        ({}, {"document_id": "d2"}, False),
    ],
)
def test_revision_that_nothing_shows_to_be_newer_is_reported(
    tables: AuditedTables, older: dict[str, object], newer: dict[str, object], fails: bool
) -> None:
    tables.put(DOCUMENTS, document_id="d1", retrieved_at=datetime(2022, 3, 1))
    tables.put(DOCUMENTS, document_id="d2", retrieved_at=datetime(2022, 3, 5))
    chain(tables, {"document_id": "d1"} | older, {"document_id": "d1"} | newer)
    assert bool(tables.failing("articles/revision_is_newer")) is fails


def test_evidence_of_a_replaced_version_fails(tables: AuditedTables) -> None:
    chain(tables, {}, {})
    tables.put(EVIDENCE, fact_id="f1", claim_id="c1", article_id="a1")
    tables.put(EVIDENCE, fact_id="f1", claim_id="c2", article_id="a2")
    assert tables.failing("evidence/article_is_current") == ["c1"]
