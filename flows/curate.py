"""The main job: new raw documents → curated tables → checks → publication → report.

One run holds the lake's lease from beginning to end. After a change of code, model or registry it first publishes
the past as the new code sees it, then what people have ruled since, then the new input, so that each snapshot has one
cause (law 10).
"""

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.runtime import flow_run

from flows.ledger import Entry, code_version, last_good_run, recorded
from flows.settings import Settings
from tasks.check import carry_findings, check
from tasks.clean import clean, cleaned_by, link_versions, settle_sources
from tasks.collect import collect, collect_outdated, has_documents
from tasks.errors import CheckFailed, CrosswireError, PublicationBlocked, UsageError
from tasks.extract import extract, extracted_by, unextracted
from tasks.judge import (
    collect_judgements,
    due_judgements,
    judge_sources,
    judged_by,
    published_judgements,
    settle_judgements,
    standing_problems,
)
from tasks.lake import Lake, Stage
from tasks.publish import publish, refresh
from tasks.quarantine import quarantine
from tasks.reconcile import reconcile, reconciled_by
from tasks.report import report
from tasks.tables.judgements import Judgement
from tasks.tables.sources import Source

NAME = "curate"
Cause = Literal["code", "judgement", "input"]
Judgements = tuple[Judgement, ...]
T = TypeVar("T")
log = logging.getLogger("crosswire")


def _without_expected_traceback(record: logging.LogRecord) -> bool:
    """A failure on purpose is one line in Prefect's log; only a bug has a stack trace."""
    if record.exc_info and isinstance(record.exc_info[1], CrosswireError):
        record.exc_info = None
    return True


for _name in ("prefect.flow_runs", "prefect.task_runs"):
    logging.getLogger(_name).addFilter(_without_expected_traceback)


@dataclass(frozen=True)
class Outcome:
    """How a run ended well; ``snapshots`` are those it published, none if nothing differed."""

    run_id: str
    documents_count: int
    snapshots: tuple[int, ...]


@dataclass(frozen=True)
class _Job:
    """What the steps of one run work with: places and names, no data."""

    settings: Settings
    lake: Lake
    run_id: str

    def batches(self, items: Sequence[T]) -> Iterator[Sequence[T]]:
        size = self.settings.batch_size
        return (items[start : start + size] for start in range(0, len(items), size))


@flow(name=NAME)
def curate(
    raw: Path | None = None,
    curated: Path | None = None,
    batch_size: int | None = None,
    judgements: Path | None = None,
) -> Outcome:
    """Bring the lake in ``curated`` up to date with the documents under ``raw``; None takes the setting.

    Raises UsageError for a wrong input folder, manifest or judgement, LakeError if the lake cannot be had,
    PublicationBlocked if a critical check of the lake as a whole failed; readers then keep the last published
    snapshot. Raises CheckFailed at the end, with everything published, while a judgement no longer applies.
    """
    given = {"raw": raw, "curated": curated, "batch_size": batch_size, "judgements": judgements}
    settings = Settings.load().model_copy(update={name: value for name, value in given.items() if value is not None})
    if not settings.raw.is_dir() and not Lake(settings.curated).exists():
        raise UsageError(f"there is no folder {settings.raw}: name one with --raw")  # and leave no empty lake behind
    job = _Job(settings, Lake(settings.curated), str(flow_run.id))
    with job.lake.lease(settings.lease_seconds):
        job.lake.create()
        with recorded(job.lake, job.run_id, NAME, settings.model) as entry:
            outcome = _bring_up_to_date(job, entry)
        if settings.refresh_parquet:
            refresh(job.lake)
        report(job.lake, settings.curated / "report.html")
    _create_artifacts(job)
    _raise_problems(job.lake)
    return outcome


def _bring_up_to_date(job: _Job, entry: Entry) -> Outcome:
    """Publish the past anew if it is other code's, then if people ruled otherwise since, then the new input."""
    lake, raw = job.lake, job.settings.raw
    earlier, last_curated = last_good_run(lake), last_good_run(lake, NAME)
    snapshots: list[int | None] = []
    ruled, kept = collect_judgements(lake, job.settings.judgements), published_judgements(lake)
    if has_documents(lake) and (last_curated is None or last_curated.code_version != code_version(job.settings.model)):
        snapshots.append(_publication(job, "code", collect_outdated(lake, raw, cleaned_by()), kept))
    arrived = collect(lake, raw)
    due = due_judgements(lake, ruled, kept) if arrived else ruled
    if has_documents(lake) and due != kept:
        snapshots.append(_publication(job, "judgement", (), due))
    if arrived:
        snapshots.append(_publication(job, "input", arrived, ruled))
    if not snapshots and earlier is not None:
        carry_findings(lake, earlier.run_id, job.run_id)
    published = tuple(snapshot for snapshot in snapshots if snapshot is not None)
    entry.documents_count, entry.snapshot_id = len(arrived), max(published, default=None)
    return Outcome(job.run_id, len(arrived), published)


def _publication(job: _Job, cause: Cause, paths: Sequence[str], judgements: Judgements) -> int | None:
    """Read, clean, extract, reconcile, check, publish: one snapshot, or None if nothing differed."""
    stage = Stage.open(job.lake, f"{job.run_id}-{cause}")
    sources: set[Source] = set()
    for batch in job.batches(paths):
        sources |= clean(stage, job.settings.raw, batch, cleaned_by())
        log.info("cleaned %s documents of %s", len(batch), len(paths))
    _settle(job, stage, sources, judgements)
    return publish(job.lake, stage, job.run_id, cause)


def _settle(job: _Job, stage: Stage, sources: Collection[Source], judgements: Judgements) -> None:
    """Extract, reconcile and check until no article fails; each round takes at least one away, so it ends."""
    while True:
        ruled = judge_sources(job.lake, stage, judgements)
        _extract(job, stage)
        settle_sources(job.lake, stage, {*sources, *ruled})
        log.info("reconciling and checking")
        settle_judgements(job.lake, stage, judgements)
        reconcile(job.lake, stage, reconciled_by(judged_by(judgements)), job.settings.memory)
        verdict = check(job.lake, stage, job.settings.curated / "data_docs", job.run_id)
        if not verdict.rejected:
            break
        if not quarantine(job.lake, stage, "failed_check", verdict.rejected):
            raise PublicationBlocked(f"a critical check names no article of the lake: {min(verdict.rejected.values())}")
    if verdict.blocking:
        raise PublicationBlocked(f"nothing was published: {'; '.join(verdict.blocking)}")


def _extract(job: _Job, stage: Stage) -> None:
    """Link articles and extract what is not extracted; again, while a failed article leaves a copy to stand for it."""
    model = job.settings.model
    while True:
        link_versions(job.lake, stage)
        waiting = unextracted(job.lake, stage, extracted_by(model))
        if not waiting:
            return
        for batch in job.batches(waiting):
            extract(job.lake, stage, batch, model, job.settings.passages, extracted_by(model))
            log.info("extracted %s articles of %s", len(batch), len(waiting))


def _raise_problems(lake: Lake) -> None:
    """A ruling that silently ends is worse than none: the run fails until somebody has looked."""
    if problems := standing_problems(lake):
        more = f" (and {len(problems) - 1} more: see the report)" if len(problems) > 1 else ""
        raise CheckFailed(f"a judgement no longer applies: {problems[0]}{more}")


def _create_artifacts(job: _Job) -> None:
    with job.lake.reader() as reader:
        counts = reader.named("runs/counts").to_pylist()
        findings = reader.named("runs/findings", run_id=job.run_id).to_pylist()
    create_table_artifact(key="curate-summary", table=counts, description="What the lake holds")
    create_table_artifact(key="curate-findings", table=findings, description="Failed expectations of this run")
