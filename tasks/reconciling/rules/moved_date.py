"""A date that was moved."""

from tasks.reconciling.happenings import Dated
from tasks.reconciling.rulings import Ruled


def moved_date(left: Dated, right: Dated) -> Ruled | None:
    """One article gives both deadlines, so it tells of a move; or nobody gives the one date any more after the other.

    Deadlines move to later days far more often than to earlier ones, so within one article the later is the new one.
    Two days of an event in one article are rather its first and its last.
    """
    if left.article_ids & right.article_ids:
        if not (left.is_deadline and right.is_deadline):
            return Ruled("not_comparable", f"one article gives “{left.text}” and “{right.text}”: two days of the event")
        old, new = sorted((left, right), key=lambda one: (one.earliest_on, one.latest_on))
        return Ruled("supersedes", f"“{new.text}” replaces “{old.text}”: one article gives both")
    for old, new in ((left, right), (right, left)):
        if old.last_told_on and new.first_told_on and old.last_told_on < new.first_told_on:
            told = f"last told on {old.last_told_on}, the other first on {new.first_told_on}"
            return Ruled("supersedes", f"“{new.text}” replaces “{old.text}”, {told}")
    return None
