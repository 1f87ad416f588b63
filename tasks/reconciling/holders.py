"""Whose a number is."""

import re
from collections.abc import Mapping

from tasks.reconciling.entities import Entities
from tasks.reconciling.scene import Scene
from tasks.reconciling.words import tokens
from tasks.reference.places import country, country_of_people
from tasks.tables.quantities import Quantity

_ARMED = frozenset({"troops", "fighters", "police"})
_FORCE_WORDS = frozenset({"troops", "forces", "soldiers", "military", "army", "personnel", "contingent", "mission"})
_PARTNERS = frozenset({"alliance", "bloc", "coalition"})  # who hold a force together with others
_UNOWNED = _PARTNERS | {"mission"}  # a mission that no text gives to anybody is theirs
_REACH = 40  # characters before a number that can tell whose it is
_OF_PARTNERS = re.compile(r"\b(\w+)['’]s\s+(?:[a-z-]+\s+)?$")
_OWNER = re.compile(r"(.+?)['’]s? (?:\w+ ){0,2}(?:government|force|forces|contingent|army|military|mission)\b")


def described_owner(row: Quantity, scene: Scene) -> str | None:
    """The partners whose troops they are, where the text does not name them: "the alliance's soldiers in Chad"."""
    if row.measure not in _ARMED:
        return None
    mention = scene.corpus.mention.get(row.holder_mention_id or "")
    before = scene.corpus.article[row.article_id].text[max(0, row.start - _REACH) : row.start]
    owner = _OF_PARTNERS.search(before)
    theirs = not _PARTNERS.isdisjoint([owner[1].casefold()] if owner else tokens(row.text))
    described = mention is not None and not owner and tokens(mention.name)[:1]
    return "alliance" if theirs or (described and described[0] in _UNOWNED) else None


class Holders:
    """Whose a number is: the troops of a country are the country's.

    ``by_name`` maps names in lower case to the ids of entities.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self.by_name: Mapping[str, str] = {row.name.casefold(): row.entity_id for row in entities.entities}

    def of(self, row: Quantity, scene: Scene) -> str | None:
        entity_id = self._entities.of(row.holder_mention_id)
        if entity_id is not None:
            return self.behind(entity_id)
        mention = scene.corpus.mention.get(row.holder_mention_id or "")
        return self.described(mention.name) if mention and row.measure in _ARMED else None

    def described(self, words: str) -> str | None:
        """The country whose force a description names ("Norway's army"), where any article names the country."""
        owner = _OWNER.match(words)
        land = country(owner[1]) or country_of_people(owner[1]) if owner else None
        return self.by_name.get(land.name.casefold()) if land else None

    def behind(self, entity_id: str) -> str:
        """The owner of a force; any other entity is its own."""
        entity = self._entities.by_id[entity_id]
        words = entity.name.split()
        if entity.kind != "force" or len(words) < 2 or words[-1].casefold() not in _FORCE_WORDS:
            return entity_id
        owner = " ".join(words[:-1])
        land = country(owner) or country_of_people(owner)
        return self.by_name.get((land.name if land else owner).casefold(), entity_id)
