"""Expressions of time: what is found, and what it means on the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.anchoring import Anchor, Tense, interval, moved
from tasks.language.timex import scan

WEDNESDAY = date(2021, 4, 14)

VALUES = [
    ("on September 11, 2001", "September 11, 2001", "2001-09-11"),
    ("on 11 September 2001", "11 September 2001", "2001-09-11"),
    ("on Sept. 11", "Sept. 11", "2021-09-11"),
    ("by May 1st", "May 1st", "2021-05-01"),
    ("before next May 1", "next May 1", "2021-05-01"),
    ("on Saturday, April 17", "Saturday, April 17", "2021-04-17"),
    ("from April 24 to May 4", "April 24 to May 4", "2021-04-24/2021-05-04"),
    ("on April 24-26, 2020", "April 24-26, 2020", "2020-04-24/2020-04-26"),
    ("on 24-26 April", "24-26 April", "2021-04-24/2021-04-26"),
    ("in February 2020", "February 2020", "2020-02"),
    ("in June last year", "June last year", "2020-06"),
    ("since 2014", "2014", "2014"),
    ("in 2019-20", "2019-20", "2019/2020"),
    ("since 9/11", "9/11", "2001-09-11"),
    ("the September 11 attacks", "September 11", "2001-09-11"),
    ("in the 1990s", "the 1990s", "199"),
    ("the late '70s", "the late '70s", "197"),
    ("in the 20th century", "the 20th century", "19"),
    ("last week", "last week", "2021-W14"),
    ("early next year", "early next year", "2022"),
    ("the end of the year", "the end of the year", "2021"),
    ("later this month", "later this month", "2021-04"),
    ("next month", "next month", "2021-05"),
    ("yesterday", "yesterday", "2021-04-13"),
    ("tomorrow night", "tomorrow night", "2021-04-15TNI"),
    ("at 10 p.m. Tuesday", "10 p.m. Tuesday", "2021-04-13T22:00"),
    ("last Friday", "last Friday", "2021-04-09"),
    ("next Friday", "next Friday", "2021-04-16"),
    ("almost 20 years ago", "almost 20 years ago", "2001"),
    ("10 days ago", "10 days ago", "2021-04-04"),
    ("the third quarter of 2019", "the third quarter of 2019", "2019-Q3"),
    ("last year's first quarter", "last year's first quarter", "2020-Q1"),
    ("the summer of 2019", "the summer of 2019", "2019-SU"),
    ("on Christmas Day", "Christmas Day", "2020-12-25"),
    ("on Labor Day 2020", "Labor Day 2020", "2020-09-07"),
    ("for six months", "six months", "P6M"),
    ("a 90-day truce", "90-day", "P90D"),
    ("two and a half years", "two and a half years", "P2Y6M"),
    ("after 24 hours", "24 hours", "P1D"),
    ("several weeks", "several weeks", "PXW"),
    ("every Monday", "every Monday", "XXXX-WXX-1"),
    ("paid annually", "annually", "P1Y"),
    ("in the months ahead", "the months ahead", "FUTURE_REF"),
    ("it is now late", "now", "PRESENT_REF"),
    ("on 13/04/2021", "13/04/2021", "2021-04-13"),
    ("on 2021-04-13", "2021-04-13", "2021-04-13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_expressions_are_found_and_anchored(text: str, words: str, value: str) -> None:
    (timex,) = scan(text)
    assert text[timex.start : timex.end] == words
    assert Anchor(WEDNESDAY).resolve(timex, None).value == value


@pytest.mark.parametrize(
    "text",
    [
        "he may march on", "a 15-year-old boy", "2,500 men", "about 2000 people", "$1999", "the second man",
        "Thus it was", "Boeing 737", "Paul August said so", "sooner or later", "his 30s",
    ],
)  # fmt: skip
def test_words_and_numbers_that_are_no_time(text: str) -> None:
    assert scan(text) == ()


def test_an_ambiguous_numeric_date_keeps_its_year_only() -> None:
    (timex,) = scan("on 04/05/2021")
    assert Anchor(WEDNESDAY).resolve(timex, None).value == "2021"


def test_an_anniversary_holds_the_date_it_is_of() -> None:
    text = "by the tenth anniversary of the great flood of June 9, 2012."
    outer, inner = scan(text)
    assert text[inner.start : inner.end] == "June 9, 2012"
    assert Anchor(WEDNESDAY).resolve(outer, None).value == "2022-06-09"


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("Monday", "past", "2021-04-12"),
        ("Monday", "future", "2021-04-19"),
        ("Wednesday", "past", "2021-04-14"),
        ("November", "past", "2020-11"),
        ("November", "future", "2021-11"),
        ("May 1", "past", "2021-05-01"),  # near enough to be reported as coming
        ("the fourth quarter", "past", "2020-Q4"),
        ("the fourth quarter", "future", "2021-Q4"),
        ("the weekend", "past", "2021-W14-WE"),
        ("the weekend", "future", "2021-W15-WE"),
    ],
)
def test_the_tense_tells_which_of_two_days_is_meant(text: str, tense: Tense, value: str) -> None:
    (timex,) = scan(f"in {text}")
    assert Anchor(WEDNESDAY).resolve(timex, tense).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("Wednesday", "XXXX-WXX-3"), ("on May 1", "XXXX-05-01"), ("last year", "XXXX"), ("in 2014", "2014")],
)
def test_without_a_day_of_publication_values_stay_underspecified(text: str, value: str) -> None:
    (timex,) = scan(text)
    anchored = Anchor(None).resolve(timex, "past")
    assert anchored.value == value
    assert (anchored.earliest_on is None) == value.startswith("XXXX")


def test_the_past_two_years_end_on_the_day_of_publication() -> None:
    (timex,) = scan("over the past two years")
    anchored = Anchor(WEDNESDAY).resolve(timex, None)
    assert (anchored.earliest_on, anchored.latest_on) == (date(2019, 4, 14), WEDNESDAY)


def test_later_and_earlier_count_from_the_day_last_spoken_of() -> None:
    anchor = Anchor(WEDNESDAY)
    first, second = scan("He left on March 3, 2019. Two days later he came back.")
    anchor.note(first, anchor.resolve(first, "past"), deadline=False)
    assert anchor.resolve(second, "past").value == "2019-03-05"


def test_the_specified_date_is_the_deadline_last_spoken_of() -> None:
    anchor = Anchor(WEDNESDAY)
    first, second = scan("They must leave by May 1. They left on the specified date.")
    assert anchor.resolve(second, "past").value is None
    anchor.note(first, anchor.resolve(first, "future"), deadline=True)
    assert anchor.resolve(second, "past").value == "2021-05-01"


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021-04", date(2021, 4, 1), date(2021, 4, 30)),
        ("2021-W14", date(2021, 4, 5), date(2021, 4, 11)),
        ("2021-W14-WE", date(2021, 4, 10), date(2021, 4, 11)),
        ("2019-Q3", date(2019, 7, 1), date(2019, 9, 30)),
        ("2019-H2", date(2019, 7, 1), date(2019, 12, 31)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
        ("2020-WI", date(2020, 12, 1), date(2021, 2, 28)),
        ("2021-04-13T22:00", date(2021, 4, 13), date(2021, 4, 13)),
    ],
)
def test_a_value_covers_whole_days(value: str, first: date, last: date) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize("value", ["P6M", "PXW", "XXXX-WXX-3", "PRESENT_REF", "2021-02-30", "0000", "2021-W60"])
def test_a_value_without_days_covers_none(value: str) -> None:
    assert interval(value) is None


@given(st.dates(), st.sampled_from(["D", "W", "M", "Q", "Y"]), st.integers(-(10**7), 10**7))
def test_days_move_within_the_calendar(day: date, unit: str, count: int) -> None:
    assert date.min <= moved(day, unit, count) <= date.max


PIECES = [
    "May", "1", "2021", ",", "-", "to", "the", "last", "two", "year", "s", "ago", "by", "and", "9/11", "of", "Monday",
    "31", "40", "q4", "noon", "'",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_words_of_time_can_be_anchored(words: list[str]) -> None:
    anchor = Anchor(WEDNESDAY)
    for timex in scan(" ".join(words)):
        anchored = anchor.resolve(timex, "past")
        anchor.note(timex, anchored, deadline=True)
        if anchored.earliest_on and anchored.latest_on:
            assert anchored.earliest_on <= anchored.latest_on
