"""Rows to fill lakes with."""

from dataclasses import replace

from tasks.tables.articles import Article
from tasks.tables.declaration import Column, R, Table
from tasks.tables.documents import Document
from tasks.tables.mentions import Mention
from tasks.tables.sources import Source

TEXT = "The river rose by two metres.  Mayor Ada Finch closed the bridge."


def document(name: str, text: str | None = TEXT) -> Document:
    return Document(
        document_id=name,
        external_id=None,
        path=f"{name}.txt",
        url=None,
        media_type="text/plain",
        sha256="0" * 64,
        retrieved_at=None,
        encoding="utf-8",
        metadata="{}",
        text=text,
    )


def article(name: str, source: str | None = None, text: str = TEXT) -> Article:
    return Article(
        article_id=f"article {name}",
        document_id=name,
        source_id=source,
        source_basis="manifest" if source else None,
        headline=None,
        headline_basis=None,
        byline=None,
        byline_basis=None,
        published_on=None,
        published_at=None,
        published_basis=None,
        language="en",
        text=text,
        copy_of=None,
        revision_of=None,
        revision_kind=None,
        is_current=True,
        cleaned_by="test",
        extracted_by="test",
    )


def source(name: str) -> Source:
    return Source(source_id=name, name=f"The {name}", domain=None, kind="newspaper", country=None, owner=None)


def mention(number: int, document_name: str, words: str = "Ada Finch") -> Mention:
    start = TEXT.index(words)
    return Mention(
        mention_id=f"mention {number}",
        article_id=f"article {document_name}",
        text=words,
        start=start,
        end=start + len(words),
        raw_start=start,
        raw_end=start + len(words),
        label="person",
        name=words,
        role=None,
        rule="test",
    )


def moved(row: Mention, start: int, end: int) -> Mention:
    """The row with other offsets in the article."""
    return replace(row, start=start, end=end)


def row(table: Table[R], **values: object) -> R:
    """A row with these values; the other columns are null, or empty where they may not be."""
    return table.row(**{column.name: values.get(column.name, _empty(column)) for column in table.columns})


def _empty(column: Column) -> object:
    if column.nullable:
        return None
    return column.allowed[0] if column.allowed else column.type()
