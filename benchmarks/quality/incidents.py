"""Incidents: a lake is made of their articles, and one query asks it for stories, killed and injured."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.quality.product import Record, printed, read_lines

GOLD = "incidents_dev.jsonl"
QUERY = Path(__file__).with_name("incidents.sql")


@cache
def predicted(data: Path) -> tuple[Record, ...]:
    """A row an article: ``id``, ``cluster``, ``killed``, ``injured``. One run of the product serves all who ask."""
    with TemporaryDirectory() as folder:
        raw, curated = Path(folder) / "raw", Path(folder) / "curated"
        raw.mkdir()
        (raw / GOLD).write_text("".join(map(_page, read_lines(data / GOLD))), encoding="utf-8")
        printed("run", "--raw", str(raw), "--curated", str(curated))
        found = printed("sql", "--format", "json", "--curated", str(curated), "--", QUERY.read_text(encoding="utf-8"))
    return tuple(json.loads(found))


def _page(row: Record) -> str:
    """The article as its page shows it, below its headline."""
    page = {
        "id": row["doc_id"],
        "text": f"{row['title']}\n\n{row['text']}",
        "headline": row["title"],
        "published": row["published_on"],
        "url": row["url"],
    }
    return json.dumps(page, ensure_ascii=False) + "\n"
