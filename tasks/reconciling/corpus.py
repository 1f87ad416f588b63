"""What reconciliation reads and what it gives back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeAlias

from tasks.tables.articles import Article
from tasks.tables.candidates import Candidate
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.dates import DateExpression
from tasks.tables.decisions import Decision
from tasks.tables.entities import Entity
from tasks.tables.evidence import Evidence
from tasks.tables.fact_relations import FactRelation
from tasks.tables.facts import Fact
from tasks.tables.judgements import Judgement
from tasks.tables.mention_entities import MentionEntity
from tasks.tables.mentions import Mention
from tasks.tables.origin_relations import OriginRelation
from tasks.tables.origins import Origin
from tasks.tables.quantities import Quantity
from tasks.tables.sources import Source
from tasks.tables.statements import Statement
from tasks.tables.stories import Story
from tasks.tables.story_articles import StoryArticle

Claim: TypeAlias = Quantity | Statement | DateExpression


def _claim_id(row: Claim) -> str:
    return row.claim_id


def _mention_id(row: Mention) -> str:
    return row.mention_id


@dataclass(frozen=True)
class Corpus:
    """The current articles (no copies) with everything that was extracted from them, in any order.

    ``judgements`` are those in force; what one names need not be here.
    """

    articles: tuple[Article, ...] = ()
    sources: tuple[Source, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def sorted(self) -> "Corpus":
        """The same rows in the order of their ids, so that nothing below depends on the order of arrival.

        Rows of articles that are not here (replaced versions) are left out.
        """
        here = {row.article_id for row in self.articles}
        return Corpus(
            articles=tuple(sorted(self.articles, key=lambda row: row.article_id)),
            sources=tuple(sorted(self.sources, key=lambda row: row.source_id)),
            mentions=tuple(sorted((row for row in self.mentions if row.article_id in here), key=_mention_id)),
            quantities=tuple(sorted((row for row in self.quantities if row.article_id in here), key=_claim_id)),
            statements=tuple(sorted((row for row in self.statements if row.article_id in here), key=_claim_id)),
            dates=tuple(sorted((row for row in self.dates if row.article_id in here), key=_claim_id)),
            judgements=tuple(sorted(self.judgements, key=lambda row: row.judgement_id)),
        )

    def of(self, article_ids: Collection[str]) -> "Corpus":
        """Some of the articles with what was extracted from them."""
        return replace(
            self,
            articles=tuple(row for row in self.articles if row.article_id in article_ids),
            mentions=tuple(row for row in self.mentions if row.article_id in article_ids),
            quantities=tuple(row for row in self.quantities if row.article_id in article_ids),
            statements=tuple(row for row in self.statements if row.article_id in article_ids),
            dates=tuple(row for row in self.dates if row.article_id in article_ids),
        )

    def with_claims_of(self, article_ids: Collection[str]) -> "Corpus":
        """All articles, with the claims of some of them."""
        some = self.of(article_ids)
        return replace(self, quantities=some.quantities, statements=some.statements, dates=some.dates)

    def without(self, claim_ids: Collection[str]) -> "Corpus":
        """The corpus without some of its claims."""
        return replace(
            self,
            quantities=tuple(row for row in self.quantities if row.claim_id not in claim_ids),
            statements=tuple(row for row in self.statements if row.claim_id not in claim_ids),
            dates=tuple(row for row in self.dates if row.claim_id not in claim_ids),
        )

    @cached_property
    def acting(self) -> frozenset[str]:
        """Ids of the mentions that speak, act or hold something."""
        found = [row.speaker_mention_id for row in self.statements]
        found += [row.holder_mention_id for row in self.quantities]
        found += [row.actor_mention_id for row in self.dates]
        return frozenset(one for one in found if one)

    @cached_property
    def statement(self) -> Mapping[str, Statement]:
        """Statements by claim id."""
        return {row.claim_id: row for row in self.statements}

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {row.article_id: row for row in self.articles}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {row.source_id: row for row in self.sources}

    @cached_property
    def mention(self) -> Mapping[str, Mention]:
        """Mentions by id."""
        return {row.mention_id: row for row in self.mentions}

    @cached_property
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """Article id → its mentions in the order of the text."""
        found: dict[str, list[Mention]] = {row.article_id: [] for row in self.articles}
        for mention in self.mentions:
            found.setdefault(mention.article_id, []).append(mention)
        return {key: tuple(sorted(rows, key=lambda row: (row.start, row.mention_id))) for key, rows in found.items()}

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (*self.quantities, *self.statements, *self.dates)

    def published(self, article_id: str) -> date | None:
        """The day an article was published."""
        return self.article[article_id].published_on


@dataclass(frozen=True)
class Reconciled:
    """Every row that reconciliation makes; each tuple in the order of its table's key."""

    entities: tuple[Entity, ...] = ()
    mention_entities: tuple[MentionEntity, ...] = ()
    origins: tuple[Origin, ...] = ()
    claim_origins: tuple[ClaimOrigin, ...] = ()
    origin_relations: tuple[OriginRelation, ...] = ()
    stories: tuple[Story, ...] = ()
    story_articles: tuple[StoryArticle, ...] = ()
    facts: tuple[Fact, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fact_relations: tuple[FactRelation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    candidates: tuple[Candidate, ...] = ()
