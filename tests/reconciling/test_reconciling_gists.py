"""One utterance in other words, and the body that speaks through a person."""

import pytest
from newsdesk import Desk, fact_of

from tasks.reconciling.gists import gist_of, same_gist
from tasks.reconciling.offices import bodies_served

PLACE = "The fisheries summit in Tromso ended without a deal on the herring quota."
TOLD = "the trawlers had damaged the breeding grounds along the strait"
RETOLD = "along the strait the breeding grounds were damaged by the trawlers"


def test_what_is_told_in_other_words_is_one_fact_with_a_reason() -> None:
    desk = Desk()
    page = desk.page(f"{PLACE} Maren Lindqvist said that {TOLD}.")
    left = page.said(TOLD, page.name("Maren Lindqvist"), "indirect")
    page = desk.page(f"{PLACE} As Maren Lindqvist said, {RETOLD}.")
    right = page.said(RETOLD, page.name("Maren Lindqvist"), "indirect")
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
    assert fact_of(found, left).verdict == "compatible"
    assert [row.reason.endswith("both tell one thing") for row in found.decisions if row.rule == "altered_words"] == [
        True
    ]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (TOLD, "the trawlers had not damaged the breeding grounds along the strait, whatever people thought"),
        ("20 trawlers damaged the breeding grounds", "30 trawlers damaged the breeding grounds of cod"),
        ("Norway and Iceland met on Cod and Herring", "Norway and Iceland fell out over Cod and Herring"),
        ("the trawlers damaged the breeding grounds", "the trawlers never reached the harbours"),
    ],
)
def test_what_is_denied_counted_or_told_otherwise_is_another_gist(short: str, long: str) -> None:
    assert not same_gist(gist_of(short), gist_of(long))


def test_quotations_are_compared_by_their_words() -> None:
    desk = Desk()
    page = desk.page(f"{PLACE} “{TOLD},” Maren Lindqvist said.")
    left = page.said(TOLD, page.name("Maren Lindqvist"))
    page = desk.page(f"{PLACE} “{RETOLD},” Maren Lindqvist said.")
    right = page.said(RETOLD, page.name("Maren Lindqvist"))
    found = desk.reconciled()
    assert fact_of(found, left) != fact_of(found, right)


def by_body_and_person(role: str) -> tuple[bool, str]:
    """Whether words of Norway and of a person with this role are one fact, and the name in its label."""
    desk = Desk()
    words = "the trawlers will leave the strait together by spring"
    page = desk.page(f"Norway says {words}. {PLACE}")
    left = page.said(words, page.name("Norway", "place"), "indirect")
    page = desk.page(f"{PLACE} {role} Maren Lindqvist said that {words}.")
    right = page.said(words, page.name("Maren Lindqvist", role=role), "indirect")
    found = desk.reconciled()
    return fact_of(found, left) == fact_of(found, right), fact_of(found, right).label.partition(":")[0]


def test_a_country_speaks_through_its_minister() -> None:
    assert by_body_and_person("Norwegian Fisheries Minister") == (True, "Maren Lindqvist")


def test_a_country_does_not_speak_through_the_minister_of_another() -> None:
    assert by_body_and_person("Danish Fisheries Minister") == (False, "Maren Lindqvist")


def test_a_person_without_an_office_speaks_for_nobody_else() -> None:
    assert bodies_served([]) == frozenset()
