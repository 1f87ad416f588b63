"""Check: run the expectations on a state of the lake and write down what failed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from prefect import task

from expectations.findings import merge
from expectations.reference_facts import NAME, reference_facts
from tasks.lake import Lake, Stage
from tasks.tables.findings import FINDINGS

ROWS_SHOWN = 1_000  # failing rows of one expectation that become findings; the rest are one finding with their number


@dataclass(frozen=True)
class Verdict:
    """``rejected``: why, by article id; ``blocking``: what is wrong with the lake as a whole, a sentence each;
    ``failing``: what does not keep the publication back and still needs a person.
    """

    rejected: Mapping[str, str]
    blocking: tuple[str, ...]
    failing: tuple[str, ...]


@task
def check(lake: Lake, stage: Stage | None, docs: Path, run_id: str) -> Verdict:
    """Judge the candidate state of ``stage``, or the published one; findings go to the ledger, pages to ``docs``."""
    from expectations.judge import judge  # Great Expectations takes seconds to import: only where there is work

    with lake.reader(stage=stage, relations={NAME: reference_facts()}) as reader:
        results = [reader.audit(audit, ROWS_SHOWN) for audit in reader.audits()]
        earlier = reader.rows(FINDINGS)
    judgement = judge(results, docs, run_id)
    lake.record(FINDINGS, merge(earlier, judgement.findings))
    return Verdict(dict(judgement.rejected), judgement.blocking, judgement.failing)


def carry_findings(lake: Lake, from_run: str, run_id: str) -> None:
    """What the last check found still holds where nothing changed: it is this run's finding too."""
    with lake.reader() as reader:
        findings = reader.rows(FINDINGS)
    lake.record(FINDINGS, [replace(row, last_run=run_id) for row in findings if row.last_run == from_run])
