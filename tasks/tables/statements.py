"""Quotations and reported speech."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import CLAIM_SPAN, Owner, References, SpanColumns, Table

StatementKind: TypeAlias = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    claim_id: Annotated[str, "hash of article, kind, raw span and ordinal"]
    article_id: Annotated[str, "the article", References("articles")]
    text: Annotated[str, "the words of what was said, without the quotation marks, as in articles.text[start:end]"]
    start: Annotated[int, "first code point in articles.text"]
    end: Annotated[int, "one past the last code point in articles.text"]
    raw_start: Annotated[int, "first code point of the same words in documents.text"]
    raw_end: Annotated[int, "one past the last in documents.text"]
    kind: Annotated[StatementKind, "direct: all of it quoted; indirect: none; mixed: a part"]
    speaker_mention_id: Annotated[str | None, "who said it", References("mentions")]
    speaker_text: Annotated[str | None, "the words that name the speaker"]
    speaker_start: Annotated[int | None, "first code point of those words in articles.text"]
    speaker_end: Annotated[int | None, "one past their last"]
    cue: Annotated[str | None, "the word of saying"]
    cue_start: Annotated[int | None, "first code point of the cue in articles.text"]
    cue_end: Annotated[int | None, "one past its last"]
    rule: Annotated[str, "name of the rule that made this row"]


STATEMENTS = Table(
    row=Statement,
    name="statements",
    grain="one quotation or reported statement",
    key=("claim_id",),
    owner=Owner.ARTICLE,
    spans=(
        CLAIM_SPAN,
        SpanColumns("speaker_start", "speaker_end", "speaker_text"),
        SpanColumns("cue_start", "cue_end", "cue"),
    ),
)
