"""What is expected of date expressions beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.dates import DATES

SUITE = Suite(
    DATES,
    domain=("days_are_in_order",),
)
