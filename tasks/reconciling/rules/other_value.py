"""A contradiction."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def other_value(left: Count, right: Count) -> Ruled | None:
    """Numbers that cannot both hold, whatever their wording and rounding allow."""
    if left.interval.meets(right.interval):
        return None
    return Ruled("conflicts", f"“{left.text}” and “{right.text}” cannot both hold, rounding and wording allowed for")
