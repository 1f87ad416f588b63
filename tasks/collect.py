"""Collect: which raw documents are new, changed, or to be read again."""

from pathlib import Path

from prefect import task

from tasks.lake import Lake
from tasks.reading import read_folder


@task
def collect(lake: Lake, raw: Path) -> tuple[str, ...]:
    """Paths under ``raw`` of the documents that the lake does not have, or has with other metadata.

    A document whose file has gone stays in the lake as it is. Raises UsageError for a missing folder or a wrong
    manifest.
    """
    with lake.reader() as reader:
        rows = reader.named("runs/known_documents").to_pylist()
    known = {row["document_id"]: row["metadata"] for row in rows}
    documents = (reading.document for reading in read_folder(raw))
    return tuple(document.path for document in documents if known.get(document.document_id) != document.metadata)


@task
def collect_outdated(lake: Lake, raw: Path, cleaned_by: str) -> tuple[str, ...]:
    """Paths of documents that other code cleaned, and of those that did not become an article, if they are still there.

    What has changed since, on its path or in its manifest, is left to :func:`collect`.
    """
    with lake.reader() as reader:
        rows = reader.named("runs/outdated_documents", cleaned_by=cleaned_by).to_pylist()
    outdated = {row["document_id"]: row["metadata"] for row in rows}
    documents = (reading.document for reading in read_folder(raw)) if outdated else ()
    return tuple(document.path for document in documents if outdated.get(document.document_id) == document.metadata)


def has_documents(lake: Lake) -> bool:
    """Whether anything was ever published."""
    with lake.reader() as reader:
        return bool(reader.named("runs/known_documents").num_rows)
