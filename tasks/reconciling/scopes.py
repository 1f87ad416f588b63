"""What is counted in: a number with a part and the same number without it are two measurements, and no rivals."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tasks.reconciling.counts import VICTIMS, Count, Scope
from tasks.reconciling.intervals import Interval, interval_of
from tasks.tables.quantities import Quantity

_ONE = Interval(1.0, 1.0)
_LINK = 24  # characters between a number and the words of what it includes: ", not counting the "
_LEFT_OUT = re.compile(r"(?:not (?:counting|including)|excluding)\b", re.IGNORECASE)
# Of the victims of an attack only those who made it are counted in by some and left out by others; whoever else is
# "included" is one of them in any case.
_WHO_DID_IT = re.compile(
    r"\b(?:assailant|attacker|bomber|gunm[ae]n|hijacker|killer|perpetrator|shooter|suspect)s?\b", re.IGNORECASE
)


def scopes_of(rows: Iterable[Quantity]) -> dict[str, Scope]:
    """Claim id → its scope, where it has one that can tell it from other numbers."""
    ordered = sorted(rows, key=lambda row: (row.article_id, row.start))
    starts = [(row.article_id, row.start) for row in ordered]
    found = {}
    for row in ordered:
        if row.includes is not None and (row.measure not in VICTIMS or _WHO_DID_IT.search(row.includes)):
            first = bisect_left(starts, (row.article_id, row.end))
            last = bisect_left(starts, (row.article_id, row.end + _LINK + len(row.includes)))
            found[row.claim_id] = _scope(row.includes, ordered[first:last])
    return found


def _scope(words: str, following: Sequence[Quantity]) -> Scope:
    parts = (interval_of(row) for row in following if row.text in words)
    part = next((part for part in parts if part and part.low > 0 and not math.isinf(part.high)), _ONE)
    return Scope(words.casefold(), part, left_out=bool(_LEFT_OUT.match(words)))


def scoped(groups: Iterable[list[Count]]) -> Iterator[list[Count]]:
    """Groups of which one tells a number with a part, and another exactly what is left of it, are two groups."""
    for group in groups:
        other = {count.claim_id for count in group if any(_is_rest(count, one) for one in group if one.scope)}
        inside = [count for count in group if count.claim_id not in other]
        words = min((count.scope.words for count in inside if count.scope), default=None)
        if other and inside:
            yield [replace(count, key=replace(count.key, includes=words)) for count in inside]
            yield [count for count in group if count.claim_id in other]
        else:
            yield group


def _is_rest(count: Count, whole: Count) -> bool:
    if whole.scope is None or count.scope is not None or count.interval.meets(whole.interval):
        return False
    low, high = whole.interval
    change = whole.scope.change
    return count.interval.meets(Interval(low + change.low, high + change.high)) and low + change.low > 0
