"""News articles: extraction beside plain ``nlp.pipe``, chunk by chunk in one run."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

import spacy
from spacy.language import Language

from benchmarks.speed.clock import Row, cpu_seconds, peak_megabytes
from tasks.language import DEFAULT_MODEL, ArticleText, extract

CHUNK = 100  # articles
LEAST_RATIO = 1.5
# Growth over all chunks after the first of each: Docs are dropped, so it does not depend on how many follow.
MOST_MEGABYTES = 200.0


class Compared(NamedTuple):
    """CPU seconds of one chunk."""

    plain: float
    ours: float

    @property
    def ratio(self) -> float:
        return self.plain / self.ours


def read_texts(path: Path, count: int | None) -> list[str]:
    """The ``text`` of ``count`` lines of a JSONL file, spread evenly over it; of all lines if None."""
    with path.open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file if line.strip()]
    if count is None or count >= len(texts):
        return texts
    return [texts[index * len(texts) // count] for index in range(count)]


def compare(texts: Sequence[str], chunk: int = CHUNK) -> list[Compared]:
    """Both sides on each chunk, in turns as to which goes first, both warmed up before."""
    plain = spacy.load(DEFAULT_MODEL)  # as its makers ship it: extraction adapts a copy of its own
    _analyse(plain, texts[:5])
    _extract(texts[:5])
    return [_compared(plain, part, ours_first=bool(turn % 2)) for turn, part in enumerate(_chunks(texts, chunk))]


def _compared(plain: Language, texts: Sequence[str], ours_first: bool) -> Compared:
    if ours_first:
        ours = cpu_seconds(lambda: _extract(texts))
        return Compared(cpu_seconds(lambda: _analyse(plain, texts)), ours)
    return Compared(cpu_seconds(lambda: _analyse(plain, texts)), cpu_seconds(lambda: _extract(texts)))


def _analyse(plain: Language, texts: Sequence[str]) -> None:
    for _ in plain.pipe(texts):
        pass


def _extract(texts: Sequence[str]) -> None:
    extract([ArticleText.plain(str(index), text) for index, text in enumerate(texts)], model=DEFAULT_MODEL, cache=None)


def _chunks(texts: Sequence[str], size: int) -> Iterator[list[str]]:
    rest = iter(texts)
    while part := list(islice(rest, size)):
        yield part


def rows(texts: Sequence[str]) -> list[Row]:
    """The lines of the table for ``texts``."""
    what = f"{len(texts)} news articles"
    before_ours = peak_megabytes()
    _extract(texts[:CHUNK])
    first = peak_megabytes()
    for part in _chunks(texts[CHUNK:], CHUNK):
        _extract(part)
    growth = peak_megabytes() - first
    found = compare(texts)
    plain, ours = sum(one.plain for one in found), sum(one.ours for one in found)
    ratio = median(one.ratio for one in found)
    return [
        Row(what, "plain nlp.pipe", f"{plain:.1f} s"),
        Row(what, "extraction", f"{ours:.1f} s"),
        Row(what, "times as fast, all", f"{plain / ours:.2f}", f"≥ {LEAST_RATIO}", plain / ours >= LEAST_RATIO),
        Row(what, "times as fast, median chunk", f"{ratio:.2f}", f"≥ {LEAST_RATIO}", ratio >= LEAST_RATIO),
        Row(what, "memory, model and first chunk", f"{first - before_ours:.0f} MB"),
        Row(what, "memory, all other chunks", f"{growth:.0f} MB", f"≤ {MOST_MEGABYTES:.0f}", growth <= MOST_MEGABYTES),
    ]
