"""Union-find: pairs in, connected components out, whatever the order of the pairs."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint sets (Tarjan 1975) with path halving; the smallest member is a set's root, so roots are order-free."""

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    def root(self, member: T) -> T:
        """The smallest member of the set that holds ``member`` (a new member is a set of its own)."""
        parent = self._parent
        parent.setdefault(member, member)
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, left: T, right: T) -> None:
        """Make one set of the sets of ``left`` and ``right``."""
        low, high = sorted((self.root(left), self.root(right)))  # type: ignore[type-var]
        self._parent[high] = low

    def sets(self) -> list[list[T]]:
        """Every set, sorted inside and by smallest member."""
        found: dict[T, list[T]] = {}
        for member in sorted(self._parent):  # type: ignore[type-var]
            found.setdefault(self.root(member), []).append(member)
        return [found[root] for root in sorted(found)]  # type: ignore[type-var]
