"""Publish: let readers see what has passed."""

from prefect import task

from tasks.lake import Lake, Stage


@task
def publish(lake: Lake, stage: Stage, run_id: str, cause: str, refresh: bool) -> int | None:
    """Commit a stage in one transaction; the new snapshot's id, or None if it changed nothing.

    ``refresh`` writes the plain ``<table>.parquet`` files anew.
    """
    return lake.publish(stage, run_id=run_id, cause=cause, refresh=refresh)
