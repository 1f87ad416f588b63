"""Titles with the outlet's name behind them: "Ferry sinks off Kalu | Reuters"."""

from tasks.cleaning.lines import key_of
from tasks.reference import outlets
from tasks.reference.outlets import Outlet

MARKS = (" | ", " - ", " – ", " — ", " • ", " :: ", " » ", " / ")
TITLE_CHARACTERS = 300


def outlet_behind(title: str) -> tuple[int, Outlet] | None:
    """Where the title itself ends, and the registered outlet behind its last mark; None if there is none."""
    if len(title) > TITLE_CHARACTERS:
        return None
    for mark in MARKS:
        before, found, behind = title.rpartition(mark)
        outlet = outlets.find(behind) if found else None
        if outlet is not None and before.strip():
            return len(before.rstrip()), outlet
    return None


def title_key(title: str) -> str:
    """The title for comparison, without the outlet."""
    behind = outlet_behind(title)
    return key_of(title if behind is None else title[: behind[0]])
