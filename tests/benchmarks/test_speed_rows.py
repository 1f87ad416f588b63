"""What the benchmark of speed measures, at small sizes: never how many seconds it takes."""

from pathlib import Path

import pytest

from benchmarks.speed import articles, hostile, wire
from benchmarks.speed.__main__ import main, table
from benchmarks.speed.clock import Row
from tasks.language.passages import passages

NEWS = ["Mayor Ann Lee said on Monday that 20 people left.", "A ferry with 300 passengers sank near Norvale."]


def test_both_sides_are_measured_on_every_chunk() -> None:
    found = articles.compare(NEWS * 2, chunk=1)
    assert len(found) == 4
    assert all(one.plain > 0 and one.ours > 0 for one in found)


def test_a_sample_is_spread_over_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(f'{{"text": "{number}"}}\n' for number in range(10)), encoding="utf-8")
    assert articles.read_texts(path, 3) == ["0", "3", "6"]
    assert len(articles.read_texts(path, None)) == 10


def test_wire_copy_is_the_same_each_time_and_mostly_repeated() -> None:
    corpus = wire.corpus(3 * wire.CARRIERS)
    assert corpus == wire.corpus(3 * wire.CARRIERS)
    assert wire.unique_share(corpus) < 0.25
    assert len({article.text for article in corpus}) == len(corpus)


def test_wire_copy_holds_claims_of_every_kind() -> None:
    text = "\n\n".join(sorted({piece.text for article in wire.corpus(200) for piece in passages(article.text)}))
    found = hostile.extracted(text)
    assert found.quantities and found.statements and found.dates and found.mentions


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_no_hostile_text_raises_and_every_span_reproduces_its_text(name: str) -> None:
    text = hostile.TEXTS[name][1](3_000)
    found = hostile.extracted(text)
    for row in (*found.mentions, *found.quantities, *found.statements, *found.dates, *found.fragments):
        assert text[row.start : row.end] == row.text


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_hostile_texts_have_the_length_asked_for(name: str) -> None:
    make = hostile.TEXTS[name][1]
    assert 0.9 * 6_000 <= len(make(6_000)) <= 6_000
    assert make(6_000) == make(6_000)


def test_a_bound_that_does_not_hold_is_marked() -> None:
    cells = list(table([Row("a", "b", "9 s", "≤ 1", holds=False), Row("a", "b", "1 s")]).columns[2].cells)
    assert cells == ["9 s (!)", "1 s"]


def test_without_the_shared_data_the_benchmark_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "articles", "--bench", str(tmp_path)]) == 0
    assert "skipped" in capsys.readouterr().out
