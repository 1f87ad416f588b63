from datetime import date

import pytest
from audited_tables import AuditedTables

from tasks.tables.articles import ARTICLES
from tasks.tables.entities import ENTITIES
from tasks.tables.evidence import EVIDENCE
from tasks.tables.facts import FACTS
from tasks.tables.quantities import QUANTITIES


def evidence(tables: AuditedTables, *claims: tuple[str, str, str], fact_id: str = "f1") -> None:
    """Evidence of (claim, article, stance)."""
    for claim_id, article_id, stance in claims:
        tables.put(EVIDENCE, fact_id=fact_id, claim_id=claim_id, article_id=article_id, stance=stance)
        tables.put(QUANTITIES, claim_id=claim_id, article_id=article_id, text=f"words of {claim_id}")


def test_claim_in_two_facts_fails(tables: AuditedTables) -> None:
    for fact_id in ("f1", "f2"):
        evidence(tables, ("c1", "a1", "equal"), fact_id=fact_id)
    evidence(tables, ("c2", "a1", "equal"))
    assert tables.failing("evidence/claim_is_in_one_fact") == ["c1"]


def test_evidence_of_another_article_than_the_claims_fails(tables: AuditedTables) -> None:
    evidence(tables, ("c1", "a1", "equal"))
    tables.put(QUANTITIES, claim_id="c2", article_id="a1")
    tables.put(EVIDENCE, fact_id="f1", claim_id="c2", article_id="a2")
    assert tables.failing("evidence/claim_is_of_the_article") == ["c2"]


def test_fact_without_evidence_fails(tables: AuditedTables) -> None:
    tables.put(FACTS, fact_id="f1")
    tables.put(FACTS, fact_id="f2")
    evidence(tables, ("c1", "a1", "equal"))
    assert tables.failing("facts/has_evidence") == ["f2"]


@pytest.mark.parametrize(("articles", "sources", "fails"), [(2, 1, False), (3, 1, True), (2, 2, True)])
def test_wrong_counts_fail(tables: AuditedTables, articles: int, sources: int, fails: bool) -> None:
    tables.put(ARTICLES, article_id="a1", source_id="s1")
    tables.put(ARTICLES, article_id="a2")
    tables.put(FACTS, fact_id="f1", articles_count=articles, sources_count=sources)
    evidence(tables, ("c1", "a1", "equal"), ("c2", "a1", "equal"), ("c3", "a2", "equal"))
    assert bool(tables.failing("facts/counts_match_evidence")) is fails


@pytest.mark.parametrize(
    ("support", "origins", "fails"),
    [
        ("corroborated", 2, False),
        ("corroborated", 1, True),
        ("uncorroborated", 1, False),
        ("uncorroborated", 2, True),
        ("unknown", 1, False),
    ],
)
def test_support_that_contradicts_the_origins_fails(
    tables: AuditedTables, support: str, origins: int, fails: bool
) -> None:
    tables.put(FACTS, fact_id="f1", support=support, origins_count=origins)
    assert bool(tables.failing("facts/support_matches_origins")) is fails


@pytest.mark.parametrize(
    ("verdict", "stances", "fails"),
    [
        ("single", ["equal"], False),
        ("single", ["equal", "superseded"], False),
        ("single", ["equal", "equal"], True),
        ("agreed", ["equal", "equal"], False),
        ("agreed", ["equal"], True),
        ("compatible", ["equal"], True),
        ("conflicting", ["equal"], True),
        ("superseded", ["superseded"], False),
    ],
)
def test_verdict_on_fewer_claims_than_it_takes_fails(
    tables: AuditedTables, verdict: str, stances: list[str], fails: bool
) -> None:
    tables.put(FACTS, fact_id="f1", verdict=verdict)
    evidence(tables, *((f"c{i}", f"a{i}", stance) for i, stance in enumerate(stances)))
    assert bool(tables.failing("facts/verdict_matches_evidence")) is fails


def test_two_claims_of_one_article_are_single(tables: AuditedTables) -> None:
    tables.put(FACTS, fact_id="f1", verdict="single")
    evidence(tables, ("c1", "a1", "equal"), ("c2", "a1", "compatible"))
    assert tables.failing("facts/verdict_matches_evidence") == []


@pytest.mark.parametrize(
    ("verdict", "stances", "fails"),
    [
        ("conflicting", ["equal", "conflicts"], False),
        ("conflicting", ["equal", "equal"], True),
        ("agreed", ["equal", "conflicts"], True),
        ("compatible", ["equal", "compatible"], False),
        ("superseded", ["superseded", "superseded"], False),
    ],
)
def test_conflicting_claims_are_in_conflicting_facts(
    tables: AuditedTables, verdict: str, stances: list[str], fails: bool
) -> None:
    tables.put(FACTS, fact_id="f1", verdict=verdict)
    evidence(tables, *((f"c{i}", f"a{i}", stance) for i, stance in enumerate(stances)))
    assert bool(tables.failing("facts/stances_match_verdict")) is fails


def test_facts_outside_their_bounds_fail(tables: AuditedTables) -> None:
    tables.put(FACTS, fact_id="f1", value=2.0, value_low=1.0, value_high=3.0, first_on=date(2021, 4, 14))
    tables.put(FACTS, fact_id="f2", value=2.0, value_low=2.5)
    tables.put(FACTS, fact_id="f3", earliest_on=date(2021, 9, 11), latest_on=date(2021, 5, 1))
    tables.put(FACTS, fact_id="f4", first_on=date(2021, 9, 11), last_on=date(2021, 5, 1))
    assert tables.failing("facts/values_are_in_order") == ["f2", "f3", "f4"]


def test_conflicts_are_found_troops_apart(tables: AuditedTables) -> None:
    tables.put(FACTS, fact_id="f1", measure="troops", verdict="conflicting", label="Troops")
    tables.put(FACTS, fact_id="f2", measure="deaths", verdict="conflicting")
    tables.put(FACTS, fact_id="f3", verdict="conflicting")
    tables.put(FACTS, fact_id="f4", measure="troops", verdict="agreed")
    evidence(tables, ("c1", "a1", "equal"), ("c2", "a2", "conflicts"), ("c3", "a3", "superseded"))
    assert tables.failing("facts/troop_counts_agree") == ["f1"]
    assert tables.observed("facts/troop_counts_agree") == ['Troops: "words of c1"; "words of c2"']
    assert tables.failing("facts/claims_agree") == ["f2", "f3"]


US_TROOPS: dict[str, object] = {
    "fact_id": "f1",
    "measure": "troops",
    "modality": "asserted",
    "change": "total",
    "holder_id": "us",
    "place_id": "afghanistan",
    "as_of_on": date(2021, 4, 14),
}


@pytest.mark.parametrize(
    ("given", "fails"),
    [
        ({"value": 2500.0, "value_low": 2500.0, "value_high": 2500.0}, False),
        ({"value": 2540.0, "value_low": 2540.0, "value_high": 2540.0}, False),
        ({"value": 3500.0, "value_low": 3500.0, "value_high": 3500.0}, True),
        ({"value": 1000.0, "value_low": 1000.0, "value_high": 1000.0}, True),
        ({"value": 2000.0, "value_low": 2000.0}, False),
        ({"value": 3000.0, "value_high": 3000.0}, False),
        ({"value": 3000.0, "value_low": 0.0, "value_high": 3000.0}, False),
        ({"value": 2500.0, "value_low": 2450.0, "value_high": 2549.0}, False),
        ({"value": 3500.0, "value_low": 2000.0, "value_high": 3600.0}, True),
        ({"value": 3500.0, "value_low": 2000.0}, True),
        ({"value": 2000.0, "value_high": 2000.0}, True),
        ({"value_low": 2000.0, "value_high": 9000.0}, False),
        ({"value": 3000.0, "value_low": 3000.0}, True),
        ({"value_low": 5000.0}, True),
        ({}, False),
        ({"value": 0.0, "value_low": 0.0, "value_high": 0.0, "modality": "planned"}, False),
        ({"value": 0.0, "value_low": 0.0, "value_high": 0.0, "as_of_on": date(2021, 9, 11)}, False),
        ({"value": 0.0, "value_low": 0.0, "value_high": 0.0, "as_of_on": None}, False),
        ({"value": 9.0, "value_low": 9.0, "value_high": 9.0, "measure": "deaths"}, False),
        ({"value": 9.0, "value_low": 9.0, "value_high": 9.0, "holder_id": "germany"}, False),
    ],
)
def test_fact_outside_the_tolerance_of_a_reference_fails(
    tables: AuditedTables, given: dict[str, object], fails: bool
) -> None:
    tables.put(ENTITIES, entity_id="us", name="America", aliases='["U.S.", "United States"]')
    tables.put(ENTITIES, entity_id="afghanistan", name="Afghanistan", aliases="[]")
    tables.put(ENTITIES, entity_id="germany", name="Germany", aliases="[]")
    tables.put(FACTS, **(US_TROOPS | given))
    assert tables.failing("facts/match_reference_facts") == (["f1"] if fails else [])


def test_departure_names_the_reference(tables: AuditedTables) -> None:
    tables.put(ENTITIES, entity_id="us", name="U.S.", aliases="[]")
    tables.put(ENTITIES, entity_id="afghanistan", name="Afghanistan", aliases="[]")
    tables.put(FACTS, **(US_TROOPS | {"label": "US troops: 3,500", "value": 3500.0, "value_low": 3500.0}))
    assert tables.observed("facts/match_reference_facts") == [
        "US troops: 3,500; US troops in Afghanistan, early 2021: 2,500 ± 50"
    ]
