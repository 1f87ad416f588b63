"""The claims behind a fact."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

Stance: TypeAlias = Literal["equal", "compatible", "refines", "conflicts", "superseded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    fact_id: Annotated[str, "the fact", References("facts")]
    claim_id: Annotated[str, "the claim", References("quantities", "statements", "dates")]
    article_id: Annotated[str, "the article", References("articles")]
    stance: Annotated[Stance, "how the claim stands to the fact's value"]
    variant: Annotated[str | None, "statements: how its words differ from the fact's text"]


EVIDENCE = Table(
    row=Evidence,
    name="evidence",
    grain="one claim in a fact",
    key=(
        "fact_id",
        "claim_id",
    ),
    owner=Owner.LAKE,
)
