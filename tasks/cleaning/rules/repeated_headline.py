"""The headline printed again: above the text, as an image's caption, in a list of links."""

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.titles import title_key


def label(page: PageView) -> Labels:
    """Every later line with the headline's key."""
    first = page.headline_index
    if first is None:
        return {}
    key = page.headline_key
    return {
        index: Label("repeated_headline", "repeated_headline")
        for index, line in enumerate(page.lines)
        if index != first and line.is_short and title_key(line.text) == key
    }
