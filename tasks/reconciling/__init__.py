"""Reconciliation: what is comparable, who agrees, who stands behind it. Pure; no order of rows changes an answer."""

from tasks.reconciling.copies import copies
from tasks.reconciling.corpus import Corpus, Reconciled
from tasks.reconciling.date_facts import date_facts
from tasks.reconciling.entities import resolve
from tasks.reconciling.lineage import Change, Flow, changes
from tasks.reconciling.origins import origins_of, relations_of
from tasks.reconciling.profiles import matches_of, profiles_of
from tasks.reconciling.quantity_facts import quantity_facts
from tasks.reconciling.rulings import distinct
from tasks.reconciling.scene import Scene
from tasks.reconciling.sharing import Sharing
from tasks.reconciling.statement_facts import statement_facts
from tasks.reconciling.stories import stories_of
from tasks.reconciling.support import Supports

__all__ = ["Change", "Corpus", "Flow", "Reconciled", "changes", "reconcile"]


def reconcile(corpus: Corpus, reconciled_by: str) -> Reconciled:
    """Entities, stories, origins and facts of a corpus; ``reconciled_by`` is the fingerprint that the facts carry."""
    corpus = corpus.sorted()
    profiles = profiles_of(corpus)
    stories = stories_of(profile.story for profile in profiles.values())
    entities = resolve(corpus, stories.line_of)
    scene = Scene(corpus, entities, stories.of_article, stories.line_of, profiles)
    sharing = Sharing({key: one.runs for key, one in profiles.items()})
    attributions = origins_of(scene, matches_of(sharing, profiles, profiles.keys()))
    relations = relations_of(attributions.values(), copies(one.copy for one in profiles.values()))
    origins = {row.origin_id: row for one in attributions.values() for row in one.origins}
    claim_origins = tuple(row for one in attributions.values() for row in one.claim_origins)
    supports = Supports(origins.values(), relations, claim_origins)
    heard = scene.heard()
    found = (quantity_facts(heard), statement_facts(heard), date_facts(heard))
    drafts = sorted((draft for facts in found for draft in facts.drafts), key=lambda draft: draft.fact_id)
    behind = [supports.of({member.claim_id: member.article_id for member in draft.members}) for draft in drafts]
    related = (row for facts in found for row in facts.relations)
    return Reconciled(
        entities=entities.entities,
        mention_entities=entities.mention_entities,
        origins=tuple(origins[key] for key in sorted(origins)),
        claim_origins=tuple(sorted(claim_origins, key=lambda row: (row.claim_id, row.origin_id, row.role))),
        origin_relations=relations,
        stories=stories.stories,
        story_articles=stories.story_articles,
        facts=tuple(
            draft.fact(scene, one.count, one.support, reconciled_by) for draft, one in zip(drafts, behind, strict=True)
        ),
        evidence=tuple(row for draft in drafts for row in draft.evidence()),
        fact_relations=tuple(sorted(related, key=lambda row: (row.left_id, row.right_id, row.relation))),
        decisions=distinct(
            [*entities.decisions, *scene.judged.decisions, *(row for facts in found for row in facts.decisions)]
        ),
        candidates=entities.candidates,
    )
