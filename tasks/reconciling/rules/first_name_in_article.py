"""A bare first name and a full name of one article."""

from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled


def first_name_in_article(bare: Name, full: Name) -> Ruled | None:
    """A name that is a word of a full name in the article and nobody's surname there."""
    if bare.words[-1] in full.words[:-1] and bare.articles & full.articles:
        return Ruled("same", f"“{bare.text}” is a name of “{full.text}” in one article")
    return None
