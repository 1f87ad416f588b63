"""Numbers of which only the thing counted is known."""

from tasks.reconciling.counts import Count
from tasks.reconciling.rulings import Ruled


def unspecific(left: Count, right: Count) -> Ruled | None:
    """Two numbers of years, officials, countries may be about anything: they can agree, never conflict."""
    if left.contestable and right.contestable:
        return None
    return Ruled("not_comparable", f"it is not known that “{left.text}” and “{right.text}” are about one thing")
