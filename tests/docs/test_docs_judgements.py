"""The examples of the page on judgements can be read, and every kind is explained."""

import re
from pathlib import Path

from tasks.reading.judgements import COLUMNS, KINDS, read_judgements

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "judgements.md").read_text(encoding="utf-8")


def test_the_examples_are_judgements(tmp_path: Path) -> None:
    (block,) = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "example.csv").write_text(block)
    assert len(read_judgements(tmp_path)) == block.count("\n") - 1


def test_every_kind_and_every_column_is_explained() -> None:
    assert [name for name in (*KINDS, *COLUMNS) if f"`{name}`" not in PAGE] == []


def test_the_folder_that_is_shipped_rules_nothing() -> None:
    assert read_judgements(ROOT / "data" / "judgements") == ()
    assert (ROOT / "data" / "judgements" / "judgements.csv").read_text().strip() == ",".join(COLUMNS)
