"""What *bind* knows of an article: its paragraphs, its mentions, its statements, and who is meant by a word."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Generic, TypeVar

from tasks.language.article import ArticleText
from tasks.language.references import References
from tasks.language.resolution import Resolver
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention
from tasks.tables.statements import Statement

F_co = TypeVar("F_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Located(Generic[F_co]):
    """A finding and the offset of its passage in the article."""

    offset: int
    finding: F_co

    def at(self, span: tuple[int, int]) -> Span:
        """A span of the passage as a span of the article."""
        return Span(span[0] + self.offset, span[1] + self.offset)


@dataclass(frozen=True)
class Context:
    """One article while it is bound: built with its mentions first, then given its statements."""

    article: ArticleText
    paragraphs: tuple[Span, ...]
    references: References
    statements: tuple[Statement, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mention rows in order of the text: names, and descriptions, which may hold names."""
        return self.references.mentions

    def text(self, span: Span) -> str:
        return self.article.text[span.start : span.end]

    def raw(self, span: Span) -> Span:
        """The same words' offsets on the page."""
        return self.article.alignment.to_raw(span)

    def paragraph(self, span: Span) -> Span:
        """The paragraph in which the span begins (the span itself, if it stands in none)."""
        index = bisect_right(self._paragraph_starts, span.start) - 1
        return self.paragraphs[index] if index >= 0 else span

    def mention_at(self, span: Span) -> Mention | None:
        """The mention that shares most of its words with ``span``, of those that overlap it."""
        index = self._resolver.mention_at(span)
        return None if index is None else self.mentions[index]

    def resolve(self, span: Span, labels: tuple[str, ...] = ()) -> Mention | None:
        """The mention meant by a name, a description, a pronoun or a metonym at ``span``; None when unsure.

        Names give the article's fullest form of the name. ``labels`` limits the answer to mentions so labelled
        (any, if empty).
        """
        meant = self._resolver.resolve(span)
        return meant if meant is not None and (not labels or meant.label in labels) else None

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement that contains ``span``."""
        around: list[Statement] = []
        index = bisect_right(self._in_order, span.start, key=lambda one: one.start)
        while index and self._reach[index - 1] >= span.end:
            index -= 1
            if self._in_order[index].end >= span.end:
                around.append(self._in_order[index])
        return min(around, key=lambda one: (one.end - one.start, one.start), default=None)

    @cached_property
    def _in_order(self) -> list[Statement]:
        return sorted(self.statements, key=lambda one: one.start)

    @cached_property
    def _reach(self) -> list[int]:
        """By statement in order: how far it or one before it reaches. Looking back ends where none reaches."""
        return list(accumulate((one.end for one in self._in_order), max))

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _resolver(self) -> Resolver:
        resolver = self.resolver()
        for statement in self.statements:
            if statement.speaker_mention_id in self.references.index_of:
                resolver.heard(statement.start, self.mentions[self.references.index_of[statement.speaker_mention_id]])
        return resolver

    def resolver(self) -> Resolver:
        """A resolver that has heard nobody speak yet."""
        return Resolver(self.article.text, self.references, self.paragraphs)
