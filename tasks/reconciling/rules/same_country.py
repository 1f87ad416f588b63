"""Two names of one country."""

from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Ruled
from tasks.reference.places import country, country_of_people


def same_country(left: Name, right: Name) -> Ruled | None:
    """Short names, abbreviations and demonyms of one ISO 3166-1 country are the country."""
    one = country(left.folded) or country_of_people(left.folded)
    two = country(right.folded) or country_of_people(right.folded)
    if one is None or one != two:
        return None
    return Ruled("same", f"“{left.text}” and “{right.text}” name {one.name} (ISO 3166-1 {one.code})")
