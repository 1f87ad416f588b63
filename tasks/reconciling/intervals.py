"""What a number can mean: wording and rounding give each quantity claim an interval."""

import math
from decimal import Decimal
from typing import NamedTuple

from tasks.tables.quantities import Quantity

EXACT_BELOW = 100  # people count small numbers of things one by one: 20 dead are twenty
ROUNDING_SHARE = 0.05  # a round number is never rounded by more than a twentieth
ABOUT_SHARE = 0.10  # "about", "some", "nearly": a tenth either way
_EDGE = 1e-9  # keeps the open end of a rounding interval open


class Interval(NamedTuple):
    """Closed bounds; infinite where the wording sets none."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether one value can satisfy both."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: "Interval") -> "Interval":
        """What both allow; the two must meet."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    @property
    def width(self) -> float:
        return self.high - self.low


def interval_of(quantity: Quantity) -> Interval | None:
    """The values a claim allows; None if it sets no bound at all.

    A number said without a hedge may be rounded: it stands for everything that rounds to it at its last significant
    digit (9,600 for 9,550 to 9,649), which is how significant figures are read, but never for more than a twentieth
    either way (an unhedged 1,000 is not 1,400), and a count below a hundred is exact. A hedge ("about") widens this
    to a tenth, in the range that reviews of numeral approximation give for round numbers (Krifka 2007: the coarser
    the scale of a numeral, the wider its reading). "More than" and "at most" leave one side open. So does what is only
    implied: "a man was killed" tells of one and denies no other.
    """
    low, high = quantity.value_low, quantity.value_high
    value = quantity.value
    if quantity.bound == "between" or value is None:
        if low is None and high is None:
            return None
        return Interval(-math.inf if low is None else low, math.inf if high is None else high)
    if quantity.bound == "at_least" or quantity.basis == "implied":
        return Interval(value, math.inf)
    if quantity.bound == "at_most":
        return Interval(0.0 if value >= 0 else -math.inf, value)
    rounded = rounding(value, counted=quantity.unit is None)
    if quantity.bound == "exact":
        return rounded
    reach = ABOUT_SHARE * abs(value)
    return Interval(min(rounded.low, value - reach), max(rounded.high, value + reach))


def rounding(value: float, *, counted: bool) -> Interval:
    """The values that round to an unhedged ``value``; ``counted`` things come in whole numbers."""
    place = _last_place(value)
    if counted and (abs(value) < EXACT_BELOW or place <= 1) and value == int(value):
        return Interval(value, value)
    half = min(place / 2, ROUNDING_SHARE * abs(value)) if value else place / 2
    if counted and place > 1:
        return Interval(math.ceil(value - half), math.ceil(value + half) - 1)
    return Interval(value - half, value + half * (1 - _EDGE))


def _last_place(value: float) -> float:
    """The weight of the last significant digit: 100 for 9600, 1 for 9592, 0.1 for 4.5."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return float(Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else 1.0
