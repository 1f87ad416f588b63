"""People who share a surname."""

from tasks.reconciling.names import Name, spelled_alike
from tasks.reconciling.rulings import Ruled


def other_first_name(left: Name, right: Name) -> Ruled | None:
    """One surname, two first names that no slip explains: two people."""
    if left.kind != "person" or right.kind != "person" or min(len(left.words), len(right.words)) < 2:
        return None
    one, two = left.words[0], right.words[0]
    if left.words[-1] != right.words[-1] or spelled_alike(one, two) or one.startswith(two) or two.startswith(one):
        return None
    return Ruled("different", f"“{left.text}” and “{right.text}” share a surname and differ in the first name")
