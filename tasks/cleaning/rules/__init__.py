"""Rules about lines of page text, one a module; each is ``label(page) -> labels`` and knows no other.

They run in this order, and a line keeps its first label. What no rule labels is body. Rules of the first group go by a
line's words and its neighbours', those of the second by its place before, between or behind the prose.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from tasks.cleaning.labels import Labels, PageView
from tasks.cleaning.rules import (
    author_box,
    byline,
    caption,
    comment_form,
    date_line,
    furniture,
    head_fragment,
    headline,
    image_text,
    keyword_tail,
    link_list,
    outlet_blurb,
    outside_text,
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
    caption.label,
    subheadline.label,
    outside_text.label,
)


# Of the second group, what still holds where markup has already told the article from what surrounds it.
WITHIN_ARTICLE: tuple[Rule, ...] = (
    outlet_blurb.label,
    repeated_headline.label,
    byline.label,
    author_box.label,
    caption.label,
    subheadline.label,
)


def label_lines(page: PageView) -> PageView:
    """A plain text's page with every line labelled that a rule knows."""
    return _apply((*BY_WORDS, *BY_PLACE), page)


def label_html_lines(page: PageView, outside: Labels, elements: Labels) -> PageView:
    """The lines of a rendered HTML page with their labels.

    ``outside``: lines not of the main text; they get these labels unless their words say more.
    ``elements``: what their elements say of lines that are of it.
    """
    page = _apply(BY_WORDS, page).with_labels(outside)
    return _apply(WITHIN_ARTICLE, page.with_labels(elements))


def _apply(rules: Iterable[Rule], page: PageView) -> PageView:
    for rule in rules:
        page = page.with_labels(rule(page))
    return page
