"""The sample newsroom in ``data/raw`` is whole, small, and nobody else's."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw"
SEEDS = ROOT.parent / "shared" / "seeds"
PHRASE = 6  # words: shorter runs are names and dates


def phrases(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[^\W\d_]+", text.lower())  # numbers are facts, which may carry over
    return {tuple(words[i : i + PHRASE]) for i in range(len(words) - PHRASE + 1)}


def pages() -> list[Path]:
    return [path for path in sorted(RAW.iterdir()) if path.name != "manifest.csv"]


def test_the_newsroom_copies_no_phrase_of_the_seeds() -> None:
    if not SEEDS.exists():
        pytest.skip("../shared is not here: there are no seeds to compare with")
    theirs = set[tuple[str, ...]]().union(*(phrases(path.read_text("utf-8")) for path in SEEDS.glob("*.txt")))
    assert {path.name: phrases(path.read_text("utf-8")) & theirs for path in pages()} == {
        path.name: set() for path in pages()
    }


def test_the_manifest_names_files_that_are_there() -> None:
    with (RAW / "manifest.csv").open(encoding="utf-8", newline="") as file:
        named = [row["file"] for row in csv.DictReader(file)]
    assert len(named) == len(set(named))
    assert set(named) <= {path.name for path in pages()}


def test_the_newsroom_is_small_and_of_many_formats() -> None:
    assert len(pages()) >= 12
    assert {path.suffix for path in pages()} == {".txt", ".html", ".jsonl"}
    assert sum(path.stat().st_size for path in pages()) < 60_000
