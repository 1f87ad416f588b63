"""From a reading to an article: blocks, text, and what is known of it, each with its basis."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.cleaning import byline, publication, source
from tasks.cleaning.blocks import Piece, assemble, headline_span
from tasks.cleaning.evidence import Answer, Settled, candidates, settle
from tasks.cleaning.labels import KEPT, PageView
from tasks.cleaning.language import language_of
from tasks.cleaning.markup import PageMetadata, metadata_of
from tasks.cleaning.page_html import read_html
from tasks.cleaning.page_text import pieces_of, read_page
from tasks.cleaning.publication import Publication
from tasks.errors import RejectedInput
from tasks.reference.ids import content_id
from tasks.reference.reading_record import Reading
from tasks.reference.rendering import parse
from tasks.reference.spans import Span
from tasks.tables.articles import Article
from tasks.tables.blocks import Block
from tasks.tables.candidates import Candidate
from tasks.tables.documents import Document
from tasks.tables.sources import Source


@dataclass(frozen=True)
class Cleaned:
    """One document as an article."""

    article: Article
    blocks: tuple[Block, ...]
    source: Source | None
    candidates: tuple[Candidate, ...]


def clean(reading: Reading, cleaned_by: str) -> Cleaned:
    """The article of a document; pure. ``cleaned_by``: fingerprint of the code that cleans.

    Raises RejectedInput for a document that reading rejected, and with reason ``no_text`` for a page
    without an article.
    """
    document = reading.document
    if reading.rejection is not None or document.text is None:
        reason = reading.rejection.reason if reading.rejection else "no_text"
        raise RejectedInput(reason, reading.rejection.detail if reading.rejection else "the document has no text")
    article_id = content_id("article", document.document_id)
    given: Mapping[str, str] = json.loads(document.metadata)
    root = parse(reading.markup) if reading.markup is not None else None
    markup = metadata_of(root, document.url)
    headline = given.get("headline") or markup.printed or markup.headline
    author = given.get("byline") or markup.byline
    view = (
        read_page(document.text, headline, author)
        if root is None or reading.markup is None
        else read_html(root, reading.markup, headline, author)
    )
    pieces = _kept_or_all(tuple(pieces_of(view, document.text)))
    text, blocks = assemble(article_id, document.text, pieces)
    if not text.strip():
        raise RejectedInput("no_text", "nothing on the page is an article")
    sources = _known_once(settle(_sources(given, document, markup, view)))
    published = _published(given, reading, markup, view, publication.in_dateline(pieces, document.text))
    authors = settle(byline.answers(given.get("byline"), markup.byline, view))
    shown = _headline(given.get("headline"), markup.headline, text, headline_span(blocks))
    article = Article(
        article_id=article_id,
        document_id=document.document_id,
        source_id=sources.answer.value.source_id if sources.answer else None,
        source_basis=sources.answer.basis if sources.answer else None,
        headline=shown.answer.value if shown.answer else None,
        headline_basis=shown.answer.basis if shown.answer else None,
        byline=authors.answer.value if authors.answer else None,
        byline_basis=authors.answer.basis if authors.answer else None,
        published_on=published.answer.value.on if published.answer else None,
        published_at=published.answer.value.at if published.answer else None,
        published_basis=published.answer.basis if published.answer else None,
        language=language_of(text),
        text=text,
        copy_of=None,
        revision_of=None,
        revision_kind=None,
        is_current=True,
        cleaned_by=cleaned_by,
        extracted_by=None,
    )
    open_questions = (
        *candidates(article_id, "source_id", sources.others),
        *candidates(article_id, "published_on", published.others),
        *candidates(article_id, "byline", authors.others),
        *candidates(article_id, "headline", shown.others),
    )
    return Cleaned(article, blocks, sources.answer.value if sources.answer else None, open_questions)


def _kept_or_all(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """A page of which the rules would leave nothing is kept whole: what is uncertain is body."""
    if any(piece.kind in KEPT for piece in pieces):
        return pieces
    return [Piece(piece.start, piece.end, "body", "nothing_else_on_page") for piece in pieces]


def _sources(
    given: Mapping[str, str], document: Document, markup: PageMetadata, view: PageView
) -> list[Answer[Source]]:
    answers: list[Answer[Source] | None] = []
    if "source" in given:
        answers.append(source.from_name(given["source"], "manifest"))
    if document.url:
        answers.append(source.from_url(document.url))
    if markup.site is not None:
        answers.append(source.from_name(markup.site, "markup", None, "publisher"))
    elif markup.url is not None:
        answers.append(source.from_url(markup.url, "markup"))
    return [*(answer for answer in answers if answer is not None), *source.on_page(view)]


def _known_once(settled: Settled[Source]) -> Settled[Source]:
    """Without the answers that only name the chosen outlet in another way: a host beside the name it is made of."""
    if settled.answer is None:
        return settled
    chosen = settled.answer.value
    return Settled(settled.answer, tuple(other for other in settled.others if not _same_outlet(chosen, other.value)))


def _same_outlet(left: Source, right: Source) -> bool:
    return any(
        one.domain is not None and source.is_named_in(one.domain, other.name)
        for one, other in ((left, right), (right, left))
    )


def _published(
    given: Mapping[str, str],
    reading: Reading,
    markup: PageMetadata,
    view: PageView,
    sent: Answer[Publication] | None,
) -> Settled[Publication]:
    """``sent``: the dateline's day, which decides only where nothing else on or about the page does."""
    answers: list[Answer[Publication]] = []
    if "published" in given:
        answers.append(publication.from_field(given["published"], "manifest"))
    answers.extend(publication.in_markup(markup.published, markup.url, view))
    answers.extend(publication.on_page(view))
    retrieved_at = reading.document.retrieved_at
    if not answers and reading.markup is not None:
        guess = publication.guessed(reading.markup, markup.url, retrieved_at)
        answers.extend([guess] if guess else [])
    if not answers and sent is not None:
        answers.append(sent)
    refusals = [publication.refused(answer, retrieved_at) for answer in answers]
    settled = settle([answer for answer, refusal in zip(answers, refusals, strict=True) if refusal is None])
    return Settled(settled.answer, (*settled.others, *(refusal for refusal in refusals if refusal is not None)))


def _headline(given: str | None, markup: str | None, text: str, span: Span | None) -> Settled[str]:
    printed = text[span.start : span.end] if span else None
    values = ((given, "manifest"), (markup, "markup"), (printed, "text"))
    return settle([Answer(value, value, basis) for value, basis in values if value])  # type: ignore[arg-type]
