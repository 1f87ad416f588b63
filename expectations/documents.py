"""What is expected of documents beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.documents import DOCUMENTS

SUITE = Suite(
    DOCUMENTS,
    domain=(
        "each_is_accounted_for",
        "none_is_lost",
    ),
)
