"""What an outlet says of itself at the end of each page: "X is the leading news site for …"."""

import re

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.outlet_words import SELF_DESCRIPTION

_CUES = re.compile(
    r"\b(leading|largest|oldest|premier|independent|award-winning|non-?profit|nonpartisan|hits a month|readers"
    r"|founded in|launched in|established in|contribute|send (your |us )?(stories|articles)|submit|subscribe"
    r"|our (mission|team|readers)|journalism)\b"
)
_INVITATION = re.compile(
    r".{0,80}(send (us )?(your )?(stories|articles|letters|submissions|tips|news tips)( and [a-z]+)? (to|at)"
    r"|are welcome to contribute|contact us at|send us an email|write to us at).{0,300}"
)
CUES_OF_A_BLURB = 2  # one such word may stand in any report about the press


def label(page: PageView) -> Labels:
    """Lines from the last prose on that describe an outlet as such, or invite contributions."""
    first = max(page.prose[1] - 1, 0)
    return {
        index: Label("outlet_blurb", "outlet_describes_itself")
        for index in range(first, len(page.lines))
        if page.free[index] and page.lines[index].is_short and index > 0 and _is_blurb(page.lines[index].key)
    }


def _is_blurb(key: str) -> bool:
    described = SELF_DESCRIPTION.match(key) is not None
    cues = len(set(_CUES.findall(key)))
    return (described and cues >= CUES_OF_A_BLURB) or bool(_INVITATION.fullmatch(key))
