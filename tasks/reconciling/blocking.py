"""Which names are compared at all: blocks by key, so that the work is near linear in the number of names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from tasks.reconciling.known import known
from tasks.reconciling.names import Name, acronyms_of, role_words, skeleton
from tasks.reference.places import country, country_of_people

LARGEST_BLOCK = 60  # a bigger block compares neighbours only
_LONGEST_ACRONYM = 8


def rank(name: Name) -> tuple[int, int, str]:
    """Best supported first: articles, then mentions, then the key."""
    return (-name.support, -len(name.mention_ids), name.key)


def pairs(names: Iterable[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of names worth a ruling, each once, smaller key first. Bare names are none of these."""
    stars: dict[str, list[Name]] = defaultdict(list)
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for key in star_keys(name):
            stars[key].append(name)
        for key in block_keys(name):
            blocks[key].append(name)
    found: set[tuple[str, str]] = set()
    by_key = {name.key: name for name in names}
    for members in stars.values():
        best = min(members, key=rank)
        found.update(_ordered(best, other) for other in members if other is not best)
    for members in blocks.values():
        chosen = pairwise(members) if is_large(members) else combinations(members, 2)
        found.update(_ordered(left, right) for left, right in chosen)
    for left, right in sorted(found):
        yield by_key[left], by_key[right]


def is_large(block: Sequence[Name]) -> bool:
    """Whether the names of a block are compared with their neighbours only."""
    return len(block) > LARGEST_BLOCK


def _ordered(left: Name, right: Name) -> tuple[str, str]:
    return (left.key, right.key) if left.key < right.key else (right.key, left.key)


def star_keys(name: Name) -> Iterator[str]:
    """Blocks in which every name means the same: each is compared with the best supported one only."""
    if name.kind == "person" or name.scope:
        return
    if land := country(name.folded) or country_of_people(name.folded):
        yield f"country {land.code}"
    if entity := known(name.folded):
        yield f"known {entity.key}"


def block_keys(name: Name) -> Iterator[str]:
    """Blocks in which names are compared two by two, or, in large ones, with their neighbours."""
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


class Namesakes:
    """People, by what a bare name and a full name can share: an article, or a surname in a storyline or a role."""

    def __init__(self, people: Iterable[Name]) -> None:
        self._by_key: Mapping[str, list[Name]] = defaultdict(list)
        for name in people:
            for key in _namesake_keys(name):
                self._by_key[key].append(name)

    def near(self, name: Name) -> list[Name]:
        """Of full names those whom a bare name may mean, of bare names those that may mean a full one; best first."""
        found = {other.key: other for key in _namesake_keys(name) for other in self._by_key.get(key, ())}
        return sorted(found.values(), key=rank)


def _namesake_keys(name: Name) -> Iterator[str]:
    last = name.words[-1]
    yield from (f"article {article}" for article in name.articles)
    for line in name.lines:
        yield f"line {line} {last}"
        yield f"sound {line} {skeleton(last)}"
    for word in frozenset(word for role in name.roles for word in role_words(role)):
        yield f"role {word} {last}"
