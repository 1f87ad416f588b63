"""The headline on the page: the line before the first prose that the article's own words repeat."""

from collections.abc import Iterable, Sequence
from itertools import islice

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import Line, key_of

MAX_CHARACTERS = 250
MIN_WORDS, MAX_WORDS = 3, 40
STEM = 5  # letters by which words are compared: "withdraw", "withdrawal"
HEAD_LINES = 40  # lines above the text in which the headline stands; menus stand higher
LEAD_LINES = 6  # prose lines that a headline sums up
MIN_SHARED = 0.25  # of a headline's content words; navigation shares almost none
_TERMINATORS = (".", ";", ",", ":")


def label(page: PageView) -> Labels:
    """The line that is the known headline; else one that the head repeats; else the first that the lead echoes."""
    known = key_of(page.headline) if page.headline else None
    if known:
        same = [index for index, line in enumerate(page.lines) if line.key == known]
        return {same[0]: Label("headline", "known_headline")} if same else {}
    near = page.head[-HEAD_LINES:]
    candidates = [index for index in near if page.free[index] and _may_be_headline(page.lines[index])]
    keys = [page.lines[index].key for index in candidates]
    repeated = [index for index, key in zip(candidates, keys, strict=True) if keys.count(key) > 1]
    prose = (page.lines[index] for index in range(*page.prose) if page.free[index])
    lead = _stems(islice(prose, LEAD_LINES))
    echoed = [index for index in candidates if _shared(page.lines[index], lead) >= MIN_SHARED]
    for reason, found in (("repeated_in_head", _echoed_first(repeated, echoed)), ("echoed_by_lead", echoed)):
        if found:
            return {found[0]: Label("headline", reason)}
    return {}


def _echoed_first(repeated: Sequence[int], echoed: Sequence[int]) -> list[int]:
    """Repeated lines that the lead echoes, so that a menu shown twice is no headline."""
    return [index for index in repeated if index in echoed]


def _may_be_headline(line: Line) -> bool:
    return (
        len(line.text) <= MAX_CHARACTERS
        and MIN_WORDS <= len(line.words) <= MAX_WORDS
        and not line.text.endswith(_TERMINATORS)
    )


def _shared(line: Line, lead: frozenset[str]) -> float:
    stems = _stems([line])
    return len(stems & lead) / len(stems) if stems else 0.0


def _stems(lines: Iterable[Line]) -> frozenset[str]:
    """The first letters of the content words."""
    return frozenset(word[:STEM].casefold() for line in lines for word in line.words if len(word) > 3)
