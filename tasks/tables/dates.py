"""Expressions of time, and the dated events they carry."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import CLAIM_SPAN, Owner, References, Table
from tasks.tables.modality import Modality

DateKind: TypeAlias = Literal["date", "time", "duration", "set"]
DateRelation: TypeAlias = Literal["on", "by", "before", "after", "from", "until", "between"]
DateRole: TypeAlias = Literal["event", "deadline", "publication", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    claim_id: Annotated[str, "hash of article, kind, raw span and ordinal"]
    article_id: Annotated[str, "the article", References("articles")]
    text: Annotated[str, "the words of the expression, without its preposition, as in articles.text[start:end]"]
    start: Annotated[int, "first code point in articles.text"]
    end: Annotated[int, "one past the last code point in articles.text"]
    raw_start: Annotated[int, "first code point of the same words in documents.text"]
    raw_end: Annotated[int, "one past the last in documents.text"]
    earliest_on: Annotated[date | None, "first day it can mean"]
    latest_on: Annotated[date | None, "last day it can mean"]
    timex: Annotated[str | None, "TIMEX3 value (TimeML 1.2.1)"]
    kind: Annotated[DateKind, "TIMEX3 type"]
    relation: Annotated[DateRelation, "how the event relates to the expression, from the preposition"]
    role: Annotated[DateRole, "what the expression does"]
    event: Annotated[str | None, "what happens: lemmas of the event's words"]
    actor_mention_id: Annotated[str | None, "who does it", References("mentions")]
    modality: Annotated[Modality, "how it is meant"]
    statement_id: Annotated[str | None, "the statement it stands in", References("statements")]
    rule: Annotated[str, "name of the rule that made this row"]


DATES = Table(
    row=DateExpression,
    name="dates",
    grain="one date expression",
    key=("claim_id",),
    owner=Owner.ARTICLE,
    spans=(CLAIM_SPAN,),
)
