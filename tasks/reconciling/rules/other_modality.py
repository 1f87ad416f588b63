"""A plan is no present fact."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def other_modality(left: Count, right: Count) -> Ruled | None:
    """Asserted, planned, denied and hypothetical numbers are different facts."""
    if left.key.modality == right.key.modality:
        return None
    return Ruled("not_comparable", f"“{left.text}” is {left.key.modality}, “{right.text}” is {right.key.modality}")
