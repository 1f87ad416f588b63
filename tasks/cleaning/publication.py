"""When an article was published: never when the page was viewed, and never later than it was retrieved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from tasks.cleaning.evidence import Answer
from tasks.cleaning.labels import PageView
from tasks.cleaning.printed_dates import PrintedDate, find_date
from tasks.reference.moments import parse_moment
from tasks.reference.spans import Span
from tasks.tables.articles import MetadataBasis

FUTURE = timedelta(days=1)  # a local day may be ahead of UTC
NEAR = 3  # lines between a headline or a byline and the date that belongs to it
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|issued|uploaded|created|release|publish)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:updated|modified|edited|revised|last update|retrieved|accessed|today|current)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Publication:
    """The local day, and the moment in UTC if it is known."""

    on: date
    at: datetime | None


def from_field(text: str, basis: MetadataBasis, how: str = "") -> Answer[Publication]:
    """A manifest's or a tag's value. Raises ValueError if it is neither a day nor a moment with its zone."""
    moment = parse_moment(text)
    if isinstance(moment, datetime):
        return _answer(Publication(moment.date(), moment.astimezone(UTC)), basis, None, how)
    return _answer(Publication(moment, None), basis, None, how)


def on_page(view: PageView) -> Iterator[Answer[Publication]]:
    """Printed publication dates: those labelled so, else the one below the headline or beside the byline."""
    printed = [
        (index, found)
        for index, label in sorted(view.labels.items())
        if label.reason == "date_line" and (found := find_date(view.lines[index].text))
    ]
    labelled = [(index, found) for index, found in printed if _is_labelled(view.lines[index].text, found)]
    if not labelled:
        labelled = [(index, found) for index, found in printed if _belongs_to_article(view, index)]
    for index, found in labelled[:1]:
        start = view.lines[index].start
        raw = Span(start + found.start, start + found.end)
        yield _answer(Publication(found.on, found.at), "text", raw, "printed date")


def refused(answer: Answer[Publication], retrieved_at: datetime | None) -> Answer[Publication] | None:
    """The answer with its reason if it lies after retrieval; None if it may stand."""
    if retrieved_at is None or answer.value.on <= (retrieved_at + FUTURE).date():
        return None
    return Answer(answer.value, answer.shown, answer.basis, answer.raw, "refused: after retrieval")


def _answer(value: Publication, basis: MetadataBasis, raw: Span | None, how: str) -> Answer[Publication]:
    return Answer(value, value.on.isoformat(), basis, raw, how)


def _is_labelled(text: str, found: PrintedDate) -> bool:
    before = text[: found.start]
    return bool(_PUBLISHED.search(before)) and not _OTHER.search(before)


def _belongs_to_article(view: PageView, index: int) -> bool:
    """Below the headline or within a few lines of the byline, above the text, and not said to be anything else."""
    if index not in view.head or _OTHER.search(view.lines[index].text):
        return False
    headline = view.headline_index
    if headline is not None and headline < index:
        return True
    near = range(max(0, index - NEAR), index + NEAR)
    return headline is None and any(other in view.labels and view.labels[other].kind == "byline" for other in near)
