"""Judging a candidate state of the lake: what its audits found, by Great Expectations."""

import html
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import great_expectations as gx
import pandas as pd
from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.data_context.data_context.abstract_data_context import AbstractDataContext
from great_expectations.datasource.fluent.pandas_datasource import PandasDatasource
from great_expectations.expectations.metadata_types import FailureSeverity

from expectations.audits import AuditResult, NotRun
from expectations.data_docs import build, context_with_docs
from expectations.findings import findings_of
from expectations.nothing_fails import COLUMNS, ExpectNothingFails
from expectations.suite import Suite
from expectations.suites import SUITES
from tasks.errors import PublicationBlocked
from tasks.tables.findings import Finding

SHOWN_ROWS = 20  # failing rows of one expectation in Data Docs; findings have them all


@dataclass(frozen=True)
class Judgement:
    """What follows from a check.

    ``findings`` are all failures; ``rejected`` maps each article with a critical failure of its rows to the
    reason (quarantine it and check again); ``blocking`` are the critical failures of the lake as a whole, a
    sentence each (publish nothing), ``failing`` those that are published and end the run as a failure;
    ``expectations_count`` says how many expectations were judged; ``docs`` is
    the first page of Data Docs.
    """

    findings: tuple[Finding, ...]
    rejected: Mapping[str, str]
    blocking: tuple[str, ...]
    failing: tuple[str, ...]
    expectations_count: int
    docs: Path


def judge(results: Sequence[AuditResult], docs: Path, run_id: str, suites: Sequence[Suite] = SUITES) -> Judgement:
    """Judge what the audits found, and build Data Docs in the folder ``docs`` (``index.html``).

    One suite a table, one after another. Great Expectations decides what failed; the audits' severity and scope
    decide what follows. An audit of a suite that was not run fails, critically.

    Raises PublicationBlocked where a result cannot be judged: no suite has its audit, two results are of one
    audit, or Great Expectations dropped or could not evaluate an expectation.
    """
    found = _complete(results, suites)
    context = context_with_docs(docs)
    frames = context.data_sources.add_pandas("lake")
    failed: list[AuditResult] = []
    for suite in suites:
        validated = _validate(context, frames, found[suite.name], suite.name, run_id)
        failed += [found[suite.name][name] for name in _failed(suite, validated)]
    return _judgement(failed, run_id, sum(map(len, found.values())), build(context, docs))


def _complete(results: Sequence[AuditResult], suites: Sequence[Suite]) -> dict[str, dict[str, AuditResult]]:
    """Results by suite and audit, in the order of the suites, with the audits that were not run."""
    given: dict[tuple[str, str], AuditResult] = {}
    for result in results:
        key = (result.audit.suite, result.audit.name)
        if key in given:
            raise PublicationBlocked(f"audit {'/'.join(key)} has two results: run each audit once")
        given[key] = result
    found: dict[str, dict[str, AuditResult]] = {
        suite.name: {name: given.get((suite.name, name), NotRun.of(suite.name, name)) for name in suite.audits}
        for suite in suites
    }
    unknown = given.keys() - {(suite, name) for suite, audits in found.items() for name in audits}
    if unknown:
        raise PublicationBlocked(f"audit {'/'.join(min(unknown))} is in no suite: name it in expectations/")
    return found


def _validate(
    context: AbstractDataContext,
    frames: PandasDatasource,
    found: Mapping[str, AuditResult],
    suite: str,
    run_id: str,
) -> ExpectationSuiteValidationResult:
    data = frames.add_dataframe_asset(suite)
    definition = gx.ValidationDefinition(
        name=suite,
        data=data.add_batch_definition_whole_dataframe("audits"),
        suite=context.suites.add(expectations_of(suite, found)),
    )
    return context.validation_definitions.add(definition).run(
        batch_parameters={"dataframe": _frame(found)}, run_id=gx.RunIdentifier(run_name=run_id)
    )


def expectations_of(suite: str, found: Mapping[str, AuditResult]) -> gx.ExpectationSuite:
    """The suite as Great Expectations has it: an expectation for each audit of ``found``."""
    return gx.ExpectationSuite(suite, expectations=[_expectation(result) for result in found.values()])


def _expectation(result: AuditResult) -> ExpectNothingFails:
    audit = result.audit
    return ExpectNothingFails(
        audit=audit.name,
        severity=FailureSeverity(audit.severity),
        description=html.escape(f"{audit.expectation} ({audit.severity}: {audit.name})", quote=False),
        meta={"sql": result.sql},
    )


def _frame(found: Mapping[str, AuditResult]) -> pd.DataFrame:
    """Count and first rows of each audit; one that returned none has a row without a ``row_id``."""
    records: list[tuple[str, int, str | None, str | None, str | None]] = []
    for name, result in found.items():
        shown = result.rows.slice(0, SHOWN_ROWS).to_pylist() or [{"row_id": None, "article_id": None, "observed": None}]
        records += [(name, result.count, row["row_id"], row["article_id"], row["observed"]) for row in shown]
    return pd.DataFrame(records, columns=list(COLUMNS))


def _failed(suite: Suite, validated: ExpectationSuiteValidationResult) -> list[str]:
    """Names of the audits that failed, once it is sure that each was judged."""
    judged = {
        str(result.expectation_config.kwargs["audit"]): result
        for result in validated.results
        if result.expectation_config is not None
    }
    if judged.keys() != set(suite.audits):
        raise PublicationBlocked(f"suite {suite.name}: {len(judged)} of {len(suite.audits)} expectations were judged")
    for name, result in judged.items():
        if result.exception_info.get("raised_exception", True):
            raise PublicationBlocked(f"{suite.name}/{name} could not be judged: {result.exception_info}")
    return [name for name, result in judged.items() if not result.success]


def _judgement(failed: Sequence[AuditResult], run_id: str, expectations_count: int, docs: Path) -> Judgement:
    findings: list[Finding] = []
    rejected: dict[str, list[str]] = defaultdict(list)
    blocking: list[str] = []
    failing: list[str] = []
    for result in failed:
        rows = findings_of(result, run_id)
        findings += rows
        if result.audit.severity == "critical":
            _rule(result, rows, rejected, failing if result.audit.scope == "run" else blocking)
    reasons = {article_id: "; ".join(sorted(set(rejected[article_id]))) for article_id in sorted(rejected)}
    return Judgement(tuple(findings), reasons, tuple(blocking), tuple(failing), expectations_count, docs)


def _rule(result: AuditResult, rows: Sequence[Finding], rejected: dict[str, list[str]], blocking: list[str]) -> None:
    """A critical failure of a known article's row costs the article; any other costs the publication."""
    audit = result.audit
    name = f"{audit.suite}/{audit.name}: {audit.expectation}"
    of_the_lake = [row for row in rows if audit.scope != "row" or row.article_id is None]
    if of_the_lake:
        first = of_the_lake[0]
        blocking.append(f"{name}: {result.count:,} failed, such as {first.row_id}: {first.observed}")
    for row in rows:
        if audit.scope == "row" and row.article_id is not None:
            rejected[row.article_id].append(name)
