"""Publish: let readers see what has passed, and keep what became of the ids they knew."""

from prefect import task

from tasks.lake import Lake, Stage
from tasks.reconciling import Flow, changes
from tasks.tables.lineage import LineageChange


@task
def publish(lake: Lake, stage: Stage, run_id: str, cause: str) -> int | None:
    """Commit a stage in one transaction; the new snapshot's id, or None if it changed nothing.

    The lineage goes with it: what becomes of entities, stories and facts whose members are of another one then.
    """
    with lake.reader(stage=stage) as reader:
        moved = reader.named("runs/moved_members").to_pylist()
    lineage = [LineageChange(**change._asdict(), run_id=run_id) for change in changes(Flow(**row) for row in moved)]
    return lake.publish(stage, run_id, cause, lineage, refresh=False)


@task
def refresh(lake: Lake) -> None:
    """Bring the plain ``<table>.parquet`` files up to what is published, the ledger too."""
    lake.refresh()
