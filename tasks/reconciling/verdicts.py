"""What the comparison of a group of counts says: symmetric, order-free, idempotent."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from tasks.reconciling.counts import Count
from tasks.reconciling.intervals import Interval
from tasks.tables.evidence import Stance
from tasks.tables.facts import Verdict

_POINTS = frozenset({"exact", "about"})


def superseded(counts: Iterable[Count]) -> Mapping[str, Count]:
    """The ids of the claims that a later one replaced, each with the latest claim that did.

    A later number replaces an earlier one if the two cannot both hold, if it was news then (nobody had told it by the
    earlier day), and if nobody tells the earlier one any more. Otherwise it is a stale report or a dispute, and a
    dispute must not be hidden: both stay current and conflict. What an outlet itself has replaced is replaced, whatever
    others say. A claim without a day neither replaces nor is replaced.
    """
    dated = [count for count in counts if count.as_of_on]
    own: dict[str, list[Count]] = defaultdict(list)
    for count in dated:
        if count.source_id:
            own[count.source_id].append(count)
    found: dict[str, Count] = {}
    for some in (*own.values(), dated):
        found |= _replaced(some)
    return found


def _replaced(dated: Sequence[Count]) -> dict[str, Count]:
    days: dict[Interval, list[int]] = {}
    newest: dict[Interval, Count] = {}
    for count in sorted(dated, key=lambda count: (-_day(count), count.claim_id)):
        days.setdefault(count.interval, []).append(_day(count))
        newest.setdefault(count.interval, count)
    first = {one: min(min(told) for other, told in days.items() if other.meets(one)) for one in days}
    last = {one: max(max(told) for other, told in days.items() if other.meets(one)) for one in days}

    def replacing(count: Count) -> Count | None:
        return next((
            late
            for later, late in newest.items()
            if _day(late) > last[count.interval] and first[later] > _day(count) and not later.meets(count.interval)
        ), None)  # fmt: skip

    return {count.claim_id: late for count in dated if (late := replacing(count))}


def _day(count: Count) -> int:
    return count.as_of_on.toordinal() if count.as_of_on else 0


def verdict(current: Sequence[Count]) -> Verdict:
    """The verdict on the claims that nothing replaced: conflicting, else single for one article, else agreed if all
    give one number, else compatible. Intervals on a line that meet two by two have a point in common (Helly), so the
    highest low and the lowest high decide.
    """
    if max(count.interval.low for count in current) > min(count.interval.high for count in current):
        return "conflicting"
    if len({count.article_id for count in current}) == 1:
        return "single"
    one_number = len({count.value for count in current}) == 1 and current[0].value is not None
    bounds = {count.bound for count in current}
    return "agreed" if one_number and (len(bounds) == 1 or bounds <= _POINTS) else "compatible"


def best(current: Sequence[Count]) -> Count:
    """The best supported claim: of what most articles allow the most precise, and of these what most articles tell.

    Ties go to the larger number, since a part told as if it were the whole is commoner than the reverse, then to the
    one that stands first in its article, then to the smallest id.
    """
    intervals = {count.interval for count in current}
    support = {one: len({other.article_id for other in current if other.interval.meets(one)}) for one in intervals}
    told = {
        one: 0 if math.isinf(one.width) else len({other.article_id for other in current if other.interval == one})
        for one in intervals
    }

    def rank(count: Count) -> tuple[int, float, bool, int, float, int, str]:
        one, hedged = count.interval, count.bound != "exact"
        return (-support[one], one.width, hedged, -told[one], -count.point, count.start, count.claim_id)

    return min(current, key=rank)


def stance(count: Count, chosen: Count, replaced: Collection[str], ruled: Verdict) -> Stance:
    """How a claim stands to the fact's value; in a conflict every claim that excludes the value conflicts."""
    if count.claim_id in replaced:
        return "superseded"
    if count.value == chosen.value and count.value is not None:
        return "equal"
    excluded = not count.interval.low <= chosen.point <= count.interval.high
    return "conflicts" if ruled == "conflicting" and excluded else "compatible"
