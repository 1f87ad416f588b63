"""What a check is given: the audits of the lake and what each of them found.

The audits are SQL in ``tasks/lake/sql/audits/``; the lake runs them and counts. These protocols
say what is read of its answers, so that nothing here imports the lake.
"""

from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from tasks.tables.findings import Severity

ROWS = pa.schema([("row_id", pa.string()), ("article_id", pa.string()), ("observed", pa.string())])


class Audit(Protocol):
    """One query that returns the rows that are wrong, described by the head of its file."""

    @property
    def suite(self) -> str:
        """The table whose suite it belongs to."""

    @property
    def name(self) -> str:
        """Its name, unique in the suite."""

    @property
    def severity(self) -> Severity:
        """What a failure does."""

    @property
    def scope(self) -> str:
        """``row``: a failure concerns an article; ``lake``: the lake as a whole; ``run``: somebody has to look."""

    @property
    def table(self) -> str:
        """The table that its ``row_id`` are keys of."""

    @property
    def expectation(self) -> str:
        """The sentence that should be true."""


class AuditResult(Protocol):
    """``count`` rows are wrong; ``rows`` (row_id, article_id, observed) are all or the first of them."""

    @property
    def audit(self) -> Audit: ...

    @property
    def count(self) -> int: ...

    @property
    def rows(self) -> pa.Table: ...

    @property
    def sql(self) -> str: ...


@dataclass(frozen=True)
class _NotRunAudit:
    suite: str
    name: str
    severity: Severity = "critical"
    scope: str = "lake"

    @property
    def table(self) -> str:
        return self.suite

    @property
    def expectation(self) -> str:
        return f"The audit {self.name} is run"


@dataclass(frozen=True)
class NotRun:
    """The result of an audit that nobody ran: a critical failure of the lake."""

    audit: _NotRunAudit
    count: int = 1
    sql: str = ""

    @classmethod
    def of(cls, suite: str, name: str) -> "NotRun":
        return cls(_NotRunAudit(suite, name))

    @property
    def rows(self) -> pa.Table:
        return pa.table({"row_id": [self.audit.suite], "article_id": [None], "observed": ["it was not run"]}, ROWS)
