"""Dates printed on pages, and which of them is the publication's."""

from datetime import UTC, date, datetime

import pytest

from tasks.cleaning.labels import PageView
from tasks.cleaning.lines import lines_of
from tasks.cleaning.printed_dates import find_date
from tasks.cleaning.publication import in_markup
from tasks.cleaning.rules.date_line import is_date_line


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("0915 GMT March 2, 2022", date(2022, 3, 2), datetime(2022, 3, 2, 9, 15, tzinfo=UTC)),
        ("Posted on 3rd May, 2020", date(2020, 5, 3), None),
        ("14 Apr 2021, 10:00 PM EST", date(2021, 4, 14), datetime(2021, 4, 15, 3, 0, tzinfo=UTC)),
        ("2021-04-14T01:40:11+05:30", date(2021, 4, 14), datetime(2021, 4, 13, 20, 10, tzinfo=UTC)),
        ("2021-04-14 10:00", date(2021, 4, 14), None),
        ("20210414T103000Z", date(2021, 4, 14), None),
        ("Tue, Sep 15 2020 10:01:41 EDT", date(2020, 9, 15), datetime(2020, 9, 15, 14, 1, tzinfo=UTC)),
        ("1er mars 2020", date(2020, 3, 1), None),
        ("14 de abril de 2021", date(2021, 4, 14), None),
        ("06 Dicembre 2020", date(2020, 12, 6), None),
        ("14 \u0430\u043f\u0440\u0435\u043b\u044f 2021", date(2021, 4, 14), None),
        ("25/12/2020", date(2020, 12, 25), None),
        ("12:00 IST, 4 May 2021", date(2021, 5, 4), None),
    ],
)
def test_printed_days_and_moments_are_read(text: str, on: date, at: datetime | None) -> None:
    found = find_date(text)
    assert found is not None
    assert (found.on, found.at) == (on, at)


@pytest.mark.parametrize("text", ["4/5/2021", "February 30, 2021", "in 2021", "no date", "", "99999999", "1/2/3"])
def test_what_could_be_two_days_or_none_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sunday, March 6, 2022",
        "Published: 0915 GMT March 2, 2022",
        "Updated 20:49, 5 Aug 2024",
        "14:05",
        "May 2, 2020 | Updated: May 3, 2020 at 9 a.m. ET",
    ],
)
def test_lines_of_dates_are_recognised(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "Published in 2020, the report said so.",
        "Monday, the 2024 budget passed",
        "May said no",
        "On April 14, 2021 the quay closed",
        "12",
        "The 14:05 to Sarn",
    ],
)
def test_sentences_with_dates_are_not(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    ("found", "url", "day"),
    [
        (["2020-12-05T23:15:00Z", "6 December 2020"], None, date(2020, 12, 6)),
        (["2020-12-05T23:15:00Z", "2020-12-06T00:15:00+01:00"], None, date(2020, 12, 6)),
        (["2020-12-05T02:15:00Z"], "https://x.example/2020/12/04/quay", date(2020, 12, 4)),
        (["2020-12-05T12:15:00Z"], "https://x.example/2020/12/01/quay", date(2020, 12, 5)),
        (["2020-12-05T23:15:00-05:00", "7 December 2020"], None, date(2020, 12, 5)),
        (["nonsense"], "https://x.example/2020/12/01/quay", None),
    ],
)
def test_the_day_is_the_one_on_the_spot(found: list[str], url: str | None, day: date | None) -> None:
    view = PageView.of(lines_of(""))
    answers = in_markup([(text, "test") for text in found], url, view)
    assert [answer.value.on for answer in answers] == ([day] if day else [])
