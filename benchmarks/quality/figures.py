"""The figures that count, their floors, and the table that shows them."""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from benchmarks.quality.product import Record

TOLERANCE = 0.05  # the scorer rounds to one decimal
MARGIN = (
    1.0  # a floor lies so far below what was reached: room to trade one class of error for another, not to lose one
)


@dataclass(frozen=True)
class Figure:
    """One number of a set's score, in per cent, with what the best peer reaches and what we go for."""

    set: str
    name: str
    path: tuple[str | int, ...]
    complement: bool = False
    peer: str | None = None
    published: float | None = None
    aim: float | None = None

    @property
    def key(self) -> str:
        return f"{self.set}: {self.name}"

    def of(self, score: Record) -> float:
        found: Any = score
        for step in self.path:
            found = found[step]
        value = float(found)
        return round(100 - value if self.complement else value, 1)


@dataclass(frozen=True)
class Measured:
    figure: Figure
    ours: float
    peer: float | None  # measured in this run


def load(path: Path) -> tuple[Figure, ...]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["figure"]
    return tuple(Figure(**{**row, "path": tuple(row["path"])}) for row in rows)


def measured(figures: Iterable[Figure], name: str, score: Record, peer_score: Record | None) -> list[Measured]:
    """The figures of the set ``name``."""
    return [
        Measured(figure, figure.of(score), figure.of(peer_score) if peer_score else None)
        for figure in figures
        if figure.set == name
    ]


def read_floors(path: Path) -> dict[str, float]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def below(rows: Iterable[Measured], floors: Mapping[str, float]) -> list[str]:
    """One line a figure that is below its floor."""
    return [
        f"{row.figure.key} is {row.ours}, below its floor of {floors[row.figure.key]} in tests/floors.json"
        for row in rows
        if row.ours < floors.get(row.figure.key, 0.0) - TOLERANCE
    ]


def raised(rows: Iterable[Measured], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors after this run: each the higher of what it was and a margin below what was reached; none falls."""
    reached = {row.figure.key: max(round(row.ours - MARGIN, 1), floors.get(row.figure.key, 0.0)) for row in rows}
    return dict(sorted({**floors, **reached}.items()))


def table(rows: Sequence[Measured], floors: Mapping[str, float]) -> Table:
    shown = Table(title="Quality on the development sets, per cent")
    for heading in ("set", "figure"):
        shown.add_column(heading)
    for heading in ("ours", "peer in this run", "best peer published", "aim", "floor"):
        shown.add_column(heading, justify="right")
    for row in rows:
        figure = row.figure
        published = f"{figure.published} {figure.peer}" if figure.published is not None else ""
        shown.add_row(
            figure.set,
            figure.name,
            f"{row.ours:.1f}",
            _cell(row.peer),
            published,
            _cell(figure.aim),
            _cell(floors.get(figure.key)),
        )
    return shown


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
