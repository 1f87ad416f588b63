"""What is expected of statements beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.statements import STATEMENTS

SUITE = Suite(
    STATEMENTS,
    domain=("speaker_is_outside",),
)
