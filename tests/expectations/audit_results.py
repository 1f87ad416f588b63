"""Results of audits, without a lake."""

from dataclasses import dataclass, field

import pyarrow as pa

from expectations.audits import ROWS
from expectations.suite import Suite
from tasks.tables.articles import ARTICLES
from tasks.tables.facts import FACTS
from tasks.tables.findings import Severity

SUITES = (Suite(ARTICLES, ("has_source", "text_is_verbatim")), Suite(FACTS, ("claims_agree",)))


@dataclass(frozen=True)
class Audit:
    suite: str = "articles"
    name: str = "has_source"
    severity: Severity = "critical"
    scope: str = "row"
    expectation: str = "Each article has a source"

    @property
    def table(self) -> str:
        return self.suite


@dataclass(frozen=True)
class Result:
    audit: Audit
    count: int = 0
    rows: pa.Table = field(default_factory=ROWS.empty_table)
    sql: str = "SELECT article_id FROM articles WHERE source_id IS NULL"


def failed(audit: Audit, *rows: tuple[str, str | None, str], count: int | None = None) -> Result:
    """A result with rows of (row_id, article_id, observed)."""
    records = [dict(zip(ROWS.names, row, strict=True)) for row in rows]
    return Result(audit, len(rows) if count is None else count, pa.Table.from_pylist(records, ROWS))


def all_results(*given: Result) -> list[Result]:
    """A result for each audit of SUITES: those given, the others passed."""
    found = {(result.audit.suite, result.audit.name): result for result in given}
    names = [(suite.name, name) for suite in SUITES for name in suite.audits]
    return [found.get(key, Result(Audit(*key))) for key in names]
