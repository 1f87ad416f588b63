"""The ledger's rows of a flow run, written whatever becomes of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version

from tasks.clean import cleaned_by
from tasks.errors import PublicationBlocked
from tasks.extract import extracted_by
from tasks.lake import Lake
from tasks.language import model_version
from tasks.reconcile import reconciled_by
from tasks.reference.fingerprints import fingerprint
from tasks.tables.runs import RUNS, Run


@dataclass
class Entry:
    """What a run has to say of itself when it ends well."""

    documents_count: int = 0
    snapshot_id: int | None = None


@contextmanager
def recorded(lake: Lake, run_id: str, flow: str, model: str) -> Iterator[Entry]:
    """Keep a row for the run: failed without an end, until it ends; then how it ended."""
    run = Run(
        run_id=run_id,
        flow=flow,
        started_at=datetime.now(UTC),
        ended_at=None,
        code_version=code_version(model),
        model=model_version(model),
        snapshot_id=None,
        documents_count=0,
        status="failed",
    )
    lake.record(RUNS, [run])
    entry = Entry()
    try:
        yield entry
        run = replace(run, status="unchanged" if entry.snapshot_id is None else "published")
    except PublicationBlocked:
        run = replace(run, status="blocked")
        raise
    finally:
        ended = replace(run, ended_at=datetime.now(UTC), **vars(entry))
        lake.record(RUNS, [ended])


def code_version(model: str) -> str:
    """The version of the project and the fingerprint of everything that decides what is published."""
    stages = (cleaned_by(), extracted_by(model), reconciled_by())
    return f"{version('crosswire')}+{fingerprint(('expectations', 'tasks.lake', 'tasks.tables'), *stages)}"


def last_good_run(lake: Lake, flow: str | None = None) -> Run | None:
    """The last run, of ``flow`` or of any, that was neither blocked nor failed."""
    with lake.reader() as reader:
        runs = reader.rows(RUNS)
    good = (run for run in runs if run.status in ("published", "unchanged") and flow in (None, run.flow))
    return max(good, key=lambda run: (run.started_at, run.run_id), default=None)
