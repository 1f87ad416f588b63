"""Rules about lines of page text, one a module; each is ``label(page) -> labels`` and knows no other.

They run in this order, and a line keeps its first label. What no rule labels is body. Rules of the first group go by a
line's words and its neighbours', those of the second by its place before, between or behind the prose.
"""

from collections.abc import Callable
from typing import TypeAlias

from tasks.cleaning.labels import Labels, PageView
from tasks.cleaning.rules import (
    author_box,
    byline,
    comment_form,
    date_line,
    furniture,
    head_fragment,
    headline,
    image_text,
    keyword_tail,
    link_list,
    outlet_blurb,
    repeated_headline,
    share_counter,
    standfirst,
    subheadline,
    weather,
)

Rule: TypeAlias = Callable[[PageView], Labels]

BY_WORDS: tuple[Rule, ...] = (
    comment_form.label,
    share_counter.label,
    weather.label,
    furniture.label,
    date_line.label,
)
BY_PLACE: tuple[Rule, ...] = (
    outlet_blurb.label,
    headline.label,
    repeated_headline.label,
    byline.label,
    author_box.label,
    image_text.label,
    keyword_tail.label,
    link_list.label,
    standfirst.label,
    head_fragment.label,
    subheadline.label,
)


def label_lines(page: PageView, outside: Labels | None = None) -> PageView:
    """The page with every line labelled that a rule knows.

    ``outside``: lines known not to be of the article; they get these labels unless their words say more.
    """
    for rule in BY_WORDS:
        page = page.with_labels(rule(page))
    page = page.with_labels(outside or {})
    for rule in BY_PLACE:
        page = page.with_labels(rule(page))
    return page
