"""A polity and the land it claims."""

from tasks.reconciling.known import known
from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled
from tasks.reference.places import country


def polity_and_place(left: Name, right: Name) -> Ruled | None:
    """A government or movement whose name holds a country's name is not the country."""
    for polity, place in ((left, right), (right, left)):
        one, land = known(polity.folded), country(place.folded)
        if one and land and known(place.folded) is None:
            return Ruled("different", f"“{polity.text}” is {one.name}, “{place.text}” is the country")
    return None
