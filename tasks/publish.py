"""Publish: let readers see what has passed."""

from prefect import task

from tasks.lake import Lake, Stage


@task
def publish(lake: Lake, stage: Stage, run_id: str, cause: str) -> int | None:
    """Commit a stage in one transaction; the new snapshot's id, or None if it changed nothing."""
    return lake.publish(stage, run_id, cause, refresh=False)


@task
def refresh(lake: Lake) -> None:
    """Bring the plain ``<table>.parquet`` files up to what is published, the ledger too."""
    lake.refresh()
