"""Average linkage (UPGMA, Sokal and Michener 1958) inside connected components."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tasks.reconciling.groups import Groups

Pair = tuple[str, str]


def average_linkage(members: Iterable[str], scores: Mapping[Pair, float], threshold: float) -> list[list[str]]:
    """Clusters whose mean score, two by two, reaches ``threshold``; a pair without a score counts as zero.

    ``scores`` has pairs with the smaller member first. Ties go to the smaller pair, so the order of arrival is free,
    and each component is clustered by itself, so that others change nothing.
    """
    linked = Groups(members)
    for (left, right), score in scores.items():
        if score >= threshold:
            linked.join(left, right)
    inside: dict[str, dict[Pair, float]] = defaultdict(dict)
    for pair, score in scores.items():
        if (root := linked.root(pair[0])) == linked.root(pair[1]):
            inside[root][pair] = score
    return sorted(cluster for ids in linked.sets() for cluster in _Component(ids, inside[ids[0]]).clusters(threshold))


class _Component:
    """One component while its clusters are joined; each cluster goes by its smallest member."""

    def __init__(self, members: Sequence[str], scores: Mapping[Pair, float]) -> None:
        self._clusters = {member: [member] for member in members}
        self._sums = dict(scores)
        self._near: dict[str, set[str]] = defaultdict(set)
        for left, right in scores:
            self._near[left].add(right)
            self._near[right].add(left)

    def clusters(self, threshold: float) -> list[list[str]]:
        heap = [(-self._mean(pair), pair) for pair in self._sums]
        heapq.heapify(heap)
        while heap:
            negative, pair = heapq.heappop(heap)
            if pair not in self._sums or -negative != self._mean(pair):
                continue  # an outdated entry: one of the two has grown since
            if -negative < threshold:
                break
            for changed in self._join(*pair):
                heapq.heappush(heap, (-self._mean(changed), changed))
        return [sorted(members) for members in self._clusters.values()]

    def _mean(self, pair: Pair) -> float:
        return self._sums[pair] / (len(self._clusters[pair[0]]) * len(self._clusters[pair[1]]))

    def _join(self, left: str, right: str) -> list[Pair]:
        """Merge ``right`` into ``left``; the pairs whose mean has changed."""
        self._clusters[left] += self._clusters.pop(right)
        del self._sums[left, right]
        self._near[left].discard(right)
        for other in self._near.pop(right) - {left}:
            self._near[other].discard(right)
            old, new = _pair(right, other), _pair(left, other)
            self._sums[new] = self._sums.get(new, 0.0) + self._sums.pop(old)
            self._near[left].add(other)
            self._near[other].add(left)
        return [_pair(left, other) for other in sorted(self._near[left])]


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)
