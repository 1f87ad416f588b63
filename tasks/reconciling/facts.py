"""What the facts of one kind of claim come with."""

from dataclasses import dataclass

from tasks.reconciling.drafts import Draft
from tasks.tables.decisions import Decision
from tasks.tables.fact_relations import FactRelation


@dataclass(frozen=True)
class Facts:
    """The facts of one kind of claim, how they relate, and the rulings behind them."""

    drafts: tuple[Draft, ...]
    relations: tuple[FactRelation, ...] = ()
    decisions: tuple[Decision, ...] = ()
