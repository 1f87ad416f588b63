"""Quantity claims to groups of comparable ones."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tasks.reconciling.counts import VICTIMS, Count, CountKey, known_values
from tasks.reconciling.equal_numbers import of_one_thing
from tasks.reconciling.groups import Groups
from tasks.reconciling.intervals import ABOUT_SHARE, EXACT_BELOW, rounding
from tasks.reconciling.scopes import scoped
from tasks.reconciling.whereabouts import placed
from tasks.reconciling.words import weight

_NEIGHBOURS = 40  # in value, of one measure in one storyline
_SMALL = 12  # up to here two numbers are often equal by chance
_SHARED_CONTEXT = 1.5  # weight of the words that two equal numbers must share to be one: one name
_SHARED_CONTEXT_SMALL = 12.0  # three rare words, where the number is small


def comparable_groups(counts: Iterable[Count]) -> list[list[Count]]:
    """Claims that may be compared, each group sorted by claim id; groups sorted by their first.

    An unknown holder, and then an unknown place, is filled in where exactly one known one fits; places that are one are
    joined, and so are equal numbers of one event: see :func:`_owned`, :func:`placed` and :func:`of_one_thing`. What is
    not :attr:`Count.contestable` is grouped by equal or rounded values in like surroundings.
    """
    filled = of_one_thing(placed(_owned(list(counts))))
    groups: dict[CountKey, list[Count]] = defaultdict(list)
    loose: dict[CountKey, list[Count]] = defaultdict(list)
    for count in filled:
        if count.contestable:
            groups[count.key].append(count)
        else:
            loose[replace(count.key, holder_id=None, whose=None, place_id=None, story_id=count.line)].append(count)
    found = [*scoped(groups.values()), *(group for members in loose.values() for group in _alike_in_context(members))]
    return sorted((sorted(group, key=_by_id) for group in found), key=lambda group: group[0].claim_id)


def _by_id(count: Count) -> str:
    return count.claim_id


def _owned(counts: Sequence[Count]) -> list[Count]:
    """Unknown holders, where the article names one known holder whose numbers say the same: in the article, else in the
    story, else, of what no event binds, in the storyline. Job cuts are those of the one company that is named. An owner
    that is only described ("the alliance") gives way to a name.
    """
    named = _fill(counts, lambda count: count.key.holder_id, Count.with_holder)
    return _fill(named, lambda count: count.key.whose, Count.with_described)


def _fill(
    counts: Sequence[Count],
    known: Callable[[Count], str | None],
    filled: Callable[[Count, str | None], Count],
) -> list[Count]:
    near: dict[tuple[CountKey, str], list[Count]] = defaultdict(list)
    for count in counts:
        if known(count) is not None:
            for where in count.reach:
                near[_kind(count), where].append(count)
    return [count if known(count) else filled(count, _owner(count, near, known)) for count in counts]


def _kind(count: Count) -> CountKey:
    return replace(count.key, holder_id=None, whose=None, place_id=None, story_id=None)


def _owner(
    count: Count, near: dict[tuple[CountKey, str], list[Count]], known: Callable[[Count], str | None]
) -> str | None:
    for where in count.reach:
        told = near.get((_kind(count), where), [])
        if owners := known_values(known(other) for other in told if _fits(count, other)):
            return owners.pop() if len(owners) == 1 else None
    return None


def _fits(count: Count, other: Count) -> bool:
    if (owner := other.key.holder_id) and owner not in count.named:
        return False
    if count.key.measure == "jobs_cut":
        return True
    if len(known_values((count.key.place_id, other.key.place_id))) > 1 or count.key.measure in VICTIMS:
        return False
    return _one_figure(count, other)


def _one_figure(left: Count, right: Count) -> bool:
    """One number, or numbers of which one is the other rounded; small numbers are equal or they are two."""
    low, high = sorted((left.point, right.point))
    counted = left.key.unit is None
    return low == high or (low >= EXACT_BELOW and rounding(low, counted=counted).meets(rounding(high, counted=counted)))


def _one_number(left: Count, right: Count) -> bool:
    """One number, or numbers that round to one; small numbers are equal or they are two."""
    low, high = sorted((left.point, right.point))
    return low == high or (
        high - low <= ABOUT_SHARE * abs(high) and low >= EXACT_BELOW and left.interval.meets(right.interval)
    )


def _alike_in_context(members: Sequence[Count]) -> list[list[Count]]:
    """Claims with one number whose sentences share telling words and whose holders, where known, are the same.

    The most alike join first, so that an unknown holder goes where it fits best; a group's intervals keep a point in
    common. Each claim is compared with its neighbours in value only.
    """
    by_claim = {count.claim_id: count for count in members}
    groups = Groups(by_claim)
    holders = {count.claim_id: known_values([count.key.holder_id or count.key.whose]) for count in members}
    common = {count.claim_id: count.interval for count in members}
    pairs = [(_shared(*pair), *pair) for pair in _near_in_value(members)]
    for shared, left, right in sorted(pairs, key=lambda one: (-one[0], one[1].claim_id, one[2].claim_id)):
        one, two = groups.root(left.claim_id), groups.root(right.claim_id)
        both = holders[one] | holders[two]
        if one != two and shared >= _needed(left) and len(both) < 2 and common[one].meets(common[two]):
            groups.join(one, two)
            root = groups.root(one)
            holders[root], common[root] = both, common[one].within(common[two])
    return [[by_claim[claim_id] for claim_id in ids] for ids in groups.sets()]


def _near_in_value(members: Sequence[Count]) -> Iterator[tuple[Count, Count]]:
    """Pairs with one number."""
    ordered = sorted(members, key=lambda count: (count.point, count.claim_id))
    for index, left in enumerate(ordered, 1):
        for right in ordered[index : index + _NEIGHBOURS]:
            if _one_number(left, right):
                yield left, right


def _shared(left: Count, right: Count) -> float:
    return math.fsum(weight(word) for word in left.context & right.context)


def _needed(count: Count) -> float:
    return _SHARED_CONTEXT_SMALL if (count.value or 0) <= _SMALL else _SHARED_CONTEXT
