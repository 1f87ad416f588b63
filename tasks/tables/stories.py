"""Events in the news."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from tasks.tables.declaration import Owner, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    story_id: Annotated[str, "hash of its smallest article's id"]
    label: Annotated[str, "what it is called: its first headline"]
    first_on: Annotated[date | None, "first publication day"]
    last_on: Annotated[date | None, "last publication day"]


STORIES = Table(
    row=Story,
    name="stories",
    grain="one event in the news",
    key=("story_id",),
    owner=Owner.LAKE,
)
