"""An agreement."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled

_POINTS = frozenset({"exact", "about"})


def same_value(left: Count, right: Count) -> Ruled | None:
    """Equal numbers, and wordings of one sense: a hedge ("some 300") says the same number with more care."""
    if left.value is None or left.value != right.value:
        return None
    if left.bound == right.bound or {left.bound, right.bound} <= _POINTS:
        return Ruled("agrees", f"“{left.text}” and “{right.text}” give the same number")
    return None
