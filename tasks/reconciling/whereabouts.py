"""Where numbers hold: which places are one, and what an unsaid place is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise, product

from tasks.reconciling.counts import Count, CountKey, known_values
from tasks.reconciling.groups import Groups
from tasks.reconciling.intervals import Interval

_NEIGHBOURS = 40  # numbers of one kind that an article tells; more are a table
_SMALL_TOLL = 3  # numbers of two places that are equal by chance


def placed(counts: Iterable[Count]) -> list[Count]:
    """The claims with their places joined where they are one, and filled in where only one can be meant.

    Two places of one event, or of one owner's force in one storyline, are one if numbers of the two are equal, which
    small ones are by chance; those of an event also if one is a country and the other is none. They stay two as soon
    as an article tells of both what cannot both hold. Two countries are never one.
    """
    return _filled(_joined(list(counts)))


def _joined(counts: Sequence[Count]) -> list[Count]:
    blocks: dict[CountKey, list[Count]] = defaultdict(list)
    for count in counts:
        if count.key.place_id is not None and count.contestable:
            blocks[_block(count)].append(count)
    place_of: dict[tuple[CountKey, str | None], str] = {}
    for block, members in blocks.items():
        told = Counter(count.key.place_id or "" for count in members)
        countries = {count.key.place_id or "" for count in members if count.in_country}
        for places in _one_place(members, countries):
            best = min(
                places,
                key=lambda place: (members[0].key.story_id is None and place not in countries, -told[place], place),
            )
            place_of.update({(block, place): best for place in places})
    return [count.with_place(place_of.get((_block(count), count.key.place_id), count.key.place_id)) for count in counts]


def _block(count: Count) -> CountKey:
    """What claims share whose places may be one: an event, or an owner in a storyline."""
    if count.key.story_id is not None:
        return replace(count.key, place_id=None, holder_id=None)
    return replace(count.key, place_id=None, story_id=count.line)


def _one_place(members: Sequence[Count], countries: Collection[str]) -> list[list[str]]:
    """Ids of places that are one, for the numbers of one kind."""
    groups: Groups[str] = Groups(count.key.place_id or "" for count in members)
    apart = _told_apart(members)
    equal: dict[float, set[str]] = defaultdict(set)
    for count in members:
        if count.value is not None and count.value > _SMALL_TOLL:
            equal[count.value].add(count.key.place_id or "")
    pairs = [pair for places in equal.values() for pair in pairwise(sorted(places))]
    if members[0].key.story_id is not None:
        pairs += product(sorted(countries), sorted({count.key.place_id or "" for count in members} - set(countries)))
    for left, right in pairs:
        if frozenset((left, right)) not in apart and not {left, right} <= set(countries):
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


def _filled(counts: Sequence[Count]) -> list[Count]:
    """Unknown places, where the numbers of the same kind name one place only: in the article, else in the story, else,
    of what no event binds, in the storyline. Where it names several, the one whose numbers alone allow this one.
    """
    near: dict[tuple[CountKey, str], list[Count]] = defaultdict(list)
    for count in counts:
        if count.key.place_id is not None:
            for where in count.reach:
                near[_kind(count), where].append(count)
    return [count if count.key.place_id else count.with_place(_meant(count, near)) for count in counts]


def _kind(count: Count) -> CountKey:
    return replace(count.key, place_id=None, story_id=None)


def _meant(count: Count, near: dict[tuple[CountKey, str], list[Count]]) -> str | None:
    for where in count.reach:
        told = near.get((_kind(count), where), [])
        if places := known_values(other.key.place_id for other in told):
            if len(places) > 1:
                places = known_values(other.key.place_id for other in told if other.interval.meets(count.interval))
            return places.pop() if len(places) == 1 else None
    return None
