"""Which articles tell which story."""

from dataclasses import dataclass
from typing import Annotated

from tasks.tables.declaration import Owner, References, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryArticle:
    story_id: Annotated[str, "the story", References("stories")]
    article_id: Annotated[str, "the article", References("articles")]


STORY_ARTICLES = Table(
    row=StoryArticle,
    name="story_articles",
    grain="one article in a story",
    key=(
        "story_id",
        "article_id",
    ),
    owner=Owner.LAKE,
)
