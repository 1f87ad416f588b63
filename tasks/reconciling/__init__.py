"""Reconciliation: what is comparable, who agrees, who stands behind it. Pure; no order of rows changes an answer."""

from tasks.reconciling.corpus import Corpus, Reconciled
from tasks.reconciling.date_facts import date_facts
from tasks.reconciling.entities import resolve
from tasks.reconciling.lineage import Change, Flow, changes
from tasks.reconciling.origins import origins_of
from tasks.reconciling.quantity_facts import quantity_facts
from tasks.reconciling.rulings import distinct
from tasks.reconciling.scene import Scene
from tasks.reconciling.statement_facts import statement_facts
from tasks.reconciling.stories import stories_of
from tasks.reconciling.support import Supports

__all__ = ["Change", "Corpus", "Flow", "Reconciled", "changes", "reconcile"]


def reconcile(corpus: Corpus, reconciled_by: str) -> Reconciled:
    """Entities, stories, origins and facts of a corpus; ``reconciled_by`` is the fingerprint that the facts carry."""
    corpus = corpus.sorted()
    stories = stories_of(corpus)
    entities = resolve(corpus, stories.line_of)
    scene = Scene(corpus, entities, stories.of_article, stories.line_of)
    origins = origins_of(scene)
    supports = Supports(origins)
    heard = scene.heard()
    found = (quantity_facts(heard), statement_facts(heard), date_facts(heard))
    drafts = sorted((draft for facts in found for draft in facts.drafts), key=lambda draft: draft.fact_id)
    behind = [supports.of({member.claim_id: member.article_id for member in draft.members}) for draft in drafts]
    relations = (row for facts in found for row in facts.relations)
    return Reconciled(
        entities=entities.entities,
        mention_entities=entities.mention_entities,
        origins=origins.origins,
        claim_origins=origins.claim_origins,
        origin_relations=origins.relations,
        stories=stories.stories,
        story_articles=stories.story_articles,
        facts=tuple(
            draft.fact(scene, one.count, one.support, reconciled_by) for draft, one in zip(drafts, behind, strict=True)
        ),
        evidence=tuple(row for draft in drafts for row in draft.evidence()),
        fact_relations=tuple(sorted(relations, key=lambda row: (row.left_id, row.right_id, row.relation))),
        decisions=distinct(
            [*entities.decisions, *scene.judged.decisions, *(row for facts in found for row in facts.decisions)]
        ),
        candidates=entities.candidates,
    )
