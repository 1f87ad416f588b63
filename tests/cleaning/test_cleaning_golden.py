"""Messy pages, line by line: each is kept or removed as its file says."""

from pathlib import Path

import pytest

from tasks.cleaning.page_text import pieces_of, read_page

PAGES = sorted((Path(__file__).parent / "golden").glob("*.page"))


def expected_of(path: Path) -> tuple[str, list[tuple[str, str]]]:
    """The page, and the kind of each of its slices; a dateline and the body behind it share a
    line of the page, and so do a headline and the outlet behind it."""
    page, slices, glue = "", [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line:
            page += "\n"
            continue
        kind, text = (part.strip() for part in line.split("|", 1))
        page += (" " if text.startswith("|") else glue) + text
        glue = " " if kind == "dateline" else "\n"
        slices.append((kind, text))
    return page, slices


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_has_the_kind_that_its_golden_file_says(path: Path) -> None:
    page, expected = expected_of(path)
    found = [(piece.kind, page[piece.start : piece.end]) for piece in pieces_of(read_page(page, None, None), page)]
    assert found == expected
