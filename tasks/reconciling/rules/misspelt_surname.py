"""A bare surname spelt wrongly."""

from tasks.reconciling.names import Name, spelled_alike
from tasks.reconciling.rulings import Ruled


def misspelt_surname(bare: Name, full: Name) -> Ruled | None:
    """Nobody in the story is called so, and the article has one full name whose surname is spelt alike."""
    if (
        full.words[-1] != bare.words[-1]
        and spelled_alike(bare.words[-1], full.words[-1])
        and bare.articles & full.articles
    ):
        return Ruled("same", f"“{bare.text}” is spelt like the surname of “{full.text}”, named in the same article")
    return None
