"""A page that came as HTML: trafilatura's main text, found again word by word on the rendered page."""

from collections.abc import Sequence

from lxml import etree
from trafilatura import extract

from tasks.cleaning.elements import Setting, settings_of
from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import Line, key_of, lines_of
from tasks.cleaning.rules import label_html_lines, label_lines
from tasks.cleaning.word_alignment import matched, words_of
from tasks.reference.rendering import render

KEPT_SHARE = 0.5  # of a line's words that the main text has
LINK_SHARE = 0.8  # of a line's characters that are links: the rest is "[WARNING]" or "Read:"
LINK_WORDS = 3
_OUTSIDE = Label("markup", "outside_main_text")


def read_html(root: etree._Element, markup: str, headline: str | None, byline: str | None) -> PageView:
    """The rendered page's lines with their labels; without any main text the page is read like plain text."""
    rendering = render(root)
    lines = lines_of(rendering.text)
    settings = settings_of(lines, rendering.runs)
    view = PageView.of(lines, headline, byline)
    outside = _outside(lines, extract(markup, include_comments=False, include_tables=True) or "")
    if len(outside) == len(lines):
        return label_lines(view)
    first = _headline(lines, settings, headline)
    links = {} if first is None else {first: Label("headline", "heading")}
    return label_html_lines(view.with_labels(links), outside, _by_element(lines, settings))


def _outside(lines: Sequence[Line], main: str) -> Labels:
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


def _headline(lines: Sequence[Line], settings: Sequence[Setting], headline: str | None) -> int | None:
    """The line of the known headline, in a heading if it stands in one anywhere."""
    if headline is None:
        return None
    key = key_of(headline)
    same = [index for index, line in enumerate(lines) if line.key == key]
    heading = [index for index in same if "h1" in settings[index].tags or settings[index].heading]
    return next(iter((*heading, *same)), None)


def _by_element(lines: Sequence[Line], settings: Sequence[Setting]) -> Labels:
    """What elements say of lines: captions, sub-headlines, links that stand alone."""
    labels: dict[int, Label] = {}
    for index, (line, setting) in enumerate(zip(lines, settings, strict=True)):
        if "figcaption" in setting.tags:
            labels[index] = Label("caption", "figcaption")
        elif setting.link_share >= LINK_SHARE and len(line.words) >= LINK_WORDS and not line.ends_sentence:
            labels[index] = Label("related_link", "link_alone")
        elif setting.heading:
            labels[index] = Label("subheadline", "heading")
    return labels
