"""Quantity claims to groups of comparable ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product

from tasks.reconciling.counts import Count, CountKey, known_values
from tasks.reconciling.groups import Groups
from tasks.reconciling.intervals import ABOUT_SHARE, EXACT_BELOW, Interval
from tasks.reconciling.words import weight

_NEIGHBOURS = 40  # in value, of one measure in one storyline
_SMALL_TOLL = 3  # numbers of two places that are equal by chance
_SMALL = 12  # up to here two numbers are often equal by chance
_SHARED_CONTEXT = 1.5  # weight of the words that two equal numbers must share to be one: one name
_SHARED_CONTEXT_SMALL = 12.0  # three rare words, where the number is small


def comparable_groups(counts: Iterable[Count]) -> list[list[Count]]:
    """Claims that may be compared, each group sorted by claim id; groups sorted by their first.

    An unknown holder, and then an unknown place, is filled in where exactly one known one fits: in the article,
    else in the storyline. Places of one event are one: see :func:`_join_places`. What is not
    :attr:`Count.contestable` is grouped by equal or rounded values in like surroundings.
    """
    filled = _fill_places(_join_places(_fill_holders(list(counts))))
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


def _join_places(counts: Sequence[Count]) -> list[Count]:
    """The places of one event as one place: reports of it name its town, its province or its country.

    Two places of a story's numbers are one event's if numbers of the two are equal, which small ones are by chance, or
    if one is a country and the other is none; but two as soon as an article tells of both what cannot both hold.
    """
    blocks: dict[CountKey, list[Count]] = defaultdict(list)
    for count in counts:
        if count.of_event and count.key.place_id is not None:
            blocks[replace(count.key, place_id=None, holder_id=None)].append(count)
    place_of: dict[tuple[CountKey, str], str] = {}
    for key, members in blocks.items():
        for places in _one_place(members):
            told = Counter(place for count in members if (place := count.key.place_id) in places)
            best = min(told, key=lambda place: (-told[place], place))
            place_of.update({(key, place): best for place in places})

    def joined(count: Count) -> Count:
        key = replace(count.key, place_id=None, holder_id=None)
        return count.with_place(place_of.get((key, count.key.place_id or ""), count.key.place_id))

    return [joined(count) for count in counts]


def _one_place(members: Sequence[Count]) -> list[list[str]]:
    """Ids of places that are one, for the numbers of one kind in one story."""
    countries = {count.key.place_id or "" for count in members if count.in_country}
    groups: Groups[str] = Groups(count.key.place_id or "" for count in members)
    apart = _told_apart(members)
    equal: dict[float, set[str]] = defaultdict(set)
    for count in members:
        if count.value is not None and count.value > _SMALL_TOLL:
            equal[count.value].add(count.key.place_id or "")
    every = {count.key.place_id or "" for count in members}
    pairs = [
        *product(sorted(countries), sorted(every - countries)),
        *(p for one in equal.values() for p in pairwise(sorted(one))),
    ]
    for left, right in pairs:
        if frozenset((left, right)) not in apart and not {left, right} <= countries:
            groups.join(left, right)
    return groups.sets()


def _told_apart(members: Sequence[Count]) -> set[frozenset[str]]:
    """Pairs of places of which one article tells numbers that cannot both hold."""
    by_article: dict[str, set[tuple[str, Interval]]] = defaultdict(set)
    for count in members:
        by_article[count.article_id].add((count.key.place_id or "", count.interval))
    return {
        frozenset((one, other))
        for told in by_article.values()
        for (one, left), (other, right) in combinations(sorted(told)[:_NEIGHBOURS], 2)
        if one != other and not left.meets(right)
    }


def _fill_holders(counts: Sequence[Count]) -> list[Count]:
    """Unknown holders of what no event holds together, where one known holder's numbers fit the value; and of job cuts,
    which are a company's.
    """
    return _fill(
        counts,
        block=lambda count: replace(count.key, holder_id=None, place_id=None, story_id=None),
        known=lambda count: count.key.holder_id,
        fits=lambda count, other: count.key.measure == "jobs_cut" or _same_number(count, other),
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
