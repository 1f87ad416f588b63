"""Pieces of claims that the page interrupts."""

from dataclasses import dataclass
from typing import Annotated

from tasks.tables.declaration import CLAIM_SPAN, Owner, References, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    claim_id: Annotated[str, "the claim", References("quantities", "statements", "dates")]
    position: Annotated[int, "0-based order of the piece"]
    article_id: Annotated[str, "the article", References("articles")]
    text: Annotated[str, "the words of the piece, as in articles.text[start:end]"]
    start: Annotated[int, "first code point in articles.text"]
    end: Annotated[int, "one past the last code point in articles.text"]
    raw_start: Annotated[int, "first code point of the same words in documents.text"]
    raw_end: Annotated[int, "one past the last in documents.text"]


FRAGMENTS = Table(
    row=Fragment,
    name="fragments",
    grain="one piece of an interrupted claim",
    key=(
        "claim_id",
        "position",
    ),
    owner=Owner.ARTICLE,
    spans=(CLAIM_SPAN,),
)
