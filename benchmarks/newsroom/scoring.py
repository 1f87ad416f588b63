"""The pipeline's answer against the truth."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.newsroom.answer import Answer, FactRow, Found, Mention
from benchmarks.newsroom.numbers import allowed
from benchmarks.newsroom.pieces import Day, Name, Number
from benchmarks.newsroom.truth import Claim, Group

_CONFIRMED = frozenset({"agreed", "compatible"})


@dataclass(frozen=True)
class Miss:
    """One answer that is wrong, for whoever improves the pipeline."""

    figure: str
    reason: str
    group: str
    expected: str
    answer: str


@dataclass
class Score:
    """Counts of right answers and of all, by figure; and what was missed."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)  # figures whose aim is nought
    misses: list[Miss] = field(default_factory=list)

    def count(self, figure: str, good: bool) -> None:
        self.total[figure] += 1
        self.right[figure] += good

    def share(self, figure: str) -> float:
        """Per cent; 100 where there was nothing to find."""
        return 100.0 * self.right[figure] / self.total[figure] if self.total[figure] else 100.0


def score(claims: Sequence[Claim], groups: Iterable[Group], answer: Answer) -> Score:
    found = Score()
    matched = _match(claims, answer.claims)
    for claim in claims:
        if not isinstance(claim.truth, Name):
            found.count(f"found: {type(claim.truth).__name__.lower()}", id(claim) in matched)
    owners = _owners(groups := list(groups), matched)
    for group in groups:
        _score_group(group, matched, answer.facts, owners, found)
    _score_merged(owners, answer.facts, found)
    _score_names(claims, answer.mentions, found)
    return found


def _match(claims: Sequence[Claim], rows: Iterable[Found]) -> Mapping[int, Found]:
    """Claim → the row that stands where its words stand and says what they say."""
    by_place: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for row in rows:
        by_place[row.article, row.kind].append(row)
    kinds = {"Number": "quantity", "Quote": "statement", "Day": "date"}
    matched = {}
    for claim in claims:
        kind = kinds.get(type(claim.truth).__name__)
        here = [row for row in by_place[claim.article, kind or ""] if _overlap(row, claim) > 0 and _says(row, claim)]
        if here:
            matched[id(claim)] = max(here, key=lambda row: (row.fact_id is not None, _overlap(row, claim)))
    return matched


def _overlap(row: Found | Mention, claim: Claim) -> int:
    return min(row.raw_end, claim.end) - max(row.raw_start, claim.start)


def _says(row: Found, claim: Claim) -> bool:
    if isinstance(claim.truth, Number):
        return row.value == claim.truth.value
    return row.day == claim.truth.day if isinstance(claim.truth, Day) else True


def _owners(groups: Iterable[Group], matched: Mapping[int, Found]) -> Mapping[str, Mapping[str, set[str]]]:
    """Fact → group → articles."""
    owners: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for group in groups:
        for claim in group.claims:
            row = matched.get(id(claim))
            if row and row.fact_id:
                owners[row.fact_id]["/".join(group.key)].add(claim.article)
    return owners


def _score_group(
    group: Group,
    matched: Mapping[int, Found],
    facts: Mapping[str, FactRow],
    owners: Mapping[str, Mapping[str, set[str]]],
    found: Score,
) -> None:
    rows = [matched[id(claim)] for claim in group.claims if id(claim) in matched]
    ids = sorted({row.fact_id for row in rows if row.fact_id})
    ours = [facts[one] for one in ids]
    expected = group.expected
    name = "/".join(group.key)
    reason = "" if len(ours) == 1 else "split" if ours else "not found"
    if not reason and _merged(ids[0], group, owners):
        reason = "merged"
    if not reason and ours[0].verdict not in expected.verdicts:
        reason = "verdict"
    found.count("verdicts", not reason)
    found.count(f"verdicts: {group.kind}", not reason)
    found.count(f"verdicts: expected {min(expected.verdicts)}", not reason)
    told = f"{sorted(expected.verdicts)} {expected.support} {expected.origins_count}"
    answers = "; ".join(
        f"{fact.label} [{fact.verdict}, {fact.support}, {fact.origins_count}] {fact.fact_id[:8]}" for fact in ours
    )
    if reason:
        found.misses.append(Miss("verdicts", reason, name, told, answers))
    exact = len(ours) == 1 and (ours[0].support, ours[0].origins_count) == (expected.support, expected.origins_count)
    found.count("origins", exact)
    if not exact:
        found.misses.append(Miss("origins", "" if len(ours) == 1 else "split", name, told, answers))
    if any(fact.support == "corroborated" for fact in ours) and expected.support != "corroborated":
        found.wrong["wrongly corroborated"] += 1
        found.misses.append(Miss("wrongly corroborated", "", name, told, answers))
    verdicts = {fact.verdict for fact in ours}
    if expected.verdicts == {"conflicting"} and "conflicting" not in verdicts and verdicts & _CONFIRMED:
        kind = "hidden conflicts" if _both_sides(group, matched) else "conflicts of which one side was not read"
        found.wrong[kind] += 1
        found.misses.append(Miss(kind, "", name, told, answers))


def _merged(fact_id: str, group: Group, owners: Mapping[str, Mapping[str, set[str]]]) -> bool:
    """Whether the fact holds another group's claims; two dates that conflict are one fact."""
    others = set(owners[fact_id]) - {"/".join(group.key)}
    if group.kind == "date" and group.expected.verdicts == {"conflicting"}:
        others = {other for other in others if other.split("/")[:-1] != list(group.key[:-1])}
    return bool(others)


def _both_sides(group: Group, matched: Mapping[int, Found]) -> bool:
    """Whether numbers that exclude each other were both read."""
    ranges = [allowed(one.truth) for one in group.claims if id(one) in matched and isinstance(one.truth, Number)]
    return not ranges or max(low for low, _ in ranges) > min(high for _, high in ranges)


def _score_merged(owners: Mapping[str, Mapping[str, set[str]]], facts: Mapping[str, FactRow], found: Score) -> None:
    """A fact that is confirmed by telling of two different things."""
    for fact_id, by_group in owners.items():
        fact = facts[fact_id]
        if len(by_group) > 1 and fact.verdict in _CONFIRMED and len(set().union(*by_group.values())) > 1:
            found.wrong["two facts confirmed as one"] += 1
            found.misses.append(
                Miss(
                    "two facts confirmed as one",
                    "",
                    " + ".join(by_group),
                    "",
                    f"{fact.label} [{fact.verdict}] {fact_id[:8]}",
                )
            )


def _score_names(claims: Sequence[Claim], mentions: Iterable[Mention], found: Score) -> None:
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    meant: dict[str, list[tuple[Claim, str | None]]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.truth, Name):
            here = [one for one in by_article[claim.article] if _overlap(one, claim) > 0 and one.label != "description"]
            best = max(here, key=lambda one: _overlap(one, claim), default=None)
            meant[claim.truth.person].append((claim, best.entity_id if best else None))
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for person, uses in meant.items():
        _score_person(person, uses, found)
        for _, entity_id in uses:
            if entity_id:
                people[entity_id][person] += 1
    for entity_id, persons in people.items():
        if len(persons) > 1:
            found.wrong["people merged"] += 1
            found.misses.append(Miss("people merged", "", " + ".join(sorted(persons)), "", entity_id[:8]))


def _score_person(person: str, uses: Sequence[tuple[Claim, str | None]], found: Score) -> None:
    """Each form against the entity of most of the right full names."""
    right = Counter(one for claim, one in uses if one and _is_right(claim) and " " in claim.truth.words)
    if not right:
        return
    entity_id, _ = right.most_common(1)[0]
    for claim, answer in uses:
        figure = "names" if _is_right(claim) else "misspelt names"
        found.count(figure, answer == entity_id)
        if answer != entity_id:
            reason = "no mention" if answer is None else "another entity"
            found.misses.append(Miss(figure, reason, person, claim.truth.words, claim.article))


def _is_right(claim: Claim) -> bool:
    return isinstance(claim.truth, Name) and claim.truth.words == claim.truth.right
