"""Quantity claims to groups of comparable ones."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tasks.reconciling.counts import Count, CountKey, known_values
from tasks.reconciling.groups import Groups
from tasks.reconciling.intervals import ABOUT_SHARE, EXACT_BELOW
from tasks.reconciling.words import weight

_NEIGHBOURS = 40  # in value, of one measure in one storyline
_SMALL = 12  # up to here two numbers are often equal by chance
_SHARED_CONTEXT = 1.5  # weight of the words that two equal numbers must share to be one: one name
_SHARED_CONTEXT_SMALL = 12.0  # three rare words, where the number is small


def comparable_groups(counts: Iterable[Count]) -> list[list[Count]]:
    """Claims that may be compared, each group sorted by claim id; groups sorted by their first.

    An unknown holder, and then an unknown place, is filled in where exactly one known one fits: in the article,
    else in the storyline. What is not :attr:`Count.contestable` is grouped by equal or rounded values in like
    surroundings.
    """
    filled = _fill_places(_fill_holders(list(counts)))
    groups: dict[CountKey, list[Count]] = defaultdict(list)
    loose: dict[CountKey, list[Count]] = defaultdict(list)
    for count in filled:
        if count.contestable:
            groups[count.key].append(count)
        else:
            loose[replace(count.key, holder_id=None, place_id=None, story_id=count.line)].append(count)
    found = [*groups.values(), *(group for members in loose.values() for group in _alike_in_context(members))]
    return sorted((sorted(group, key=_by_id) for group in found), key=lambda group: group[0].claim_id)


def _by_id(count: Count) -> str:
    return count.claim_id


def _fill_places(counts: Sequence[Count]) -> list[Count]:
    """Unknown places, where the article's or else the storyline's claims of the same kind name one place only."""
    return _fill(
        counts,
        block=lambda count: replace(count.key, place_id=None, story_id=None),
        known=lambda count: count.key.place_id,
        fits=lambda count, other: True,
        filled=Count.with_place,
    )


def _fill_holders(counts: Sequence[Count]) -> list[Count]:
    """Unknown holders of what no event holds together, where one known holder's numbers fit the value."""
    return _fill(
        counts,
        block=lambda count: replace(count.key, holder_id=None, place_id=None, story_id=None),
        known=lambda count: count.key.holder_id,
        fits=_same_number,
        filled=Count.with_holder,
    )


def _fill(
    counts: Sequence[Count],
    block: Callable[[Count], CountKey],
    known: Callable[[Count], str | None],
    fits: Callable[[Count, Count], bool],
    filled: Callable[[Count, str | None], Count],
) -> list[Count]:
    near: dict[tuple[CountKey, str], list[Count]] = defaultdict(list)
    for count in counts:
        if known(count) is not None:
            near[block(count), count.article_id].append(count)
            near[block(count), count.line].append(count)
    found = []
    for count in counts:
        answer = known(count)
        if answer is None:
            for where in (count.article_id, count.line):
                answers = known_values(known(other) for other in near[block(count), where] if fits(count, other))
                if answers:
                    answer = answers.pop() if len(answers) == 1 else None
                    break
        found.append(filled(count, answer))
    return found


def _same_number(count: Count, other: Count) -> bool:
    places = known_values((count.key.place_id, other.key.place_id))
    return count.key.story_id is None and len(places) < 2 and count.interval.meets(other.interval)


def _alike_in_context(members: Sequence[Count]) -> list[list[Count]]:
    """Claims with one number whose sentences share telling words and whose holders, where known, are the same.

    The most alike join first, so that an unknown holder goes where it fits best; a group's intervals keep a point in
    common. Each claim is compared with its neighbours in value only.
    """
    by_claim = {count.claim_id: count for count in members}
    groups = Groups(by_claim)
    holders = {count.claim_id: known_values([count.key.holder_id]) for count in members}
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
    """Pairs with one number, or with numbers that round to one; small numbers are equal or they are two."""
    ordered = sorted(members, key=lambda count: (count.point, count.claim_id))
    for index, left in enumerate(ordered, 1):
        for right in ordered[index : index + _NEIGHBOURS]:
            close = right.point - left.point <= ABOUT_SHARE * abs(right.point) and left.point >= EXACT_BELOW
            if left.point == right.point or (close and left.interval.meets(right.interval)):
                yield left, right


def _shared(left: Count, right: Count) -> float:
    return math.fsum(weight(word) for word in left.context & right.context)


def _needed(count: Count) -> float:
    return _SHARED_CONTEXT_SMALL if (count.value or 0) <= _SMALL else _SHARED_CONTEXT
