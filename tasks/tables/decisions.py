"""Rulings on pairs, each with the rule's name and its reason."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, Table

Ruling: TypeAlias = Literal[
    "same",
    "different",
    "comparable",
    "not_comparable",
    "agrees",
    "compatible",
    "conflicts",
    "supersedes",
    "rejected",  # a claim, by a person: both sides are the claim
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    decision_id: Annotated[str, "hash of the pair and the rule"]
    left_id: Annotated[str, "one side, the smaller id"]
    right_id: Annotated[str, "the other side"]
    rule: Annotated[str, "the rule that ruled"]
    ruling: Annotated[Ruling, "what it ruled"]
    reason: Annotated[str, "why, for people"]


DECISIONS = Table(
    row=Decision,
    name="decisions",
    grain="one ruling",
    key=("decision_id",),
    owner=Owner.LAKE,
)
