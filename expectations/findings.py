"""Findings: rows of what failed, and how they meet those of earlier runs."""

from collections.abc import Iterable
from dataclasses import replace

from expectations.audits import AuditResult
from tasks.reference.ids import content_id
from tasks.tables.findings import Finding

OBSERVED_LIMIT = 1_000  # code points of one finding's text: pages are hostile, findings are read by people


def findings_of(result: AuditResult, run_id: str) -> tuple[Finding, ...]:
    """A finding a failing row, in the order of their row ids.

    What an audit says twice of one row is one finding. Where it returned fewer rows than it counted, one more
    finding, on the table, says how many are left to the SQL: so every failure is in a finding, by name or by number.
    """
    observed: dict[str, tuple[str | None, list[str]]] = {}
    for row in result.rows.to_pylist():
        observed.setdefault(row["row_id"], (row["article_id"], []))[1].append(row["observed"])
    left = result.count - result.rows.num_rows
    if left > 0:
        text = f"{left:,} more of {result.count:,} rows fail; the SQL shows them all"
        observed.setdefault(result.audit.table, (None, []))[1].append(text)
    return tuple(
        _finding(result, run_id, row_id, article_id, "; ".join(sorted(set(texts))))
        for row_id, (article_id, texts) in sorted(observed.items())
    )


def merge(earlier: Iterable[Finding], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The ledger after a run: what is found again keeps its first run, what is no longer found stays as it was.

    Ordered by id; merging the same findings again changes nothing.
    """
    ledger = {finding.finding_id: finding for finding in earlier}
    for finding in found:
        known = ledger.get(finding.finding_id)
        ledger[finding.finding_id] = replace(finding, first_run=known.first_run) if known else finding
    return tuple(ledger[finding_id] for finding_id in sorted(ledger))


def _finding(result: AuditResult, run_id: str, row_id: str, article_id: str | None, observed: str) -> Finding:
    audit = result.audit
    return Finding(
        finding_id=content_id("finding", audit.suite, audit.name, audit.table, row_id),
        suite=audit.suite,
        expectation=audit.name,
        severity=audit.severity,
        table_name=audit.table,
        row_id=row_id,
        article_id=article_id,
        observed=observed if len(observed) <= OBSERVED_LIMIT else observed[: OBSERVED_LIMIT - 1] + "…",
        sql=result.sql,
        first_run=run_id,
        last_run=run_id,
    )
