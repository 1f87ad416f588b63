"""A name with and without what stands between first name and surname."""

from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled


def middle_name(left: Name, right: Name) -> Ruled | None:
    """First name and surname are equal and one side has no middle name, or the initial of the other's."""
    if left.kind != "person" or right.kind != "person" or min(len(left.words), len(right.words)) < 2:
        return None
    if (left.words[0], left.words[-1]) != (right.words[0], right.words[-1]):
        return None
    one, two = left.words[1:-1], right.words[1:-1]
    if one and two and not all(a.startswith(b) or b.startswith(a) for a, b in zip(one, two, strict=False)):
        return None
    return Ruled("same", f"“{left.text}” and “{right.text}” have the same first name and surname")
