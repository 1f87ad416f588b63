"""Which names are compared at all: blocks by key, so that the work is near linear in the number of names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from tasks.reconciling.known import known
from tasks.reconciling.names import Name, acronyms_of, role_words, skeleton
from tasks.reference.places import country, country_of_people

_LARGEST_BLOCK = 60  # a bigger block compares neighbours only
_LONGEST_ACRONYM = 8


def rank(name: Name) -> tuple[int, int, str]:
    """Best supported first: articles, then mentions, then the key."""
    return (-name.support, -len(name.mention_ids), name.key)


def pairs(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names worth a ruling, each once, smaller key first. Bare names are none of these."""
    stars: dict[str, list[Name]] = defaultdict(list)
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for key in _star_keys(name):
            stars[key].append(name)
        for key in _block_keys(name):
            blocks[key].append(name)
    found: set[tuple[str, str]] = set()
    by_key = {name.key: name for name in names}
    for members in stars.values():
        best = min(members, key=rank)
        found.update(_ordered(best, other) for other in members if other is not best)
    for members in blocks.values():
        chosen = combinations(members, 2) if len(members) <= _LARGEST_BLOCK else pairwise(members)
        found.update(_ordered(left, right) for left, right in chosen)
    for left, right in sorted(found):
        yield by_key[left], by_key[right]


def _ordered(left: Name, right: Name) -> tuple[str, str]:
    return (left.key, right.key) if left.key < right.key else (right.key, left.key)


def _star_keys(name: Name) -> Iterator[str]:
    """Blocks in which every name means the same: each is compared with the best supported one only."""
    if name.kind == "person" or name.scope:
        return
    if land := country(name.folded) or country_of_people(name.folded):
        yield f"country {land.code}"
    if entity := known(name.folded):
        yield f"known {entity.key}"


def _block_keys(name: Name) -> Iterator[str]:
    if name.scope:
        return
    if name.kind == "person":
        yield from _person_keys(name)
        return
    letters = name.text.replace(".", "")
    if letters.isupper() and letters.isalpha() and 2 <= len(letters) <= _LONGEST_ACRONYM:
        yield from (f"acronym {letters.casefold()} {article}" for article in name.articles)
    for initials in acronyms_of(name.folded):
        if len(initials) >= 2:
            yield from (f"acronym {initials} {article}" for article in name.articles)
    yield from _land_keys(name)


def _land_keys(name: Name) -> Iterator[str]:
    """A polity meets the country whose name it bears."""
    land = country(name.folded)
    words = name.folded.split()
    if known(name.folded) and not land:
        land = country(words[-1]) or country_of_people(words[0])
    if land:
        yield f"land {land.code}"


def _person_keys(name: Name) -> Iterator[str]:
    first, last = name.words[0], name.words[-1]
    for line in name.lines:
        yield f"last {last} {line}"
        yield f"first {first} {line}"
    yield f"skeleton {skeleton(first)} {skeleton(last)}"
    yield f"both {first} {last}"


class FullNames:
    """The full names of people, by what a bare name can share with them."""

    def __init__(self, full: Sequence[Name]) -> None:
        self._by_key: Mapping[str, list[Name]] = defaultdict(list)
        for name in full:
            for article in name.articles:
                self._by_key[f"article {article}"].append(name)
            for line in name.lines:
                self._by_key[f"line {line} {name.words[-1]}"].append(name)
                self._by_key[f"sound {line} {skeleton(name.words[-1])}"].append(name)
            for word in _words_of_roles(name):
                self._by_key[f"role {word} {name.words[-1]}"].append(name)

    def near(self, bare: Name) -> list[Name]:
        """Who ``bare`` may mean: people of its article, and namesakes of its story or in its role; best first."""
        keys = [f"article {article}" for article in bare.articles]
        keys += [f"line {line} {bare.words[-1]}" for line in bare.lines]
        keys += [f"sound {line} {skeleton(bare.words[-1])}" for line in bare.lines]
        keys += [f"role {word} {bare.words[-1]}" for word in _words_of_roles(bare)]
        found = {name.key: name for key in keys for name in self._by_key.get(key, ())}
        return sorted(found.values(), key=rank)


def _words_of_roles(name: Name) -> frozenset[str]:
    return frozenset(word for role in name.roles for word in role_words(role))
