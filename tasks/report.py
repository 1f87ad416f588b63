"""Report: the review page of the published lake."""

from pathlib import Path

from prefect import task

from tasks.lake import Lake
from tasks.reporting import gather
from tasks.reporting import report as render


@task
def report(lake: Lake, page: Path) -> Path:
    """Write the review page, whole or not at all."""
    with lake.reader() as reader:
        html = render(gather(reader, snapshot_id=reader.snapshot))
    partial = page.with_suffix(".partial")
    partial.write_text(html, encoding="utf-8")
    partial.replace(page)
    return page
