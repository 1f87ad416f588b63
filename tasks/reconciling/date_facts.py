"""Dated events and deadlines to facts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import TypeVar

from tasks.reconciling.dated_groups import dated_groups
from tasks.reconciling.dating import happenings_of
from tasks.reconciling.drafts import Draft, Member, shared
from tasks.reconciling.facts import Facts
from tasks.reconciling.groups import Groups
from tasks.reconciling.happenings import Dated, Happening
from tasks.reconciling.rules import DATE_RULES
from tasks.reconciling.rulings import Named, decision, first_ruling
from tasks.reconciling.scene import Scene
from tasks.tables.evidence import Stance
from tasks.tables.fact_relations import FactRelation
from tasks.tables.facts import Verdict

S = TypeVar("S", bound=str)

_MOST_NEIGHBOURS = 8  # dates of one event in one story; in a bigger crowd only neighbours are ruled on


def date_facts(scene: Scene) -> Facts:
    """Every dated event or deadline is in one fact; other expressions of time are in none.

    Two dates for one event are one conflicting fact, unless the one replaced the other: then each is a fact, the
    old one superseded.
    """
    dated = [Dated(tuple(group)) for group in dated_groups(happenings_of(scene))]
    rulings = [
        (left, right, named) for left, right in _rivals(dated) if (named := first_ruling(DATE_RULES, left, right))
    ]
    replaced = {_id(old): _id(new) for left, right, named in rulings for old, new in _moved(left, right, named)}
    by_id = {_id(one): one for one in dated}
    joined: Groups[str] = Groups(by_id)
    for left, right, named in rulings:
        if named.ruling == "conflicts" and not {_id(left), _id(right)} & replaced.keys():
            joined.join(_id(left), _id(right))
    first_with: dict[tuple[str, date, date], str] = {}
    for old, new in sorted(replaced.items()):  # one date that one other replaced, told in two storylines
        joined.join(old, first_with.setdefault((new, by_id[old].earliest_on, by_id[old].latest_on), old))
    drafts = [_draft([by_id[one] for one in ids], ids[0] in replaced, scene) for ids in joined.sets()]
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


def _rivals(dated: Iterable[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Dates of one event in one storyline, two by two."""
    blocks: dict[tuple[str, str, str, str], list[Dated]] = defaultdict(list)
    for one in dated:
        first = one.members[0]
        for line in sorted({member.line for member in one.members}):
            blocks[first.event.kind, first.event.phase, first.polarity, line].append(one)
    seen = set()
    for crowd in blocks.values():
        for left, right in combinations(crowd, 2) if len(crowd) <= _MOST_NEIGHBOURS else pairwise(crowd):
            if (_id(left), _id(right)) not in seen:
                seen.add((_id(left), _id(right)))
                yield left, right


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
