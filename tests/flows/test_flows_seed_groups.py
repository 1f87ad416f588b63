"""What the groups of ../shared/bench/data/story_facts.json come to across the five real articles."""

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from newsrooms import Newsroom

GOLD = Path(__file__).parents[3] / "shared" / "bench" / "data" / "story_facts.json"
CLAIMS = """
SELECT documents.external_id AS file, claim.raw_start, claim.raw_end, fact_id, facts.verdict
FROM (
    SELECT claim_id, article_id, raw_start, raw_end FROM quantities
    UNION ALL SELECT claim_id, article_id, raw_start, raw_end FROM statements
    UNION ALL SELECT claim_id, article_id, raw_start, raw_end FROM dates
) AS claim
JOIN evidence USING (claim_id)
JOIN facts USING (fact_id)
JOIN articles ON articles.article_id = claim.article_id
JOIN documents USING (document_id)
"""


@cache
def groups() -> Mapping[str, Any]:
    if not GOLD.exists():
        pytest.skip("../shared is not here: it holds the groups of facts")
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    return {group["id"]: group for group in gold["fact_groups"] + gold["quote_clusters"]}


@pytest.fixture(scope="module")
def claims(seeds: Newsroom) -> list[dict[str, Any]]:
    return [dict(row) for row in seeds.rows(CLAIMS)]


def facts_of(group: str, claims: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The fact and its verdict of each member, of the claim that fits its span best; members not read are left out."""
    found = []
    for member in groups()[group]["members"]:
        start, end = member["span"]["start"], member["span"]["end"]
        near = [row for row in claims if row["file"].endswith(member["file"])]
        share = {
            index: (min(row["raw_end"], end) - max(row["raw_start"], start))
            / (max(row["raw_end"], end) - min(row["raw_start"], start))
            for index, row in enumerate(near)
        }
        best = max(share, key=lambda index: share[index])
        if share[best] > 0.5:
            found.append((near[best]["fact_id"], near[best]["verdict"]))
    return found


@pytest.mark.parametrize(
    ("group", "members", "verdicts"),
    [
        ("F_us_troops", 2, {"agreed", "compatible"}),
        ("F_nato_mission", 3, {"compatible"}),
        ("F_end_date", 5, {"compatible"}),
        ("F_may1_deadline", 7, {"superseded"}),
        ("F_conference_dates", 3, {"compatible"}),
        ("F_twenty_years", 3, {"agreed", "compatible"}),
        ("F_doha_date", 2, {"compatible"}),
        ("F_goal_haven", 3, {"compatible"}),
        ("K_closely", 4, {"compatible"}),
        ("K_inout", 2, {"compatible"}),
        ("K_haven", 3, {"compatible"}),
        ("K_commit", 2, {"compatible"}),
        ("K_together_14", 2, {"compatible"}),
    ],
)
def test_members_of_a_group_are_one_fact(
    group: str, members: int, verdicts: set[str], claims: list[dict[str, Any]]
) -> None:
    (_, verdict), count = Counter(facts_of(group, claims)).most_common(1)[0]
    assert count >= members
    assert verdict in verdicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("F_may1_start", "F_may1_deadline"),
        ("F_end_date", "F_may1_deadline"),
        ("F_britain", "F_end_date"),
        ("F_us_troops", "F_nato_mission"),
        ("F_zero", "F_us_troops"),
        ("K_together_14", "K_together_march_blinken"),
        ("K_together_march_blinken", "K_together_march_stoltenberg"),
        ("K_together_akk", "K_together_14"),
        ("K_together_akk", "K_together_march_stoltenberg"),
    ],
)
def test_what_looks_alike_stays_apart(one: str, other: str, claims: list[dict[str, Any]]) -> None:
    left, right = facts_of(one, claims), facts_of(other, claims)
    assert left
    assert right
    assert set(left).isdisjoint(right)


def test_spokesmen_of_one_body_and_other_wars_stay_apart(claims: list[dict[str, Any]]) -> None:
    assert len(set(facts_of("F_taliban_spokesmen", claims))) >= 3
    assert len(set(facts_of("F_forty_years", claims))) == 2


def test_what_replaces_is_the_later_deadline(seeds: Newsroom, claims: list[dict[str, Any]]) -> None:
    new, old = (Counter(facts_of(group, claims)).most_common(1)[0][0][0] for group in ("F_end_date", "F_may1_deadline"))
    assert seeds.rows("SELECT left_id, right_id FROM fact_relations WHERE relation = 'supersedes'") == [
        {"left_id": new, "right_id": old}
    ]


def test_words_that_a_longer_quotation_joins_to_others_are_its_part(
    seeds: Newsroom, claims: list[dict[str, Any]]
) -> None:
    parts = seeds.rows("SELECT left_id, right_id FROM fact_relations WHERE relation = 'part_of'")
    for group in ("K_moment", "K_goals"):
        facts = {fact for fact, _ in facts_of(group, claims)}
        assert any({row["left_id"], row["right_id"]} <= facts for row in parts)
