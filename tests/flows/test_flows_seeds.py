"""What the five real articles of ../shared/seeds must come to."""

import pytest
from newsrooms import Newsroom

OF_FACTS = """
SELECT facts.*, list_sort(list(DISTINCT documents.external_id[1:3])) AS articles
FROM facts
JOIN evidence USING (fact_id)
JOIN articles USING (article_id)
JOIN documents USING (document_id)
WHERE facts.kind = 'quantity' AND facts.measure = 'troops'
GROUP BY ALL
"""


def test_a_second_run_changes_nothing(seeds: Newsroom) -> None:
    before = seeds.content()
    assert seeds.run().snapshots == ()
    assert seeds.content() == before


def test_american_troops_are_2500_in_two_articles(seeds: Newsroom) -> None:
    (fact,) = seeds.rows(f"FROM ({OF_FACTS}) WHERE value = 2500")
    assert fact["articles"] == ["001", "004"]
    assert fact["verdict"] in ("agreed", "compatible")


def test_the_mission_of_nato_is_one_compatible_fact_of_three_articles(seeds: Newsroom) -> None:
    (fact,) = seeds.rows(f"FROM ({OF_FACTS}) WHERE value BETWEEN 9500 AND 9700")
    assert (fact["articles"], fact["verdict"]) == (["001", "002", "004"], "compatible")


def test_german_troops_are_about_1000_in_one_article(seeds: Newsroom) -> None:
    (fact,) = seeds.rows(f"FROM ({OF_FACTS}) WHERE value = 1000")
    assert (fact["articles"], fact["verdict"]) == (["004"], "single")


def test_planned_zero_is_a_fact_of_its_own(seeds: Newsroom) -> None:
    (fact,) = seeds.rows(f"FROM ({OF_FACTS}) WHERE value = 0")
    assert (fact["modality"], fact["verdict"]) == ("planned", "single")


def test_exactly_the_four_articles_without_a_source_are_found(seeds: Newsroom) -> None:
    found = seeds.rows(
        "SELECT external_id[1:3] AS seed, severity, observed FROM findings JOIN articles USING (article_id) "
        "JOIN documents USING (document_id) WHERE expectation = 'has_source' ORDER BY seed"
    )
    assert [(row["seed"], row["severity"]) for row in found] == [
        (seed, "warning") for seed in ("001", "002", "003", "004")
    ]
    candidates = seeds.rows(
        "SELECT value FROM candidates JOIN articles USING (article_id) JOIN documents USING (document_id) "
        "WHERE column_name = 'source_id' AND external_id LIKE '003%' ORDER BY value"
    )
    assert len(candidates) == 2
    assert all(str(row["value"]) in str(found[2]["observed"]) for row in candidates)


@pytest.mark.parametrize("table", ["quantities", "statements", "dates", "mentions"])
def test_no_claim_comes_from_a_removed_block(seeds: Newsroom, table: str) -> None:
    removed = seeds.rows(
        f"SELECT claim.text FROM {table} AS claim JOIN blocks USING (article_id) "
        "WHERE blocks.start IS NULL AND blocks.kind <> 'whitespace' "
        "AND claim.raw_start < blocks.raw_end AND blocks.raw_start < claim.raw_end "
        "AND blocks.raw_start <= claim.raw_start"
    )
    assert removed == []
    assert seeds.rows(f"FROM {table} LIMIT 1") != []


def test_the_misspelt_secretary_of_state_is_one_person(seeds: Newsroom) -> None:
    names = seeds.rows(
        "SELECT count(DISTINCT entity_id) AS n FROM mentions JOIN mention_entities USING (mention_id) "
        "WHERE mentions.label = 'person' "
        "AND mentions.name IN ('Antony Blinken', 'Anthony Blinken', 'Blinken', 'Blinking')"
    )
    assert names == [{"n": 1}]
