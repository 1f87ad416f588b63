"""Numbers that belong together: ranges, ratios, conversions in brackets."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from tasks.language.numbers import power
from tasks.language.quantity import units
from tasks.language.quantity.hedges import limits
from tasks.language.quantity.model import Amount
from tasks.reference.spans import Span

_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|through|or)\s|-to-|\sto-", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_UP_TO = re.compile(r"\sup\sto\s", re.IGNORECASE)
_TO_LATER = re.compile(r"(?:\s[\w.:]{1,12}){1,6}\sto\s", re.IGNORECASE)  # "from $36 on Monday to $40"
_BETWEEN = re.compile(r"(?<!\w)between\s(?:the\sages\sof\s|ages\s)?[^\w\s]{0,3}\Z", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)from\s[^\w\s]{0,3}\Z", re.IGNORECASE)
_SECOND_HEDGE = re.compile(
    r"(?:about|around|some|nearly|almost|as\smany\sas|as\smuch\sas|up\sto|perhaps|more\sthan)\s\Z", re.IGNORECASE
)
_RATIO = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)
_MOVING = re.compile(
    r"(?<!\w)(?:rise|rose|risen|rising|climb\w*|jump\w*|grow|grew|grown|growing|growth|increas\w+|up|soar\w*|surg\w+|fall\w*"
    r"|fell|drop\w*|declin\w+|plung\w+|plummet\w+|tumbl\w+|slid|slip\w*|cut|reduc\w+|rais\w+|lower\w*|mov\w+|went|go|goes"
    r"|chang\w+|doubl\w+|down|revis\w+)\s(?:[\w,.%]+\s){0,4}?\Z",
    re.IGNORECASE,
)
_MOVED_BY = re.compile(
    r"(?<!\w)(?:ris|rose|climb|jump|soar|surg|leap|leapt|fell|fall|drop|declin|plung|plummet|tumbl|slid|slip|gain|los|sank)"
    r"(?:ing|p?ed|d|e|es|s|t)?\s(?:by\s)?\Z",
    re.IGNORECASE,
)
_LEVEL = 3  # times a change: what is reached by it ("rose 4 to 112")
_FARTHEST_APART = 40
_ROUND_WHOLES = (3, 4, 5, 10, 20, 100, 1000)  # "1 in 5", "6 in 10": shares in digits; "3 in 7" may be a count
_SIGNS = " $€£¥₹CUSHKARMB"
_SCALES = (1e12, 1e9, 1e6, 1e3)


def ratios(text: str, found: list[Amount]) -> list[Amount]:
    """Join "one in five" and "nine out of 10" into a fraction."""
    joined: list[Amount] = []
    for amount in found:
        if joined and _is_ratio(text, joined[-1], amount):
            share = (joined[-1].value or 0.0) / (amount.value or 1.0)
            span = Span(joined[-1].span.start, amount.span.end)
            joined[-1] = replace(
                joined[-1], span=span, number=span, value=share, low=share, high=share, form="fraction"
            )
        else:
            joined.append(amount)
    return joined


def _is_ratio(text: str, one: Amount, of: Amount) -> bool:
    gap = text[one.span.end : of.span.start]
    if one.unit or of.unit or len(gap) > 14 or not _RATIO.fullmatch(gap) or not one.value or not of.value:
        return False
    if gap.strip() != "in" or one.form == of.form == "words" or "every" in gap:
        return one.value < of.value <= 100
    return one.form == of.form == "digits" and one.value < of.value and of.value in _ROUND_WHOLES


def ranges(text: str, found: list[Amount]) -> Iterator[Amount]:
    """Join the two ends of a range; a pair of numbers that falls ("2-2", "9-2") is a score, and neither counts."""
    reached = -1
    for index, (amount, following) in enumerate(zip_longest(found, found[1:])):
        if index <= reached:
            continue
        if following is not None and _tied(text, amount, following):
            whole = _range(text, amount, following)
            if whole is not None or _is_score(text, amount, following):
                reached = index + 1
                if whole is not None:
                    yield whole
                continue
        if not _dashed(text, amount):
            yield amount


def _is_score(text: str, one: Amount, two: Amount) -> bool:
    """ "2-2", "3 to 1", "five to four": a result, a ratio or a vote, and no two counts."""
    gap = text[one.span.end : two.span.start]
    if not gap.strip(" -–—"):
        return True
    small = (one.value or 0) < 1000 and not one.unit and not two.unit and one.form == two.form
    return small and gap.strip("- ") == "to" and not _starts_from(text, one)


def _starts_from(text: str, amount: Amount) -> bool:
    return bool(_FROM.search(text[max(0, amount.span.start - 8) : amount.span.start]))


def _dashed(text: str, amount: Amount) -> bool:
    """Digits tied to other digits by a dash that made no range: part of a code or a phone number."""
    number = amount.number
    if amount.form != "digits" or amount.sign:
        return False
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    return bool(re.fullmatch(r"\d[-–]", before)) or bool(re.match(r"[-–]\d", after))


def _tied(text: str, one: Amount, two: Amount) -> bool:
    """Whether the words between two amounts may make them the ends of a range."""
    gap = text[one.span.end : two.span.start]
    if len(gap) > _FARTHEST_APART or one.value is None or two.value is None:
        return False
    if one.unit and two.unit and one.dimension != two.dimension:
        return False
    from_one = _starts_from(text, one)
    if one.unit and not two.unit and not one.sign and not from_one:
        return False  # "rose 60 points to 4,500"
    if not from_one and not two.unit and _is_change(text, one) and two.value > _LEVEL * one.value:
        return False  # "rose 4 to 112"
    bare = _SECOND_HEDGE.sub("", gap)
    if _AND.fullmatch(bare):
        return bool(_BETWEEN.search(text[max(0, one.span.start - 28) : one.span.start]))
    if _UP_TO.fullmatch(gap):
        return one.unit is not None and one.unit == two.unit
    later = from_one and one.unit and (two.unit or _has_moved(text, one)) and _TO_LATER.fullmatch(bare)
    return bool(_TO.fullmatch(bare) or later)


def _has_moved(text: str, one: Amount) -> bool:
    """Whether "from" after a verb of change leads to an amount: "rose from 10"."""
    return bool(_MOVING.search(text[max(0, one.span.start - 48) : one.span.start - 5]))


def _is_change(text: str, one: Amount) -> bool:
    return bool(_MOVED_BY.search(text[max(0, one.span.start - 20) : one.span.start]))


def _range(text: str, one: Amount, two: Amount) -> Amount | None:
    first, last = one.value or 0.0, two.value or 0.0
    if one.form != "fraction" and 0 < first < 1000 and not _has_power(text, one):
        first *= _shared(first, last)
    from_one = _starts_from(text, one)
    alternative = "or" in text[one.span.end : two.span.start].lower().split()
    if alternative and not (first < last <= first * 2 + 1 and one.form == two.form and not one.unit):
        return None
    if first == last or (first > last and not from_one):
        return None
    moved = from_one and _has_moved(text, one)
    return Amount(
        span=Span(one.span.start, two.span.end),
        number=Span(one.number.start, two.number.end),
        value=last if moved else None,
        low=min(first, last),
        high=max(first, last),
        bound="between",
        form=two.form,
        unit=two.unit or one.unit,
        dimension=two.dimension or one.dimension,
        sign=one.sign or two.sign,
        hyphen=two.hyphen,
        moved=moved,
    )


def _has_power(text: str, amount: Amount) -> bool:
    words = text[amount.number.start : amount.number.end].lower()
    return any(power(word) for word in re.split(r"[\s-]", words)) or words[-1:] in "kmbn"


def _shared(first: float, last: float) -> float:
    """The magnitude that "5" shares in "5 to 7 million"; 1 if none."""
    return next((scale for scale in _SCALES if last >= scale and first < last / scale), 1.0)


def conversions(text: str, found: list[Amount]) -> list[Amount]:
    """A conversion in brackets has the bound of what it converts, and leaves it the rate after: "$6 (€5) a share"."""
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        opened = text[one.span.end : other.number.start].strip(_SIGNS) == "("
        if not (opened and one.unit and one.dimension == other.dimension and text.startswith(")", other.span.end)):
            continue
        if per := units.rate(text, other.span.end + 1):
            found[index - 1] = one = replace(one, unit=f"{one.unit} per {per[0]}")
        if other.bound == "exact" and other.value is not None and one.bound in ("about", "at_least", "at_most"):
            low, high = limits(other.value, one.bound)
            found[index] = replace(other, bound=one.bound, low=low, high=high)
    return found
