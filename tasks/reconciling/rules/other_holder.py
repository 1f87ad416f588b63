"""Whose number it is."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def other_holder(left: Count, right: Count) -> Ruled | None:
    """Numbers of two holders, or of a known and an unknown one, are no rivals."""
    if left.key.holder_id == right.key.holder_id:
        return None
    if left.key.holder_id is None or right.key.holder_id is None:
        return Ruled("not_comparable", f"it is not known whose “{left.text}” or “{right.text}” is")
    return Ruled("not_comparable", f"“{left.text}” and “{right.text}” are of two holders")
