"""Scraps above the text that no other rule knows: section names, places, counters."""

from tasks.cleaning.labels import Label, Labels, PageView

SCRAP_WORDS = 4


def label(page: PageView) -> Labels:
    """Unterminated lines of up to four words above the text, and whatever unterminated stands above the headline.

    Only on pages whose headline is found: without one, the head may be the beginning of the text.
    """
    headline = page.headline_index
    if headline is None:
        return {}
    return {
        index: Label("navigation", "above_headline" if index < headline else "scrap_below_headline")
        for index in page.head
        if page.free[index]
        and not page.lines[index].ends_sentence
        and (index < headline or len(page.lines[index].words) <= SCRAP_WORDS)
    }
