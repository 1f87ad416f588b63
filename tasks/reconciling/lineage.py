"""What became of ids: renamed, merged, split.

An entity, a story and a fact take their id from their smallest member, so an id changes where a smaller member arrives
or the smallest one leaves. Lineage follows the members: an id never vanishes without a row while a member of it lives
on. One whose members are all gone (withdrawn, rejected) leaves none, since nothing became of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tasks.tables.lineage import LineageKind


class Flow(NamedTuple):
    """So many members of ``old_id`` are now of ``new_id``."""

    old_id: str
    new_id: str
    members: int


class Change(NamedTuple):
    """What became of an id."""

    old_id: str
    new_id: str
    change: LineageKind


def changes(flows: Iterable[Flow]) -> tuple[Change, ...]:
    """The changes behind the flows of members, sorted; a pair of an old and a new id has one at most.

    Needed are all flows from each old id and into each new id that something moved from or to. An id goes on as
    itself, or else as the one that has more than half of its members: ``merged`` if another id goes on as that one
    too, else ``renamed``. To any other id that has some of its members it was ``split``.
    """
    ways: dict[str, dict[str, int]] = defaultdict(dict)
    for flow in flows:
        ways[flow.old_id][flow.new_id] = flow.members
    successors = {old_id: _successor(old_id, ends) for old_id, ends in ways.items()}
    heirs = Counter(successors.values())
    found = []
    for old_id, ends in ways.items():
        for new_id in ends.keys() - {old_id}:
            goes_on: LineageKind = "merged" if heirs[new_id] > 1 else "renamed"
            found.append(Change(old_id, new_id, goes_on if new_id == successors[old_id] else "split"))
    return tuple(sorted(found))


def _successor(old_id: str, ends: Mapping[str, int]) -> str | None:
    """The id that an old one goes on as; None if nobody has more than half of its members."""
    if old_id in ends:
        return old_id
    most = max(ends, key=lambda end: ends[end])
    return most if 2 * ends[most] > sum(ends.values()) else None
