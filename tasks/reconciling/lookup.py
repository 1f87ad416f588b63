"""What reconciliation asks the lake for."""

from collections.abc import Collection, Sequence
from typing import Protocol

from tasks.reconciling.corpus import Corpus
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.decisions import Decision
from tasks.tables.evidence import Evidence
from tasks.tables.judgements import Judgement


class Lookup(Protocol):
    """The current articles as they will be, and what is published of them; every answer by id, sorted."""

    def judgements(self) -> Sequence[Judgement]:
        """All judgements in force."""
        ...

    def load(self, article_ids: Collection[str]) -> Corpus:
        """Some articles with their mentions and claims, all sources, all judgements."""
        ...

    def quoting(self, mention_ids: Collection[str]) -> frozenset[str]:
        """The articles with a statement by one of these."""
        ...

    def holding(self, claim_ids: Collection[str]) -> frozenset[str]:
        """The articles with one of these claims."""
        ...

    def published_evidence(self, article_ids: Collection[str]) -> Sequence[Evidence]:
        """What articles are published as evidence of."""
        ...

    def published_partners(self, article_ids: Collection[str]) -> frozenset[str]:
        """The articles that are evidence of a fact that one of these is published as evidence of."""
        ...

    def published_origins(self, article_ids: Collection[str]) -> Sequence[ClaimOrigin]:
        """The published origins of the claims that articles are published with."""
        ...

    def published_decisions(self, claim_ids: Collection[str]) -> Sequence[Decision]:
        """The published rulings on these claims."""
        ...


class Unpublished:
    """A corpus of which nothing is published yet, as a lookup."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus.sorted()

    def judgements(self) -> Sequence[Judgement]:
        return self.corpus.judgements

    def load(self, article_ids: Collection[str]) -> Corpus:
        return self.corpus if len(article_ids) == len(self.corpus.articles) else self.corpus.of(article_ids)

    def quoting(self, mention_ids: Collection[str]) -> frozenset[str]:
        return frozenset(row.article_id for row in self.corpus.statements if row.speaker_mention_id in mention_ids)

    def holding(self, claim_ids: Collection[str]) -> frozenset[str]:
        return frozenset(row.article_id for row in self.corpus.claims if row.claim_id in claim_ids)

    def published_evidence(self, article_ids: Collection[str]) -> Sequence[Evidence]:
        return ()

    def published_partners(self, article_ids: Collection[str]) -> frozenset[str]:
        return frozenset()

    def published_origins(self, article_ids: Collection[str]) -> Sequence[ClaimOrigin]:
        return ()

    def published_decisions(self, claim_ids: Collection[str]) -> Sequence[Decision]:
        return ()
