"""Days and moments as inputs give them: ISO 8601, a moment only with its zone."""

from datetime import date, datetime


def parse_moment(text: str) -> date | datetime:
    """A day (``2021-04-14``) or a moment with its zone (``2021-04-14T01:40Z``).

    Raises ValueError for anything else: a moment without a zone would be a guess.
    """
    if len(text) == len("2021-04-14") and text.count("-") == 2:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return moment
