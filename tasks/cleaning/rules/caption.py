"""Captions among the lines of a page's text: they end in a credit."""

import re

from tasks.cleaning.labels import Label, Labels, PageView

_CREDIT = re.compile(
    r"\((?:(?:file )?(?:photo|picture|image|pic|graphic)s?|credit|ap photo|afp|reuters|getty|epa|pa|courtesy)\b"
    r"[^()]{0,80}\)\.?$"
    r"|\[[^\[\]]{2,50}/(?:reuters|afp|ap|ap photo|epa|getty images?)\]$"
    r"|[.”\"] ?(?:photo|picture|image|photograph|credit)s?(?: credit)?(?: by|:|/) ?[^.]{2,60}$",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"(?:file )?(?:photo|picture|image)s?: |pictured(?:,| from| here)", re.IGNORECASE)
CREDIT_CHARACTERS = 110  # at the end of a caption


def label(page: PageView) -> Labels:
    """Short lines that end in a credit or begin as captions do, from the headline to the end of the text."""
    first = page.head.stop if page.headline_index is None else page.headline_index
    return {
        index: Label("caption", "ends_in_credit")
        for index in range(first, page.tail.start)
        if page.free[index] and page.lines[index].is_short and _ends_in_credit(page.lines[index].text)
    }


def _ends_in_credit(text: str) -> bool:
    return bool(_CREDIT.search(text[-CREDIT_CHARACTERS:]) or _ANNOUNCED.match(text))
