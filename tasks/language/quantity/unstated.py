"""Counts without a number: none ("no casualties") and one ("a man was shot dead")."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from tasks.language.naming import names_of
from tasks.language.quantity.measuring import measure_of_event, measure_of_noun
from tasks.language.quantity.model import Finding
from tasks.language.quantity.passage import Passage
from tasks.reference.spans import Span

_NONE = re.compile(r"(?<![^\W_])no[\s\"“”'’]{1,3}(?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(
    r"(?<!\w)(?:an?|another|his|her)\s(?!(?:dozen|couple|lot|few|third|half|quarter)\b)", re.IGNORECASE
)
# A cheap gate: without one of these, nobody was harmed or taken.
_HARM = re.compile(
    r"(?<!\w)(?:kill|die|dead|death|murder|shot|shoot|wound|injur|slain|stab|drown|arrest|hurt|fatal|abduct|kidnap)",
    re.IGNORECASE,
)
_AGE = re.compile(r"\d{1,3}[\s-](?:year|month|week|day)[\s-]old(?!\w)", re.IGNORECASE)
_NONE_OF = frozenset(["deaths", "injured", "casualties", "missing", "arrested", "cases", "troops", "hostages"])
_ONE_OF = frozenset(["deaths", "injured", "casualties", "arrested", "hostages"])


def none(passage: Passage) -> Iterator[Finding]:
    """ "no casualties": none of what is worth a count."""
    for match in _NONE.finditer(passage.text):
        what = passage.counted(match.end())
        measure = measure_of_noun(what.name) if what is not None and what.head.tag_ != "NN" else None
        if what is not None and measure is not None and measure.name in _NONE_OF:
            span = Span(match.start(), passage.end_of(what))
            finding = Finding(span, 0.0, 0.0, 0.0, "exact", None, what.name, measure.name, "none")
            yield passage.placed(finding, what.head, what.head)


def implied(passage: Passage) -> Iterator[Finding]:
    """ "a man was shot dead" is one death."""
    if not _HARM.search(passage.text):
        return
    for match in _ARTICLE.finditer(passage.text):
        somebody = _somebody(passage, match.end())
        event = measure_of_event(somebody[0]) if somebody is not None else None
        if somebody is not None and event is not None and event[0].name in _ONE_OF:
            head, name = somebody
            span = Span(match.start(), head.idx + len(head))
            finding = Finding(span, 1.0, 1.0, 1.0, "exact", None, name, event[0].name, "implied", basis="implied")
            yield passage.placed(finding, head, head)


def named(passage: Passage) -> Iterator[Finding]:
    """ "Ann Smith was shot dead" is one death, and whose it is."""
    if not _HARM.search(passage.text) or not passage.parsed:
        return
    for name in names_of(passage.doc):
        head = passage.doc[name.end - 1]
        event = measure_of_event(head) if name.label == "person" else None
        if event is not None and event[0].name == "deaths":
            span = Span(passage.doc[name.start].idx, head.idx + len(head))
            found = Finding(
                span, 1.0, 1.0, 1.0, "exact", None, "person", event[0].name, "implied, named", basis="implied"
            )
            yield replace(passage.placed(found, head, head), holder=span)


def _somebody(passage: Passage, offset: int) -> tuple[Token, str] | None:
    """The head of the words for one person that begin at ``offset``, and their lemmas: "man", "17-year-old"."""
    what = passage.counted(offset)
    if what is not None:
        return (what.head, what.name) if what.head.tag_ == "NN" and what.people else None
    age = _AGE.match(passage.text, offset)
    return (passage.token_at(age.end() - 1), "person") if age else None
