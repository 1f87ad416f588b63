"""Quantity claims to facts."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from tasks.reconciling.comparable import comparable_groups
from tasks.reconciling.counting import counts_of
from tasks.reconciling.counts import Count
from tasks.reconciling.drafts import Draft, Member, shared
from tasks.reconciling.facts import Facts
from tasks.reconciling.judgements import regrouped
from tasks.reconciling.parts import parts_of
from tasks.reconciling.rules import COMPARABILITY_RULES, UPDATE_RULES, VALUE_RULES
from tasks.reconciling.rulings import decision, first_ruling
from tasks.reconciling.scene import Scene
from tasks.reconciling.verdicts import best, stance, superseded, verdict
from tasks.reconciling.wholes import with_parts
from tasks.reference.measures import measures
from tasks.tables.decisions import Decision
from tasks.tables.fact_relations import FactRelation

_MOST_NEIGHBOURS = 6  # in a bigger crowd of like numbers only neighbours are ruled on


def quantity_facts(scene: Scene) -> Facts:
    """Every quantity claim that says a number is in exactly one fact."""
    counts = with_parts(counts_of(scene), scene)
    groups = _as_judged(comparable_groups(counts), scene)
    drafts = [_draft(group, scene) for group in groups]
    fact_of = {count.claim_id: draft.fact_id for group, draft in zip(groups, drafts, strict=True) for count in group}
    relations = {
        (fact_of[part], fact_of[whole]): part
        for part, whole in sorted(parts_of(counts, scene), reverse=True)
        if fact_of[part] != fact_of[whole]
    }
    return Facts(
        drafts=tuple(drafts),
        relations=tuple(
            FactRelation(left_id=left, right_id=right, relation="part_of", claim_id=claim)
            for (left, right), claim in sorted(relations.items())
        ),
        decisions=(*_value_rulings(groups), *_comparability_rulings(groups)),
    )


def _as_judged(groups: Sequence[Sequence[Count]], scene: Scene) -> list[list[Count]]:
    """Groups as people ruled; who is near is a matter of the number."""
    by_id = {count.claim_id: count for group in groups for count in group}

    def gap(left: str, right: str) -> float:
        one, two = by_id[left].interval, by_id[right].interval
        return max(0.0, one.low - two.high, two.low - one.high)

    ids = [[count.claim_id for count in group] for group in groups]
    return [[by_id[one] for one in group] for group in regrouped(ids, scene.judged.together, scene.judged.apart, gap)]


def _draft(group: Sequence[Count], scene: Scene) -> Draft:
    replaced = superseded(group)
    current = [count for count in group if count.claim_id not in replaced]
    chosen = best(current)
    low = min(count.interval.low for count in current)
    high = max(count.interval.high for count in current)
    key = chosen.key
    ruled = verdict(current)
    holder_id = shared([count.key.holder_id for count in group])
    place_id = shared([count.key.place_id for count in group])
    return Draft(
        kind="quantity",
        label=_label(chosen, holder_id, place_id, scene),
        text=chosen.text,
        verdict=ruled,
        members=tuple(
            Member(count.claim_id, count.article_id, stance(count, chosen, replaced, ruled)) for count in group
        ),
        measure=key.measure,
        includes=key.includes,
        change=key.change,
        modality=key.modality,
        holder_id=holder_id,
        place_id=place_id,
        story_id=shared([count.key.story_id for count in group]),
        as_of_on=max((count.as_of_on for count in current if count.as_of_on), default=None),
        value=chosen.value,
        value_low=None if math.isinf(low) else low,
        value_high=None if math.isinf(high) else high,
        unit=key.unit or chosen.counted or (measure.unit if (measure := measures().get(key.measure or "")) else None),
    )


def _label(chosen: Count, holder_id: str | None, place_id: str | None, scene: Scene) -> str:
    """ "United States troops in Afghanistan: 2,500"."""
    measure = measures().get(chosen.key.measure or "")
    what = measure.label if measure else chosen.counted or chosen.key.unit or "number"
    words = [scene.name(holder_id, ""), what, f"({chosen.counted})" if measure and chosen.counted else ""]
    where = f" in {scene.name(place_id, '')}" if place_id and place_id != holder_id else ""
    where += f" in {chosen.key.year}" if chosen.key.year else ""
    meant = {"asserted": "", "planned": " (planned)", "denied": " (denied)", "hypothetical": " (hypothetical)"}
    return " ".join(filter(None, words)) + where + meant[chosen.key.modality] + ": " + _number(chosen)


def _number(count: Count) -> str:
    if count.value is None or count.bound == "between":
        return count.text
    number = f"{count.value:,.10g}" if count.value != int(count.value) else f"{int(count.value):,}"
    before = {"about": "about ", "at_least": "at least ", "at_most": "at most ", "vague": "about "}.get(count.bound, "")
    sign = {"more": "+", "fewer": "-", "total": ""}[count.key.change]
    unit = {"percentage": "per cent", None: ""}.get(count.key.unit, count.key.unit or "")
    if unit not in ("", "per cent") and abs(count.value) != 1 and not unit.endswith("s"):
        unit += "s"
    return f"{before}{sign}{number} {unit}".rstrip()


def _value_rulings(groups: Sequence[Sequence[Count]]) -> Iterator[Decision]:
    """Each claim of a fact against the one that replaced it, or else against the one that gives the fact its value: as
    many rows as claims.
    """
    for group in groups:
        replaced = superseded(group)
        chosen = best([count for count in group if count.claim_id not in replaced])
        for count in group:
            later = replaced.get(count.claim_id)
            other, rules = (later, UPDATE_RULES) if later else (chosen, VALUE_RULES)
            if count is not other and (named := first_ruling(rules, other, count)):
                yield decision(other.claim_id, count.claim_id, named)


def _comparability_rulings(groups: Sequence[Sequence[Count]]) -> Iterator[Decision]:
    """Facts of one storyline that differ in one part of the key only: why they are not compared.

    In each storyline a fact is represented by its first claim there, so that other storylines change nothing.
    """
    near: dict[object, list[Count]] = defaultdict(list)
    for group in groups:
        for first in {count.line: count for count in reversed(group)}.values():
            for blanked in _blanked(first):
                near[blanked].append(first)
    ruled = set()
    for some in near.values():
        crowd = sorted(some, key=lambda count: count.claim_id)
        for pair in combinations(crowd, 2) if len(crowd) <= _MOST_NEIGHBOURS else pairwise(crowd):
            ids = (pair[0].claim_id, pair[1].claim_id)
            if ids not in ruled and (named := first_ruling(COMPARABILITY_RULES, *pair)):
                ruled.add(ids)
                yield decision(*ids, named)


def _blanked(count: Count) -> Iterator[object]:
    """The key with one part left open, and the storyline: claims that share one of these look alike."""
    key = replace(count.key, story_id=count.line)
    yield replace(key, holder_id=None, place_id=None)
    yield replace(key, modality="asserted", place_id=None), "modality"
    yield replace(key, includes=None, place_id=None), "includes"
    yield replace(key, counted=None, sort=None, place_id=None), "counted"
    yield replace(key, change="total", place_id=None), "change"
