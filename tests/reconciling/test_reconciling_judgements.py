"""What people ruled goes before every rule."""

import random

from hypothesis import given
from hypothesis import strategies as st
from newsdesk import Desk, entity_name, fact_of

from tasks.reconciling import Reconciled
from tasks.reconciling.judgements import regrouped


def troops(desk: Desk, words: str, value: float, **columns: object) -> str:
    page = desk.page(f"Norway has {words} troops in Chad, the ministry in Oslo confirmed to lawmakers.")
    holder = page.name("Norway", "place")
    place = page.name("Chad", "place")
    return page.count(f"{words} troops", value, holder_mention_id=holder, place_mention_id=place, **columns)


def deadline(desk: Desk, country: str, words: str, day: str) -> str:
    page = desk.page(f"{country} will withdraw from Chad by {words}, lawmakers heard.")
    return page.day(words, day, event="withdraw troop", actor_mention_id=page.name(country, "place"))


def judged(found: Reconciled) -> list[tuple[str, str]]:
    return [(row.ruling, row.reason) for row in found.decisions if row.rule == "judgement"]


def test_two_names_that_no_rule_joins_are_one_entity() -> None:
    desk = Desk()
    page = desk.page("Ole Berg met the press. Later the Fox of Oslo left.")
    full, alias = page.name("Ole Berg"), page.name("Fox of Oslo")
    desk.rule("same_entity", "the fox of Oslo", "Ole Berg", by_id=False)
    found = desk.reconciled()
    assert entity_name(found, full) == entity_name(found, alias)
    assert judged(found) == [("same", "Ada Finch ruled on 9 March 2031: the ministry's list says so")]
    (decision,) = [row for row in found.decisions if row.rule == "judgement"]
    assert {row.decision_id for row in found.mention_entities} == {None, decision.decision_id}


def test_two_names_that_a_rule_would_join_stay_two() -> None:
    desk = Desk()
    page = desk.page("Anthony Ruiz spoke first. Antony Ruiz answered him.")
    one, other = page.name("Anthony Ruiz"), page.name("Antony Ruiz")
    assert len(desk.reconciled().entities) == 1
    desk.rule("different_entity", one, other)
    found = desk.reconciled()
    assert len(found.entities) == 2
    assert [ruling for ruling, _ in judged(found)] == ["different"]


def test_a_bare_name_goes_to_whom_people_say_and_never_to_whom_they_exclude() -> None:
    desk = Desk()
    page = desk.page("Gul Rahimi and Ali Noor met. Rahimi left.")
    gul, ali, bare = page.name("Gul Rahimi"), page.name("Ali Noor"), page.name("Rahimi")
    assert entity_name(desk.reconciled(), bare) == "Gul Rahimi"
    desk.rule("different_entity", bare, gul)
    assert entity_name(desk.reconciled(), bare) == "Rahimi"
    desk.rule("same_entity", bare, ali)
    assert entity_name(desk.reconciled(), bare) == "Ali Noor"


def test_people_overrule_what_a_rule_calls_different() -> None:
    desk = Desk()
    page = desk.page("Ole Berg spoke. Nils Berg, as he is also called, left.")
    one, other = page.name("Ole Berg"), page.name("Nils Berg")
    assert len(desk.reconciled().entities) == 2
    desk.rule("same_entity", one, other)
    assert len(desk.reconciled().entities) == 1


def test_counts_that_are_not_comparable_are_two_facts_and_no_conflict() -> None:
    desk = Desk()
    small, near, large = (
        troops(desk, "450", 450),
        troops(desk, "about 440", 440, bound="about"),
        troops(desk, "700", 700),
    )
    assert fact_of(desk.reconciled(), small).verdict == "conflicting"
    desk.rule("not_comparable", large, small)
    found = desk.reconciled()
    assert fact_of(found, small) == fact_of(found, near) != fact_of(found, large)
    assert fact_of(found, small).verdict == "compatible"
    assert [ruling for ruling, _ in judged(found)] == ["not_comparable"]


def test_counts_that_are_comparable_conflict_though_their_places_differ() -> None:
    desk = Desk()
    left, right = troops(desk, "450", 450), troops(desk, "700", 700, measure="fighters")
    assert fact_of(desk.reconciled(), left) != fact_of(desk.reconciled(), right)
    desk.rule("comparable", left, right)
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
    assert fact_of(found, left).verdict == "conflicting"


def test_a_rejected_claim_is_evidence_of_nothing_and_stays_a_claim() -> None:
    desk = Desk()
    one, other, hoax = troops(desk, "450", 450), troops(desk, "450 ", 450), troops(desk, "9,000", 9000)
    desk.rule("reject", hoax)
    found = desk.reconciled()
    assert {row.claim_id for row in found.evidence} == {one, other}
    assert fact_of(found, one).verdict == "agreed"
    assert hoax in {row.claim_id for row in found.claim_origins}
    assert [(row.left_id, row.right_id, row.ruling) for row in found.decisions if row.rule == "judgement"] == [
        (hoax, hoax, "rejected")
    ]


def test_dates_of_two_actors_that_are_comparable_are_rivals() -> None:
    desk = Desk()
    left, right = deadline(desk, "Norway", "May 1", "2031-05-01"), deadline(desk, "Spain", "June 9", "2031-06-09")
    assert fact_of(desk.reconciled(), left).verdict == "single"
    desk.rule("comparable", left, right)
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
    assert fact_of(found, left).verdict == "conflicting"


def test_one_date_of_two_actors_is_one_fact_if_people_say_so_and_two_if_they_say_that() -> None:
    desk = Desk()
    claims = [deadline(desk, country, "May 1", "2031-05-01") for country in ("Norway", "Norway", "Spain")]
    desk.rule("comparable", claims[0], claims[2])
    assert len({fact_of(desk.reconciled(), claim).fact_id for claim in claims}) == 1
    desk.judgements.clear()
    desk.rule("not_comparable", claims[0], claims[1])
    assert len({fact_of(desk.reconciled(), claim).fact_id for claim in claims}) == 3


def test_rival_dates_that_are_not_comparable_do_not_conflict() -> None:
    desk = Desk()
    left, right = deadline(desk, "Norway", "May 1", "2031-05-01"), deadline(desk, "Norway", "June 9", "2031-06-09")
    assert fact_of(desk.reconciled(), left).verdict == "conflicting"
    desk.rule("not_comparable", left, right)
    found = desk.reconciled()
    assert {fact_of(found, left).verdict, fact_of(found, right).verdict} == {"single"}


def test_statements_are_one_utterance_or_two_as_people_say() -> None:
    desk = Desk()
    words = ("the long road home begins tomorrow at dawn", "our soldiers march back when morning comes")
    claims = []
    for text in (words[0], words[0], words[1]):
        page = desk.page(f"Ole Berg said in Oslo: “{text}”.")
        claims.append(page.said(text, page.name("Ole Berg")))
    desk.rule("comparable", claims[1], claims[2])
    assert len({fact_of(desk.reconciled(), claim).fact_id for claim in claims}) == 1
    desk.rule("not_comparable", claims[0], claims[1])
    found = desk.reconciled()
    assert fact_of(found, claims[1]) == fact_of(found, claims[2]) != fact_of(found, claims[0])


def test_a_judgement_about_what_is_not_here_does_nothing() -> None:
    desk = Desk()
    claim = troops(desk, "450", 450)
    before = desk.reconciled()
    for kind in ("comparable", "not_comparable", "same_entity", "different_entity"):
        desk.rule(kind, claim, "elsewhere")
    desk.rule("reject", "elsewhere")
    assert desk.reconciled() == before


IDS = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(IDS, IDS).filter(lambda pair: pair[0] < pair[1]), max_size=5, unique=True)


@given(st.dictionaries(IDS, st.integers(0, 3), min_size=2), PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_regrouping_loses_nobody_keeps_what_is_together_and_knows_no_order(
    group_of: dict[str, int], together: list[tuple[str, str]], apart: list[tuple[str, str]], order: random.Random
) -> None:
    groups = [[one for one in sorted(group_of) if group_of[one] == group] for group in sorted(set(group_of.values()))]

    def distance(left: str, right: str) -> float:
        return abs(ord(left) - ord(right))

    found = regrouped(groups, sorted(together), sorted(apart), distance)
    place = {member: index for index, group in enumerate(found) for member in group}
    assert sorted(place) == sorted(group_of)
    assert all(place[one] == place[two] for one, two in together if one in place and two in place)
    units = {one: {one} | {a for a, b in together if b == one} | {b for a, b in together if a == one} for one in place}
    assert all(place[a] != place[b] for a, b in apart if a in place and b in place and not _linked(units, a, b))
    mixed = [order.sample(group, len(group)) for group in order.sample(groups, len(groups))]
    assert regrouped(mixed, sorted(together), sorted(apart), distance) == found


def _linked(units: dict[str, set[str]], left: str, right: str) -> bool:
    reached, waiting = {left}, [left]
    while waiting:
        new = (units[waiting.pop()] & units.keys()) - reached
        reached |= new
        waiting += new
    return right in reached
