"""Peers that run here, on the same pages in the same run: trafilatura and htmldate at their best settings."""

import htmldate
import trafilatura

from benchmarks.quality.product import Record


def main_text(page: bytes, url: str) -> Record:
    """The main text as trafilatura's own evaluation asks for it: no comments, favouring recall and precision alike."""
    return {"text": trafilatura.extract(page, url=url, include_comments=False, with_metadata=False)}


def page(page: bytes, url: str) -> Record:
    found = trafilatura.bare_extraction(page, url=url, include_comments=False, with_metadata=True)
    row = found if isinstance(found, dict) else found.as_dict() if found else {}
    return {
        "headline": row.get("title"),
        "byline": row.get("author"),
        "published_on": row.get("date"),
        "text": row.get("text"),
    }


def publication_day(page: bytes, url: str) -> Record:
    found = htmldate.find_date(page, url=url, extensive_search=True, original_date=True)
    return {"published_on": found}
