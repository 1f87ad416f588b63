"""Builds corpora for the tests of reconciliation: articles in plain words, and rows that point at their words."""

from datetime import date
from typing import Any

from tasks.reconciling import Corpus, Reconciled, reconcile
from tasks.reference.ids import claim_id, content_id, mention_id
from tasks.tables.articles import Article
from tasks.tables.dates import DateExpression
from tasks.tables.facts import Fact
from tasks.tables.judgements import Judgement
from tasks.tables.mentions import Mention
from tasks.tables.quantities import Quantity
from tasks.tables.sources import Source
from tasks.tables.statements import Statement


class Page:
    """One article of the desk; words are found in its text, each next time from where the last was found."""

    def __init__(self, desk: "Desk", article: Article) -> None:
        self.desk, self.article = desk, article

    def _span(self, words: str) -> dict[str, Any]:
        start = self.article.text.index(words)
        end = start + len(words)
        return {
            "article_id": self.article.article_id,
            "text": words,
            "start": start,
            "end": end,
            "raw_start": start,
            "raw_end": end,
        }

    def name(self, words: str, label: str = "person", *, name: str | None = None, role: str | None = None) -> str:
        span = self._span(words)
        key = mention_id(self.article.article_id, span["start"], span["end"], label)
        row = Mention(mention_id=key, label=label, name=name or words, role=role, rule="test", **span)
        self.desk.mentions[key] = row
        return key

    def count(self, words: str, value: float | None, measure: str | None = "troops", **columns: Any) -> str:
        span = self._span(words)
        key = claim_id(self.article.article_id, "quantity", span["start"], span["end"])
        defaults: dict[str, Any] = {
            "value_low": value,
            "value_high": value,
            "bound": "exact",
            "basis": "stated",
            "change": "total",
            "includes": None,
            "unit": None,
            "counted": None,
            "holder_mention_id": None,
            "place_mention_id": None,
            "as_of_on": self.article.published_on,
            "modality": "asserted",
            "statement_id": None,
            "rule": "test",
        }
        self.desk.quantities.append(
            Quantity(claim_id=key, value=value, measure=measure, **{**defaults, **span, **columns})
        )
        return key

    def said(self, words: str, speaker: str | None, kind: str = "direct", speaker_text: str | None = None) -> str:
        span = self._span(words)
        key = claim_id(self.article.article_id, "statement", span["start"], span["end"])
        columns = dict.fromkeys(("speaker_start", "speaker_end", "cue", "cue_start", "cue_end"))
        self.desk.statements.append(
            Statement(
                claim_id=key,
                kind=kind,
                speaker_mention_id=speaker,
                speaker_text=speaker_text,
                rule="test",
                **columns,
                **span,
            )
        )
        return key

    def day(self, words: str, first: str, last: str | None = None, **columns: Any) -> str:
        span = self._span(words)
        key = claim_id(self.article.article_id, "date", span["start"], span["end"])
        defaults: dict[str, Any] = {
            "timex": None,
            "kind": "date",
            "relation": "by",
            "role": "deadline",
            "event": None,
            "actor_mention_id": None,
            "modality": "planned",
            "statement_id": None,
            "rule": "test",
        }
        days = {"earliest_on": date.fromisoformat(first), "latest_on": date.fromisoformat(last or first)}
        self.desk.dates.append(DateExpression(claim_id=key, **{**defaults, **days, **span, **columns}))
        return key


class Desk:
    """A corpus in the making."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.sources: dict[str, Source] = {}
        self.mentions: dict[str, Mention] = {}
        self.quantities: list[Quantity] = []
        self.statements: list[Statement] = []
        self.dates: list[DateExpression] = []
        self.judgements: list[Judgement] = []

    def rule(self, kind: str, left: str, right: str | None = None, *, by_id: bool = True) -> None:
        """A person rules on two ids, or, if not ``by_id``, on two names."""
        row = Judgement(
            judgement_id=content_id("judgement", kind, left, right or ""),
            kind=kind,
            left_side=left,
            right_side=right,
            left_id=left if by_id else None,
            right_id=right if by_id else None,
            expect=None,
            who="Ada Finch",
            judged_on=date(2031, 3, 9),
            why="the ministry's list says so",
            file="test.csv",
            problem=None,
        )
        self.judgements.append(row)

    def page(
        self,
        text: str,
        on: str | None = "2031-03-02",
        source: str | None = None,
        headline: str | None = None,
        byline: str | None = None,
        article_id: str | None = None,
    ) -> Page:
        article_id = article_id or content_id("article", text, len(self.articles))
        day = date.fromisoformat(on) if on else None
        article = Article(
            article_id=article_id,
            document_id=content_id("document", article_id),
            source_id=self._source(source),
            source_basis="manifest" if source else None,
            headline=headline,
            headline_basis="markup" if headline else None,
            byline=byline,
            byline_basis="text" if byline else None,
            published_on=day,
            published_at=None,
            published_basis="manifest" if day else None,
            language="en",
            text=text,
            copy_of=None,
            revision_of=None,
            revision_kind=None,
            is_current=True,
            cleaned_by="test",
            extracted_by="test",
        )
        self.articles.append(article)
        return Page(self, article)

    def _source(self, name: str | None) -> str | None:
        if name is None:
            return None
        key = content_id("source", name)
        self.sources[key] = Source(source_id=key, name=name, domain=None, kind=None, country=None, owner=None)
        return key

    def corpus(self) -> Corpus:
        return Corpus(
            articles=tuple(self.articles),
            sources=tuple(self.sources.values()),
            mentions=tuple(self.mentions.values()),
            quantities=tuple(self.quantities),
            statements=tuple(self.statements),
            dates=tuple(self.dates),
            judgements=tuple(self.judgements),
        )

    def reconciled(self) -> Reconciled:
        return reconcile(self.corpus(), "test")


def fact_of(found: Reconciled, claim: str) -> Fact:
    """The one fact in which a claim is evidence."""
    (fact_id,) = [row.fact_id for row in found.evidence if row.claim_id == claim]
    return next(row for row in found.facts if row.fact_id == fact_id)


def entity_name(found: Reconciled, mention: str) -> str | None:
    """The canonical name of what a mention means."""
    ids = [row.entity_id for row in found.mention_entities if row.mention_id == mention]
    return next((row.name for row in found.entities if row.entity_id in ids), None)
