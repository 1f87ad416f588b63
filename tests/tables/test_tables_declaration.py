from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.tables import BY_NAME, CONTENT, LEDGER, TABLES
from tasks.tables.declaration import Column, Owner, Table

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES: dict[type, st.SearchStrategy[object]] = {
    str: TEXT,
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
}


def values(column: Column) -> st.SearchStrategy[object]:
    known = st.sampled_from(column.allowed) if column.allowed else VALUES[column.type]
    return st.none() | known if column.nullable else known


def rows(table: Table[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.builds(table.row, **{column.name: values(column) for column in table.columns}), max_size=3)


@given(st.data())
def test_rows_survive_arrow_in_any_order(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TABLES))
    some = data.draw(rows(table))
    arrow = table.to_arrow(some)
    assert arrow.schema == table.schema
    assert Counter(table.from_arrow(arrow)) == Counter(some)


def test_from_arrow_ignores_columns_it_does_not_know() -> None:
    table = BY_NAME["stories"]
    story = table.row(story_id="s", label="Flood", first_on=None, last_on=date(2024, 5, 1))
    arrow = table.to_arrow([story]).append_column("extra", pa.array([1]))
    assert table.from_arrow(arrow) == [story]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_declaration_holds_together(table: Table[Any]) -> None:
    columns = {column.name: column for column in table.columns}
    assert all(not columns[name].nullable for name in table.key)
    assert table.owner_column is None or not columns[table.owner_column].nullable
    for column in table.columns:
        assert column.doc
        assert set(column.references) <= set(BY_NAME)
    for span in table.spans:
        parts = (span.start, span.end, span.text, span.raw_start, span.raw_end)
        assert {part for part in parts if part} <= set(columns)
        assert "article_id" in columns


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_suffixes_are_meaning(table: Table[Any]) -> None:
    types = {"_id": str, "_at": datetime, "_on": date, "_basis": str, "_count": int, "_share": float}
    for column in table.columns:
        for suffix, wanted in types.items():
            if column.name.endswith(suffix) and column.name != "snapshot_id":
                assert column.type is wanted, column.name


def test_content_and_ledger_are_all_tables() -> None:
    assert set(CONTENT).isdisjoint(LEDGER)
    assert len(CONTENT) + len(LEDGER) == len(TABLES) == len(BY_NAME)
    assert {table.owner for table in LEDGER} == {Owner.LEDGER}
