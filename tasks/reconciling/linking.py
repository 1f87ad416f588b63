"""Rulings to groups of names: who is the same, never across a pair that a rule calls different."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from tasks.reconciling.blocking import Namesakes, pairs, rank
from tasks.reconciling.groups import Groups
from tasks.reconciling.judgements import NamesMeant, as_named
from tasks.reconciling.names import Name
from tasks.reconciling.rules import BARE_NAME_RULES, NAME_RULES
from tasks.reconciling.rulings import Named, decision, first_ruling
from tasks.reference.places import country, country_of_capital
from tasks.tables.decisions import Decision
from tasks.tables.judgements import Judgement


class Links:
    """Names, and the rulings between them as they are made.

    ``reasons`` holds the ruling that brought a name in; ``open`` the names that two groups fit equally well, with
    the rule and the groups' roots.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self.names = {name.key: name for name in names}
        self.groups: Groups[str] = Groups(self.names)
        self.decisions: list[Decision] = []
        self.reasons: dict[str, Decision] = {}
        self.open: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._judged: set[str] = set()

    def heed(self, judgements: Sequence[Judgement]) -> None:
        """Do as people ruled, before any rule speaks: who is kept apart, then who is one."""
        apart = [row for row in judgements if row.kind == "different_entity"]
        one = [row for row in judgements if row.kind == "same_entity"]
        meant = NamesMeant(self.names.values() if apart or one else ())
        for row in (*apart, *one):
            rights = meant.of(row.right_side or "", row.right_id)
            for left, right in product(meant.of(row.left_side, row.left_id), rights):
                self._heed(left, right, as_named(row))

    def _heed(self, left: Name, right: Name, named: Named) -> None:
        if left is right:
            return
        if named.ruling == "different":
            self._part(left, right, named)
        elif not self._held_apart(left.key, right.key):
            self._link(left, right, named)
            self._judged |= {left.key, right.key}

    def join_names(self) -> None:
        """Rule on every pair of names that meet in a block; stronger rules join first."""
        ruled = [(*pair, named) for pair in pairs(self.names.values()) if (named := first_ruling(NAME_RULES, *pair))]
        for left, right, named in ruled:
            if named.ruling == "different" and self.groups.root(left.key) != self.groups.root(right.key):
                self._part(left, right, named)
        order = {rule.__name__: index for index, rule in enumerate(NAME_RULES)}
        for left, right, named in sorted(ruled, key=lambda one: (order[one[2].rule], one[0].key, one[1].key)):
            if named.ruling == "same" and not self._held_apart(left.key, right.key):
                self._link(left, right, named)

    def take_capitals_for_governments(self) -> None:
        """A capital that speaks, acts or holds something is its country's government, which we call the country.

        Elsewhere a capital is a place like any other.
        """
        lands: dict[str, Name] = {}
        for name in sorted(self.names.values(), key=rank):
            if name.kind != "person" and (land := country(name.folded)):
                lands.setdefault(land.code, name)
        capitals = [name for name in self.names.values() if name.scope and name.kind != "person"]
        places = []
        for name in capitals:
            land = country_of_capital(name.folded)
            if name.key in self._judged:
                continue
            if land and land.code in lands and name.acts and not self._held_apart(name.key, lands[land.code].key):
                reason = f"“{name.text}” speaks or acts, so it stands for the government of {land.name}"
                self._link(name, lands[land.code], Named("capital_as_government", "same", reason))
            else:
                places.append(name)
        self._join_equal(places, lambda name: name.folded)

    def find_bare_names(self) -> None:
        """Find the full name behind each bare one; where two fit equally well, take neither."""
        people = [name for name in self.names.values() if name.kind == "person"]
        full = Namesakes([name for name in people if not name.scope])
        bare = [name for name in people if name.scope and name.key not in self._judged]
        alone = [name for name in bare if not self._find(name, full.near(name)) and name.key not in self.open]
        self._join_equal(alone, lambda name: f"{name.folded} {min(name.lines)}")

    def _find(self, bare: Name, full: Sequence[Name]) -> bool:
        for rule in BARE_NAME_RULES:
            fitting = [
                (name, ruled)
                for name in full
                if (ruled := rule(bare, name)) and ruled.ruling == "same" and not self._held_apart(bare.key, name.key)
            ]
            roots = {self.groups.root(name.key) for name, _ in fitting}
            if len(roots) > 1:
                self.open[bare.key] = (rule.__name__, tuple(sorted(roots)))
                return False
            if roots:
                name, ruled = fitting[0]
                self._link(bare, name, Named(rule.__name__, ruled.ruling, ruled.reason))
                return True
        return False

    def _join_equal(self, names: Iterable[Name], key_of: Callable[[Name], str]) -> None:
        first: dict[str, Name] = {}
        for name in names:
            other = first.setdefault(key_of(name), name)
            if not self._held_apart(name.key, other.key):
                self.groups.join(name.key, other.key)

    def _link(self, left: Name, right: Name, named: Named) -> None:
        made = self._keep(left, right, named)
        self.reasons.setdefault(left.key, made)
        self.reasons.setdefault(right.key, made)
        enemies = self._apart[self.groups.root(left.key)] | self._apart[self.groups.root(right.key)]
        self.groups.join(left.key, right.key)
        self._apart[self.groups.root(left.key)] = enemies

    def _part(self, left: Name, right: Name, named: Named) -> None:
        self._apart[self.groups.root(left.key)].add(right.key)
        self._apart[self.groups.root(right.key)].add(left.key)
        self._keep(left, right, named)

    def _keep(self, left: Name, right: Name, named: Named) -> Decision:
        made = decision(left.mention_ids[0], right.mention_ids[0], named)
        self.decisions.append(made)
        return made

    def _held_apart(self, left: str, right: str) -> bool:
        one, two = self.groups.root(left), self.groups.root(right)
        return any(self.groups.root(enemy) == two for enemy in self._apart[one])

    def sets(self) -> Iterator[list[Name]]:
        """The names of each entity, best supported first; names that stay open are in none."""
        for keys in self.groups.sets():
            members = sorted((self.names[key] for key in keys if key not in self.open), key=rank)
            if members:
                yield members
