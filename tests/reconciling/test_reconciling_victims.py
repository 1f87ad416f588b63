"""The number of an event's victims: totals, what is only implied, parts of sums, and tallies of a period."""

import pytest
from newsdesk import Desk, fact_of

from tasks.reconciling.tallies import adds_up

FERRY = "The ferry Marigold sank in the harbour of Port Halda on Sunday, police chief Vero Lund told the Halda Courier."


def test_what_is_implied_denies_no_total() -> None:
    desk = Desk()
    total = desk.page(f"{FERRY} Three people were killed.").count("Three people", 3, "deaths")
    one = desk.page(f"{FERRY} A man was killed.").count("A man", 1, "deaths", basis="implied", counted="man")
    found = desk.reconciled()
    fact = fact_of(found, total)
    assert fact == fact_of(found, one)
    assert (fact.verdict, fact.value) == ("compatible", 3)


def test_what_is_implied_denies_that_nobody_died() -> None:
    desk = Desk()
    none = desk.page(f"{FERRY} No people were killed.").count("No people", 0, "deaths")
    desk.page(f"{FERRY} A man was killed.").count("A man", 1, "deaths", basis="implied", counted="man")
    assert fact_of(desk.reconciled(), none).verdict == "conflicting"


def test_a_part_of_a_sum_is_no_rival_of_the_sum() -> None:
    desk = Desk()
    page = desk.page(f"{FERRY} A man and two women were killed.")
    whole = page.count("A man and two women", 3, "deaths", basis="implied", counted="people")
    part = page.count("two women", 2, "deaths", counted="woman")
    found = desk.reconciled()
    assert fact_of(found, whole) != fact_of(found, part)
    assert fact_of(found, whole).verdict == "single"


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("Five people were hurt. One passenger broke an arm, two passengers were badly hurt.", "single"),
        ("Two passengers were badly hurt. In all five people were hurt.", "conflicting"),
        ("Five people were hurt. The owner claims two passengers were hurt.", "conflicting"),
    ],
)
def test_a_smaller_number_told_later_is_of_a_part_unless_its_sentence_disputes_the_first(
    told: str, verdict: str
) -> None:
    page = Desk().page(f"{FERRY} {told}")
    page.count("two passengers" if "two passengers" in told else "Two passengers", 2, "injured", counted="passenger")
    five = page.count("ive people", 5, "injured", counted="passenger")
    fact = fact_of(page.desk.reconciled(), five)
    assert fact.verdict == verdict
    assert verdict == "conflicting" or fact.value == 5


def test_a_smaller_number_told_after_a_sum_is_of_a_part_of_it() -> None:
    page = Desk().page(f"{FERRY} A girl and four others were hurt. Two women have left hospital.")
    whole = page.count("A girl and four others", 5, "injured", basis="implied", counted="people")
    page.count("Two women", 2, "injured", counted="people")
    fact = fact_of(page.desk.reconciled(), whole)
    assert (fact.verdict, fact.value) == ("single", 5)


def test_two_articles_with_two_numbers_dispute_whichever_is_smaller() -> None:
    desk = Desk()
    five = desk.page(f"{FERRY} Five people were hurt.").count("Five people", 5, "injured")
    two = desk.page(f"{FERRY} Two people were hurt.").count("Two people", 2, "injured")
    found = desk.reconciled()
    assert fact_of(found, five) == fact_of(found, two)
    assert fact_of(found, five).verdict == "conflicting"


def test_in_a_dispute_the_number_that_most_articles_tell_is_the_value() -> None:
    desk = Desk()
    told = [("three people", 3), ("three people", 3), ("nine people", 9)]
    claims = [desk.page(f"{FERRY} It killed {words}.").count(words, value, "deaths") for words, value in told]
    fact = fact_of(desk.reconciled(), claims[0])
    assert (fact.verdict, fact.value) == ("conflicting", 3)


@pytest.mark.parametrize(
    ("sentence", "is_tally"),
    [
        ("Murders in Port Halda reached 41 in 2031.", True),
        ("Four people were killed in three separate shootings.", True),
        ("It was the 25th death so far this year.", True),
        ("Seven people died over the holiday weekend.", True),
        ("Seven people were wounded in separate shootings.", True),
        ("Seven people were wounded in city shootings.", True),
        ("It was a violent night that left nine people dead.", True),
        ("Seven people were wounded in the shootings at the mall.", False),
        ("Three people were killed in the shooting on Sunday.", False),
        ("Two officers were shot in 2031.", False),
    ],
)
def test_a_tally_of_a_period_or_of_several_events_is_told_from_a_toll(sentence: str, is_tally: bool) -> None:
    assert adds_up(sentence) is is_tally
