"""An article as it is printed: sentences whose truths are known, and the page that is made of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from benchmarks.newsroom.outlets import Outlet
from benchmarks.newsroom.pieces import Pieces, Truth


@dataclass(frozen=True)
class Sentence:
    """``origin`` is who reported it as far as texts show: ``outlet:NAME``, or ``unknown:ARTICLE`` whose writer names
    nobody. ``key`` stays the same in every copy. ``in_house``: only its own outlet can print it ("told our
    correspondent"). ``credited``: the sentence itself names who reported it."""

    pieces: Pieces
    origin: str
    key: str
    in_house: bool = False
    credited: bool = False


@dataclass(frozen=True)
class Article:
    """``credit`` is who is credited for the whole of it, ``credit_form`` where: dateline, byline or source line."""

    key: str
    story: str
    outlet: Outlet
    published: datetime
    headline: Sentence
    paragraphs: tuple[tuple[Sentence, ...], ...]
    dateline: str = ""
    byline: str | None = None
    source_line: str = ""
    credit: str | None = None
    copied_from: str | None = None
    before: str = ""
    between: str = ""
    after: str = ""

    @property
    def day(self) -> date:
        return self.published.date()


@dataclass(frozen=True)
class Placed:
    """A truth and where its words stand in the page's text."""

    truth: Truth
    start: int
    end: int
    origin: str
    sentence: str


@dataclass(frozen=True)
class Page:
    """What is handed to the pipeline, and the truths in it."""

    article: Article
    text: str
    placed: tuple[Placed, ...]


def page(article: Article) -> Page:
    """The page of an article: furniture, headline, paragraphs, furniture."""
    text, placed = "", list[Placed]()

    def add(sentence: Sentence) -> None:
        nonlocal text
        for piece in sentence.pieces:
            if isinstance(piece, str):
                text += piece
                continue
            placed.append(Placed(piece, len(text), len(text) + len(piece.words), sentence.origin, sentence.key))
            text += piece.words

    if article.before:
        text += article.before + "\n"
    add(article.headline)
    for index, paragraph in enumerate(article.paragraphs):
        text += "\n\n"
        if article.between and index == 2:
            text += article.between + "\n\n"
        if index == 0:
            text += article.dateline
        for number, sentence in enumerate(paragraph):
            text += " " if number else ""
            add(sentence)
    for line in (article.source_line, article.after):
        text += f"\n\n{line}" if line else ""
    return Page(article, text + "\n", tuple(placed))


def sentences(article: Article) -> Iterator[Sentence]:
    """The headline and every sentence."""
    yield article.headline
    for paragraph in article.paragraphs:
        yield from paragraph
