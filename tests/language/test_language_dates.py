"""Dates in articles: relation, role, event, actor, and how they are meant. Sentences are ours."""

from datetime import date

import pytest

from tasks.language.article import ArticleText
from tasks.language.extract import extract
from tasks.language.named import named
from tasks.language.pipeline import DEFAULT_MODEL
from tasks.tables.dates import DateExpression

PUBLISHED = date(2022, 6, 15)


def read(text: str, published_on: date | None = PUBLISHED) -> tuple[DateExpression, ...]:
    return extract([ArticleText.plain("a", text, published_on)], model=DEFAULT_MODEL, cache=None)[0].dates


def only(text: str) -> DateExpression:
    (one,) = read(text)
    return one


@pytest.mark.parametrize(
    ("text", "relation", "role"),
    [
        ("France will withdraw its troops by August 31.", "by", "deadline"),
        ("They agreed to leave before July 1.", "before", "deadline"),
        ("The August 31 deadline stands.", "on", "deadline"),
        ("The club has until August 31 to pay.", "until", "deadline"),
        ("The union gave the mayor 48 hours to reply.", "by", "deadline"),
        ("The captives are to be freed by Monday.", "by", "deadline"),
        ("Many doctors left the service this year.", "on", "event"),
        ("The deadline for bids is August 31.", "on", "deadline"),
        ("The rebels failed to leave the town on July 1.", "on", "deadline"),
        ("The two met on June 1.", "on", "event"),
        ("He had left before June 1, 2020.", "before", "event"),
        ("Fighting has gone on since 2014.", "from", "event"),
        ("The fair runs from July 4 to July 9.", "between", "event"),
        ("Published: June 14, 2022", "on", "publication"),
        ("The talks took six weeks.", "on", "other"),
    ],
)
def test_relation_and_role(text: str, relation: str, role: str) -> None:
    one = only(text)
    assert (one.relation, one.role) == (relation, role)


def test_an_announcement_of_a_withdrawal_is_no_deadline() -> None:
    assert only("The minister will announce the withdrawal on Friday.").role == "event"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("France will withdraw its troops by August 31.", "withdraw troop"),
        ("They began the process of closing the mine before July 1.", "close mine"),
        ("The July 1 deadline to hand over the base passed.", "hand over base"),
        ("The treaty gives Norway until August 31 to remove its nets.", "remove net"),
        ("Drivers have until August 31 to register their vans.", "register van"),
        ("Troops invaded Kuwait in August 1990.", "invade Kuwait"),
    ],
)
def test_the_event_is_named_by_its_lemmas(text: str, event: str) -> None:
    assert only(text).event == event


def test_time_given_for_nothing_named_is_no_event() -> None:
    one = only("The treaty gives Norway until August 31.")
    assert (one.role, one.event) == ("deadline", None)


def test_who_acts_is_the_subject_of_the_clause() -> None:
    article = ArticleText.plain("a", "France will withdraw its troops by August 31.", PUBLISHED)
    (row,) = named(extract([article], model=DEFAULT_MODEL, cache=None)[0])["dates"]
    assert row["actor_name"] == "France"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The minister resigned on Monday.", date(2022, 6, 13)),
        ("The minister will resign on Monday.", date(2022, 6, 20)),
        ("He vowed to fight once the truce ends on Monday.", date(2022, 6, 20)),
        ("The offer had been due to expire on Monday.", date(2022, 6, 13)),
    ],
)
def test_a_weekday_follows_the_tense_of_its_verb(text: str, day: date) -> None:
    assert only(text).earliest_on == day


def test_a_deadline_is_planned() -> None:
    assert only("The withdrawal of all troops by August 31 is agreed.").modality == "planned"


def test_the_agreed_date_is_the_deadline_named_before() -> None:
    first, second = read("They must leave by August 31. On the agreed date nobody was left.")
    assert (second.timex, second.role) == (first.timex, "deadline")


def test_without_a_day_of_publication_nothing_is_made_up() -> None:
    (one,) = read("The minister resigned on Wednesday.", None)
    assert (one.timex, one.earliest_on, one.latest_on) == ("XXXX-WXX-3", None, None)


def test_every_expression_reproduces_its_words_and_has_its_own_id() -> None:
    text = "It began on June 1, before the tenth anniversary of the flood of June 9, 2012, and ended two days later."
    found = read(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert len({one.claim_id for one in found}) == len(found) == 4


def test_a_deadline_that_is_put_off_is_the_later_day() -> None:
    first, second = read("The council postponed the closure from July 1 to August 31.")
    assert (first.earliest_on, second.earliest_on) == (date(2022, 7, 1), date(2022, 8, 31))
    assert second.role == "deadline"


def test_what_begins_on_a_day_does_not_end_on_it() -> None:
    assert only("The allies will begin their withdrawal on July 1.").role == "event"


def test_the_day_of_a_dateline_is_that_of_the_report() -> None:
    assert only("GENEVA, June 14 - Talks went on.").role == "publication"


def test_each_of_two_coordinated_verbs_has_its_own_date() -> None:
    first, second = read("The fair will open on August 24 and close on September 4.")
    assert [(one.text, one.event) for one in (first, second)] == [("August 24", "open"), ("September 4", "close")]


@pytest.mark.parametrize(
    "text",
    [
        "The outplacement firm Gray & Christmas Inc. shut its office.",
        "The Sunday Times has moved.",
        "April Jones has moved.",
        "Ruby Tuesday Inc. has moved.",
    ],
)
def test_a_word_of_the_calendar_in_a_name_is_no_date(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize("text", ["The Monday Council meeting was short.", "On Tuesday Times reporters left."])
def test_a_day_before_a_name_is_a_date(text: str) -> None:
    assert only(text).kind == "date"


@pytest.mark.parametrize(
    "text",
    [
        "The deadline for Norway to close its embassy in Chad is September 3, 2022.",
        "The deadline for Norway to close its embassy in Chad is September 3, 2022, the ministry said.",
        "Norway will close its embassy by September 3, 2022.",
        "The deadline for Norway to close its embassy was September 3, 2022.",
    ],
)
def test_the_day_of_a_deadline_for_somebody_to_act_dates_that_act(text: str) -> None:
    (row,) = named(extract([ArticleText.plain("a", text, PUBLISHED)], model=DEFAULT_MODEL, cache=None)[0])["dates"]
    found = (row["role"], row["relation"], row["event"], row["modality"], row["actor_name"])
    assert found == ("deadline", "by", "close embassy", "planned", "Norway")


@pytest.mark.parametrize(
    "text",
    [
        "Norway will close its embassy by September 3, 2022 instead of July 5, 2022.",
        "Norway will close its embassy by September 3, 2022, rather than by July 5, 2022.",
        "The deadline for Norway to close its embassy in Chad, July 5, 2022, was pushed back to September 3, 2022.",
    ],
)
def test_a_deadline_and_the_one_it_replaces_are_of_one_act(text: str) -> None:
    found = read(text)
    assert [one.role for one in found] == ["deadline", "deadline"]
    assert [one.event for one in found] == ["close embassy", "close embassy"]
    assert len({one.actor_mention_id for one in found}) == 1
    assert all(one.actor_mention_id for one in found)


def test_nothing_happens_on_the_day_that_another_stands_in_place_of() -> None:
    assert [one.role for one in read("The two met on June 8, 2022 instead of June 1, 2022.")] == ["event", "other"]
