"""An acronym and the name it is made of."""

from tasks.reconciling.names import Name, acronyms_of
from tasks.reconciling.rulings import Ruled

_SHORTEST = 2


def acronym(left: Name, right: Name) -> Ruled | None:
    """Capitals that are the initials of a name of several words, both in one article."""
    for short, long in ((left, right), (right, left)):
        letters = short.text.replace(".", "")
        if not (letters.isupper() and letters.isalpha() and len(letters) >= _SHORTEST):
            continue
        if letters.casefold() in acronyms_of(long.folded) and left.articles & right.articles:
            return Ruled("same", f"“{short.text}” are the initials of “{long.text}”, and one article has both")
    return None
