"""The standfirst: the line or two between headline and text."""

from tasks.cleaning.labels import Label, Labels, PageView

STANDFIRST_WORDS = 5
REACH = 3  # lines below the headline


def label(page: PageView) -> Labels:
    """Unlabelled, unterminated lines of the head, of five words or more, next below the headline."""
    headline = page.headline_index
    if headline is None:
        return {}
    near = range(headline + 1, min(headline + 1 + REACH, page.head.stop))
    return {
        index: Label("subheadline", "standfirst")
        for index in near
        if page.free[index] and len(page.lines[index].words) >= STANDFIRST_WORDS and not page.lines[index].ends_sentence
    }
