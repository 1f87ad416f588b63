"""Sub-headlines: short unterminated lines between paragraphs."""

import re

from tasks.cleaning.labels import KEPT, Label, Labels, PageView

SUBHEADLINE_WORDS = 14
_OPENS_LIST = re.compile(r"[•–*·▪-]|\d{1,2}[.)]\s")


def label(page: PageView) -> Labels:
    """Short lines between the first and the last prose, begun with a capital or a digit and ended without a stop."""
    first, last = page.prose
    return {
        index: Label("subheadline", "between_paragraphs")
        for index in range(first, last)
        if page.free[index] and _is_subheadline(page, index)
    }


def _is_subheadline(page: PageView, index: int) -> bool:
    line = page.lines[index]
    opening = line.text.lstrip("\"'“‘")[:1]
    return (
        len(line.words) <= SUBHEADLINE_WORDS
        and not line.ends_sentence
        and not line.text.endswith((",", ";", ":"))
        and not _OPENS_LIST.match(line.text)
        and (opening.isupper() or opening.isdigit())
        and not _goes_on(page, index)
    )


def _goes_on(page: PageView, index: int) -> bool:
    """Whether the next line that is not removed goes on in lower case."""
    kept = (
        page.lines[other]
        for other in range(index + 1, len(page.lines))
        if page.free[other] or page.labels[other].kind in KEPT
    )
    behind = next(kept, None)
    return behind is not None and behind.text[:1].islower()
