"""Which elements each line of a rendered page stands in: what markup says of a line beside its words."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from tasks.cleaning.lines import Line
from tasks.reference.rendering import Run

DEPTH = 60  # ancestors looked at; deeper pages are hostile, and what matters stands near


@dataclass(frozen=True)
class Setting:
    """Where a line stands: the tags around all of it, and how much of it is links (0 to 1)."""

    tags: frozenset[str]
    link_share: float
    element: etree._Element | None

    @property
    def heading(self) -> bool:
        return not self.tags.isdisjoint(("h2", "h3", "h4", "h5", "h6"))


def settings_of(lines: Sequence[Line], runs: Sequence[Run]) -> list[Setting]:
    """The setting of each line of ``render(root).text``."""
    tags: dict[etree._Element, frozenset[str]] = {}
    starts = [run.start for run in runs]
    found: list[Setting] = []
    for line in lines:
        first = bisect_left(starts, line.start)
        inside: list[Run] = []
        while first < len(runs) and runs[first].start < line.end:
            inside.append(runs[first])
            first += 1
        found.append(_setting(inside, tags))
    return found


def _setting(runs: Sequence[Run], known: dict[etree._Element, frozenset[str]]) -> Setting:
    around = [_tags(run.element, known) for run in runs]
    length = sum(run.end - run.start for run in runs)
    linked = sum(run.end - run.start for run, tags in zip(runs, around, strict=True) if "a" in tags)
    common = frozenset.intersection(*around) if around else frozenset()
    return Setting(common, linked / length if length else 0.0, runs[0].element if runs else None)


def _tags(element: etree._Element, known: dict[etree._Element, frozenset[str]]) -> frozenset[str]:
    if element not in known:
        around = [element]
        for ancestor in element.iterancestors():
            if len(around) >= DEPTH:
                break
            around.append(ancestor)
        known[element] = frozenset(str(item.tag) for item in around)
    return known[element]
