"""Numbers in text: digits, words, fractions, vague magnitudes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.numbers import last_place, scan, value_of

CASES = [
    ("9,600 left", [("9,600", 9600)]),
    ("9 600 left", [("9 600", 9600)]),
    ("9\u202f600 left", [("9\u202f600", 9600)]),
    ("1.234.567 left", [("1.234.567", 1234567)]),
    ("2.5 million left", [("2.5 million", 2_500_000)]),
    ("twenty-four hours", [("twenty-four", 24)]),
    ("twenty four hours", [("twenty four", 24)]),
    ("one hundred and five ships", [("one hundred and five", 105)]),
    ("two million three hundred thousand", [("two million three hundred thousand", 2_300_000)]),
    ("four hundred million", [("four hundred million", 400_000_000)]),
    ("a dozen eggs", [("a dozen", 12)]),
    ("two dozen eggs", [("two dozen", 24)]),
    ("half a million", [("half a million", 500_000)]),
    ("two and a half million", [("two and a half million", 2_500_000)]),
    ("2 1/2 hours", [("2 1/2", 2.5)]),
    ("1½ hours", [("1½", 1.5)]),
    ("a third of them", [("a third", 1 / 3)]),
    ("two-thirds of them", [("two-thirds", 2 / 3)]),
    ("3 dead and 12 hurt", [("3", 3), ("12", 12)]),
    ("1.99×10^30 kg", [("1.99×10^30", 1.99e30)]),
    ("the third man in the second quarter", []),
    ("£700million", [("700million", 700_000_000)]),
    ("million-dollar baby", []),
    ("test scores", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numbers_are_read_with_their_spans(text: str, expected: list[tuple[str, float]]) -> None:
    found = [(text[one.start : one.end], one.value) for one in scan(text)]
    assert [words for words, _ in found] == [words for words, _ in expected]
    assert [value for _, value in found] == pytest.approx([value for _, value in expected])


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tens of thousands", 10_000, 100_000),
        ("hundreds", 100, 1000),
        ("dozens", 24, 100),
        ("several thousand", 2000, 10_000),
    ],
)
def test_a_vague_magnitude_has_no_value_but_limits(text: str, low: float, high: float) -> None:
    (number,) = scan(text)
    assert (number.value, number.low, number.high, number.form) == (None, low, high, "vague")


@pytest.mark.parametrize(("words", "value"), [("sixty-three", 63), ("2 1/2", 2.5), ("two years", None), ("", None)])
def test_value_of_takes_one_number_and_nothing_else(words: str, value: float | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(("value", "place"), [(2500, 100), (98, 1), (2.5, 0.1), (1000, 1000), (0, 0)])
def test_last_place_is_that_of_the_last_digit_not_zero(value: float, place: float) -> None:
    assert last_place(value) == pytest.approx(place)


@given(st.integers(min_value=0, max_value=10**12))
def test_every_whole_number_with_commas_is_read_back(value: int) -> None:
    (number,) = scan(f"{value:,} things")
    assert number.value == value


@given(st.text(max_size=300))
def test_any_text_gives_numbers_in_order_within_it(text: str) -> None:
    ends = [0]
    for number in scan(text):
        assert ends[-1] <= number.start < number.end <= len(text)
        ends.append(number.end)


def test_decimals_of_a_power_are_exact() -> None:
    assert [value_of(words) for words in ("8.2 million", "1.1 trillion", "2.3 billion")] == [8.2e6, 1.1e12, 2.3e9]
