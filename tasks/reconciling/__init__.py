"""Reconciliation: what is comparable, who agrees, who stands behind it. Pure; no order of rows changes an answer."""

from tasks.reconciling.corpus import Corpus, Reconciled
from tasks.reconciling.lineage import Change, Flow, changes
from tasks.reconciling.lookup import Lookup, Unpublished
from tasks.reconciling.memory import Memory, recall, remember
from tasks.reconciling.regroup import Regrouped, regroup

__all__ = [
    "Change",
    "Corpus",
    "Flow",
    "Lookup",
    "Memory",
    "Reconciled",
    "Regrouped",
    "Unpublished",
    "changes",
    "recall",
    "reconcile",
    "regroup",
    "remember",
]


def reconcile(corpus: Corpus, reconciled_by: str) -> Reconciled:
    """Entities, stories, origins and facts of a corpus; ``reconciled_by`` is the fingerprint that the facts carry."""
    prints = {row.article_id: "" for row in corpus.articles}
    return regroup(Memory(), prints, Unpublished(corpus), reconciled_by).rows
