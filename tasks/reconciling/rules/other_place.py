"""Where a number holds."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def other_place(left: Count, right: Count) -> Ruled | None:
    """Numbers for two places, or for a known and an unknown one, are no rivals."""
    if left.key.place_id == right.key.place_id:
        return None
    if left.key.place_id is None or right.key.place_id is None:
        return Ruled("not_comparable", f"it is not known where “{left.text}” or “{right.text}” holds")
    return Ruled("not_comparable", f"“{left.text}” and “{right.text}” hold for two places")
