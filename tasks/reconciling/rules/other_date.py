"""Two dates for one event."""

from tasks.reconciling.happenings import Dated
from tasks.reconciling.rulings import Ruled


def other_date(left: Dated, right: Dated) -> Ruled | None:
    """Days that no precision brings together."""
    if left.earliest_on <= right.latest_on and right.earliest_on <= left.latest_on:
        return None
    return Ruled("conflicts", f"“{left.text}” and “{right.text}” cannot both be the date")
