"""The headline on the page: the line before the first prose that the article's own words repeat."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import Line, key_of
from tasks.cleaning.titles import title_key

MAX_CHARACTERS = 250
MIN_WORDS, MAX_WORDS = 3, 40
STEM = 5  # letters by which words are compared: "withdraw", "withdrawal"
HEAD_LINES = 40  # lines above the text in which the headline stands; menus stand higher
LEAD_LINES = 6  # prose lines that a headline sums up
MIN_SHARED = 0.25  # of a headline's content words; navigation shares almost none
MIN_SHARED_WORDS = 2
CLEARLY_SHARED = 0.75  # the first line above it is the headline, the next its standfirst
_TERMINATORS = (".", ";", ",", ":")


def label(page: PageView) -> Labels:
    """The known headline's line; else, of the lines above the text that its lead echoes, one printed twice or the best.

    So neither a menu shown twice is a headline nor the outlet's motto.
    """
    known = key_of(page.headline) if page.headline else None
    if known:
        same = [index for index, line in enumerate(page.lines) if line.is_short and title_key(line.text) == known]
        return {same[0]: Label("headline", "known_headline")} if same else {}
    candidates = [
        index for index in page.head[-HEAD_LINES:] if page.free[index] and _may_be_headline(page.lines[index])
    ]
    prose = (page.lines[index] for index in range(*page.prose) if page.free[index])
    lead = _stems(islice(prose, LEAD_LINES))
    shares = {index: share for index in candidates if (share := _shared(page.lines[index], lead)) >= MIN_SHARED}
    keys = {index: title_key(page.lines[index].text) for index in candidates}
    times = Counter(keys.values())
    repeated = [index for index in shares if times[keys[index]] > 1]
    if repeated:
        return {repeated[0]: Label("headline", "repeated_in_head")}
    best = sorted(shares, key=lambda index: (-min(shares[index], CLEARLY_SHARED), index))[:1]
    return {index: Label("headline", "echoed_by_lead") for index in best}


def _may_be_headline(line: Line) -> bool:
    return (
        len(line.text) <= MAX_CHARACTERS
        and MIN_WORDS <= len(line.words) <= MAX_WORDS
        and not line.text.endswith(_TERMINATORS)
    )


def _shared(line: Line, lead: frozenset[str]) -> float:
    """The share of the line's content words that the lead has; 0 if they are too few to say anything."""
    stems = _stems([line])
    shared = len(stems & lead)
    return shared / len(stems) if shared >= MIN_SHARED_WORDS else 0.0


def _stems(lines: Iterable[Line]) -> frozenset[str]:
    """The first letters of the content words."""
    return frozenset(word[:STEM].casefold() for line in lines for word in line.words if len(word) > 3)
