from datetime import date
from typing import Any

import pytest
from audited_tables import AuditedTables

from tasks.tables.dates import DATES
from tasks.tables.declaration import Table
from tasks.tables.fragments import FRAGMENTS
from tasks.tables.quantities import QUANTITIES
from tasks.tables.statements import STATEMENTS

CLAIMS = pytest.mark.parametrize("table", [QUANTITIES, STATEMENTS, DATES], ids=lambda table: table.name)


def claim(
    tables: AuditedTables, table: Table[Any], claim_id: str, raw: tuple[int, int], article_id: str = "a1"
) -> None:
    tables.put(table, claim_id=claim_id, article_id=article_id, raw_start=raw[0], raw_end=raw[1])


@CLAIMS
@pytest.mark.parametrize(
    ("raw", "fails"),
    [((0, 6), False), ((6, 8), False), ((2, 12), False), ((2, 13), True), ((14, 16), True), ((21, 28), True)],
)
def test_words_of_a_removed_block_fail(
    tables: AuditedTables, table: Table[Any], raw: tuple[int, int], fails: bool
) -> None:
    tables.page("a1", "Ships.", "\n\n", "Sail", "[9 shares]", "\n", "Again.")
    claim(tables, table, "c1", raw)
    assert tables.failing(f"{table.name}/none_from_removed_blocks") == (["c1"] if fails else [])


@CLAIMS
def test_interrupted_claim_is_judged_by_its_pieces(tables: AuditedTables, table: Table[Any]) -> None:
    tables.page("a1", "Ships.", "[9 shares]", "Again.")
    for claim_id, second in (("good", (16, 22)), ("bad", (15, 22))):
        claim(tables, table, claim_id, (0, 22))
        tables.put(FRAGMENTS, claim_id=claim_id, article_id="a1", position=0, raw_start=0, raw_end=6)
        tables.put(FRAGMENTS, claim_id=claim_id, article_id="a1", position=1, raw_start=second[0], raw_end=second[1])
    assert tables.failing(f"{table.name}/none_from_removed_blocks") == ["bad"]


@CLAIMS
def test_removed_block_of_another_page_does_not_matter(tables: AuditedTables, table: Table[Any]) -> None:
    tables.page("a1", "Ships sail.")
    tables.page("a2", "[Ships sail]")
    claim(tables, table, "c1", (0, 5))
    assert tables.failing(f"{table.name}/none_from_removed_blocks") == []


@CLAIMS
def test_claim_of_a_copy_fails(tables: AuditedTables, table: Table[Any]) -> None:
    tables.page("a1", "Ships.")
    tables.page("a2", "Ships.", copy_of="a1", is_current=False)
    claim(tables, table, "c1", (0, 5))
    claim(tables, table, "c2", (0, 5), article_id="a2")
    assert tables.failing(f"{table.name}/none_on_copies") == ["c2"]


@pytest.mark.parametrize(
    ("low", "value", "high", "fails"),
    [
        (1.0, 2.0, 3.0, False),
        (None, 2.0, None, False),
        (None, None, None, False),
        (24.0, None, None, False),
        (3.0, 2.0, None, True),
        (None, 2.0, 1.0, True),
        (3.0, None, 1.0, True),
        (None, float("inf"), None, True),
        (float("nan"), None, None, True),
    ],
)
def test_value_outside_its_bounds_fails(
    tables: AuditedTables, low: float | None, value: float | None, high: float | None, fails: bool
) -> None:
    tables.put(QUANTITIES, claim_id="c1", value=value, value_low=low, value_high=high)
    assert bool(tables.failing("quantities/values_are_in_order")) is fails


@pytest.mark.parametrize(("latest", "fails"), [(date(2021, 5, 1), False), (date(2021, 4, 1), True), (None, False)])
def test_expression_that_ends_before_it_begins_fails(tables: AuditedTables, latest: date | None, fails: bool) -> None:
    tables.put(DATES, claim_id="c1", earliest_on=date(2021, 4, 14), latest_on=latest)
    assert bool(tables.failing("dates/days_are_in_order")) is fails


@pytest.mark.parametrize(
    ("start", "end", "fails"), [(0, 5, False), (5, 12, True), (20, 25, False), (None, None, False)]
)
def test_speaker_inside_the_statement_fails(
    tables: AuditedTables, start: int | None, end: int | None, fails: bool
) -> None:
    tables.put(STATEMENTS, claim_id="c1", start=10, end=20, speaker_start=start, speaker_end=end)
    assert bool(tables.failing("statements/speaker_is_outside")) is fails


def test_speaker_between_the_pieces_of_a_statement_passes(tables: AuditedTables) -> None:
    tables.put(STATEMENTS, claim_id="c1", start=0, end=40, speaker_start=12, speaker_end=15)
    tables.put(FRAGMENTS, claim_id="c1", position=0, start=0, end=10)
    tables.put(FRAGMENTS, claim_id="c1", position=1, start=20, end=40)
    assert tables.failing("statements/speaker_is_outside") == []
