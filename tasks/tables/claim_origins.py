"""Who stands behind a claim, by role."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

OriginRole: TypeAlias = Literal["utterer", "reporter", "carrier"]
OriginBasis: TypeAlias = Literal["credit line", "told", "matched text", "shared error", "source", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOrigin:
    claim_id: Annotated[str, "the claim", References("quantities", "statements", "dates")]
    origin_id: Annotated[str, "the origin", References("origins")]
    role: Annotated[OriginRole, "utterer says it, reporter heard or saw it, carrier republished it"]
    basis: Annotated[OriginBasis, "how it is known"]
    matched_article_id: Annotated[str | None, "the article whose words match", References("articles")]


CLAIM_ORIGINS = Table(
    row=ClaimOrigin,
    name="claim_origins",
    grain="one origin of one claim",
    key=(
        "claim_id",
        "origin_id",
        "role",
    ),
    owner=Owner.LAKE,
)
