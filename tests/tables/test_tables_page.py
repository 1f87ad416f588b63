from pathlib import Path

import pytest

from tasks.tables import TABLES
from tasks.tables.page import PAGE, render

ROOT = Path(__file__).parents[2]


def test_the_page_is_what_the_declarations_say() -> None:
    written = (ROOT / PAGE).read_text(encoding="utf-8")
    assert written == render(), "docs/tables.md is stale: run python -m tasks.tables.page"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_has_a_section_with_a_row_for_each_column(table: object) -> None:
    section = render().split(f"\n## {table.name}\n")[1].split("\n## ")[0]  # type: ignore[attr-defined]
    for column in table.columns:  # type: ignore[attr-defined]
        (line,) = (line for line in section.splitlines() if line.startswith(f"| `{column.name}` |"))
        assert line.count(" | ") == 3
        assert all(f"`{value}`" in line for value in column.allowed)
