"""A first name given by its initial."""

from tasks.reconciling.names import Name, roles_agree
from tasks.reconciling.rulings import Ruled


def initial(left: Name, right: Name) -> Ruled | None:
    """Equal surnames, one first name is the other's first letter or its short form, in one storyline or one role."""
    if left.kind != "person" or right.kind != "person" or min(len(left.words), len(right.words)) < 2:
        return None
    short, long = sorted((left.words[0], right.words[0]), key=len)
    if left.words[-1] != right.words[-1] or short == long or not long.startswith(short):
        return None
    if left.lines & right.lines or roles_agree(left.roles, right.roles):
        return Ruled("same", f"“{left.text}” and “{right.text}”: one first name shortens the other, in one storyline")
    return None
