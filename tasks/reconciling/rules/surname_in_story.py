"""A bare surname and a full name of another article of the story."""

from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled


def surname_in_story(bare: Name, full: Name) -> Ruled | None:
    """An article that gives only the surname means whom the story's other articles name in full."""
    if full.words[-1] == bare.words[-1] and bare.lines & full.lines:
        return Ruled("same", f"“{bare.text}” is the surname of “{full.text}” in one storyline")
    return None
