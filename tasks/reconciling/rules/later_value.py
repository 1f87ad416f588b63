"""An update."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def later_value(left: Count, right: Count) -> Ruled | None:
    """Numbers that cannot both hold, said for different days: the later one replaces the earlier."""
    if left.as_of_on is None or right.as_of_on is None or left.as_of_on == right.as_of_on:
        return None
    if left.interval.meets(right.interval):
        return None
    early, late = (left, right) if left.as_of_on < right.as_of_on else (right, left)
    return Ruled("supersedes", f"“{late.text}” of {late.as_of_on} replaces “{early.text}” of {early.as_of_on}")
