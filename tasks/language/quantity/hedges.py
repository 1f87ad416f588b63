"""What words around a number make of its bounds: "some", "up to", "at least", "or more"."""

import re
from dataclasses import replace

from tasks.language.numbers import decimal, last_place
from tasks.language.quantity.model import Amount
from tasks.reference.spans import Span
from tasks.tables.quantities import Bound

_DEGREE = r"(?:(?:just|well|a\slittle|slightly|far|much|still|already|perhaps|maybe|a\sbit|somewhat|significantly)\s)?"
_HEDGES: tuple[tuple[str, Bound], ...] = (
    (
        r"no\smore\sthan|not\smore\sthan|no\slater\sthan|at\smost|up\sto|as\smany\sas|as\smuch\sas|(?<!no\s)(?<!not\s)(?:less|fewer)\sthan"
        r"|(?:lower|smaller|younger|shorter)\sthan|under|below|within|(?:a\s)?maximum\sof|shy\sof|short\sof",
        "at_most",
    ),
    (
        r"at\sleast|no\s(?:fewer|less)\sthan|not\sless\sthan|more\sthan|over\sthan|over|above|upwards?\sof|in\sexcess\sof"
        r"|greater\sthan|higher\sthan|longer\sthan|older\sthan|exceeding|(?:a\s)?minimum\sof|north\sof",
        "at_least",
    ),
    (
        r"about|around|approximately|approx\.?|roughly|some|nearly|almost|close\sto|(?:an\s)?estimated|circa|virtually"
        r"|in\sthe\s(?:region|neighborhood|neighbourhood)\sof|perhaps|maybe|averaging|another\s(?:about|some)",
        "about",
    ),
)
_BEFORE = tuple(
    (
        re.compile(
            rf"(?<!\w)(?P<hedge>{_DEGREE}(?:{words}))\s(?:an?\s|another\s|the\sage\sof\s)?[\"“”'(]?\Z", re.IGNORECASE
        ),
        bound,
    )
    for words, bound in _HEDGES
)
_TILDE = re.compile(r"[~≈]\s?\Z")
PREFIX = re.compile(
    r"(?<![^\W_])(?P<word>sub|minus|plus|to|then|now|under|over|a|some|up|roughly|about|nearly|almost)-\s?\Z",
    re.IGNORECASE,
)
_PREFIXES: dict[str, Bound] = {
    **dict.fromkeys(("sub", "under"), "at_most"),
    **dict.fromkeys(("over",), "at_least"),
    **dict.fromkeys(("roughly", "about", "nearly", "almost"), "about"),
}
_AFTER: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (
        re.compile(
            r"\sor\s(?:more|greater|above|higher|older)(?!\w)|\splus(?!\s\w*\d)(?!\w)|-plus(?!\w)|\+(?!\d)"
            r"|\sat\sleast(?!\w)|\sand\scounting",
            re.IGNORECASE,
        ),
        "at_least",
    ),
    (
        re.compile(r"\sor\s(?:less|fewer|below|under|younger)(?!\w)|\sat\s(?:the\s)?most(?!\w)", re.IGNORECASE),
        "at_most",
    ),
    (re.compile(r"\sor\s(?:so|thereabouts)(?!\w)|[- ]odd(?!\w)|[- ]ish(?!\w)", re.IGNORECASE), "about"),
)
# "spent $5 million over five years": during; "for over five years": more than
_LASTING_MORE = re.compile(
    r"(?:^|\W)(?:for|in|after|lasted|lasts|took|takes|is|was|been|be|and|of|than|with|to|nearly)\s\Z|^\W*\Z",
    re.IGNORECASE,
)
# "learn about 12 plans": of them, not about so many
_TOPIC = re.compile(
    r"(?<!\w)(?:more|learn\w*|know\w*|talk\w*|worr\w+|hear\w*|ask\w*|concern\w*|think\w*|information|questions?)\s\Z",
    re.IGNORECASE,
)
_BELOW_ONLY = ("nearly", "almost", "close to")


def hedged(text: str, amount: Amount) -> Amount:
    """``amount`` with the hedge before or after it, and what that makes of its bounds."""
    lead = text[max(0, amount.span.start - 36) : amount.span.start]
    bound, said, start = _before(lead, amount)
    end = amount.span.end
    for pattern, meant in _AFTER:
        for at in (amount.number.end, amount.span.end):
            if bound == "exact" and (match := pattern.match(text, at)):
                bound, end = meant, max(end, match.end())
    span = Span(amount.span.start - len(lead) + start, end)
    if amount.value is None or amount.bound == "between":
        return replace(amount, span=span)
    low, high = limits(amount.value, bound, said)
    return replace(amount, span=span, bound=bound, low=low, high=high)


def _before(lead: str, amount: Amount) -> tuple[Bound, str, int]:
    """The bound that the words before make, those words, and where in ``lead`` they begin."""
    if match := _TILDE.search(lead):
        return "about", "", match.start()
    if (match := PREFIX.search(lead)) and match["word"].lower() in _PREFIXES:
        return _PREFIXES[match["word"].lower()], match["word"].lower(), match.start("word")
    for pattern, bound in _BEFORE:
        match = pattern.search(lead)
        if match and not _is_no_hedge(match, lead, amount):
            return bound, match["hedge"].lower(), match.start("hedge")
    return amount.bound, "", len(lead)


def _is_no_hedge(match: re.Match[str], lead: str, amount: Amount) -> bool:
    """ "over two days" is during them, unless a word before asks how long; "learn about" tells of what."""
    word, before = match["hedge"].lower(), lead[: match.start()]
    if word == "about":
        return bool(_TOPIC.search(before))
    if word == "within":
        return amount.dimension not in ("time", "length")
    return word == "over" and amount.dimension == "time" and not _LASTING_MORE.search(before)


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
        slack = min(last_place(value) / 2, abs(value) / 5)
        return decimal(value - slack), value if hedge.endswith(_BELOW_ONLY) else decimal(value + slack)
    return value, value
