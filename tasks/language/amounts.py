"""Numbers with their units, hedges and ranges: "some 2,500", "nearly 40 years", "between $5 and $7 million".

A pure grammar over characters. What is counted and whose it is, is the quantities extractor's matter. Digits that
are no amounts (codes, scores, phone numbers, ordinals, versions, list marks) are left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasks.language import numbers, units
from tasks.language.numbers import Number
from tasks.reference.spans import Span
from tasks.tables.quantities import Bound

_DEGREE = r"(?:(?:just|well|a\slittle|slightly|far|much|still|already|perhaps|maybe|a\sbit|somewhat|significantly)\s)?"
_HEDGES: tuple[tuple[str, Bound], ...] = (
    (
        r"no\smore\sthan|not\smore\sthan|no\slater\sthan|at\smost|up\sto|as\smany\sas|as\smuch\sas|less\sthan|fewer\sthan"
        r"|lower\sthan|(?:just\s)?under|below|within|a\smaximum\sof|maximum\sof|just\sshy\sof|shy\sof|just\sshort\sof|smaller\sthan",
        "at_most",
    ),
    (
        r"at\sleast|no\s(?:fewer|less)\sthan|not\sless\sthan|more\sthan|over\sthan|over|above|upwards?\sof|in\sexcess\sof|greater\sthan"
        r"|higher\sthan|longer\sthan|older\sthan|exceeding|a\sminimum\sof|minimum\sof|north\sof",
        "at_least",
    ),
    (
        r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close\sto|an\sestimated|estimated|circa|in\sthe\sregion\sof"
        r"|in\sthe\sneighborhood\sof|virtually|perhaps|maybe|averaging|an\saverage\sof\s(?:about|around)|or\sso|another\s(?:about|some)",
        "about",
    ),
)
_BEFORE = tuple(
    (
        re.compile(rf"(?<!\w)(?P<hedge>{_DEGREE}(?:{words}))\s(?:an?\s|another\s)?[\"“”'(]?\Z", re.IGNORECASE),
        bound,
    )
    for words, bound in _HEDGES
)
_TILDE = re.compile(r"[~≈]\s?\Z")
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (
        re.compile(
            r"\sor\s(?:more|greater|above|higher|older)(?!\w)|\splus(?!\s\w*\d)(?!\w)|-plus(?!\w)|\+(?!\d)|\sat\sleast(?!\w)|\sand\scounting",
            re.IGNORECASE,
        ),
        "at_least",
    ),
    (
        re.compile(
            r"\sor\s(?:less|fewer|below|under|younger)(?!\w)|\sat\s(?:the\s)?most(?!\w)|\smax(?:imum)?(?!\w)",
            re.IGNORECASE,
        ),
        "at_most",
    ),
    (re.compile(r"\sor\s(?:so|thereabouts)(?!\w)|[- ]odd(?!\w)|[- ]ish(?!\w)", re.IGNORECASE), "about"),
)
# "spent $5 million over five years": during; "for over five years": more than
_LASTING_MORE = re.compile(
    r"(?:^|\W)(?:for|in|after|lasted|lasts|took|takes|is|was|been|be|and|of|than|with|to|nearly|took)\s\Z|^\W*\Z",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?<!\w)(?:more|learn\w*|know\w*|talk\w*|worr\w+|hear\w*|ask\w*|concern\w*|think\w*|information|questions?)\s\Z", re.IGNORECASE
)
_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|through|or)\s|-to-|\sto-", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)between\s(?:the\sages\sof\s|ages\s)?[^\w\s]{0,3}\Z", re.IGNORECASE)
_SECOND_HEDGE = re.compile(
    r"(?:about|around|some|nearly|almost|as\smany\sas|as\smuch\sas|up\sto|perhaps|more\sthan)\s\Z", re.IGNORECASE
)
_UP_TO = re.compile(r"\sup\sto\s", re.IGNORECASE)
_RATIO = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?", re.IGNORECASE)
_PREFIX = re.compile(
    r"(?<![^\W_])(?P<word>sub|minus|plus|to|then|now|under|over|a|some|up|roughly|about|nearly|almost|then\s)-\s?\Z",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:(?<!\w)(?:minus|negative)[\s-]|(?<![\w)])[-−])\Z", re.IGNORECASE)
_MULTIPLIER = re.compile(r"\s?(?P<letters>trn|tn|bln|bn|mln|mil|mn|m|b|k)(?![^\W_])", re.IGNORECASE)
_MULTIPLIERS = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mil": 1e6,
    "mln": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_PLURAL_SOON = re.compile(
    r"\s(?:of\s|people\b|(?!(?:tall|long|deep|high|wide|away|above|below)\b)(?:(?!(?:from|to|in|at|for|on|by|with|was|is|has|race|final)\b)[a-z]+\s){0,5}?[a-z]{2,}s\b)"
)
_ATTACHED = re.compile(r"[^\W_]")
_CALLED = re.compile(r"(?<!\w)(?:call(?:ed|s|ing)?|dial(?:ed|led)?|phoned?|no|nos|number|#)\.?\s?\Z", re.IGNORECASE)
_LETTERS_DIALLED = re.compile(r"-[A-Z]{2,}")
_LIST_MARK = re.compile(r"[.)]\s")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what is written on to it.

    ``span`` takes in hedge and unit, ``number`` the number or range alone. ``value`` is None for a range or a vague
    number; ``low`` and ``high`` are what the wording allows (None: unbounded).
    """

    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    form: numbers.NumberForm
    unit: str | None = None
    dimension: str | None = None
    sign: bool = False  # the unit is a sign: nothing is counted after it
    hyphen: bool = False  # "90-day", "9,600-strong"
    moved: bool = False  # "rose from 10 to 15": ``value`` is the later one


def scan(text: str, taken: Iterable[Span] = ()) -> list[Amount]:
    """Every amount in ``text`` whose number stands outside ``taken`` (dates and times), in order."""
    blocked = list(taken)
    found = [number for number in numbers.scan(text) if not _within(number, blocked)]
    measured = [amount for number in found if (amount := _measured(text, number)) is not None]
    return _converted(text, [_hedged(text, amount) for amount in _ranges(text, _ratios(text, measured))])


def _within(number: Number, blocked: Sequence[Span]) -> bool:
    return any(span.start < number.end and number.start < span.end for span in blocked)


def _measured(text: str, number: Number) -> Amount | None:
    """The number with its sign, magnitude letter and unit; None if the characters around it make it no amount."""
    currency = units.before(text, number.start)
    begin = currency.start if currency else number.start
    prefix = None
    if number.form in ("digits", "fraction") and not currency:
        prefix = _PREFIX.search(text[max(0, begin - 8) : begin])
        if _is_code(text, number, prefix is not None):
            return None
    value, low, high = number.value, number.low, number.high
    end = number.end
    letters = _MULTIPLIER.match(text, end)
    if letters and value is not None and number.form == "digits" and _multiplies(text, letters, currency is not None):
        value, end = value * _MULTIPLIERS[letters["letters"].lower()], letters.end()
    said = units.after(text, end, value or low or 0.0)
    if currency and said and said.unit.dimension != "money" and not said.unit.dimension == "share":
        said = None
    if not said and end == number.end and number.form == "digits" and _ATTACHED.match(text, end):
        return None
    unit = currency.unit if currency else said.unit if said else None
    end = said.end if said else end
    hyphen = text[number.end : number.end + 1] == "-" and text[number.end + 1 : number.end + 2].isalpha()
    name = unit.name if unit else None
    if unit and (per := units.rate(text, end)):
        name, end = f"{name} per {per[0]}", per[1]
    if (
        value is not None
        and _MINUS.search(text[max(0, begin - 10) : begin])
        or (currency and text[number.start - 1 : number.start] == "-")
    ):
        value = -value if value is not None else None
    return Amount(
        Span(begin, end), Span(begin, end if unit and currency else max(number.end, letters.end() if letters and end > number.end and not said else number.end)),
        value, low if value is None else value, high if value is None else value,
        "vague" if value is None else "exact", number.form, name, unit.dimension if unit else None,
        sign=bool(currency or (said and said.sign)), hyphen=hyphen,
    )  # fmt: skip


def _is_code(text: str, number: Number, prefixed: bool) -> bool:
    """Digits in a code, a score, a time, a version, a phone number or a list mark."""
    before, after = text[max(0, number.start - 12) : number.start], text[number.end : number.end + 4]
    last, two = before[-1:] or " ", before[-2:]
    if (
        last.isalnum()
        or last in "_@&\\"
        or (last in "-–/.:'’" and two[:1].isalnum() and not prefixed and not _ranging(two))
    ):
        return True
    if after[:1] in ("/", ":", ".", "’", "'") and after[1:2].isdigit():
        return True
    if _CALLED.search(before) or _LETTERS_DIALLED.match(text, number.end):
        return True
    return not before.strip() and number.start < 3 and number.form == "digits" and bool(_LIST_MARK.match(after))


def _ranging(two: str) -> bool:
    """A dash after a digit: the second half of "12-15", whose first half decides."""
    return two[:1].isdigit() and two[1:] in "-–"


def _multiplies(text: str, letters: re.Match[str], money: bool) -> bool:
    """Whether a letter is a magnitude: "$35m", "35m of its devices", "2.7m copies"; in "100m race" it is a metre."""
    said = letters["letters"]
    spaced = text[letters.start()].isspace()
    if money or len(said) > 1:
        return not (spaced and said.lower() in ("mil", "m", "b", "k") and not money)
    following = text[letters.end() : letters.end() + 40]
    if spaced:
        return said == "B"
    if said in ("M", "k", "K", "B"):
        return bool(re.match(r"\s[a-z]", following)) or said in "MB"
    return said == "m" and bool(_PLURAL_SOON.match(following))


def _ratios(text: str, found: list[Amount]) -> list[Amount]:
    """Join "one in five" and "nine out of 10" into a fraction."""
    joined: list[Amount] = []
    index = 0
    while index < len(found):
        amount, following = found[index], found[index + 1] if index + 1 < len(found) else None
        index += 1
        if following and _is_ratio(text, amount, following):
            share = (amount.value or 0.0) / (following.value or 1.0)
            span = Span(amount.span.start, following.span.end)
            amount = replace(amount, span=span, number=span, value=share, low=share, high=share, form="fraction")
            index += 1
        joined.append(amount)
    return joined


def _is_ratio(text: str, one: Amount, of: Amount) -> bool:
    gap = text[one.span.end : of.span.start]
    if one.unit or of.unit or len(gap) > 14 or not _RATIO.fullmatch(gap) or not one.value or not of.value:
        return False
    return one.value < of.value <= 100 and (gap.strip() != "in" or one.form == of.form == "words" or "every" in gap)


def _ranges(text: str, found: list[Amount]) -> list[Amount]:
    """Join the two ends of a range; a pair of numbers that falls ("2-2", "9-2") is a score, and neither counts."""
    joined: list[Amount] = []
    index = 0
    while index < len(found):
        amount, following = found[index], found[index + 1] if index + 1 < len(found) else None
        index += 1
        if following is not None and (gap := _range_gap(text, amount, following)) is not None:
            whole = _range(text, amount, following, gap)
            if whole is not None or not gap.strip(" -–—") or _is_odds(text, amount, following):
                joined += [whole] if whole else []
                index += 1
                continue
        if not _dashed(text, amount):
            joined.append(amount)
    return joined


def _is_odds(text: str, one: Amount, two: Amount) -> bool:
    """ "3 to 1", "five to four": a ratio or a vote, and no two counts."""
    small = (one.value or 0) < 1000 and not one.unit and not two.unit and one.form == two.form
    return small and text[one.span.end : two.span.start].strip("- ") == "to" and not _FROM.search(text[max(0, one.span.start - 8) : one.span.start])


def _dashed(text: str, amount: Amount) -> bool:
    """Digits tied to other digits by a dash that made no range: part of a code or a phone number."""
    number = amount.number
    if amount.form != "digits" or amount.sign:
        return False
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    return bool(re.fullmatch(r"\d[-–]", before)) or bool(re.match(r"[-–]\d", after))


def _range_gap(text: str, one: Amount, two: Amount) -> str | None:
    gap = text[one.span.end : two.span.start]
    if len(gap) > _FARTHEST_APART or one.value is None or two.value is None:
        return None
    bare = _SECOND_HEDGE.sub("", gap)
    if one.unit and two.unit and one.dimension != two.dimension:
        return None
    if (
        one.unit
        and not two.unit
        and not one.sign
        and not _FROM.search(text[max(0, one.span.start - 8) : one.span.start])
    ):
        return None  # "rose 64 points to 4,577"
    if _AND.fullmatch(bare):
        return gap if _BETWEEN.search(text[max(0, one.span.start - 28) : one.span.start]) else None
    if _UP_TO.fullmatch(gap) and (one.unit or None) == (two.unit or None) and one.unit:
        return gap
    if one.unit and two.unit and _TO_LATER.fullmatch(bare) and _FROM.search(text[max(0, one.span.start - 8) : one.span.start]):
        return gap
    return gap if _TO.fullmatch(bare) else None


_FARTHEST_APART = 40
_TO_LATER = re.compile(r"(?:\s[\w.:]{1,12}){1,6}\sto\s", re.IGNORECASE)  # "from $36 on Monday to $40"
_FROM = re.compile(r"(?<!\w)from\s[^\w\s]{0,3}\Z", re.IGNORECASE)
_MOVING = re.compile(
    r"(?<!\w)(?:rise|rose|risen|rising|climb\w*|jump\w*|grow|grew|grown|growing|growth|increas\w+|up|soar\w*|surg\w+|fall\w*|fell|drop\w*"
    r"|declin\w+|plung\w+|plummet\w+|tumbl\w+|slid|slip\w*|cut|reduc\w+|rais\w+|lower\w*|mov\w+|went|go|goes|chang\w+|doubl\w+|down|revis\w+)\s(?:[\w,.%]+\s){0,4}?\Z",
    re.IGNORECASE,
)


def _range(text: str, one: Amount, two: Amount, gap: str) -> Amount | None:
    low, high = one.value or 0.0, two.value or 0.0
    if one.form != "fraction" and 0 < low < 1000 and (scale := _shared(low, high)) > 1 and not _has_power(text, one):
        low *= scale
    start = _FROM.search(text[max(0, one.span.start - 8) : one.span.start])
    moved = bool(start and _MOVING.search(text[max(0, one.span.start - 48) : one.span.start - 5]))
    alternative = "or" in gap.lower().split()
    if alternative and not (low < high <= low * 2 + 1 and one.form == two.form and not one.unit):
        return None
    if low >= high and not (start and low != high):
        return None
    number = Span(one.number.start, two.number.end)
    later = high if moved else None
    return Amount(
        Span(one.span.start, two.span.end), number, later, min(low, high), max(low, high), "between", two.form, two.unit or one.unit,
        two.dimension or one.dimension, sign=one.sign or two.sign, hyphen=two.hyphen, moved=moved,
    )  # fmt: skip


def _has_power(text: str, amount: Amount) -> bool:
    words = text[amount.number.start : amount.number.end].lower()
    return any(word[:1].isalpha() and numbers.power(word) for word in re.split(r"[\s-]", words)) or words[-1:] in "kmbn"


def _shared(low: float, high: float) -> float:
    """The magnitude that "5" shares in "5 to 7 million"."""
    for scale in (1e12, 1e9, 1e6, 1e3):
        if high >= scale and high % scale in (0.0, high % scale) and low * scale < high and low < high / scale:
            return scale
    return 1.0


def _hedged(text: str, amount: Amount) -> Amount:
    """``amount`` with the hedge before or after it, and what that makes of its bounds."""
    lead = text[max(0, amount.span.start - 36) : amount.span.start]
    start, end, bound = amount.span.start, amount.span.end, amount.bound
    words = ""
    for pattern, said in _BEFORE:
        match = pattern.search(lead)
        if match and not _is_during(match, lead, amount):
            start, bound, words = start - (len(lead) - match.start("hedge")), said, match["hedge"].lower()
            break
    if match := _TILDE.search(lead):
        start, bound = start - len(match[0]), "about"
    if match := _PREFIX.search(lead):
        word = match["word"].lower()
        prefixes: dict[str, Bound] = {
            "sub": "at_most",
            "under": "at_most",
            "over": "at_least",
            "roughly": "about",
            "about": "about",
            "nearly": "about",
            "almost": "about",
        }
        if word in prefixes:
            start, bound, words = start - (len(lead) - match.start("word")), prefixes[word], word
    for pattern, said in _AFTER:
        for at in (amount.number.end, amount.span.end):
            if (match := pattern.match(text, at)) and bound == "exact":
                bound, end = said, max(end, match.end())
    span = Span(start, end)
    if amount.value is None or amount.bound == "between":
        return replace(amount, span=span)
    low, high = limits(amount.value, bound, words)
    return replace(amount, span=span, bound=bound, low=low, high=high)


def _is_during(match: re.Match[str], lead: str, amount: Amount) -> bool:
    """Whether the words are no hedge: "over two days" is during them, unless a word before asks how long; "learn about"."""
    word = match["hedge"].lower()
    if word == "about":
        return bool(_TOPIC.search(lead[: match.start()]))
    if word == "within":
        return amount.dimension not in ("time", "length")
    return word == "over" and amount.dimension == "time" and not _LASTING_MORE.search(lead[: match.start()])


def _converted(text: str, found: list[Amount]) -> list[Amount]:
    """A conversion in brackets has the bound of what it converts, and leaves it the rate that follows: "$6 (€5) a share"."""
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        if (
            not one.unit
            or not other.unit
            or text[one.span.end : other.number.start].strip(" $€£¥CUSHK.RMB") not in ("(",)
        ):
            continue
        if text[other.span.end : other.span.end + 1] != ")" or one.dimension != other.dimension:
            continue
        if per := units.rate(text, other.span.end + 1):
            found[index - 1] = one = replace(one, unit=f"{one.unit} per {per[0]}")
        if other.bound == "exact" and other.value is not None and one.bound in ("about", "at_least", "at_most"):
            low, high = limits(other.value, one.bound)
            found[index] = replace(other, bound=one.bound, low=low, high=high)
    return found


def limits(value: float, bound: Bound, hedge: str = "") -> tuple[float | None, float | None]:
    """The lowest and highest value a wording allows.

    "About 2,500" is read as a rounding: half a unit of the last place that is not zero, at most a fifth of the value,
    to either side ("nearly" and "almost": below only). After Ferson et al., Natural language of uncertainty: numeric
    hedge words, International Journal of Approximate Reasoning 57 (2015), who find widths to follow the last place.
    """
    if bound == "at_least":
        return value, None
    if bound == "at_most":
        return None, value
    if bound == "about":
        slack = min(numbers.last_place(value) / 2, abs(value) / 5)
        return value - slack, value if hedge in ("nearly", "almost", "close to") else value + slack
    return value, value
