"""Who is who in a lake, and how it changes with what is new.

Names that bear on each other (:mod:`ties`) are resolved together; the rest stays as it was found. A rebuild is a
renewal of nothing.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tasks.reconciling.entities import Entities, Resolved, resolve
from tasks.reconciling.groups import Groups
from tasks.reconciling.holders import Holders
from tasks.reconciling.judgements import NamesMeant
from tasks.reconciling.names import Name
from tasks.reconciling.naming import Naming, Told
from tasks.reconciling.ties import Ties
from tasks.reference.places import country
from tasks.tables.entities import EntityKind
from tasks.tables.judgements import Judgement


@dataclass(frozen=True)
class Directory:
    """The names of a lake by key, with the smallest key among all that each is tied to; the entities behind them; and
    the ids of the rulings on names, each with a mention that it is about.
    """

    names: Mapping[str, Name] = field(default_factory=dict)
    tied_to: Mapping[str, str] = field(default_factory=dict)
    entities: Entities = field(default_factory=Entities)
    decided: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Renewal:
    """A directory as it is now; what was found anew; and the mentions, entities and rulings that this replaces."""

    directory: Directory
    found: Resolved
    mention_ids: frozenset[str]
    entity_ids: frozenset[str]
    decision_ids: frozenset[str]


def names_now(before: Mapping[str, Name], old: Naming, now: Naming, changed: Iterable[str]) -> Mapping[str, Name]:
    """The names of a lake by key, made anew where an article with one of them changed, or moved in its storyline."""
    ids = list(changed)
    anew = old.folded(ids) | now.folded(ids) | (old.rare ^ now.rare)
    kept = {key: name for key, name in before.items() if name.folded not in anew}
    return kept | {name.key: name for name in now.names(anew)}


def renewed(before: Directory, names: Mapping[str, Name], naming: Naming, judgements: Sequence[Judgement]) -> Renewal:
    """The directory of these names, judgements heeded; what ``before`` has of names that nothing new bears on stays."""
    judged = list(NamesMeant(names.values() if judgements else ()).of_any(judgements))
    changed = {key for key in before.names.keys() | names.keys() if _differ(before.names.get(key), names.get(key))}
    changed.update(name.key for some in judged for name in some)
    groups = _tied(before, names, changed, [(left.key, right.key) for some in judged for left, right in pairwise(some)])
    again = {key: groups.root(key) for keys in groups.sets() for key in keys}
    found = resolve((names[key] for key in sorted(again)), naming.told, judgements)
    old = _tied_before(before, changed | again.keys())
    kept = {key: root for key, root in before.tied_to.items() if key not in old}
    mentions = {one for key in old for one in before.names[key].mention_ids}
    mentions.update(one for key in again for one in names[key].mention_ids)
    return _merged(before, found, mentions, names, kept | again)


def _differ(one: Name | None, other: Name | None) -> bool:
    return one is not other and one != other


def _tied(
    before: Directory, names: Mapping[str, Name], changed: Collection[str], judged: Iterable[tuple[str, str]]
) -> Groups[str]:
    """The names that changed, and all names that are tied to them now, or were tied to what they were, in groups.

    A tie between two names that are as they were is as it was, so that only those of changed names have to be sought.
    """
    ties = Ties(names.values() if changed else ())
    pairs = [*judged, *ties.of(names[key] for key in changed if key in names)]
    near = {*changed, *(key for pair in pairs for key in pair)}
    groups = Groups((near | _tied_before(before, near)) & names.keys())
    rest = [key for keys in groups.sets() for key in keys if key not in changed]
    for left, right in (*pairs, *ties.of(names[key] for key in rest)):
        groups.join(left, right)
    return groups


def _tied_before(before: Directory, keys: Collection[str]) -> set[str]:
    """The names with which some were tied, however far removed."""
    roots = {before.tied_to[key] for key in keys if key in before.tied_to}
    return {key for key, root in before.tied_to.items() if root in roots}


def _merged(
    before: Directory, found: Resolved, mentions: Collection[str], names: Mapping[str, Name], tied_to: Mapping[str, str]
) -> Renewal:
    """What was found in place of what was known of these mentions."""
    meant, by_id = before.entities.meant, before.entities.by_id
    entity_ids = frozenset(meant[one] for one in mentions if one in meant)
    decision_ids = frozenset(one for one, mention_id in before.decided.items() if mention_id in mentions)
    entities = Entities(
        by_id={key: row for key, row in by_id.items() if key not in entity_ids}
        | {row.entity_id: row for row in found.entities},
        meant={key: one for key, one in meant.items() if key not in mentions}
        | {row.mention_id: row.entity_id for row in found.mention_entities},
    )
    decided = {key: one for key, one in before.decided.items() if key not in decision_ids}
    decided |= {row.decision_id: row.left_id for row in found.decisions}
    return Renewal(
        directory=Directory(names, tied_to, entities, decided),
        found=found,
        mention_ids=frozenset(mentions),
        entity_ids=entity_ids | {row.entity_id for row in found.entities},
        decision_ids=decision_ids | {row.decision_id for row in found.decisions},
    )


class Meaning(NamedTuple):
    """What facts take from an entity: its name and kind, and whose its numbers are."""

    entity_id: str
    name: str
    kind: EntityKind
    holder_id: str
    holder: str


class Meanings:
    """What the mentions of a lake mean."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self.holders = Holders(entities)

    def of(self, mention_id: str) -> Meaning | None:
        entity_id = self.entities.of(mention_id)
        return None if entity_id is None else self.of_entity(entity_id)

    def described(self, row: Told) -> str | None:
        """Whose numbers those of a mention are that means no entity."""
        return self.holders.described(row.name)

    def of_entity(self, entity_id: str) -> Meaning:
        entity = self.entities.by_id[entity_id]
        behind = self.entities.by_id[self.holders.behind(entity_id)]
        return Meaning(entity_id, entity.name, entity.kind, behind.entity_id, behind.name)


def otherwise_meant(before: Entities, now: Entities, told: Iterable[Told], mention_ids: Collection[str]) -> set[str]:
    """The mentions that mean somebody else now, or somebody with another name or owner.

    ``told`` are all mentions of now, ``mention_ids`` those of which the entity was found anew. A force, or what a
    description names, can have another owner without that: whoever it is, is found by name in the whole lake.
    """
    old, new = Meanings(before), Meanings(now)
    found = {one for one in mention_ids if old.of(one) != new.of(one)}
    forces = {one for one, row in now.by_id.items() if row.kind == "force" and one in before.by_id}
    forces = {one for one in forces if old.of_entity(one) != new.of_entity(one)}
    if forces:
        found |= {one for one, entity_id in now.meant.items() if entity_id in forces}
    moved = dict(old.holders.by_name.items() ^ new.holders.by_name.items())
    if any(map(country, moved)):
        described = (row for row in told if row.mention_id not in now.meant)
        found |= {row.mention_id for row in described if old.described(row) != new.described(row)}
    return found
