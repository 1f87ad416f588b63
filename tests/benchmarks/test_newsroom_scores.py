"""The whole pipeline on a small simulated newsroom: its answer against the truth, and the same rows however it came."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from benchmarks.newsroom import answer, raw
from benchmarks.newsroom.answer import Answer
from benchmarks.newsroom.newsroom import pages
from benchmarks.newsroom.scoring import Score, score
from benchmarks.newsroom.truth import claims_of, groups_of
from tasks.lake import Lake
from tasks.reconcile import reconciled_by
from tasks.reconciling import Corpus, reconcile
from tasks.tables import BY_NAME

READ = [BY_NAME[name] for name in ("articles", "sources", "mentions", "quantities", "statements", "dates")]
MADE = [
    BY_NAME[name]
    for name in (
        *("entities", "mention_entities", "origins", "claim_origins", "origin_relations", "stories", "story_articles"),
        *("facts", "evidence", "fact_relations", "decisions"),
    )
]
ARTICLES, SEED = 60, 2
# What was reached when they were set, and no less from then on; the aims are in docs/benchmarks.md.
FLOORS = {
    "verdicts": 97.0,
    "origins": 95.0,
    "misspelt names": 98.0,
    "names": 99.0,
    "found: number": 99.0,
    "found: quote": 99.0,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A lake of the newsroom, made by two runs: the second half of the articles comes first, and backwards."""
    place = tmp_path_factory.mktemp("newsroom")
    list(raw.write(pages(ARTICLES, SEED), place / "raw"))
    (file,) = (place / "raw").iterdir()
    lines = file.read_text("utf-8").splitlines(keepends=True)[::-1]
    for some in (lines[: ARTICLES // 2], lines):
        file.write_text("".join(some), encoding="utf-8")
        answer.run(place / "raw", place / "curated", place / "state")
    yield place


@pytest.fixture(scope="module")
def found(folder: Path) -> Score:
    claims = [claim for page in pages(ARTICLES, SEED) for claim in claims_of(page)]
    return score(claims, groups_of(claims), answer.ask(folder / "curated"))


def test_nothing_wrong_is_confirmed_and_nobody_is_merged(found: Score) -> None:
    assert found.wrong == {}, found.misses


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_no_figure_is_below_its_floor(found: Score, figure: str) -> None:
    assert found.share(figure) >= FLOORS[figure], [miss for miss in found.misses if miss.figure == figure]


@pytest.mark.parametrize("figure", ["two facts confirmed as one", "people merged", "wrongly corroborated"])
def test_nothing_is_confirmed_that_is_not_so(found: Score, figure: str) -> None:
    assert found.wrong[figure] == 0, [miss for miss in found.misses if miss.figure == figure]


def test_an_empty_answer_has_nothing_right(found: Score) -> None:
    claims = [claim for page in pages(20, SEED) for claim in claims_of(page)]
    nothing = score(claims, groups_of(claims), Answer([], {}, []))
    assert {nothing.share(figure) for figure in FLOORS if nothing.total[figure]} == {0.0}


def test_several_runs_give_the_rows_of_one_whatever_the_order(folder: Path) -> None:
    with Lake(folder / "curated").reader() as reader:
        given = {table.name: list(reader.rows(table)) for table in READ}
        published = {table.name: set(reader.rows(table)) for table in MADE}
    for rows in given.values():
        Random(SEED).shuffle(rows)
    made = reconcile(Corpus(**{name: tuple(rows) for name, rows in given.items()}), reconciled_by())
    for table in MADE:
        assert set(getattr(made, table.name)) == published[table.name], table.name
