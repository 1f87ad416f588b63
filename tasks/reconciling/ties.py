"""Which names bear on each other: where one of two changes, what both mean has to be found again.

It follows :mod:`linking`, and may say too much, never too little: names that no tie connects, however far removed, are
resolved as if each were alone in the lake. So whoever lets names meet there, lets them meet here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tasks.reconciling.blocking import Namesakes, block_keys, is_large, star_keys
from tasks.reconciling.names import Name
from tasks.reconciling.rules import BARE_NAME_RULES, NAME_RULES
from tasks.reconciling.rulings import first_ruling
from tasks.reference.places import country, country_of_capital


class Ties:
    """The ties among names."""

    def __init__(self, names: Iterable[Name]) -> None:
        members = list(names)
        self._tied: dict[str, list[Name]] = defaultdict(list)
        self._blocks: dict[str, list[Name]] = defaultdict(list)
        for name in members:
            for key in _tying_keys(name):
                self._tied[key].append(name)
            for key in block_keys(name):
                self._blocks[key].append(name)
        people = [name for name in members if name.kind == "person"]
        self._full = Namesakes(name for name in people if not name.scope)
        self._bare = Namesakes(name for name in people if name.scope)

    def of(self, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
        """Pairs of keys that connect each of ``names`` with all that it bears on."""
        asked = list(names)
        yield from self._in_groups(asked)
        for name in asked:
            yield from ((name.key, other.key) for other in self._ruled_with(name))

    def _in_groups(self, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
        """Where all members of a group bear on each other, a chain through it."""
        keys = {key: self._tied for name in names for key in _tying_keys(name)}
        keys |= {key: self._blocks for name in names for key in block_keys(name) if is_large(self._blocks[key])}
        for key, groups in keys.items():
            yield from ((left.key, right.key) for left, right in pairwise(groups[key]))

    def _ruled_with(self, name: Name) -> Iterator[Name]:
        """Whom a rule names together with it."""
        blocks = (self._blocks[key] for key in block_keys(name))
        beside = {other.key: other for block in blocks if not is_large(block) for other in block}
        for other in beside.values():
            left, right = sorted((name, other), key=lambda one: one.key)
            if other is not name and first_ruling(NAME_RULES, left, right):
                yield other
        if name.kind == "person" and name.scope:
            yield from (full for full in self._full.near(name) if _may_mean(name, full))
        elif name.kind == "person":
            yield from (bare for bare in self._bare.near(name) if _may_mean(bare, name))


def _may_mean(bare: Name, full: Name) -> bool:
    return any(rule(bare, full) for rule in BARE_NAME_RULES)


def _tying_keys(name: Name) -> Iterator[str]:
    """Groups whose members all bear on each other: names of one country or known organisation; the names of a country
    and the capitals that stand for its government; a capital that stands for none; bare names that mean nobody.
    """
    yield from star_keys(name)
    if name.kind == "person":
        if name.scope:
            yield from (f"bare {name.folded} {line}" for line in name.lines)
        return
    if land := country(name.folded):
        yield f"government {land.code}"
    if name.scope:
        yield f"capital {name.folded}"
        if name.acts and (land := country_of_capital(name.folded)):
            yield f"government {land.code}"
