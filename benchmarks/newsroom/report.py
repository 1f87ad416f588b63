"""The figures of one run, for people."""

from rich.table import Table

from benchmarks.newsroom.forms import FormSet
from benchmarks.newsroom.scoring import Score

_AIMS = {"verdicts": 97.0, "origins": 95.0, "misspelt names": 98.0}
_NOUGHT = (
    "hidden conflicts",
    "two facts confirmed as one",
    "wrongly corroborated",
    "people merged",
    "conflicts of which one side was not read",
)


def figures(score: Score, articles: int, seed: int, which: FormSet) -> Table:
    """Shares in per cent with their counts, and the counts whose aim is nought."""
    shown = Table(title=f"Simulated newsroom: {articles:,} articles, seed {seed}, {which.replace('_', ' ')} forms")
    shown.add_column("figure")
    for heading in ("right", "of", "per cent", "aim"):
        shown.add_column(heading, justify="right")
    for name in sorted(score.total, key=lambda one: (one not in _AIMS, one)):
        aim = f"{_AIMS[name]:.0f}" if name in _AIMS else ""
        shown.add_row(name, f"{score.right[name]:,}", f"{score.total[name]:,}", f"{score.share(name):.1f}", aim)
    for name in _NOUGHT:
        shown.add_row(name, str(score.wrong[name]), "", "", "0")
    return shown
