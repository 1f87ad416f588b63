"""A bare name and a full name of one article."""

from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled


def surname_in_article(bare: Name, full: Name) -> Ruled | None:
    """Newspapers name a person in full once and by surname from then on."""
    if full.words[-1] == bare.words[-1] and bare.articles & full.articles:
        return Ruled("same", f"“{bare.text}” is the surname of “{full.text}” in one article")
    return None
