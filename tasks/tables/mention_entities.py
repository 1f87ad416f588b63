"""Which entity a mention means."""

from dataclasses import dataclass
from typing import Annotated

from tasks.tables.declaration import Owner, References, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionEntity:
    mention_id: Annotated[str, "the mention", References("mentions")]
    entity_id: Annotated[str, "the entity", References("entities")]
    decision_id: Annotated[
        str | None, "the ruling behind it; null where the forms are identical", References("decisions")
    ]


MENTION_ENTITIES = Table(
    row=MentionEntity,
    name="mention_entities",
    grain="one resolved mention",
    key=("mention_id",),
    owner=Owner.LAKE,
)
