"""One run of reconciliation: what changed articles touch is grouped anew, everything else stays as it was published.

There is one path. A rebuild is a run that remembers nothing, so that every article is new. Stages run in the order in
which they depend on each other, and each hands the next the articles for which its answer changed:

1. *Profiles* (:mod:`profiles`): pure in an article; made for new articles only.
2. *Stories*: made for the whole lake, of profiles. One popular name makes most articles meet, so that a component would
   be the lake; how like two articles are is remembered.
3. *Entities*: for names that changed and all names that are tied to them (:mod:`ties`, :mod:`directory`).
4. *Origins*: for articles that share words with a changed one, up to two steps away, or whose speakers are others now.
5. *Facts*: for the storylines of articles that changed in any of this, and beyond them for numbers, events and
   statements that are compared across storylines (:mod:`reach`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tasks.reconciling.copies import pairs_with_one_text
from tasks.reconciling.corpus import Corpus, Reconciled
from tasks.reconciling.date_facts import date_facts
from tasks.reconciling.directory import Renewal, names_now, otherwise_meant, renewed
from tasks.reconciling.drafts import Draft
from tasks.reconciling.entities import Entities
from tasks.reconciling.facts import Facts
from tasks.reconciling.lookup import Lookup
from tasks.reconciling.memory import Memory
from tasks.reconciling.naming import Naming
from tasks.reconciling.origins import Attribution, origins_of, relations_of
from tasks.reconciling.profiles import Profile, matches_of, profiles_of
from tasks.reconciling.quantity_facts import quantity_facts
from tasks.reconciling.reach import (
    copied_with,
    counting_alike,
    dating_alike,
    event_keys,
    gathered,
    matched_with,
    telling_alike,
)
from tasks.reconciling.rules import COMPARABILITY_RULES, LOOKALIKE_RULES
from tasks.reconciling.rulings import distinct
from tasks.reconciling.scene import Scene
from tasks.reconciling.sharing import Sharing
from tasks.reconciling.statement_facts import statement_facts, utterances_of
from tasks.reconciling.stories import Stories, stories_of
from tasks.reconciling.support import Owners, Supports
from tasks.reconciling.utterances import SAME_OCCASION_DAYS, Utterance
from tasks.tables.decisions import Decision
from tasks.tables.origin_relations import OriginRelation
from tasks.tables.origins import Origin

_ACROSS_FACTS = frozenset(rule.__name__ for rule in COMPARABILITY_RULES)  # rulings inside a storyline
_ACROSS_STATEMENTS = frozenset(rule.__name__ for rule in LOOKALIKE_RULES)  # rulings inside a story


@dataclass(frozen=True)
class Regrouped:
    """``rows`` are all of the tables that are made for the whole lake, and of the others those of the ids in
    ``replaced`` (by table: the first column of its key), which is None if they are all too.
    """

    rows: Reconciled
    replaced: Mapping[str, frozenset[str]] | None
    memory: Memory


def regroup(memory: Memory, prints: Mapping[str, str], lookup: Lookup, reconciled_by: str) -> Regrouped:
    """Reconcile the articles of ``prints`` (id → hash of what is known of it by itself) after a run left ``memory``."""
    return _Run(memory, prints, lookup, reconciled_by).done()


class _Run:
    """The stages of one run, each made when the next asks for it."""

    def __init__(self, memory: Memory, prints: Mapping[str, str], lookup: Lookup, reconciled_by: str) -> None:
        self.memory = memory
        self.prints = prints
        self.lookup = lookup
        self.reconciled_by = reconciled_by
        self.gone = memory.prints.keys() - prints.keys()
        self.fresh = frozenset(one for one, mark in prints.items() if memory.prints.get(one) != mark)
        self.changed = self.fresh | self.gone
        self.judgements = lookup.judgements()

    @property
    def is_whole(self) -> bool:
        return not self.memory.prints

    @cached_property
    def profiles(self) -> Mapping[str, Profile]:
        kept = {one: self.memory.profiles[one] for one in self.prints.keys() - self.fresh}
        return dict(sorted((kept | profiles_of(self.lookup.load(self.fresh))).items()))

    @cached_property
    def stories(self) -> Stories:
        kept = {pair: one for pair, one in self.memory.likelihoods.items() if self.fresh.isdisjoint(pair)}
        return stories_of((profile.story for profile in self.profiles.values()), kept)

    @cached_property
    def moved(self) -> set[str]:
        """The articles that are new, or in another story or storyline than before."""
        before, now = self.memory, self.stories
        return {
            one
            for one in self.prints
            if one in self.fresh
            or before.story_of[one] != now.of_article[one]
            or before.line_of[one] != now.line_of[one]
        }

    @cached_property
    def naming(self) -> Naming:
        return Naming({one: profile.names for one, profile in self.profiles.items()}, self.stories.line_of)

    @cached_property
    def renewal(self) -> Renewal:
        before = self.memory.directory
        old = Naming({one: profile.names for one, profile in self.memory.profiles.items()}, self.memory.line_of)
        names = names_now(before.names, old, self.naming, self.moved | self.gone)
        return renewed(before, names, self.naming, self.judgements)

    @property
    def entities(self) -> Entities:
        return self.renewal.directory.entities

    @cached_property
    def otherwise_meant(self) -> set[str]:
        """The articles with a mention that means somebody else now, or somebody with another name."""
        told, before = self.naming.told, self.memory.directory.entities
        found = otherwise_meant(before, self.entities, told.values(), self.renewal.mention_ids)
        return {told[one].article_id for one in found if one in told}

    def scene(self, corpus: Corpus) -> Scene:
        return Scene(corpus, self.entities, self.stories.of_article, self.stories.line_of, self.profiles)

    # Origins

    @cached_property
    def attributed(self) -> Mapping[str, Attribution]:
        """Who stands behind the claims of the articles for which that can have changed."""
        before = Sharing({one: profile.runs for one, profile in self.memory.profiles.items()})
        now = Sharing({one: profile.runs for one, profile in self.profiles.items()})
        near = matched_with(before, self.memory.profiles, self.changed & self.memory.prints.keys())
        near |= matched_with(now, self.profiles, self.moved)
        near = matched_with(now, self.profiles, near & self.prints.keys())
        touched = (near | self.otherwise_meant) & self.prints.keys()
        others = matched_with(now, self.profiles, touched)
        corpus = self.lookup.load(matched_with(now, self.profiles, others))
        found = origins_of(self.scene(corpus.with_claims_of(touched)), matches_of(now, self.profiles, others))
        nobody = Attribution((), (), frozenset())
        return {one: found.get(one, nobody) for one in sorted(touched)}

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        kept = {one: self.memory.attributions[one] for one in self.prints.keys() - self.attributed.keys()}
        return kept | {one: replace(found, claim_origins=()) for one, found in self.attributed.items()}

    @cached_property
    def copies(self) -> frozenset[tuple[str, str]]:
        before = Sharing({one: profile.copy_runs for one, profile in self.memory.profiles.items()})
        now = Sharing({one: profile.copy_runs for one, profile in self.profiles.items()})
        touched = copied_with(before, now, self.changed)
        holders = [[one for one, _ in some] for some in now.holders(touched & self.prints.keys()).values()]
        texts = {one: self.profiles[one].copy for one in {one for ids in holders for one in ids}}
        found = {pair for pair in pairs_with_one_text(texts, holders) if not touched.isdisjoint(pair)}
        return frozenset(found | {pair for pair in self.memory.copies if touched.isdisjoint(pair)})

    @cached_property
    def relations(self) -> tuple[OriginRelation, ...]:
        return relations_of(self.attributions.values(), self.copies)

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        found = {row.origin_id: row for one in self.attributions.values() for row in one.origins}
        return dict(sorted(found.items()))

    @cached_property
    def otherwise_told(self) -> set[str]:
        """The articles whose claims come from others than before, or from some that are related now, or no more."""
        if self.is_whole:
            return set(self.prints)
        article_of = {row.claim_id: one for one, found in self.attributed.items() for row in found.claim_origins}
        told = {row for found in self.attributed.values() for row in found.claim_origins}
        differ = told ^ set(self.lookup.published_origins(self.attributed.keys()))
        before = Owners(relations_of(self.memory.attributions.values(), self.memory.copies))
        now = Owners(self.relations)
        parted = {one for one in self.origins if before.of(one) != now.of(one)}
        return {article_of[row.claim_id] for row in differ if row.claim_id in article_of} | {
            one for one, each in self.attributions.items() if any(row.origin_id in parted for row in each.origins)
        }

    # Facts

    @cached_property
    def touched(self) -> frozenset[str]:
        """The articles that changed, by themselves or in what they are known to be part of."""
        judged = {one for row in self.judgements for one in (row.left_id, row.right_id) if one}
        holding = self.lookup.holding(judged) if judged else frozenset()
        return frozenset(self.moved | self.otherwise_meant | self.otherwise_told | holding)

    @cached_property
    def in_lines(self) -> set[str]:
        """All articles of the storylines of touched articles."""
        return gathered(self.memory.line_of, self.stories.line_of, self.touched | self.gone)

    @cached_property
    def measures(self) -> frozenset[str]:
        """What is counted in these storylines and compared beyond them."""
        old = (self.memory.profiles[one] for one in self.changed & self.memory.prints.keys())
        return frozenset().union(
            *(self.profiles[one].lake_wide for one in self.in_lines), *(profile.lake_wide for profile in old)
        )

    @cached_property
    def dated(self) -> set[str]:
        """The claims that date an event and can be grouped otherwise."""
        before = self.memory
        keys_of = {
            one: event_keys(profile, self.stories.line_of[one], self.entities.of)
            for one, profile in self.profiles.items()
        }
        old = [
            event_keys(before.profiles[one], before.line_of[one], before.directory.entities.of)
            for one in (self.touched | self.gone) & before.prints.keys()
        ]
        start = [*old, *(keys_of[one] for one in self.touched)]
        claims = {claim_id: keys for some in keys_of.values() for claim_id, keys in some.items()}
        return dating_alike(claims, {key for some in start for keys in some.values() for key in keys})

    @cached_property
    def in_stories(self) -> set[str]:
        """All articles of the stories whose statements can be grouped otherwise."""
        story_of = self.stories.of_article
        if self.is_whole:
            return set(story_of)
        partners = self.lookup.published_partners(self.touched | self.gone) & self.prints.keys()
        seeds = gathered(self.memory.story_of, story_of, self.touched | self.gone)
        reached = telling_alike({story_of[one] for one in seeds | partners}, self._told_in, self._told_by)
        return {one for one, story in story_of.items() if story in reached}

    def _told_in(self, stories: Collection[str]) -> Sequence[Utterance]:
        return self._utterances(one for one, story in self.stories.of_article.items() if story in stories)

    def _told_by(self, told: Iterable[Utterance]) -> Sequence[Utterance]:
        """Statements of the speakers of these, of days on which one occasion can still be told of."""
        days: dict[str, set[int]] = defaultdict(set)
        for one in told:
            if one.speaker_id and one.published_on:
                day = one.published_on.toordinal()
                days[one.speaker_id].update(range(day - SAME_OCCASION_DAYS, day + SAME_OCCASION_DAYS + 1))
        mentions = {one for one, entity_id in self.entities.meant.items() if entity_id in days}
        near = frozenset(day for some in days.values() for day in some)
        quoting = self.lookup.quoting(mentions) if mentions else frozenset()
        return self._utterances(one for one in quoting if self._day(one) in near)

    def _day(self, article_id: str) -> int | None:
        published_on = self.profiles[article_id].story.published_on
        return published_on.toordinal() if published_on else None

    def _utterances(self, article_ids: Iterable[str]) -> Sequence[Utterance]:
        return utterances_of(self.scene(self.lookup.load(frozenset(article_ids))).heard())

    @cached_property
    def counting(self) -> set[str]:
        """All articles whose numbers can be grouped otherwise."""
        return self.in_lines | counting_alike(self.profiles, self.stories.line_of, self.measures)

    @cached_property
    def facts_scene(self) -> Scene:
        """The claims that can be grouped otherwise, each with all that it can be grouped with."""
        dating = {one for one, profile in self.profiles.items() if not self.dated.isdisjoint(profile.events)}
        corpus = self.lookup.load(self.counting | self.in_stories | dating)
        return self.scene(replace(
            corpus,
            quantities=tuple(row for row in corpus.quantities if row.article_id in self.counting),
            statements=tuple(row for row in corpus.statements if row.article_id in self.in_stories),
            dates=tuple(row for row in corpus.dates if row.claim_id in self.dated),
        ))  # fmt: skip

    @cached_property
    def found(self) -> tuple[Facts, ...]:
        scene = self.facts_scene.heard()
        return (self._of_numbers(quantity_facts(scene)), statement_facts(scene), date_facts(scene))

    def _of_numbers(self, found: Facts) -> Facts:
        """Of the facts on numbers those that are whole here: other numbers came for the company they keep."""
        drafts = tuple(
            draft
            for draft in found.drafts
            if draft.measure in self.measures or any(member.article_id in self.in_lines for member in draft.members)
        )
        ids = {draft.fact_id for draft in drafts}
        claims = {member.claim_id for draft in drafts for member in draft.members}
        inside = {row.claim_id for row in self.facts_scene.corpus.quantities if row.article_id in self.in_lines}
        return Facts(
            drafts=drafts,
            relations=tuple(row for row in found.relations if {row.left_id, row.right_id} <= ids),
            decisions=tuple(
                row
                for row in found.decisions
                if {row.left_id, row.right_id} <= (inside if row.rule in _ACROSS_FACTS else claims)
            ),
        )

    def done(self) -> Regrouped:
        drafts = sorted((draft for facts in self.found for draft in facts.drafts), key=lambda draft: draft.fact_id)
        rows = self._rows(drafts)
        memory = Memory(
            prints=self.prints,
            profiles=self.profiles,
            story_of=self.stories.of_article,
            line_of=self.stories.line_of,
            likelihoods=self.stories.likelihoods,
            directory=self.renewal.directory,
            attributions=self.attributions,
            copies=self.copies,
        )
        return Regrouped(rows, None if self.is_whole else self._replaced(rows), memory)

    def _rows(self, drafts: Sequence[Draft]) -> Reconciled:
        scene = self.facts_scene
        claim_origins = [row for found in self.attributed.values() for row in found.claim_origins]
        others = {member.article_id for draft in drafts for member in draft.members} - self.attributed.keys()
        published = self.lookup.published_origins(others) if others else ()
        supports = Supports(self.origins.values(), self.relations, (*claim_origins, *published))
        behind = [supports.of({member.claim_id: member.article_id for member in draft.members}) for draft in drafts]
        relations = {row for facts in self.found for row in facts.relations}
        decisions = [row for facts in self.found for row in facts.decisions]
        return Reconciled(
            entities=self.renewal.found.entities,
            mention_entities=self.renewal.found.mention_entities,
            origins=tuple(self.origins.values()),
            claim_origins=tuple(sorted(claim_origins, key=lambda row: (row.claim_id, row.origin_id, row.role))),
            origin_relations=self.relations,
            stories=self.stories.stories,
            story_articles=self.stories.story_articles,
            facts=tuple(
                draft.fact(scene, one.count, one.support, self.reconciled_by)
                for draft, one in zip(drafts, behind, strict=True)
            ),
            evidence=tuple(row for draft in drafts for row in draft.evidence()),
            fact_relations=tuple(sorted(relations, key=lambda row: (row.left_id, row.right_id, row.relation))),
            decisions=distinct([*self.renewal.found.decisions, *scene.judged.decisions, *decisions]),
            candidates=self.renewal.found.candidates,
        )

    def _replaced(self, rows: Reconciled) -> Mapping[str, frozenset[str]]:
        """The ids whose published rows ``rows`` replace."""
        told = {row.claim_id for row in rows.evidence}
        articles = {row.article_id for row in self.facts_scene.corpus.articles}
        evidence = self.lookup.published_evidence(articles | self.changed)
        facts = {row.fact_id for row in evidence if row.claim_id in told or row.article_id in self.changed}
        origins = self.lookup.published_origins(self.attributed.keys() | self.gone)
        article_of = {row.claim_id: row.article_id for row in evidence}
        article_of |= {row.claim_id: row.article_id for row in self.facts_scene.corpus.claims}
        ruled = self.lookup.published_decisions(article_of.keys())
        return {
            "entities": self.renewal.entity_ids,
            "mention_entities": self.renewal.mention_ids,
            "facts": frozenset(facts | {row.fact_id for row in rows.facts}),
            "claim_origins": frozenset(row.claim_id for row in (*origins, *rows.claim_origins)),
            "decisions": frozenset(
                {row.decision_id for row in ruled if self._is_ours(row, told, article_of)}
                | self.renewal.decision_ids
                | {row.decision_id for row in rows.decisions}
            ),
        }

    def _is_ours(self, row: Decision, told: Collection[str], article_of: Mapping[str, str]) -> bool:
        """Whether a published ruling would be made again here, if it still held."""
        sides = (row.left_id, row.right_id)
        if any(article_of.get(one) in self.changed for one in sides):
            return True
        if row.rule in _ACROSS_FACTS:
            return any(article_of.get(one) in self.in_lines for one in sides)
        if row.rule in _ACROSS_STATEMENTS:
            return any(article_of.get(one) in self.in_stories for one in sides)
        return any(one in told for one in sides)
