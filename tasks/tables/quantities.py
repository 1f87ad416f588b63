"""Quantity claims."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import CLAIM_SPAN, Owner, References, Table
from tasks.tables.modality import Modality

Bound: TypeAlias = Literal["exact", "about", "at_least", "at_most", "between", "vague"]
QuantityBasis: TypeAlias = Literal["stated", "implied"]
Change: TypeAlias = Literal["total", "more", "fewer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    claim_id: Annotated[str, "hash of article, kind, raw span and ordinal"]
    article_id: Annotated[str, "the article", References("articles")]
    text: Annotated[str, "the words of the quantity, as in articles.text[start:end]"]
    start: Annotated[int, "first code point in articles.text"]
    end: Annotated[int, "one past the last code point in articles.text"]
    raw_start: Annotated[int, "first code point of the same words in documents.text"]
    raw_end: Annotated[int, "one past the last in documents.text"]
    value: Annotated[float | None, "the number said, in the unit; null if vague (dozens)"]
    value_low: Annotated[float | None, "lowest value the wording allows; null if unbounded"]
    value_high: Annotated[float | None, "highest value the wording allows; null if unbounded"]
    bound: Annotated[Bound, "what the wording makes of the number"]
    basis: Annotated[QuantityBasis, "stated in so many words, or implied (a man was shot dead)"]
    change: Annotated[Change, "whether it is a total or a change"]
    includes: Annotated[str | None, "what is counted in, where the text says so"]
    unit: Annotated[str | None, "canonical unit: percentage, dollar, year; null for counted things"]
    counted: Annotated[str | None, "what is counted: the head noun's lemma with its modifiers; null for units"]
    measure: Annotated[str | None, "the taxonomy's name: troops, deaths, duration; null if none fits"]
    holder_mention_id: Annotated[str | None, "whose it is", References("mentions")]
    place_mention_id: Annotated[str | None, "where it holds", References("mentions")]
    as_of_on: Annotated[date | None, "the day for which it is said; the publication day unless the text says another"]
    modality: Annotated[Modality, "how it is meant"]
    statement_id: Annotated[str | None, "the statement it stands in", References("statements")]
    rule: Annotated[str, "name of the rule that made this row"]


QUANTITIES = Table(
    row=Quantity,
    name="quantities",
    grain="one quantity claim",
    key=("claim_id",),
    owner=Owner.ARTICLE,
    spans=(CLAIM_SPAN,),
)
