"""What stands far from the text: menus above the headline, teasers and forms behind the last paragraph."""

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.tables.blocks import BlockKind

LONG_TAIL = 8  # lines behind a text; a shorter tail may be the text's last lines
LONG_HEAD = 8  # unlabelled scraps above a text without a headline; fewer may be the text's first lines
_ENDS_TEXT: frozenset[BlockKind] = frozenset({"comment_form", "captcha", "copyright", "page_footer", "keyword_list"})


def label(page: PageView) -> Labels:
    """Unlabelled lines above the headline, scraps above a text that has none, and a long tail."""
    if not page.prose[1]:
        return {}
    return {**_above(page), **(_behind(page) if len(page.tail) >= LONG_TAIL else {})}


def _above(page: PageView) -> Labels:
    free = [index for index in page.head if page.free[index]]
    if page.headline_index is not None:
        above = [index for index in free if index < page.headline_index]
        return dict.fromkeys(above, Label("navigation", "above_headline"))
    scraps = [index for index in free if not page.is_prose[index]]
    return dict.fromkeys(scraps, Label("navigation", "above_text")) if len(scraps) >= LONG_HEAD else {}


def _behind(page: PageView) -> Labels:
    """All of the tail but sentences that only a line of furniture, and no scrap, parts from the text."""
    labels: dict[int, Label] = {}
    ended = False
    for index in page.tail:
        if not page.free[index]:
            ended = ended or page.labels[index].kind in _ENDS_TEXT
            continue
        ended = ended or not page.lines[index].ends_sentence
        if ended:
            labels[index] = Label("related_link", "behind_text")
    return labels
