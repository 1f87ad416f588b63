"""What is counted in."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def other_scope(left: Count, right: Count) -> Ruled | None:
    """Totals and changes, and numbers that count different things in, are different measurements."""
    if left.key.change != right.key.change:
        return Ruled("not_comparable", f"“{left.text}” is {left.key.change}, “{right.text}” is {right.key.change}")
    if left.key.includes != right.key.includes:
        return Ruled("not_comparable", f"“{left.text}” and “{right.text}” count different things in")
    if left.counted != right.counted:
        return Ruled("not_comparable", f"“{left.text}” and “{right.text}” count different groups")
    return None
