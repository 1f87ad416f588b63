"""What a run remembers for the next one: enough to see what new articles touch, and no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tasks.reconciling.counting import Holders
from tasks.reconciling.entities import Entities
from tasks.reconciling.origins import Attribution
from tasks.reconciling.profiles import Profile
from tasks.tables.entities import EntityKind


class Meaning(NamedTuple):
    """What facts take from an entity: its name and kind, and whose its numbers are."""

    entity_id: str
    name: str
    kind: EntityKind
    holder_id: str
    holder: str


def meanings(entities: Entities) -> Mapping[str, Meaning]:
    """Mention id → what it means."""
    holders = Holders(entities)
    found = {}
    for row in entities.entities:
        behind = entities.by_id[holders.behind(row.entity_id)]
        found[row.entity_id] = Meaning(row.entity_id, row.name, row.kind, behind.entity_id, behind.name)
    return {row.mention_id: found[row.entity_id] for row in entities.mention_entities}


@dataclass(frozen=True)
class Memory:
    """The state of the last run. ``prints`` maps each article to a hash of all that is known of it by itself.

    By article id: its profile, its story, its storyline, and who stands behind its claims (without the rows).
    ``meant`` is by mention id; ``copies`` are pairs of articles with one text; ``name_decisions`` are the ids of the
    rulings on names.
    """

    prints: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    story_of: Mapping[str, str] = field(default_factory=dict)
    line_of: Mapping[str, str] = field(default_factory=dict)
    meant: Mapping[str, Meaning] = field(default_factory=dict)
    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    copies: frozenset[tuple[str, str]] = frozenset()
    name_decisions: frozenset[str] = frozenset()
