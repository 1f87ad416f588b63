"""What the language stage reads and what it gives back."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from tasks.reference.spans import Alignment, Span
from tasks.tables.candidates import Candidate
from tasks.tables.dates import DateExpression
from tasks.tables.fragments import Fragment
from tasks.tables.mentions import Mention
from tasks.tables.quantities import Quantity
from tasks.tables.statements import Statement


@dataclass(frozen=True)
class ArticleText:
    """One article as extraction sees it.

    ``text`` is ``articles.text``; ``alignment`` maps it to the page (the identity where there is no
    page); ``headline`` is the headline's span in it, if it has one; ``published_on`` anchors dates.
    """

    article_id: str
    text: str
    alignment: Alignment
    published_on: date | None = None
    headline: Span | None = None
    language: str | None = "en"

    @classmethod
    def plain(cls, article_id: str, text: str, published_on: date | None = None) -> "ArticleText":
        """A text that was not cut from a page."""
        return cls(article_id, text, Alignment.identity(len(text)), published_on)


@dataclass(frozen=True)
class Extraction:
    """Every row that one article gives, in article order. Each extractor's *bind* returns one with its own rows."""

    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    fragments: tuple[Fragment, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @classmethod
    def merged(cls, parts: Iterable["Extraction"]) -> "Extraction":
        """The rows of all parts, kind by kind, in the order given."""
        parts = tuple(parts)
        return cls(*(sum((getattr(part, field.name) for part in parts), ()) for field in fields(cls)))
