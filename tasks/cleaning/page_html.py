"""A page that came as HTML: trafilatura's main text, found again word by word on the rendered page."""

from trafilatura import extract

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import Line, lines_of
from tasks.cleaning.rules import label_lines
from tasks.cleaning.word_alignment import matched, words_of

KEPT_SHARE = 0.5  # of a line's words that the main text has
_OUTSIDE = Label("markup", "outside_main_text")


def read_html(markup: str, page: str, headline: str | None, byline: str | None) -> PageView:
    """The rendered page's lines with their labels; without any main text the page is read like plain text."""
    lines = lines_of(page)
    main = extract(markup, include_comments=False, include_tables=True, favor_precision=False) or ""
    outside = _outside(lines, main)
    view = PageView(lines, {}, headline, byline)
    return label_lines(view, outside if len(outside) < len(lines) else None)


def _outside(lines: tuple[Line, ...], main: str) -> Labels:
    words = [words_of(line.text) for line in lines]
    taken = matched([word for line in words for word in line], words_of(main))
    labels: dict[int, Label] = {}
    at = 0
    for index, line in enumerate(words):
        share = sum(taken[at : at + len(line)]) / len(line) if line else 0.0
        if share < KEPT_SHARE:
            labels[index] = _OUTSIDE
        at += len(line)
    return labels
