"""``python -m benchmarks.speed [--articles N] [--wire N] [--only PART]...``."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.speed import articles, copies, hostile, wire
from benchmarks.speed.clock import Row

ROOT = Path(__file__).parents[2]
TEXTS = Path("data", "incidents_dev.jsonl")
PAIRS = Path("data", "copies_dev.jsonl")


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 if a bound does not hold."""
    options = _parser().parse_args(arguments)
    _stay_on_one_core()
    parts: dict[str, Callable[[], list[Row]]] = {
        "articles": lambda: _articles(options.bench / TEXTS, options.articles),
        "wire": lambda: wire.rows(options.wire),
        "copies": lambda: _copies(options.bench / PAIRS, options.bench / TEXTS),
        "hostile": hostile.rows,
    }
    rows = [row for name, part in parts.items() if not options.only or name in options.only for row in part()]
    Console(width=None if sys.stdout.isatty() else 120).print(table(rows))
    return 0 if all(row.holds for row in rows) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--articles", type=int, metavar="N", help="how many news articles (all, if not given)")
    parser.add_argument("--wire", type=int, metavar="N", default=400, help="how many articles of wire copy")
    parser.add_argument(
        "--only", action="append", choices=["articles", "wire", "copies", "hostile"], help="one part only"
    )
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench", help="the shared folder")
    return parser


def _stay_on_one_core() -> None:
    """Where the system can do that; elsewhere CPU time counts all threads anyway."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _articles(path: Path, count: int | None) -> list[Row]:
    if not path.exists():
        return [Row("news articles", "skipped", f"{path.name} is not here")]
    return articles.rows(articles.read_texts(path, count))


def _copies(labelled: Path, others: Path) -> list[Row]:
    if not labelled.exists() or not others.exists():
        return [Row("near copies", "skipped", f"{labelled.name} or {others.name} is not here")]
    return copies.rows(labelled, others)


def table(rows: Sequence[Row]) -> Table:
    shown = Table(title="Speed: CPU time on one core")
    for heading in ("what", "figure", "measured", "bound"):
        shown.add_column(heading)
    for row in rows:
        shown.add_row(row.what, row.figure, row.value if row.holds else f"{row.value} (!)", row.bound)
    return shown


if __name__ == "__main__":
    sys.exit(main())
