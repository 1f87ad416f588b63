"""Quantities: what is counted or measured, with its bounds, whose it is, where, when and how it is meant."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice

from spacy.tokens import Doc

from tasks.language.anchoring import Anchor
from tasks.language.antecedents import antecedent
from tasks.language.article import Extraction
from tasks.language.context import Context, Located
from tasks.language.quantity.model import Finding
from tasks.language.quantity.passage import Passage
from tasks.language.quantity.stated import stated
from tasks.language.quantity.unstated import implied, named, none
from tasks.language.resolution import PRONOUNS
from tasks.reference.ids import claim_id
from tasks.reference.measures import measures
from tasks.reference.press_names import mentioned
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention
from tasks.tables.quantities import Quantity

__all__ = ["Finding", "bind", "find"]

_STILL_NEWS_DAYS = 31  # after an event its numbers still change
_CROWD = re.compile(
    r"(?<!\w)(?:crowds?|turnout|attendance)(?:\sin\s[A-Z][\w-]{1,20})?\s"
    r"(?:of|number(?:ed|s)|(?:was|is|estimated|put)(?:\s(?:estimated|put))?(?:\sat)?|(?:grew|swelled|rose)\sto)\s\Z"
)
_PROTEST = re.compile(
    r"(?<!\w)(?:(?:[Pp]rotest|[Dd]emonstrat|marche)\w{1,6}|(?:march|protest|[Rr]all(?:y|ies|ied))(?!\w))"
)
_OFTEN = 3  # words for protesting in an article that is about one
_OWNERS = ("organisation", "place", "group", "force", "person", "description")


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every quantity in a passage, in order."""
    passage = Passage(doc)
    found = [*stated(passage), *none(passage), *implied(passage), *named(passage)]
    first = {(one.span, one.measure): one for one in reversed(found)}  # stated before implied
    return tuple(sorted(first.values(), key=lambda one: (one.span, one.basis != "stated", one.rule)))


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """The article's rows, in order of the text; of two with the same words ("3-year-old shot") each has its ordinal."""
    seen: Counter[Span] = Counter()
    rows = []
    for located in found:
        span = located.at(located.finding.span)
        rows.append(_row(context, located, seen[span]))
        seen[span] += 1
    return Extraction(quantities=tuple(rows))


def _row(context: Context, located: Located[Finding], ordinal: int) -> Quantity:
    finding = located.finding
    span = located.at(finding.span)
    raw = context.raw(span)
    holder = _owner(context, located.at(finding.holder), finding) if finding.holder else None
    place = _meant(context, located.at(finding.place), ("place",)) if finding.place else None
    statement = context.statement_at(span)
    return Quantity(
        claim_id=claim_id(context.article.article_id, "quantity", raw.start, raw.end, ordinal),
        article_id=context.article.article_id,
        text=context.text(span),
        start=span.start,
        end=span.end,
        raw_start=raw.start,
        raw_end=raw.end,
        value=finding.value,
        value_low=finding.low,
        value_high=finding.high,
        bound=finding.bound,
        basis=finding.basis,
        change=finding.change,
        includes=finding.includes,
        unit=finding.unit,
        counted=finding.counted,
        measure=_measure(context, span, finding),
        holder_mention_id=holder.mention_id if holder else None,
        place_mention_id=place.mention_id if place else None,
        as_of_on=_as_of(context.article.published_on, finding),
        modality=finding.modality,
        statement_id=statement.claim_id if statement else None,
        rule=finding.rule,
    )


def _measure(context: Context, span: Span, finding: Finding) -> str | None:
    """A crowd or a turnout of people, in an article on a protest, is of protesters."""
    crowd = finding.measure == "people" and _CROWD.search(context.article.text[max(0, span.start - 60) : span.start])
    return "protesters" if crowd and _is_of_protest(context.article.text) else finding.measure


@lru_cache(maxsize=16)
def _is_of_protest(text: str) -> bool:
    return sum(1 for _ in islice(_PROTEST.finditer(text), _OFTEN)) == _OFTEN


def _owner(context: Context, span: Span, finding: Finding) -> Mention | None:
    """Whose it is; a person has no troops, prisoners or countries, whoever the sentence says sends them.

    A death that is implied is that of the person named. A pronoun is never for whoever reports the news.
    """
    meant = _meant(context, span, _OWNERS)
    if meant is not None and context.text(span).casefold() in PRONOUNS and mentioned(meant.name):
        return None
    is_count = (
        finding.counted is not None and finding.measure is not None and measures()[finding.measure].unit != "money"
    )
    return None if meant is None or (is_count and meant.label == "person" and finding.basis == "stated") else meant


def _meant(context: Context, span: Span, labels: tuple[str, ...]) -> Mention | None:
    named = context.resolve(span)
    if named is None or named.label == "description":
        named = antecedent(context, span, labels) or named
    return named if named is not None and named.label in labels else None


def _as_of(published_on: date | None, finding: Finding) -> date | None:
    """The day the clause names, the last day of a month gone by, else the day of publication.

    "12 people died on Friday" tells the day of the event: how many it were is known as of publication, and next day's
    paper may know of more. Of an event long past the day is kept.
    """
    if finding.as_of is None:
        return published_on
    anchored = Anchor(published_on).resolve(finding.as_of, finding.tense)
    last = anchored.latest_on
    if last is None or (published_on is not None and _is_news(finding, last, published_on)):
        return published_on
    gone = published_on is not None and last < published_on and finding.as_of.meaning == "month"
    return last if gone or last == anchored.earliest_on else published_on


def _is_news(finding: Finding, day: date, published_on: date) -> bool:
    measure = measures().get(finding.measure or "")
    return measure is not None and measure.event_bound and 0 <= (published_on - day).days <= _STILL_NEWS_DAYS
