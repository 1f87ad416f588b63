"""Dated events and deadlines to facts."""

import pytest
from newsdesk import Desk, fact_of


def withdrawal(desk: Desk, sentence: str, words: str, first: str, last: str | None = None, **columns: object) -> str:
    page = desk.page(f"{sentence} The ministry in Oslo briefed lawmakers about the Chad garrison.")
    actor = page.name("Norway", "place")
    event = str(columns.pop("event", "withdraw troop"))
    return page.day(words, first, last, event=event, actor_mention_id=actor, **columns)


def test_wordings_of_one_deadline_are_one_fact() -> None:
    desk = Desk()
    day = withdrawal(desk, "Norway will withdraw by Sept. 11.", "Sept. 11", "2031-09-11")
    month = withdrawal(
        desk, "Norway will pull out in September.", "September", "2031-09-01", "2031-09-30", event="pull out"
    )
    fact = fact_of(desk.reconciled(), month)
    assert fact == fact_of(desk.reconciled(), day)
    assert (fact.verdict, str(fact.earliest_on), fact.role) == ("compatible", "2031-09-11", "deadline")


def test_a_moved_deadline_supersedes_the_old_one() -> None:
    desk = Desk()
    page = desk.page("Norway puts off its exit from May 1 to September 11.")
    actor = page.name("Norway", "place")
    old = page.day("May 1", "2031-05-01", event="exit", actor_mention_id=actor)
    new = page.day("September 11", "2031-09-11", event="withdrawal", actor_mention_id=actor)
    found = desk.reconciled()
    assert (fact_of(found, old).verdict, fact_of(found, new).verdict) == ("superseded", "single")
    (relation,) = found.fact_relations
    assert (relation.left_id, relation.relation) == (fact_of(found, new).fact_id, "supersedes")


def test_the_start_of_an_event_is_another_fact_than_its_deadline() -> None:
    desk = Desk()
    end = withdrawal(desk, "Norway was to leave by May 1.", "May 1", "2031-05-01", event="leave")
    start = withdrawal(
        desk, "Norway begins its exit on May 1.", "May 1", "2031-05-01", event="begin withdrawal", role="event"
    )
    found = desk.reconciled()
    assert fact_of(found, start) != fact_of(found, end)


def test_the_start_is_found_in_the_clause_before_the_date() -> None:
    desk = Desk()
    end = withdrawal(desk, "Norway was to be out by May 1.", "May 1", "2031-05-01", event="withdraw")
    start = withdrawal(
        desk, "Norway will start the process of withdrawing troops before May 1, he said.", "May 1", "2031-05-01"
    )
    found = desk.reconciled()
    assert fact_of(found, start) != fact_of(found, end)


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        ("arraign", "arraignment", True),
        ("bury", "hold funeral", True),
        ("collide", "crash", True),
        ("appoint envoy", "nomination", True),
        ("protest", "vigil", False),
        ("indict", "arraign", False),
    ],
)
def test_words_for_one_kind_of_event_date_one_fact(left: str, right: str, together: bool) -> None:
    desk = Desk()
    one = withdrawal(desk, "Norway told of it on June 5.", "June 5", "2031-06-05", event=left, role="event")
    other = withdrawal(desk, "Norway spoke of June 5.", "June 5", "2031-06-05", event=right, role="event")
    found = desk.reconciled()
    assert (fact_of(found, one) == fact_of(found, other)) is together


def test_two_dates_for_one_event_on_one_day_conflict() -> None:
    desk = Desk()
    left = withdrawal(desk, "Norway will withdraw by June 5.", "June 5", "2031-06-05")
    right = withdrawal(desk, "Norway will withdraw by June 8.", "June 8", "2031-06-08")
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
    assert fact_of(found, left).verdict == "conflicting"
    assert sorted(row.stance for row in found.evidence) == ["conflicts", "equal"]


def test_publication_days_and_days_without_an_event_make_no_fact() -> None:
    desk = Desk()
    page = desk.page("Posted on June 5. It was June 6. He spoke on June 7.")
    page.day("June 5", "2031-06-05", role="publication", event="post")
    page.day("June 6", "2031-06-06", role="event")
    page.day("June 7", "2031-06-07", role="event", event="say")
    assert desk.reconciled().facts == ()


def test_a_deadline_told_by_vague_words_finds_its_event_near_by() -> None:
    desk = Desk()
    plain = withdrawal(desk, "Norway will withdraw by Sept. 11.", "Sept. 11", "2031-09-11")
    vague = withdrawal(
        desk, "Norway keeps to the deadline of Sept. 11 for its exit.", "Sept. 11", "2031-09-11", event="deadline"
    )
    summit = withdrawal(
        desk, "Norway said a summit is to be held on Sept. 11.", "Sept. 11", "2031-09-11", event="hold", role="event"
    )
    found = desk.reconciled()
    assert fact_of(found, plain) == fact_of(found, vague) != fact_of(found, summit)


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        ("withdraw its troops from Chad by June 5.", "withdraw its troops from Peru by June 5.", False),
        ("withdraw its troops from Chad by June 5.", "withdraw its troops out of Chad by June 5.", True),
        ("withdraw its troops from Chad by June 5.", "withdraw its troops by June 5.", True),
        ("withdraw its troops from Chad by June 5.", "hold until June 5 to withdraw its troops from Peru.", False),
        ("withdraw its troops from Chad by June 5.", "see troops from Mali withdraw by June 5.", True),
    ],
)
def test_one_act_in_two_countries_is_two_facts(left: str, right: str, together: bool) -> None:
    desk = Desk()
    one = withdrawal(desk, f"Norway will {left}", "June 5", "2031-06-05")
    other = withdrawal(desk, f"Norway will {right}", "June 5", "2031-06-05")
    found = desk.reconciled()
    assert (fact_of(found, one) == fact_of(found, other)) is together


def test_two_deadlines_for_two_countries_do_not_conflict() -> None:
    desk = Desk()
    one = withdrawal(desk, "Norway will withdraw its troops from Chad by June 5.", "June 5", "2031-06-05")
    other = withdrawal(desk, "Norway will withdraw its troops from Peru by June 8.", "June 8", "2031-06-08")
    found = desk.reconciled()
    assert (fact_of(found, one).verdict, fact_of(found, other).verdict) == ("single", "single")
