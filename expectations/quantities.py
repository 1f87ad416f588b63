"""What is expected of quantity claims beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.quantities import QUANTITIES

SUITE = Suite(
    QUANTITIES,
    domain=("values_are_in_order",),
)
