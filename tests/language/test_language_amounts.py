"""Amounts: units, hedges, ranges, and digits that are no amounts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.quantity.amounts import scan
from tasks.language.quantity.hedges import limits
from tasks.language.quantity.model import Amount


def only(text: str) -> Amount:
    (amount,) = scan(text)
    return amount


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("98% of operations", 98, "percentage"),
        ("15 per cent", 15, "percentage"),
        ("three percentage points", 3, "percentage point"),
        ("$2.5 billion", 2_500_000_000, "dollar"),
        ("US$40m", 40_000_000, "dollar"),
        ("€30", 30, "euro"),
        ("Rs 500 crore", 5_000_000_000, "indian rupee"),
        ("RM120,000", 120_000, "malaysian ringgit"),
        ("£2.7m", 2_700_000, "pound sterling"),
        ("63 cents a share", 63, "cent per share"),
        ("400,000 barrels a day", 400_000, "barrel per day"),
        ("$14.95 per month", 14.95, "dollar per month"),
        ("a 90-day truce", 90, "day"),
        ("a two-decade war", 2, "decade"),
        ("a 15-year-old boy", 15, "year of age"),
        ("50mph winds", 50, "mile per hour"),
        ("100m race", 100, "metre"),
        ("40m of its users", 40_000_000, None),
        ("9,600-strong force", 9600, None),
        ("minus 12 degrees Celsius", -12, "celsius"),
        ("one in five", 0.2, None),
        ("nine out of 10", 0.9, None),
        ("1 in 5 adults", 0.2, None),
        ("half an hour", 0.5, "hour"),
        ("half a percentage point", 0.5, "percentage point"),
        ("40,000 barrels of oil a day", 40_000, "barrel per day"),
        ("8.2 million", 8_200_000, None),
        ("#89.7 million", 89_700_000, "pound sterling"),
    ],
)
def test_value_is_the_number_said_in_the_unit_said(text: str, value: float, unit: str | None) -> None:
    amount = only(text)
    assert amount.value == pytest.approx(value)
    assert amount.unit == unit


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("2,500 men", "exact", 2500, 2500),
        ("some 2,500 men", "about", 2450, 2550),
        ("nearly 40 years", "about", 35, 40),
        ("at least 12 men", "at_least", 12, None),
        ("more than 20 states", "at_least", 20, None),
        ("just under 20 miles", "at_most", None, 20),
        ("up to 180 men", "at_most", None, 180),
        ("no fewer than 12 men", "at_least", 12, None),
        ("fewer than 12 men", "at_most", None, 12),
        ("children under the age of 5", "at_most", None, 5),
        ("within 6 months", "at_most", None, 6),
        ("10 kilometres or more", "at_least", 10, None),
        ("30-odd ships", "about", 25, 35),
        ("over 20 years ago", "at_least", 20, None),
        ("met over two days in May", "exact", 2, 2),
        ("to learn about 12 plans", "exact", 12, 12),
        ("between 5 and 7 million", "between", 5_000_000, 7_000_000),
        ("12–15 men", "between", 12, 15),
        ("$89 to $93 billion", "between", 89e9, 93e9),
        ("one or two men", "between", 1, 2),
        ("tens of thousands of men", "vague", 10_000, 100_000),
    ],
)
def test_bounds_follow_the_wording(text: str, bound: str, low: float | None, high: float | None) -> None:
    amount = only(text)
    assert (amount.bound, amount.low, amount.high) == (bound, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "text",
    [
        "AK-47", "won 2-2", "beat them 9-2", "24/7", "call 555-1234-99", "at 10:30", "a 3 to 1 margin", "in the 1990s",
        "dial 999", "the 21st", "tips to 555-HELP",
        "Image 3 of 12", "a .38 caliber revolver", "a 9mm pistol", "between A.D. 900 and 1100", "300 B.C.", "seed #2",
    ],
)  # fmt: skip
def test_codes_scores_times_and_odds_are_no_amounts(text: str) -> None:
    assert scan(text) == []


def test_a_conversion_in_brackets_has_the_bound_of_what_it_converts() -> None:
    miles, kilometres = scan("at least 7 miles (11 km) off")
    assert (miles.bound, kilometres.bound, kilometres.low) == ("at_least", "at_least", 11)


def test_a_number_that_moved_has_its_later_value() -> None:
    amount = only("fell from $40 to $35")
    assert (amount.value, amount.low, amount.high, amount.moved) == (35, 35, 40, True)


def test_a_change_and_the_level_it_led_to_are_no_range() -> None:
    assert [amount.value for amount in scan("rose 2 1/2 to 48.")] == [2.5, 48]


def test_about_a_round_number_is_wide_and_about_a_precise_one_narrow() -> None:
    assert limits(1000, "about") == (800, 1200)
    assert limits(2510, "about") == (2505, 2515)


@given(st.text(alphabet="0123456789,.-–/ $%mkbn()toand", max_size=120))
def test_any_digits_give_ordered_amounts_with_ordered_limits(text: str) -> None:
    for amount in scan(text):
        assert text[amount.span.start : amount.span.end].strip()
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high


@pytest.mark.parametrize("text", ["1 " * 8_000, "$" * 100_000, "9" * 100_000, "from 1 to " * 4_000, "a few " * 8_000])
def test_long_repetitions_take_linear_time(text: str) -> None:
    started = time.process_time()
    scan(text)
    assert time.process_time() - started < 10  # seconds of CPU; about one on a slow core
