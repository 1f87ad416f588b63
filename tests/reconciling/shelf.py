"""A lake in memory for the tests of reconciliation: runs one after the other, and what each publishes."""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace

from tasks.reconciling import Corpus, Memory, Reconciled, Regrouped, Unpublished, regroup
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.decisions import Decision
from tasks.tables.evidence import Evidence

OWNER = {
    "entities": "entity_id",
    "mention_entities": "mention_id",
    "candidates": "row_id",
    "facts": "fact_id",
    "evidence": "fact_id",
    "fact_relations": "left_id",
    "claim_origins": "claim_id",
    "decisions": "decision_id",
}
OWNED_BY = {"candidates": "mention_entities", "evidence": "facts", "fact_relations": "facts"}


class Shelf(Unpublished):
    """What is published, and the corpus of the run that is on; ``load`` counts the articles that a run reads."""

    def __init__(self) -> None:
        super().__init__(Corpus())
        self.published = Reconciled()
        self.memory = Memory()
        self.claims: dict[str, str] = {}
        self.read: set[str] = set()

    def run(self, corpus: Corpus, changed: Collection[str] = ()) -> Regrouped:
        """Bring the shelf up to date with a corpus; ``changed`` are articles whose rows differ from before."""
        self.corpus = corpus.sorted()
        self.read = set()
        prints = {row.article_id: str(hash(row)) for row in self.corpus.articles}
        found = regroup(self.memory, prints, self, "test")
        self.published = Reconciled(**{
            field.name: self._table(field.name, found) for field in fields(Reconciled)
        })  # fmt: skip
        self.memory = found.memory
        self.claims = {row.claim_id: row.article_id for row in self.corpus.claims}
        return found

    def _table(self, name: str, found: Regrouped) -> tuple[object, ...]:
        rows: tuple[object, ...] = getattr(found.rows, name)
        if found.replaced is None or name not in OWNER:
            return rows
        owners = found.replaced[OWNED_BY.get(name, name)]
        assert {getattr(row, OWNER[name]) for row in rows} <= owners
        kept = [row for row in getattr(self.published, name) if getattr(row, OWNER[name]) not in owners]
        return tuple(sorted((*kept, *rows), key=repr))

    def load(self, article_ids: Collection[str]) -> Corpus:
        self.read.update(article_ids)
        return self.corpus.of(article_ids)

    def published_evidence(self, article_ids: Collection[str]) -> list[Evidence]:
        return [row for row in self.published.evidence if row.article_id in article_ids]

    def published_partners(self, article_ids: Collection[str]) -> frozenset[str]:
        facts = {row.fact_id for row in self.published_evidence(article_ids)}
        return frozenset(row.article_id for row in self.published.evidence if row.fact_id in facts)

    def published_origins(self, article_ids: Collection[str]) -> list[ClaimOrigin]:
        return [row for row in self.published.claim_origins if self.claims[row.claim_id] in article_ids]

    def published_decisions(self, claim_ids: Collection[str]) -> list[Decision]:
        return [row for row in self.published.decisions if row.left_id in claim_ids or row.right_id in claim_ids]


def differences(left: Reconciled, right: Reconciled) -> dict[str, tuple[set[object], set[object]]]:
    """What each has and the other has not, by table; tables without differences are left out."""
    found = {}
    for field in fields(Reconciled):
        one, two = (list(getattr(side, field.name)) for side in (left, right))
        if sorted(one, key=repr) != sorted(two, key=repr):
            found[field.name] = (set(one) - set(two), set(two) - set(one))
    return found


def without(corpus: Corpus, article_ids: Iterable[str]) -> Corpus:
    gone = set(article_ids)
    return replace(corpus.sorted().of({row.article_id for row in corpus.articles} - gone))
