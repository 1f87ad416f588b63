"""Who wrote it, on a line of its own: "By Jane Doe", "Jane Doe, Kabul correspondent", a known name."""

import re

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import Line, key_of
from tasks.cleaning.names import names_in
from tasks.cleaning.outlet_words import ROLES

BYLINE_CHARACTERS = 160
_BY = re.compile(
    r"(?:(?:(?:written|reported|posted|published|story|text|words|analysis|report|compiled|opinion) )?by|author|authors|reporter|writer|byline)"
    r"(?: ?[:|–-] ?| )(?P<names>.{3,120})",
    re.IGNORECASE,
)
_BEHIND_NAMES = re.compile(
    rf"\s*[,|–—(/·•-]\s*(?!and\b).{{0,80}}$|\s+(?:in|at|for|from|reports|is an?)\b.{{0,60}}$|\s+(?:senior |staff |chief |political ){{0,2}}{ROLES}s?\b.{{0,40}}$",
    re.IGNORECASE,
)


def label(page: PageView) -> Labels:
    """Lines of the head, and of the tail, that name authors and say nothing else."""
    known = key_of(page.byline) if page.byline else None
    return {
        index: Label("byline", "byline")
        for index in (*page.head, *page.tail)
        if page.free[index] and (names_on(page.lines[index]) or (known and page.lines[index].key == known))
    }


def names_on(line: Line) -> tuple[str, ...]:
    """The authors that a byline names; empty if the line is none."""
    if len(line.text) > BYLINE_CHARACTERS:
        return ()
    found = _BY.fullmatch(line.text)
    if found is None:
        return ()
    names = found["names"].strip(" .")
    return names_in(names) or names_in(_BEHIND_NAMES.sub("", names, count=1))
