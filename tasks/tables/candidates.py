"""Answers that were possible and not chosen."""

from dataclasses import dataclass
from typing import Annotated

from tasks.tables.declaration import Owner, References, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    row_id: Annotated[str, "key of the row that has the open question"]
    column_name: Annotated[str, "the column in question"]
    position: Annotated[int, "0-based order of the answer"]
    article_id: Annotated[str, "the article", References("articles")]
    value: Annotated[str, "the possible answer"]
    raw_start: Annotated[int | None, "first code point of its evidence in documents.text"]
    raw_end: Annotated[int | None, "one past its last"]
    basis: Annotated[str, "how it came up"]


CANDIDATES = Table(
    row=Candidate,
    name="candidates",
    grain="one answer not chosen",
    key=(
        "row_id",
        "column_name",
        "position",
    ),
    owner=Owner.ARTICLE,
)
