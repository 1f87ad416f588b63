"""Articles: documents after cleaning."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

MetadataBasis: TypeAlias = Literal["manifest", "url", "markup", "text"]
SourceBasis: TypeAlias = Literal["manifest", "url", "markup", "text", "judgement"]
RevisionKind: TypeAlias = Literal["corrected", "updated", "recrawled", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    article_id: Annotated[str, "hash of the document's id"]
    document_id: Annotated[str, "the document it was cleaned from", References("documents")]
    source_id: Annotated[
        str | None, "the outlet that published it; null if unknown or ambiguous", References("sources")
    ]
    source_basis: Annotated[SourceBasis | None, "how the source is known"]
    headline: Annotated[str | None, "headline"]
    headline_basis: Annotated[MetadataBasis | None, "how the headline is known"]
    byline: Annotated[str | None, "authors, separated by a comma"]
    byline_basis: Annotated[MetadataBasis | None, "how the byline is known"]
    published_on: Annotated[date | None, "local day of publication"]
    published_at: Annotated[datetime | None, "moment of publication; null if only the day is known"]
    published_basis: Annotated[MetadataBasis | None, "how the publication time is known"]
    language: Annotated[str | None, "ISO 639-1 code; null if undecided"]
    text: Annotated[str, "headline and body: verbatim slices of documents.text joined by white space"]
    copy_of: Annotated[str | None, "the article of which this one is an identical copy", References("articles")]
    revision_of: Annotated[str | None, "the article of which this one is the next version", References("articles")]
    revision_kind: Annotated[RevisionKind | None, "what the revision changed"]
    is_current: Annotated[bool, "false for copies and for superseded versions"]
    cleaned_by: Annotated[str, "fingerprint of the code and the registries that cleaned it"]
    extracted_by: Annotated[
        str | None,
        "fingerprint of the code, model and taxonomies that extracted its claims; null for copies",
    ]


ARTICLES = Table(
    row=Article,
    name="articles",
    grain="one article",
    key=("article_id",),
    owner=Owner.ARTICLE,
)
