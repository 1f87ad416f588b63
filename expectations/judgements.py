"""What is expected of judgements beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.judgements import JUDGEMENTS

SUITE = Suite(JUDGEMENTS, domain=("still_apply", "claims_are_evidence"))
