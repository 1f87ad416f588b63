"""Dated events to groups: one event, one date, as far as precision allows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tasks.reconciling.groups import Groups
from tasks.reconciling.happenings import Actor, Happening, at_odds


def dated_groups(happenings: Iterable[Happening]) -> list[list[Happening]]:
    """Claims of one event with one date, each group sorted by claim id; groups sorted by their first.

    Claims meet if event, phase and polarity are the same, and the known actor or the storyline; two actors of one kind
    or two countries keep them apart. A coarse date ("in May") joins the one finer date that it covers, and none
    if it covers two.
    """
    groups: Groups[str] = Groups()
    by_id = {one.claim_id: one for one in happenings}
    actors = {one.claim_id: {one.actor} if one.actor else set() for one in by_id.values()}
    countries = {one.claim_id: {one.country} if one.country else set() for one in by_id.values()}
    for one in by_id:
        groups.root(one)
    for members in _meetings(by_id.values()):
        for ids in _by_date(members):
            for other in ids[1:]:
                _join(ids[0], other, groups, actors, countries)
    return [[by_id[one] for one in ids] for ids in groups.sets()]


def _join(
    left: str,
    right: str,
    groups: Groups[str],
    actors: dict[str, set[Actor]],
    countries: dict[str, set[str]],
) -> None:
    acting = actors[groups.root(left)] | actors[groups.root(right)]
    told = countries[groups.root(left)] | countries[groups.root(right)]
    if not at_odds(acting) and len(told) <= 1:
        groups.join(left, right)
        actors[groups.root(left)], countries[groups.root(left)] = acting, told


def _meetings(happenings: Iterable[Happening]) -> list[list[Happening]]:
    """Claims that share event and actor, then claims that share event and storyline, in order of their keys.

    Those that share actor and country come first, so that a claim without a country cannot part them.
    """
    by_country: dict[tuple[str, ...], list[Happening]] = defaultdict(list)
    by_actor: dict[tuple[str, ...], list[Happening]] = defaultdict(list)
    by_line: dict[tuple[str, ...], list[Happening]] = defaultdict(list)
    for one in happenings:
        key = (one.event.kind, one.event.phase, one.polarity)
        if one.actor and one.country:
            by_country[*key, one.actor.entity_id, one.country].append(one)
        if one.actor:
            by_actor[*key, one.actor.entity_id].append(one)
        by_line[*key, one.line].append(one)
    return [some[key] for some in (by_country, by_actor, by_line) for key in sorted(some)]


def _by_date(members: Sequence[Happening]) -> list[list[str]]:
    """Claim ids by date: equal dates together, each coarse date with the one finer date it meets."""
    equal: dict[tuple[date, date], list[str]] = defaultdict(list)
    for one in sorted(members, key=lambda one: one.claim_id):
        equal[one.earliest_on, one.latest_on].append(one.claim_id)
    spans = sorted(equal, key=lambda span: (span[1] - span[0], span))
    found: dict[tuple[date, date], list[str]] = {}
    for low, high in spans:
        finer = [span for span in found if span[0] <= high and low <= span[1]]
        if len(finer) == 1:
            found[finer[0]] += equal[low, high]
        else:
            found[low, high] = list(equal[low, high])
    return list(found.values())
