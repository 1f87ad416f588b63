"""Values as people read them: numbers, days, claims, facts, addresses."""

import re
from datetime import date
from urllib.parse import urlsplit

from tasks.reporting.content import Claim
from tasks.tables.dates import DateExpression
from tasks.tables.facts import Fact
from tasks.tables.quantities import Quantity

LONGEST = 300  # code points of a label or headline
_LONGEST_VARIANT = 1_500  # code points: as long as a claim is shown

_BOUNDS = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most ", "between": "", "vague": ""}


def number(value: float) -> str:
    return f"{value:,.15g}"


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def days(earliest: date | None, latest: date | None) -> str | None:
    """An interval of days; None where it is open on both sides."""
    if earliest is None:
        return f"until {day(latest)}" if latest else None
    if latest is None:
        return f"from {day(earliest)}"
    if earliest == latest:
        return day(earliest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return str(earliest.year)
    return f"{day(earliest)} to {day(latest)}"


def said(claim: Claim) -> str:
    """What one claim says, in a few words that can be compared with its neighbours'."""
    if isinstance(claim, Quantity):
        return _quantity(claim)
    if isinstance(claim, DateExpression):
        when = days(claim.earliest_on, claim.latest_on) or shortened(claim.text)
        return when if claim.relation in ("on", "between") else f"{claim.relation} {when}"
    return {"direct": "direct quotation", "mixed": "partly quoted", "indirect": "reported speech"}[claim.kind]


def _quantity(claim: Quantity) -> str:
    if claim.bound == "between" and claim.value_low is not None and claim.value_high is not None:
        return f"{number(claim.value_low)} to {number(claim.value_high)}"
    return shortened(claim.text) if claim.value is None else _BOUNDS[claim.bound] + number(claim.value)


def fact_value(fact: Fact) -> str:
    """The fact's best supported value; of a statement, its words."""
    if fact.kind == "quantity":
        return shortened(fact.text) if fact.value is None else number(fact.value)
    if fact.kind == "date":
        when = days(fact.earliest_on, fact.latest_on) or shortened(fact.text)
        return when if fact.relation in (None, "on", "between") else f"{fact.relation} {when}"
    return shortened(fact.text)


def fact_range(fact: Fact) -> str | None:
    """The values that a quantity's current claims allow, where they allow more than one."""
    low, high = fact.value_low, fact.value_high
    if fact.kind != "quantity" or low == high:
        return None
    if low is None:
        return f"at most {number(high)}" if high is not None else None
    return f"at least {number(low)}" if high is None else f"{number(low)} to {number(high)}"


def differences(variant: str) -> list[tuple[str, str]]:
    """The parts of a statement's variant (wdiff's notation): ``del``, ``ins`` or nothing, and the words."""
    parts = re.split(r"(\[-.*?-\]|\{\+.*?\+\})", variant[:_LONGEST_VARIANT])
    tags = {"[-": "del", "{+": "ins"}
    return [(tags[part[:2]], part[2:-2]) if part[:2] in tags else ("", part) for part in parts if part.strip()]


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def safe_url(url: str | None) -> str | None:
    """``url`` if it is a plain web address that may become a link; None for anything else (``javascript:`` …)."""
    if not url or len(url) > 2_000 or re.search(r"[\s\x00-\x20\x7f]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # a broken IPv6 address
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None
