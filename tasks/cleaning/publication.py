"""When an article was published: never when the page was viewed, and never later than it was retrieved."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import htmldate

from tasks.cleaning.blocks import Piece
from tasks.cleaning.evidence import Answer
from tasks.cleaning.labels import PageView
from tasks.cleaning.printed_dates import PrintedDate, find_date
from tasks.reference.moments import parse_moment
from tasks.reference.spans import Span
from tasks.tables.articles import MetadataBasis

FUTURE = timedelta(days=1)  # a local day may be ahead of UTC
LATEST = datetime(2100, 1, 1, tzinfo=UTC)  # no date of the run's may decide (law 5)
SAME_MOMENT = timedelta(minutes=2)
EASTERNMOST, WESTERNMOST = timedelta(hours=11), timedelta(hours=8)  # Sydney in summer, Los Angeles in winter
NEAR = 3  # lines between a headline or a byline and the date that belongs to it
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-])")
_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|issued|uploaded|created|release|publish)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?<![a-z])(?:updated|modified|edited|revised|last update|retrieved|accessed|today|current)(?![a-z])",
    re.IGNORECASE,
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


def in_markup(found: Sequence[tuple[str, str]], url: str | None, view: PageView) -> Sequence[Answer[Publication]]:
    """The best of the dates that the markup says, with the local day where the page gives it elsewhere."""
    read = [(day, how) for text, how in found if (day := find_date(text)) is not None]
    if not read:
        return ()
    best, how = read[0]
    others = [day for day, _ in read[1:]] + [day for _, day in _printed(view)]
    in_url = _URL_DAY.search(url or "")
    if in_url and (day := find_date("-".join(in_url.groups()))) is not None:
        others.append(day)
    return [_answer(Publication(_local_day(best, others), best.at), "markup", None, how)]


def _local_day(best: PrintedDate, others: Iterable[PrintedDate]) -> date:
    """The day that a clock on the spot showed: a moment given in UTC may be the evening before.

    The first other date decides that gives the same moment in a local zone, or a day alone that is possible.
    """
    if best.at is None or best.local:
        return best.on
    possible = {best.on, (best.at + EASTERNMOST).date(), (best.at - WESTERNMOST).date()}
    for other in others:
        same = other.at is not None and other.local and abs(other.at - best.at) <= SAME_MOMENT
        if same or (other.at is None and other.on in possible):
            return other.on
    return best.on


def guessed(markup: str, url: str | None, retrieved_at: datetime | None) -> Answer[Publication] | None:
    """htmldate's reading of a page whose markup says no date: elements that look like dates, the address, the text.

    A year alone, which htmldate gives as its first of January, is no day.
    """
    latest = retrieved_at + FUTURE if retrieved_at else LATEST
    found = htmldate.find_date(markup, extensive_search=True, original_date=True, max_date=latest, url=url)
    if found is None or found.endswith("-01-01"):
        return None
    return _answer(Publication(date.fromisoformat(found), None), "markup", None, "htmldate")


def on_page(view: PageView) -> Sequence[Answer[Publication]]:
    """The printed publication date: one labelled so, else the last one between headline or byline and the text."""
    answers = []
    for index, found in _printed(view)[:1]:
        start = view.lines[index].start
        raw = Span(start + found.start, start + found.end)
        answers.append(_answer(Publication(found.on, found.at), "text", raw, "printed date"))
    return answers


def _printed(view: PageView) -> list[tuple[int, PrintedDate]]:
    """Publication dates on lines of their own, likeliest first."""
    printed = [
        (index, found)
        for index, label in sorted(view.labels.items())
        if (label.reason == "date_line" or label.kind == "outlet_blurb")
        and (found := find_date(view.lines[index].text))
    ]
    labelled = [(index, found) for index, found in printed if _is_labelled(view.lines[index].text, found)]
    return labelled or [(index, found) for index, found in reversed(printed) if _belongs_to_article(view, index)]


def in_dateline(pieces: Iterable[Piece], page: str) -> Answer[Publication] | None:
    """The day and year in the dateline at the head of the text, the day the report was sent; None if it has none."""
    for piece in pieces:
        if piece.kind == "dateline":
            found = find_date(page[piece.start : piece.end])
            if found is None:
                return None
            raw = Span(piece.start + found.start, piece.start + found.end)
            return _answer(Publication(found.on, None), "text", raw, "dateline")
    return None


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
