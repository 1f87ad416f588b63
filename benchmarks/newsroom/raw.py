"""Pages as the pipeline finds them: a raw folder of JSON lines."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.newsroom.articles import Page

_LINES_A_FILE = 500


def write(pages: Iterable[Page], raw: Path) -> Iterator[Page]:
    """Write each page to the folder and hand it on."""
    raw.mkdir(parents=True, exist_ok=True)
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        lines.append(json.dumps(record(page), ensure_ascii=False) + "\n")
        if number % _LINES_A_FILE == 0:
            _flush(raw, number // _LINES_A_FILE, lines)
        yield page
    if lines:
        _flush(raw, number // _LINES_A_FILE + 1, lines)


def _flush(raw: Path, number: int, lines: list[str]) -> None:
    (raw / f"pages-{number:05}.jsonl").write_text("".join(lines), encoding="utf-8")
    lines.clear()


def record(page: Page) -> dict[str, str]:
    """One line: what a collector would know of the page."""
    article = page.article
    found = {
        "id": article.key,
        "text": page.text,
        "source": article.outlet.name,
        "url": f"https://{article.outlet.domain}/{article.key}",
        "published": article.published.isoformat() + "Z",
    }
    return found | ({"byline": article.byline} if article.byline else {})
