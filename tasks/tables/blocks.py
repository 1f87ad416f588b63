"""Verbatim slices of a page: the blocks of an article tile its page text."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

BlockKind: TypeAlias = Literal[
    "headline",
    "subheadline",
    "dateline",
    "body",
    "caption",
    # removed from here on
    "byline",
    "repeated_headline",
    "navigation",
    "language_switch",
    "share_widget",
    "advert",
    "comment_form",
    "captcha",
    "notice",  # cookies, newsletters, subscriptions
    "related_link",
    "keyword_list",
    "copyright",
    "page_header",  # page numbers, view dates, weather, printed publication lines
    "page_footer",
    "outlet_blurb",
    "author_biography",
    "image_placeholder",
    "image_credit",
    "widget",
    "markup",  # page text outside the main text of an HTML page
    "whitespace",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    article_id: Annotated[str, "the article", References("articles")]
    position: Annotated[int, "0-based order on the page"]
    kind: Annotated[
        BlockKind, "what the slice is; the kinds of articles.text are headline, subheadline, dateline, body, caption"
    ]
    reason: Annotated[str, "name of the rule that kept or removed it"]
    raw_start: Annotated[int, "first code point in documents.text"]
    raw_end: Annotated[int, "one past the last code point in documents.text"]
    start: Annotated[int | None, "first code point in articles.text; null if removed"]
    end: Annotated[int | None, "one past the last code point in articles.text; null if removed"]


BLOCKS = Table(
    row=Block,
    name="blocks",
    grain="one slice of a page",
    key=(
        "article_id",
        "position",
    ),
    owner=Owner.ARTICLE,
)
