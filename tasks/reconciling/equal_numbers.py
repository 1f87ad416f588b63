"""Equal numbers of one event are of one thing, however else it is told: "92 residents", "92 people", "another 92"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from tasks.reconciling.counts import CONTESTABLE, Count, CountKey, known_values
from tasks.reconciling.groups import Groups
from tasks.reference.measures import measures

_SMALL = 12  # up to here two numbers of an event are often equal by chance
_ANYBODY = frozenset({None, "people", "person", "individual", "other"})
_TELLING_DIGITS = 3  # that are not noughts at the end
_MOST_KINDS = 40  # of one measure in one event; more are a table


def of_one_thing(counts: Iterable[Count]) -> list[Count]:
    """The claims, those of one event and measure with one key where numbers of two keys are equal.

    Two keys stay two as soon as an article tells of both what cannot both hold, as it does of parts and their sum; and
    so do two nations, diseases or holders. What is planned, denied or of an earlier year is never what is told to be.
    """
    every = list(counts)
    blocks: dict[CountKey, list[Count]] = defaultdict(list)
    for count in every:
        if (block := _block(count)) is not None:
            blocks[block].append(count)
    key_of: dict[CountKey, CountKey] = {}
    for members in blocks.values():
        key_of.update(_one_key(members))
    return _measured([replace(count, key=key_of.get(count.key, count.key)) for count in every])


def _measured(counts: Sequence[Count]) -> list[Count]:
    """The claims, those that do not tell what they count as the story's only thing of the same telling number.

    What no event binds is left out: it is compared beyond the story, and found again where not all claims of this story
    are at hand.
    """
    told: dict[tuple[object, ...], set[CountKey]] = defaultdict(set)
    for count in counts:
        if _block(count) is not None:
            told[_said(count)].add(count.key)
    found = []
    for count in counts:
        keys = told.get(_said(count), set()) if _is_unmeasured(count) else set()
        found.append(replace(count, key=next(iter(keys))) if len(keys) == 1 else count)
    return found


def _said(count: Count) -> tuple[object, ...]:
    return count.story, count.value, count.key.modality, count.key.year


def _is_unmeasured(count: Count) -> bool:
    key = count.key
    bare = key.measure is None and key.counted is None and key.unit is None
    people = key.measure == "people" and key.counted in _ANYBODY
    telling = count.value is not None and len(f"{count.value:.0f}".rstrip("0")) >= _TELLING_DIGITS
    return telling and count.value == int(count.value or 0) and (bare or people)


def _block(count: Count) -> CountKey | None:
    measure = measures().get(count.key.measure or "")
    if count.key.story_id is None or count.key.measure not in CONTESTABLE or measure is None or not measure.event_bound:
        return None
    return replace(count.key, counted=None, sort=None, change="total", holder_id=None, whose=None, place_id=None)


def _one_key(members: Sequence[Count]) -> Mapping[CountKey, CountKey]:
    """Key → the key of most claims that are of the same thing, a total before a change."""
    told = Counter(count.key for count in members)
    if not 1 < len(told) <= _MOST_KINDS:
        return {}
    first = {count.key: count.claim_id for count in sorted(members, key=lambda count: count.claim_id, reverse=True)}
    keys = {claim_id: key for key, claim_id in first.items()}
    apart = _told_apart(members, first)
    equal: dict[float, set[str]] = defaultdict(set)
    for count in members:
        if count.value is not None and count.value > _SMALL:
            equal[count.value].add(first[count.key])
    groups: Groups[str] = Groups(keys)
    known = {one: known_values((key.sort, key.holder_id)) for one, key in keys.items()}
    for pair in (pair for ids in equal.values() for pair in pairwise(sorted(ids))):
        left, right = (groups.root(one) for one in pair)
        if frozenset(pair) not in apart and (known[left] <= known[right] or known[right] <= known[left]):
            groups.join(left, right)
            known[groups.root(left)] = known[left] | known[right]
    found = {}
    for ids in groups.sets():
        best = min(ids, key=lambda one: (keys[one].change != "total", -told[keys[one]], one))
        found.update({keys[one]: keys[best] for one in ids})
    return found


def _told_apart(members: Sequence[Count], first: Mapping[CountKey, str]) -> set[frozenset[str]]:
    by_article: dict[str, list[Count]] = defaultdict(list)
    for count in members:
        by_article[count.article_id].append(count)
    return {
        frozenset((first[left.key], first[right.key]))
        for told in by_article.values()
        for left, right in combinations(told[:_MOST_KINDS], 2)
        if left.key != right.key and not left.interval.meets(right.interval)
    }
