"""Two names of one well-known organisation or polity."""

from tasks.reconciling.known import known
from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled


def same_known(left: Name, right: Name) -> Ruled | None:
    """The list of known names says that both mean one, or that they mean two."""
    one, two = known(left.folded), known(right.folded)
    if one is None or two is None:
        return None
    if one == two:
        return Ruled("same", f"“{left.text}” and “{right.text}” are names of {one.name}")
    return Ruled("different", f"“{left.text}” is {one.name}, “{right.text}” is {two.name}")
