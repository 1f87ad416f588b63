"""Quarantine: take articles that a stage failed on, or a check rejected, out of the lake, and keep why."""

from collections.abc import Mapping

from tasks.lake import Lake, Stage
from tasks.tables import CONTENT
from tasks.tables.articles import ARTICLES
from tasks.tables.declaration import Owner
from tasks.tables.quarantine import QUARANTINE, Quarantined, Reason

DETAIL_LIMIT = 500  # code points of an error's message that are kept


def quarantine(lake: Lake, stage: Stage, reason: Reason, details: Mapping[str, str]) -> int:
    """Stage the removal of articles and the quarantine of their documents; ``details`` by article id.

    Returns how many articles that takes away.
    """
    if not details:
        return 0
    with lake.reader(stage=stage) as reader:
        document_ids = {row.article_id: row.document_id for row in reader.rows(ARTICLES, details.keys())}
    rows = [
        Quarantined(document_id=document_id, reason=reason, detail=details[article_id][:DETAIL_LIMIT])
        for article_id, document_id in document_ids.items()
    ]
    stage.put(QUARANTINE, rows, list(document_ids.values()))
    for table in CONTENT:
        if table.owner is Owner.ARTICLE:
            stage.put(table, [], details.keys())
    return len(rows)


def one_line(doing: str, error: Exception) -> str:
    """What went wrong with one document, for people."""
    return " ".join(f"{doing} raised {type(error).__name__}: {error}".split())[:DETAIL_LIMIT]
