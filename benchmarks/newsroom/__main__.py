"""``python -m benchmarks.newsroom [--articles N] [--seed S] [--held-out] [--missed FIGURE] [--keep DIR] [--scale]``."""

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from benchmarks.newsroom import answer, raw, scale
from benchmarks.newsroom.forms import FormSet
from benchmarks.newsroom.newsroom import pages
from benchmarks.newsroom.report import figures
from benchmarks.newsroom.scoring import Score, score
from benchmarks.newsroom.truth import claims_of, groups_of


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    which: FormSet = "held_out" if options.held_out else "development"
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = options.keep or Path(scratch)
        if options.scale:
            Console(width=None if sys.stdout.isatty() else 110).print(scale.table(scale.measure(folder, options.seed)))
            return 0
        found = scored(options.articles, options.seed, which, folder, options.state or folder / "state")
    Console(width=None if sys.stdout.isatty() else 110).print(figures(found, options.articles, options.seed, which))
    for miss in found.misses:
        if options.missed in (miss.figure, "all"):
            sys.stdout.write(f"{miss.figure} | {miss.reason} | {miss.group} | {miss.expected} | {miss.answer}\n")
    return 0


def scored(count: int, seed: int, which: FormSet, folder: Path, state: Path) -> Score:
    """Write the pages to ``folder``, run the product on them, and score its answer."""
    claims = [claim for page in raw.write(pages(count, seed, which), folder / "raw") for claim in claims_of(page)]
    answer.run(folder / "raw", folder / "curated", state)
    return score(claims, groups_of(claims), answer.ask(folder / "curated"))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.newsroom", description=__doc__)
    parser.add_argument("--articles", type=int, default=500, help="how many (default: 500)")
    parser.add_argument("--seed", type=int, default=1, help="of the world (default: 1)")
    parser.add_argument("--held-out", action="store_true", help="the forms that nobody looks at while fixing")
    parser.add_argument("--missed", help="list the wrong answers of one figure, or of all")
    parser.add_argument("--keep", type=Path, help="an empty folder that keeps pages and lake")
    parser.add_argument("--state", type=Path, help="a folder whose cache of passages is used again")
    parser.add_argument("--scale", action="store_true", help="time and memory by size instead of the figures")
    return parser


if __name__ == "__main__":
    sys.exit(main())
