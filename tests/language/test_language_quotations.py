import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.quotations import quotations


def inner(text: str) -> list[str]:
    return [text[one.inner.start : one.inner.end] for one in quotations(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Go,” he said.", ["Go,"]),
        ('"Go," he said. "Now."', ["Go,", "Now."]),
        ("He said 'we are late' again.", ["we are late"]),
        ("The allies' plan isn't 'dead' yet.", ["dead"]),
        ("“He told me ‘no’ twice,” she said.".replace("‘", "'").replace("’", "'"), ["He told me 'no' twice,", "no"]),
        ("“We will stay", ["We will stay"]),
        ("we will stay” he said", ["we will stay"]),
        ('She called it “a mess" again.', ["a mess"]),
        ("“A first part. “A second part.”", ["A first part.", "A second part."]),
        ("A 5'10\" man and 'em dogs", []),
    ],
)
def test_marks_pair_whatever_their_style(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_marks_left_open_or_never_opened_are_told() -> None:
    (left_open,), (never_opened,) = quotations("“We stay"), quotations("We stay”")
    assert (left_open.opened, left_open.closed) == (True, False)
    assert (never_opened.opened, never_opened.closed) == (False, True)


@given(st.text(alphabet="ab \"“”'.,\n"))
def test_spans_lie_in_the_text_and_hold_words(text: str) -> None:
    for one in quotations(text):
        assert 0 <= one.outer.start <= one.inner.start < one.inner.end <= one.outer.end <= len(text)
        assert any(map(str.isalnum, text[one.inner.start : one.inner.end]))


def test_time_is_linear_in_the_number_of_marks() -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        quotations(text)
        return time.process_time() - start

    for unit in ("“a ", 'a" ', " 'a", '"'):
        assert seconds(unit * 40_000) < 10 * seconds(unit * 10_000) + 0.5
