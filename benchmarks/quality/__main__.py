"""``python -m benchmarks.quality [--only SET]... [--missed] [--raise-floors]``."""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console

from benchmarks.quality.figures import Measured, below, load, measured, raised, read_floors, table
from benchmarks.quality.product import Record, scored
from benchmarks.quality.sets import SETS, DevelopmentSet

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "tests" / "floors.json"
FIGURES = Path(__file__).with_name("figures.toml")


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    bench: Path = options.bench
    if not (bench / "score.py").exists():
        sys.stdout.write(f"bench-quality skipped: {bench} is not here; it holds the scorer and the development sets\n")
        return 0
    console = Console(stderr=True)
    rows: list[Measured] = []
    for dev_set in SETS:
        if not options.only or dev_set.name in options.only:
            rows += _measure(dev_set, bench, console, options.missed)
    floors = read_floors(FLOORS)
    Console(width=None if sys.stdout.isatty() else 120).print(table(rows, floors))
    fallen = below(rows, floors)
    for line in fallen:
        sys.stderr.write(line + "\n")
    if options.raise_floors:
        FLOORS.write_text(json.dumps(raised(rows, floors), indent=2) + "\n", encoding="utf-8")
    return 1 if fallen else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--only", action="append", choices=[dev_set.name for dev_set in SETS], help="one set only")
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench", help="the shared folder")
    parser.add_argument("--missed", action="store_true", help="list what the story's scorer calls missed")
    parser.add_argument("--raise-floors", action="store_true", help="write what was reached to tests/floors.json")
    return parser


def _measure(dev_set: DevelopmentSet, bench: Path, console: Console, missed: bool) -> list[Measured]:
    data = bench / "data"
    gold = data / dev_set.gold
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        started = time.monotonic()
        predicted = dev_set.predict(data, scratch)
        console.print(f"{dev_set.name}: {len(predicted)} documents in {time.monotonic() - started:.1f} s")
        score = scored(bench, dev_set.task, gold, predicted, scratch)
        peer_score: Record | None = None
        if dev_set.peer is not None:
            peer_score = scored(bench, dev_set.task, gold, dev_set.peer(data), scratch)
    if missed and "missed" in score:
        sys.stdout.write(json.dumps(score["missed"], ensure_ascii=False, indent=1) + "\n")
    return measured(load(FIGURES), dev_set.name, score, peer_score)


if __name__ == "__main__":
    sys.exit(main())
