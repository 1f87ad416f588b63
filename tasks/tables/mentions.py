"""Names of people, organisations and places in articles."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import CLAIM_SPAN, Owner, References, Table

MentionLabel: TypeAlias = Literal["person", "organisation", "place", "group", "force", "description"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    mention_id: Annotated[str, "hash of article, raw span and label"]
    article_id: Annotated[str, "the article", References("articles")]
    text: Annotated[str, "the words of the name, as in articles.text[start:end]"]
    start: Annotated[int, "first code point in articles.text"]
    end: Annotated[int, "one past the last code point in articles.text"]
    raw_start: Annotated[int, "first code point of the same words in documents.text"]
    raw_end: Annotated[int, "one past the last in documents.text"]
    label: Annotated[MentionLabel, "kind of thing named"]
    name: Annotated[str, "the name with titles, roles and possessives split off"]
    role: Annotated[str | None, "title or role said with the name (President, Taliban spokesman)"]
    rule: Annotated[str, "name of the rule that made this row"]


MENTIONS = Table(
    row=Mention,
    name="mentions",
    grain="one entity mention",
    key=("mention_id",),
    owner=Owner.ARTICLE,
    spans=(CLAIM_SPAN,),
)
