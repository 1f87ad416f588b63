"""What is expected of facts beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.facts import FACTS

SUITE = Suite(
    FACTS,
    domain=(
        "troop_counts_agree",
        "match_reference_facts",
        "claims_agree",
        "has_evidence",
        "counts_match_evidence",
        "support_matches_origins",
        "verdict_matches_evidence",
        "stances_match_verdict",
        "values_are_in_order",
    ),
)
