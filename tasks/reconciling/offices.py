"""For whom people speak by their office: the country of "US Secretary of State", the body of "Taliban spokesman"."""

from collections.abc import Iterable
from functools import lru_cache

from tasks.reference.places import country, country_of_people, fold
from tasks.tables.mentions import Mention

_LONGEST = 4  # words of a name in an office
_REMEMBERED = 65536  # roles: the same ones come again and again
_BODIES = frozenset(["organisation", "place", "group"])


def body_named(mention: Mention | None) -> str | None:
    """The country or body that a mention names, folded: what offices are compared with."""
    if mention is None or mention.label not in _BODIES:
        return None
    land = country(mention.name)
    return land.code if land else fold(mention.name)


def bodies_served(mentions: Iterable[Mention]) -> frozenset[str]:
    """The countries and bodies that stand in the roles said with these names of one person."""
    return frozenset(body for mention in mentions if mention.role for body in _in_role(mention.role))


@lru_cache(maxsize=_REMEMBERED)
def _in_role(role: str) -> frozenset[str]:
    words = role.split()
    runs = {
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1)
    }
    lands = {land.code for run in runs if (land := country(run) or country_of_people(run))}
    return frozenset(lands | {fold(run) for run in runs})
