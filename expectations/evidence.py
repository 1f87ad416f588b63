"""What is expected of evidence beyond its declaration."""

from expectations.suite import Suite
from tasks.tables.evidence import EVIDENCE

SUITE = Suite(
    EVIDENCE,
    domain=(
        "claim_is_in_one_fact",
        "claim_is_of_the_article",
        "article_is_current",
    ),
)
