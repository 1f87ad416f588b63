"""Dated events and deadlines to facts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TypeAlias, TypeVar

from tasks.reconciling.dated_groups import dated_groups
from tasks.reconciling.dating import happenings_of
from tasks.reconciling.drafts import Draft, Member, shared
from tasks.reconciling.facts import Facts
from tasks.reconciling.groups import Groups
from tasks.reconciling.happenings import Dated, Happening
from tasks.reconciling.judgements import Pair, regrouped
from tasks.reconciling.rules import DATE_RULES, RIVAL_DATE_RULES
from tasks.reconciling.rulings import Named, Ruled, decision, first_ruling
from tasks.reconciling.scene import Scene
from tasks.tables.evidence import Stance
from tasks.tables.fact_relations import FactRelation
from tasks.tables.facts import Verdict

S = TypeVar("S", bound=str)
DateRules: TypeAlias = Sequence[Callable[[Dated, Dated], Ruled | None]]

_MOST_NEIGHBOURS = 8  # dates of one event in one story; in a bigger crowd only neighbours are ruled on


def date_facts(scene: Scene) -> Facts:
    """Every dated event or deadline is in one fact; other expressions of time are in none.

    Two dates for one event are one conflicting fact, unless the one replaced the other: then each is a fact, the
    old one superseded.
    """
    dated = [Dated(tuple(group)) for group in _as_judged(dated_groups(happenings_of(scene)), scene)]
    by_id = {_id(one): one for one in dated}
    together, apart = _of_dates(scene.judged.together, dated), _of_dates(scene.judged.apart, dated)
    rivals = {(_id(left), _id(right)) for left, right in _rivals(dated)} - apart - together
    rulings = [*_ruled(sorted(rivals), DATE_RULES, by_id), *_ruled(sorted(together), RIVAL_DATE_RULES, by_id)]
    replaced = {_id(old): _id(new) for left, right, named in rulings for old, new in _moved(left, right, named)}
    joined: Groups[str] = Groups(by_id)
    for left, right, named in rulings:
        if named.ruling == "conflicts" and not {_id(left), _id(right)} & replaced.keys():
            joined.join(_id(left), _id(right))
    first_with: dict[tuple[str, date, date], str] = {}
    for old, new in sorted(replaced.items()):  # one date that one other replaced, told in two storylines
        joined.join(old, first_with.setdefault((new, by_id[old].earliest_on, by_id[old].latest_on), old))
    groups = regrouped(joined.sets(), (), sorted(apart), lambda one, two: _days(by_id[one].best, by_id[two].best))
    drafts = [_draft([by_id[one] for one in ids], ids[0] in replaced, scene) for ids in groups]
    fact_of = {member.claim_id: draft.fact_id for draft in drafts for member in draft.members}
    relations = {(fact_of[new], fact_of[old]): new for old, new in sorted(replaced.items(), reverse=True)}
    return Facts(
        drafts=tuple(drafts),
        relations=tuple(
            FactRelation(left_id=new, right_id=old, relation="supersedes", claim_id=claim)
            for (new, old), claim in sorted(relations.items())
        ),
        decisions=tuple(decision(_id(left), _id(right), named) for left, right, named in rulings),
    )


def _id(dated: Dated) -> str:
    return min(member.claim_id for member in dated.members)


def _as_judged(groups: Sequence[Sequence[Happening]], scene: Scene) -> list[list[Happening]]:
    """Groups as people ruled; days that cannot be one stay apart, as rivals."""
    by_id = {one.claim_id: one for group in groups for one in group}
    together = [
        (left, right)
        for left, right in scene.judged.together
        if left in by_id and right in by_id and by_id[left].meets(by_id[right])
    ]
    ids = [[one.claim_id for one in group] for group in groups]
    ruled = regrouped(ids, together, scene.judged.apart, lambda one, two: _days(by_id[one], by_id[two]))
    return [[by_id[one] for one in group] for group in ruled]


def _days(one: Happening, other: Happening) -> float:
    """From one date to another; 0 where they meet."""
    return max(0, (one.earliest_on - other.latest_on).days, (other.earliest_on - one.latest_on).days)


def _of_dates(pairs: Iterable[Pair], dated: Iterable[Dated]) -> set[Pair]:
    """Pairs of claims as pairs of dates, by their ids, the smaller first."""
    date_of = {member.claim_id: _id(one) for one in dated for member in one.members}
    found = {(date_of[left], date_of[right]) for left, right in pairs if left in date_of and right in date_of}
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


def _ruled(pairs: Iterable[Pair], rules: DateRules, by_id: Mapping[str, Dated]) -> Iterator[tuple[Dated, Dated, Named]]:
    for left, right in ((by_id[one], by_id[two]) for one, two in pairs):
        if named := first_ruling(rules, left, right):
            yield left, right, named


def _rivals(dated: Iterable[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Dates of one event in one storyline, two by two; events in two countries are two."""
    blocks: dict[tuple[str, str, str, str], list[Dated]] = defaultdict(list)
    for one in dated:
        first = one.members[0]
        for line in sorted({member.line for member in one.members}):
            blocks[first.event.kind, first.event.phase, first.polarity, line].append(one)
    seen = set()
    for crowd in blocks.values():
        for left, right in combinations(crowd, 2) if len(crowd) <= _MOST_NEIGHBOURS else pairwise(crowd):
            pair = (left, right) if _id(left) < _id(right) else (right, left)
            elsewhere = left.countries and right.countries and left.countries != right.countries
            if not elsewhere and (_id(pair[0]), _id(pair[1])) not in seen:
                seen.add((_id(pair[0]), _id(pair[1])))
                yield pair


def _moved(left: Dated, right: Dated, named: Named) -> Iterator[tuple[Dated, Dated]]:
    """The old and the new date of a move."""
    if named.ruling != "supersedes":
        return
    if left.article_ids & right.article_ids:
        old, new = sorted((left, right), key=lambda one: (one.earliest_on, one.latest_on))
    else:
        old, new = sorted((left, right), key=lambda one: one.last_told_on or date.min)
    yield old, new


def _draft(rivals: Sequence[Dated], replaced: bool, scene: Scene) -> Draft:
    """One fact of the claims of one date, or of several rival dates."""
    chosen = min(rivals, key=lambda one: (-len(one.article_ids), one.best.days, _id(one)))
    best = chosen.best
    members = [member for one in rivals for member in one.members]
    actor_id = _actor(members)
    return Draft(
        kind="date",
        label=_label(best, actor_id, scene),
        text=best.text,
        verdict="superseded" if replaced else "conflicting" if len(rivals) > 1 else _verdict(members),
        members=tuple(
            Member(member.claim_id, member.article_id, "superseded" if replaced else _stance(member, best))
            for member in members
        ),
        modality=_commonest([member.modality for member in members]),
        story_id=shared([member.story_id for member in members]),
        event=_commonest([member.words for member in members]),
        role="deadline" if any(member.role == "deadline" for member in members) else "event",
        relation=best.relation,
        actor_id=actor_id,
        earliest_on=best.earliest_on,
        latest_on=best.latest_on,
    )


def _actor(members: Sequence[Happening]) -> str | None:
    """Whom most claims name; a country before its alliance and its president."""
    counts = Counter(member.actor for member in members if member.actor)
    best = min(counts, key=lambda actor: (actor.kind != "place", -counts[actor], actor), default=None)
    return best.entity_id if best else None


def _commonest(values: Sequence[S]) -> S:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _verdict(members: Sequence[Happening]) -> Verdict:
    if len({member.article_id for member in members}) == 1:
        return "single"
    return "agreed" if len({(member.earliest_on, member.latest_on) for member in members}) == 1 else "compatible"


def _stance(member: Happening, best: Happening) -> Stance:
    if (member.earliest_on, member.latest_on) == (best.earliest_on, best.latest_on):
        return "equal"
    return "compatible" if member.meets(best) else "conflicts"


def _label(best: Happening, actor_id: str | None, scene: Scene) -> str:
    """ "United States, withdraw troops: by 11 September 2021"."""
    day = span_words(best.earliest_on, best.latest_on)
    when = day if best.relation in ("on", "between") else f"{best.relation} {day}"
    meant = {"denied": " (denied)", "hypothetical": " (hypothetical)"}.get(best.polarity, "")
    what = f"start of: {best.words}" if best.event.phase == "start" else best.words
    return ", ".join(filter(None, [scene.name(actor_id, ""), what])) + f"{meant}: {when}"


def span_words(earliest: date, latest: date) -> str:
    """A span of days for people: a day, a month, a year, or from the first day to the last."""
    if earliest == latest:
        return f"{earliest:%-d %B %Y}"
    after = latest + timedelta(days=1)
    if earliest.day == after.day == 1:
        if earliest.month == after.month == 1 and after.year == earliest.year + 1:
            return f"{earliest:%Y}"
        if (after.year * 12 + after.month) - (earliest.year * 12 + earliest.month) == 1:
            return f"{earliest:%B %Y}"
    return f"{earliest:%-d %B %Y} to {latest:%-d %B %Y}"
