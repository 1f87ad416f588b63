"""What people ruled, as it is applied: their word goes before every rule's.

A judgement reaches here only while it holds (:mod:`tasks.reconciling.guards`); one whose claims or names are not in the
corpus is about other articles, and does nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tasks.reconciling.groups import Groups
from tasks.reconciling.known import Known, known
from tasks.reconciling.names import Name
from tasks.reconciling.rulings import Named, decision
from tasks.reference.places import Country, country, fold
from tasks.tables.decisions import Decision, Ruling
from tasks.tables.judgements import Judgement, JudgementKind

RULE = "judgement"
Pair = tuple[str, str]

_RULINGS: Mapping[JudgementKind, Ruling] = {
    "same_entity": "same",
    "different_entity": "different",
    "comparable": "comparable",
    "not_comparable": "not_comparable",
    "reject": "rejected",
}


@dataclass(frozen=True)
class Judged:
    """What people ruled on the claims of a corpus: pairs of claim ids that are one matter, that are two, and what is
    rejected; ``decisions`` are the rows that say so.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    rejected: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()


def as_named(judgement: Judgement) -> Named:
    """A judgement as a ruling."""
    day = judgement.judged_on
    return Named(RULE, _RULINGS[judgement.kind], f"{judgement.who} ruled on {day:%-d %B %Y}: {judgement.why}")


def judged_claims(judgements: Iterable[Judgement], claim_ids: Iterable[str]) -> Judged:
    """The judgements on claims, as far as the claims are here."""
    here = set(claim_ids)
    pairs: dict[str, list[Pair]] = defaultdict(list)
    decisions = []
    for row in judgements:
        left, right = row.left_id, row.left_id if row.kind == "reject" else row.right_id
        if row.kind in ("comparable", "not_comparable", "reject") and left in here and right in here and left and right:
            pairs[row.kind].append((min(left, right), max(left, right)))
            decisions.append(decision(left, right, as_named(row)))
    return Judged(
        together=tuple(sorted(pairs["comparable"])),
        apart=tuple(sorted(pairs["not_comparable"])),
        rejected=frozenset(left for left, _ in pairs["reject"]),
        decisions=tuple(decisions),
    )


def regrouped(
    groups: Iterable[Sequence[str]],
    together: Iterable[Pair],
    apart: Iterable[Pair],
    distance: Callable[[str, str], float],
) -> list[list[str]]:
    """Groups of ids as people ruled, each sorted, by smallest id; ids that are not in a group change nothing.

    Groups with a pair of ``together`` become one. Where a group has a pair of ``apart`` it is split: each other member
    goes with the nearer of the two, in doubt with the smaller id; what was ruled to be together stays together.
    """
    pairs, rivals = list(together), list(apart)
    if not pairs and not rivals:
        return sorted(sorted(group) for group in groups)
    joined: Groups[str] = Groups()
    for group in groups:
        for member in group:
            joined.join(group[0], member)
    here = {member for members in joined.sets() for member in members}
    units: Groups[str] = Groups(here)
    for left, right in pairs:
        if left in here and right in here:
            joined.join(left, right)
            units.join(left, right)
    sets = dict(enumerate(joined.sets()))
    place = {member: index for index, members in sets.items() for member in members}
    for left, right in rivals:
        index = place.get(left, -1)
        if index == place.get(right) and units.root(left) != units.root(right):
            sets[index], new = _split(sets[index], (left, right), units, distance)
            place |= dict.fromkeys(new, len(sets))
            sets[len(sets)] = new
    return sorted(sets.values())


def _split(
    members: Iterable[str], rivals: Pair, units: Groups[str], distance: Callable[[str, str], float]
) -> tuple[list[str], list[str]]:
    """A set as two, one with each of the rivals."""
    by_unit: dict[str, list[str]] = defaultdict(list)
    for member in members:
        by_unit[units.root(member)].append(member)
    parts: dict[str, list[str]] = {rival: [] for rival in rivals}
    for root, unit in by_unit.items():
        own = [rival for rival in rivals if units.root(rival) == root]
        near = own or sorted(rivals, key=lambda rival: (min(distance(one, rival) for one in unit), rival))
        parts[near[0]] += unit
    left, right = (sorted(parts[rival]) for rival in rivals)
    return left, right


class NamesMeant:
    """Which names a side of a judgement means: those with a mention, those spelt so, or other names of one country or
    well-known organisation.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._spelt: dict[str, list[Name]] = defaultdict(list)
        self._referring: dict[Known | Country, list[Name]] = defaultdict(list)
        self._by_mention: dict[str, list[Name]] = {}
        for name in names:
            self._spelt[name.folded].append(name)
            if (meant := _reference(name.folded)) is not None:
                self._referring[meant].append(name)
            self._by_mention |= {key: [name] for key in name.mention_ids}

    def of(self, side: str, mention_id: str | None) -> list[Name]:
        """In the order of their keys; none if no article here has such a name."""
        if mention_id is not None:
            return self._by_mention.get(mention_id, [])
        return sorted(self._spelt.get(fold(side)) or self._like(side), key=lambda name: name.key)

    def of_any(self, judgements: Iterable[Judgement]) -> Iterator[list[Name]]:
        """The names that a judgement on names bears on, whichever of them it means."""
        for row in judgements:
            if row.kind in ("same_entity", "different_entity"):
                sides = ((row.left_side, row.left_id), (row.right_side or "", row.right_id))
                yield [
                    name
                    for side, mention_id in sides
                    for name in (*self.of(side, mention_id), *([] if mention_id else self._like(side)))
                ]

    def _like(self, side: str) -> list[Name]:
        meant = _reference(fold(side))
        return [] if meant is None else self._referring.get(meant, [])


def _reference(folded: str) -> Known | Country | None:
    return known(folded) or country(folded)


def same_by_reference(left: str, right: str) -> bool:
    """Whether two folded names are names of one country or of one well-known organisation."""
    meant = _reference(left)
    return meant is not None and meant == _reference(right)
