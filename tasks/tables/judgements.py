"""What people ruled, kept in git as CSV files and applied on every run."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, Table

JudgementKind: TypeAlias = Literal[
    "same_entity",  # two names are one person, organisation or place
    "different_entity",  # they are two
    "comparable",  # two claims are about one thing
    "not_comparable",  # they are not
    "source",  # an outlet published an article
    "reject",  # a claim is no evidence of anything
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    judgement_id: Annotated[str, "hash of the kind and the sides; the order of two sides of one sort is free"]
    kind: Annotated[JudgementKind, "what is ruled"]
    left_side: Annotated[str, "what it is about, as written: a name, or the id of a mention, claim, fact or article"]
    right_side: Annotated[str | None, "the other side, as written; for a source the outlet; null for a rejected claim"]
    left_id: Annotated[str | None, "the mention, claim or article that the left side names; null for a name"]
    right_id: Annotated[str | None, "the mention, claim or outlet that the right side names; null for a name"]
    expect: Annotated[str | None, "what the reviewer saw, as written: the words or the value of each side"]
    who: Annotated[str, "who ruled"]
    judged_on: Annotated[date, "when"]
    why: Annotated[str, "why, for people"]
    file: Annotated[str, "the file it stands in, relative to the folder of judgements"]
    problem: Annotated[str | None, "why it changes nothing any more, and what to do; null where it applies"]


JUDGEMENTS = Table(
    row=Judgement,
    name="judgements",
    grain="one ruling of a person",
    key=("judgement_id",),
    owner=Owner.LAKE,
)
