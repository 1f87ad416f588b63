"""Two numbers that one value satisfies."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def same_range(left: Count, right: Count) -> Ruled | None:
    """They differ only in precision or bound."""
    if not left.interval.meets(right.interval):
        return None
    return Ruled("compatible", f"one value can be both “{left.text}” and “{right.text}”")
