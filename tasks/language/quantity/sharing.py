"""What a number shares with another: a unit told once for two, an owner in a list, the points of an index."""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tasks.language.quantity.model import Amount, Finding
from tasks.language.quantity.passage import Passage
from tasks.reference.spans import Span

# "two-" in "two-, three- and four-bedroom", "280" in "280 of the 500 seats": what they count comes later
_SUSPENDED = re.compile(
    r"-(?:,|\s(?:and|or|to)\s)|\sof\s(?:(?:the|its|their|a\stotal(?:\sof)?)\s)?"
    r"(?:(?:more\sthan|at\sleast|[\w'’]{3,14})\s)?[$€£]?\d",
    re.IGNORECASE,
)
# "14" in "14, 16 and 17 years old"
_LISTED = re.compile(
    r"(?:,\s\d[\d.]{0,4}){1,6},?\s(?:and|or)\s\d[\d.]{0,4}[\s-]?(?:year|month|week|day|hour|minute|mile|per\s?cent|%|pct)",
    re.IGNORECASE,
)
# "13" in "13 and 17 years of age"
_PAIRED = re.compile(r"\s(?:and|or)\s")
POINT = "point"
# Whose level is told in points: "the index fell 1% to 7,412"
_INDEX = re.compile(
    r"(?<!\w)(?:index|indexes|indices|averages?|composite|gauge|benchmark|dow|nasdaq|s&p)(?!\w)", re.IGNORECASE
)
_LEAST_LEVEL = 100  # of an index
_LEVELS = re.compile(r"(?:^|\W)(?:to|at)\s\Z")
_LEVEL_MOVED = re.compile(r",?\s(?:up|down)\s\Z")
_ALSO = re.compile(r",?\s(?:and\s)?")
_GAP_BEFORE = frozenset([",", ";", "and", "while", "but"])
_LONGEST_NAME = 5  # tokens
_HAVING = re.compile(r"(?<!\w)(?:has|have|had)\s\Z", re.IGNORECASE)
_PARALLEL = re.compile(
    r"(?:^|\W)(?:to|from|and|including|with|than|is|by|at|or|was|whom|which|to\send|versus|vs\.?|against|,)\s\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Previous:
    """The quantity before, whose unit a bare number may share."""

    finding: Finding
    number: Token
    owned: "Previous | None" = None
    gapped: bool = False

    @property
    def owner(self) -> "Previous | None":
        """It, or the one before it, that tells whose it is."""
        return self if self.finding.holder else self.owned


def waits(passage: Passage, amount: Amount, following: Amount | None) -> bool:
    """Whether what an amount counts is told by a later one: "280 of the 500 seats", "13 and 17 years of age"."""
    if any(pattern.match(passage.text, amount.number.end) for pattern in (_SUSPENDED, _LISTED)):
        return True
    if following is None or following.unit is None or following.form != amount.form or following.sign:
        return False
    gap = passage.text[amount.span.end : following.span.start]
    if following.unit == POINT and _LEVEL_MOVED.fullmatch(gap):
        return True  # an index "7,412, up 12 points"
    return following.number.start == following.span.start and bool(_PAIRED.fullmatch(gap))


def like(finding: Finding, other: Finding) -> Finding:
    return replace(finding, unit=other.unit, counted=other.counted, measure=finding.measure or other.measure)


def gap(passage: Passage, amount: Amount, previous: Previous | None) -> Span | None:
    """Whose a number is in a list that says its verb once: "France sent 200 men, Italy 60 and Egypt three planes"."""
    if previous is None or previous.finding.holder is None or not passage.parsed:
        return None
    first = passage.token_at(amount.span.start)
    if first.sent.start != previous.number.sent.start:
        return None
    if previous.gapped and _ALSO.fullmatch(passage.text[previous.finding.span.end : amount.span.start]):
        return previous.finding.holder
    at = first.i
    while at > first.sent.start and first.i - at < _LONGEST_NAME and passage.doc[at - 1].pos_ == "PROPN":
        at -= 1
    named = at < first.i and at - 1 > previous.number.i
    before = passage.doc[at - 2 if named and passage.doc[at - 1].lower_ == "the" else at - 1]
    if not named or before.lower_ not in _GAP_BEFORE:
        return None
    name = passage.doc[first.i - 1]
    return Span(name.idx, name.idx + len(name))


def like_which(passage: Passage, amount: Amount, number: Token, previous: Previous) -> Finding | None:
    """The quantity whose unit a bare number shares.

    "7.5 percent, compared with 6.1": in the same sentence, after a word that sets two numbers side by side. "Norway has
    70 troops at two bases. Latvia has 35.": the last that somebody has.
    """
    owned = previous.owner
    if _HAVING.search(passage.lead(amount, 10)) and passage.parsed and owned is not None:
        return owned.finding if owned.number.sent.end >= number.sent.start else None
    share_of_more = previous.finding.unit == "percentage" and (amount.value or 0) > 100
    parallel = _PARALLEL.search(passage.lead(amount, 10))
    shares = bool(parallel) and not share_of_more and passage.together(previous.number, number)
    return previous.finding if shares else None


def is_level(passage: Passage, amount: Amount, number: Token, previous: Previous) -> bool:
    """ "The index lost 12 points, or 0.2 per cent, to end at 7,412"."""
    if (amount.value or 0) < _LEAST_LEVEL or not _LEVELS.search(passage.lead(amount, 6)):
        return False
    if previous.finding.unit not in ("percentage", POINT) or not passage.together(previous.number, number):
        return False
    sentence = number.sent if passage.parsed else passage.doc
    return (
        bool(_INDEX.search(passage.text, sentence[0].idx, number.idx))
        or f" {POINT}s" in passage.text[sentence[0].idx : number.idx]
    )
