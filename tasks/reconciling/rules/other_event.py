"""Two dates of what may be two events."""

from tasks.reconciling.happenings import Dated, at_odds
from tasks.reconciling.rulings import Ruled

_FAR_APART_DAYS = 120  # dates of one kind of event that lie farther apart are two events


def other_event(left: Dated, right: Dated) -> Ruled | None:
    """Meetings and attacks happen more than once; what happens once has rivals only near in time or as a deadline.

    Whose act it is must be known and the same, unless it is an occasion, which is the same whoever holds it, or one
    article gives both as deadlines.
    """
    deadlines = left.is_deadline and right.is_deadline
    one_matter = left.event.held or (deadlines and left.article_ids & right.article_ids)
    if not left.actors & right.actors and (not one_matter or at_odds(left.actors | right.actors)):
        return Ruled("not_comparable", f"“{left.text}” and “{right.text}” are not known to date one actor's act")
    if not left.event.once and not deadlines:
        return Ruled("not_comparable", f"there can be an event of this kind on “{left.text}” and one on “{right.text}”")
    if not deadlines and abs((left.earliest_on - right.earliest_on).days) > _FAR_APART_DAYS:
        return Ruled("not_comparable", f"“{left.text}” and “{right.text}” are too far apart to date one event")
    return None
