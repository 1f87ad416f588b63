"""Entities across articles: who and what is meant by each mention, and why."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tasks.reconciling.known import known
from tasks.reconciling.linking import Links
from tasks.reconciling.names import Name
from tasks.reconciling.naming import Told, best_spelling
from tasks.reconciling.rulings import distinct
from tasks.reference.ids import content_id
from tasks.reference.places import country
from tasks.tables.candidates import Candidate
from tasks.tables.decisions import Decision
from tasks.tables.entities import Entity, EntityKind
from tasks.tables.judgements import Judgement
from tasks.tables.mention_entities import MentionEntity


@dataclass(frozen=True)
class Entities:
    """The entities of a lake by id, and mention id → the id of its entity."""

    by_id: Mapping[str, Entity] = field(default_factory=dict)
    meant: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """In the order of their ids."""
        return tuple(self.by_id[one] for one in sorted(self.by_id))

    def of(self, mention_id: str | None) -> str | None:
        """The entity that a mention means; None if it names none, or it is not known which."""
        return None if mention_id is None else self.meant.get(mention_id)

    def name(self, entity_id: str | None) -> str | None:
        """An entity's canonical name."""
        return None if entity_id is None else self.by_id[entity_id].name


@dataclass(frozen=True)
class Resolved:
    """The entities of some names, each mention's entity, the rulings behind them, and what stayed open."""

    entities: tuple[Entity, ...] = ()
    mention_entities: tuple[MentionEntity, ...] = ()
    decisions: tuple[Decision, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def resolve(names: Iterable[Name], told: Mapping[str, Told], judgements: Sequence[Judgement]) -> Resolved:
    """Who is meant by names, with which come all that they have a tie with; ``told`` are their mentions by id."""
    links = Links(names)
    links.heed(judgements)
    links.join_names()
    links.take_capitals_for_governments()
    links.find_bare_names()
    entities, rows, entity_of = [], [], {}
    for members in links.sets():
        entity = _entity(members, told)
        entities.append(entity)
        rows += _mention_rows(entity, members, links)
        entity_of[links.groups.root(members[0].key)] = entity.entity_id
    return Resolved(
        entities=tuple(sorted(entities, key=lambda row: row.entity_id)),
        mention_entities=tuple(sorted(rows, key=lambda row: row.mention_id)),
        decisions=distinct(links.decisions),
        candidates=_candidates(links, entity_of, told),
    )


def _entity(members: Sequence[Name], told: Mapping[str, Told]) -> Entity:
    name = canonical_name(members, told)
    forms = {told[key].name for member in members for key in member.mention_ids}
    return Entity(
        entity_id=content_id("entity", min(key for member in members for key in member.mention_ids)),
        name=name,
        kind=_kind(members),
        aliases=json.dumps(sorted(forms - {name}), ensure_ascii=False),
    )


def _kind(members: Sequence[Name]) -> EntityKind:
    for member in members:
        if entity := known(member.folded):
            return entity.kind
    return "place" if any(country(member.folded) for member in members) else members[0].kind


def canonical_name(members: Sequence[Name], told: Mapping[str, Told]) -> str:
    """The best supported form of an entity's name: the form in most articles, of people the full forms first.

    Countries and well-known organisations have the name that the reference data gives them.
    """
    for member in members:
        if entity := known(member.folded):
            return entity.name
    for member in members:
        if land := country(member.folded):
            return land.name
    full = [member for member in members if not member.scope] or list(members)
    return best_spelling(told[key] for member in _best(full) for key in member.mention_ids)


def _best(members: Sequence[Name]) -> list[Name]:
    support: dict[str, set[str]] = {}
    for member in members:
        support.setdefault(member.folded, set()).update(member.articles)
    best = min(support, key=lambda folded: (-len(support[folded]), -len(folded), folded))
    return [member for member in members if member.folded == best]


def _mention_rows(entity: Entity, members: Sequence[Name], links: Links) -> list[MentionEntity]:
    canonical = {member.key for member in members if member.text == entity.name}
    return [
        MentionEntity(
            mention_id=key,
            entity_id=entity.entity_id,
            decision_id=reason.decision_id
            if (reason := links.reasons.get(member.key)) and member.key not in canonical
            else None,
        )
        for member in members
        for key in member.mention_ids
    ]


def _candidates(links: Links, entity_of: Mapping[str, str], told: Mapping[str, Told]) -> tuple[Candidate, ...]:
    found = []
    for key, (rule, roots) in links.open.items():
        answers = sorted({entity_of[links.groups.root(root)] for root in roots})
        for mention in (told[one] for one in links.names[key].mention_ids):
            for position, answer in enumerate(answers):
                found.append(
                    Candidate(
                        row_id=mention.mention_id,
                        column_name="entity_id",
                        position=position,
                        article_id=mention.article_id,
                        value=answer,
                        raw_start=mention.raw_start,
                        raw_end=mention.raw_end,
                        basis=rule,
                    )
                )
    return tuple(sorted(found, key=lambda row: (row.row_id, row.position)))
