"""What the docs point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASES = (ROOT, ROOT / "tasks" / "lake" / "sql" / "audits", ROOT / "data" / "raw")


@pytest.mark.parametrize("page", ["architecture.md", "newsroom.md"])
def test_every_path_in_the_docs_exists(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    paths = [path for path in re.findall(r"`([\w*./-]+)`", text) if re.search(r"/|\.(html|txt|jsonl)$", path)]
    paths = [path for path in paths if not path.startswith("..") and path != "report.html"]
    assert len(paths) > 10
    assert [path for path in paths if not any(list(base.glob(path)) for base in BASES)] == []


def test_every_page_of_the_newsroom_is_described() -> None:
    text = (ROOT / "docs" / "newsroom.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "data" / "raw").iterdir() if path.name != "manifest.csv"}
    assert {name for name in pages if f"`{name}`" not in text} == set()
