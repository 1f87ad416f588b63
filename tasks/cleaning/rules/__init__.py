"""Rules about lines of page text, one a module; each is ``label(page) -> labels`` and knows no other.

They run in this order, and a line keeps its first label. What no rule labels is body.
"""

from collections.abc import Callable

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

RULES: tuple[Callable[[PageView], Labels], ...] = (
    comment_form.label,
    share_counter.label,
    weather.label,
    furniture.label,
    date_line.label,
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


def label_lines(page: PageView) -> PageView:
    """The page with every line labelled that a rule knows."""
    for rule in RULES:
        page = page.with_labels(rule(page))
    return page
