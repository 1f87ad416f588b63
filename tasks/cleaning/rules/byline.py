"""Who wrote it, on a line of its own: "By Jane Doe", "Author: Jane Doe, Kabul correspondent", a known name."""

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import key_of
from tasks.cleaning.names import byline_names


def label(page: PageView) -> Labels:
    """Lines of the head, and of the tail, that name authors and say nothing else."""
    known = key_of(page.byline) if page.byline else None
    return {
        index: Label("byline", "byline")
        for index in (*page.head, *page.tail)
        if page.free[index] and (byline_names(page.lines[index].text) or page.lines[index].key == known)
    }
