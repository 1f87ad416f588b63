"""A bare surname in another spelling than the rest of its storyline has."""

from tasks.reconciling.names import Name, transliterations
from tasks.reconciling.rulings import Ruled


def misspelt_in_line(bare: Name, full: Name) -> Ruled | None:
    """Nobody in the storyline is called so, and one full name there has a surname that sounds the same."""
    if full.words[-1] == bare.words[-1] or not bare.lines & full.lines:
        return None
    if not transliterations(bare.words[-1], full.words[-1]):
        return None
    return Ruled("same", f"“{bare.text}” sounds like the surname of “{full.text}”, named in the same storyline")
