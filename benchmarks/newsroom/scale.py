"""Time and memory by size: each stage of a first run, and a run that finds one more article."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from benchmarks.newsroom import raw
from benchmarks.newsroom.newsroom import pages

ROOT = Path(__file__).parents[2]
SIZES = (1000, 5000)
# Runs the flow with a clock on each of its steps and prints the seconds of CPU time (own and children's) by step.
_CLOCKED = """
import json, resource, sys, time
from pathlib import Path
from flows.settings import Settings, quiet
quiet(Settings.load())
import flows.curate as job
spent = {}
def cpu():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
def clocked(name, call):
    def step(*given, **named):
        start = cpu()
        try:
            return call(*given, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + cpu() - start
    return step
for name in ("collect", "clean", "link_versions", "extract", "reconcile", "check", "publish", "refresh", "report"):
    setattr(job, name, clocked(name, getattr(job, name)))
from flows.server import PrefectServer
from prefect.settings import PREFECT_API_URL, temporary_settings
server = PrefectServer(Settings.load().prefect_home).start()
server.ready()
begun, start = time.monotonic(), cpu()
with temporary_settings({PREFECT_API_URL: server.api_url}):
    job.curate(Path(sys.argv[1]), Path(sys.argv[2]))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"stages": spent, "all": cpu() - start, "wall": time.monotonic() - begun, "peak_mb": peak}))
"""


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of CPU time by stage, and the largest memory of the process in megabytes."""

    articles: int
    name: str
    stages: dict[str, float]
    total: float
    wall: float
    peak_mb: float


def measure(folder: Path, seed: int, sizes: Sequence[int] = SIZES) -> list[Run]:
    """For each size a first run, and one with one more article on the same lake."""
    found = []
    for size in sizes:
        place = folder / f"{size}"
        written = sum(1 for _ in raw.write(pages(size, seed), place / "raw"))
        found.append(_run(place, written, "all new"))
        more = list(pages(size + 1, seed))[-1]
        (place / "raw" / "one-more.jsonl").write_text(json.dumps(raw.record(more)) + "\n", encoding="utf-8")
        found.append(_run(place, written, "one more"))
    return found


def _run(place: Path, articles: int, name: str) -> Run:
    environment = os.environ | {"CROSSWIRE_STATE": str(place / "state"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", _CLOCKED, str(place / "raw"), str(place / "curated")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the run exited {done.returncode}: {done.stderr.strip()[-2000:]}")
    row = json.loads(done.stdout.strip().splitlines()[-1])
    return Run(articles, name, row["stages"], row["all"], row["wall"], row["peak_mb"])


def table(runs: Sequence[Run]) -> Table:
    """One column a run."""
    shown = Table(title="Seconds of CPU time by stage")
    shown.add_column("stage")
    for run in runs:
        shown.add_column(f"{run.articles:,} {run.name}", justify="right")
    for stage in runs[0].stages:
        shown.add_row(stage, *(f"{run.stages.get(stage, 0.0):.1f}" for run in runs))
    shown.add_row("whole run", *(f"{run.total:.1f}" for run in runs))
    shown.add_row("wall seconds", *(f"{run.wall:.1f}" for run in runs))
    shown.add_row("peak memory, MB", *(f"{run.peak_mb:.0f}" for run in runs))
    return shown
