from datetime import date

import pytest

from tasks.reference.printable import printable
from tasks.reporting.wording import days, differences, number, safe_url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//one.example/x",
        "http://",
        "https://[broken",
        "https://one.example/a b",
        "https://one.example/" + "a" * 3_000,
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize("url", ["https://one.example/a?b=c#d", "HTTP://one.example"])
def test_web_addresses_stay_as_they_are(url: str) -> None:
    assert safe_url(url) == url


def test_intervals_of_days_read_as_people_write_them() -> None:
    first, last = date(2021, 4, 24), date(2021, 5, 4)
    assert days(first, last) == "24 April 2021 to 4 May 2021"
    assert days(first, first) == "24 April 2021"
    assert days(date(2021, 1, 1), date(2021, 12, 31)) == "2021"
    assert (days(first, None), days(None, last), days(None, None)) == ("from 24 April 2021", "until 4 May 2021", None)


def test_numbers_keep_every_digit_that_was_said() -> None:
    assert [number(value) for value in (2500.0, 0.5, 1234567.25)] == ["2,500", "0.5", "1,234,567.25"]


def test_control_characters_and_overrides_do_not_reach_a_terminal() -> None:
    assert printable("a\x1b[31m\u202eb\r\n\ud800") == "a�[31m�b\n�"


def test_a_variant_is_shown_as_words_taken_out_and_put_in() -> None:
    assert differences("we [-all-] leave {+at+} {+dawn+}") == [
        ("", "we "),
        ("del", "all"),
        ("", " leave "),
        ("ins", "at"),
        ("ins", "dawn"),
    ]
