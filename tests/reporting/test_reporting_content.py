from collections.abc import Collection
from typing import Any

import pytest
from reporting_rows import PAGES, a_content, a_fact

from tasks.errors import UsageError
from tasks.reporting import gather
from tasks.reporting.content import FACTS_SHOWN, choose, find_fact
from tasks.tables.declaration import Table


class Rows:
    """A snapshot held in memory; remembers which owners were asked for."""

    def __init__(self) -> None:
        content = a_content(*PAGES)
        self.tables = {
            name: list(getattr(content, name))
            for name in ("facts", "evidence", "articles", "documents", "sources", "entities", "origins")
        } | {"quantities": list(content.claims), "claim_origins": content.claim_origins}
        self.tables |= {"decisions": content.decisions, "findings": content.findings, "quarantine": content.quarantine}
        self.asked: dict[str, set[str]] = {}

    def rows(self, table: Table[Any], owners: Collection[str] | None = None) -> list[Any]:
        rows = list(self.tables.get(table.name, ()))
        if owners is None:
            return rows
        self.asked[table.name] = set(owners)
        return [row for row in rows if getattr(row, str(table.owner_column)) in owners]


def test_gathering_asks_only_for_the_articles_behind_the_facts_shown() -> None:
    reader = Rows()
    content = gather(reader, snapshot_id=7)
    assert content.shown == {"f0"} and len(content.claims) == 2
    assert reader.asked["quantities"] == {"a0", "a1"}
    assert reader.asked["documents"] == {"d0", "d1", "d9"}


def test_one_fact_is_gathered_by_the_beginning_of_its_id() -> None:
    reader = Rows()
    reader.tables["facts"].append(a_fact("g0"))
    assert gather(reader, fact_id="g").shown == {"g0"}


def test_an_id_that_fits_no_fact_or_two_is_a_usage_error() -> None:
    facts = [a_fact("abc1"), a_fact("abc2")]
    with pytest.raises(UsageError, match="no fact has the id 'x'"):
        find_fact(facts, "x")
    with pytest.raises(UsageError, match="2 facts have an id that begins with 'abc'"):
        find_fact(facts, "abc")
    with pytest.raises(UsageError):
        find_fact(facts, "")


def test_a_page_shows_a_bounded_choice_whatever_the_order_of_rows() -> None:
    facts = [a_fact(f"f{i}", verdict="single", articles_count=i % 7) for i in range(FACTS_SHOWN + 50)]
    chosen = choose(facts)
    assert len(chosen) == FACTS_SHOWN and chosen[0].articles_count == 6
    assert choose(reversed(facts)) == chosen
