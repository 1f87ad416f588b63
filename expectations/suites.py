"""One suite a table. A table without a module here has the expectations of its declaration."""

from expectations import articles, blocks, dates, documents, evidence, facts, judgements, quantities, statements
from expectations.suite import Suite
from tasks.tables import TABLES

_DOMAIN: dict[str, Suite] = {
    suite.name: suite
    for suite in (
        documents.SUITE,
        articles.SUITE,
        blocks.SUITE,
        quantities.SUITE,
        statements.SUITE,
        dates.SUITE,
        evidence.SUITE,
        facts.SUITE,
        judgements.SUITE,
    )
}

SUITES: tuple[Suite, ...] = tuple(_DOMAIN.get(table.name, Suite(table)) for table in TABLES)
