"""How a rule speaks, and how its rulings become rows."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from tasks.reference.ids import content_id
from tasks.tables.decisions import Decision, Ruling

T = TypeVar("T")


class Ruled(NamedTuple):
    """What a rule says of a pair; ``reason`` is for people. A rule that has nothing to say gives None."""

    ruling: Ruling
    reason: str


class Named(NamedTuple):
    """A ruling with the name of its rule."""

    rule: str
    ruling: Ruling
    reason: str


def first_ruling(rules: Sequence[Callable[[T, T], Ruled | None]], left: T, right: T) -> Named | None:
    """The answer of the first rule that has one; a rule's name is its function's."""
    for rule in rules:
        if ruled := rule(left, right):
            return Named(rule.__name__, ruled.ruling, ruled.reason)
    return None


def decision(left_id: str, right_id: str, named: Named) -> Decision:
    """One ruling as a row: the smaller id stands on the left."""
    low, high = sorted((left_id, right_id))
    return Decision(
        decision_id=content_id("decision", low, high, named.rule),
        left_id=low,
        right_id=high,
        rule=named.rule,
        ruling=named.ruling,
        reason=named.reason,
    )


def distinct(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions by id; of two with one id the one with the smaller reason stays."""
    ordered = sorted(decisions, key=lambda row: (row.decision_id, row.reason), reverse=True)
    return tuple(sorted({row.decision_id: row for row in ordered}.values(), key=lambda row: row.decision_id))
