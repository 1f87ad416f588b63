"""Numbers and totals beside a share button: "Total / 0 / Share"."""

import re
from itertools import groupby

from tasks.cleaning.furniture import by_pattern, by_phrase
from tasks.cleaning.labels import Label, Labels, PageView

_COUNT = re.compile(r"[\d.,]{1,9} ?[km]?")
_TOTAL = frozenset({"total", "total:", "sum"})


def label(page: PageView) -> Labels:
    """Runs of share phrases, counts and totals with at least one share phrase and one number or total."""
    labels: dict[int, Label] = {}
    for is_widget, run in groupby(
        range(len(page.lines)), lambda index: _is_share(page, index) or _is_count(page, index)
    ):
        indices = list(run)
        if is_widget and any(_is_share(page, index) for index in indices):
            labels |= {index: Label("share_widget", "share_counter") for index in indices if _is_count(page, index)}
    return labels


def _is_share(page: PageView, index: int) -> bool:
    line = page.lines[index]
    return line.is_short and "share_widget" in (by_phrase(line.key), by_pattern(line.key))


def _is_count(page: PageView, index: int) -> bool:
    line = page.lines[index]
    return line.is_short and (line.key in _TOTAL or bool(_COUNT.fullmatch(line.key)))
