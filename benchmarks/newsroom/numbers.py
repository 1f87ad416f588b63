"""How a number is worded, and what the wording allows it to be."""

import math
from random import Random

from benchmarks.newsroom.outlets import Outlet
from benchmarks.newsroom.pieces import Bound, Number

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ABOUT = ("about", "around", "some", "roughly", "approximately")
_AT_LEAST = ("at least", "no fewer than", "at least")
_ROUNDED_FROM = 100  # smaller numbers of people are counted, not rounded
_EXACT_BELOW = 100
_ROUNDING_SHARE = 0.05
_ABOUT_SHARE = 0.10


def spelled(value: int) -> str:
    """A number below a hundred in words."""
    if value < len(_SMALL):
        return _SMALL[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def worded(matter: str, value: int, outlet: Outlet, draw: Random, state: int, wrong: bool = False) -> Number:
    """A number as an outlet puts it: exact, rounded, hedged; newspapers open no sentence with a figure."""
    if value >= _ROUNDED_FROM and draw.random() < outlet.rounds:
        value = _rounded(value)
        return (
            _hedged(matter, value, "about", draw.choice(_ABOUT), state, wrong)
            if draw.random() < 0.7
            else exact(matter, value, state, wrong)
        )
    if draw.random() < outlet.hedges:
        if value >= _ROUNDED_FROM and draw.random() < 0.4:
            place = 10 ** (len(str(value)) - 2)
            if value % place:
                return _hedged(matter, value // place * place, "at_least", "more than", state, wrong)
        return _hedged(matter, value, "at_least", draw.choice(_AT_LEAST), state, wrong)
    return exact(matter, value, state, wrong)


def exact(matter: str, value: int, state: int, wrong: bool = False) -> Number:
    words = spelled(value) if value < 10 else f"{value:,}"
    initial = spelled(value).capitalize() if value < _EXACT_BELOW else f"A total of {value:,}"
    return Number(matter, value, "exact", words, initial, state, wrong)


def _hedged(matter: str, value: int, bound: Bound, hedge: str, state: int, wrong: bool) -> Number:
    words = f"{hedge} {spelled(value) if value < 10 else f'{value:,}'}"
    return Number(matter, value, bound, words, words[0].upper() + words[1:], state, wrong)


def _rounded(value: int) -> int:
    place = int(10 ** (len(str(value)) - 2))
    return max(round(value / place) * place, place)


def allowed(number: Number) -> tuple[float, float]:
    """The values that the wording allows: a figure stands for all that rounds to it at its last digit that is not
    nought, never for more than a twentieth either way; below a hundred people are counted; a hedge widens to a tenth.
    """
    value = number.value
    if number.bound == "at_least":
        return value, math.inf
    low, high = float(value), float(value)
    place = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
    if value >= _EXACT_BELOW and place > 1:
        half = min(place / 2, _ROUNDING_SHARE * value)
        low, high = math.ceil(value - half), math.ceil(value + half) - 1
    if number.bound == "about":
        low, high = min(low, value * (1 - _ABOUT_SHARE)), max(high, value * (1 + _ABOUT_SHARE))
    return low, high
