"""Lengths of time, and days counted from another: "six months", "two years ago", "the past two years"."""

import re

from tasks.language import almanac
from tasks.language.almanac import amount_of, unit_of
from tasks.language.numbers import CARDINAL
from tasks.language.timex.model import AMOUNT, HEDGE, PHASE, UNIT, UNITS, S, Timex, after, before, modifier, rule

# "a year" is a length of time after these, and a rate ("$5 a year") or a start ("a week of rain") elsewhere
_LASTING = re.compile(
    r"(?:^|\W)(?:for|in|within|after|over|than|nearly|almost|about|barely|just|less|under|only|during|half|lasts?|lasted"
    r"|takes?|took|spent|spend|every)\s\Z",
    re.IGNORECASE,
)


@rule(
    rf"(?P<phase>{PHASE})?(?:(?P<hedge>{HEDGE}){S})?(?P<amount>{AMOUNT})(?:{S}|-)(?P<unit>{UNIT})"
    rf"(?P<so>{S}or{S}(?:so|more|two))?(?:{S}|-)(?P<way>ago|earlier|later|before|after|from{S}now|hence|previously)",
    "ago",
    "earlier",
    "later",
    "before",
    "after",
    "now",
    "hence",
    "previously",
)
def counted_from(match: re.Match[str]) -> Timex | None:
    """ "two years ago", "a year earlier", "three days later", "10 days from now"."""
    way, unit, amount = " ".join(match["way"].lower().split()), unit_of(match["unit"]), amount_of(match["amount"])
    if way in ("before", "after", "previously") or after(match).lower().startswith(" than"):
        # "two days before the vote": the length is said, the day hangs on another event
        end = match.end("so") if match["so"] else match.end("unit")
        value = almanac.period(unit, amount)
        return Timex(match.start(), end, "duration", "fixed", value=value, modifier=modifier(match))
    direction = -1 if way in ("ago", "earlier") else 1
    letter, number = almanac.measured(unit, amount)
    if number is None or letter.startswith("T"):
        if way in ("ago", "from now", "hence"):
            return Timex(*match.span(), "date", "fixed", value="PAST_REF" if direction < 0 else "FUTURE_REF")
        return Timex(*match.span(), "duration", "fixed", value=almanac.period(unit, amount))
    if way in ("ago", "from now", "hence"):
        shift = round(direction * number)
        return Timex(*match.span(), "date", "shift", unit=letter, amount=number, shift=shift, modifier=modifier(match))
    return Timex(*match.span(), "date", "after", unit=letter, amount=number, shift=direction, modifier=modifier(match))


_DIRECTIONS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}


@rule(
    rf"(?:(?P<hedge>at{S}least|almost|nearly|about|more{S}than){S})?(?:each{S}of{S})?(?:(?:the|these|those|its|his|her|their){S})?"
    rf"(?P<way>last|past|previous|preceding|next|coming|following|first|latest|final|initial){S}(?P<amount>{AMOUNT})"
    rf"(?P<high>{S}(?:to|or){S}{CARDINAL})?(?:{S}|-)(?:(?:trading|straight|fiscal|consecutive){S})?(?P<unit>{UNIT})(?:{S}or{S}so)?",
    _DIRECTIONS,
    "first",
    "latest",
    "final",
    "initial",
)
def stretch(match: re.Match[str]) -> Timex:
    """ "the past two years", "the next few days", "the first nine months"."""
    unit, amount = unit_of(match["unit"]), None if match["high"] else amount_of(match["amount"])
    shift = _DIRECTIONS.get(match["way"].lower())
    if shift is None:
        return Timex(*match.span(), "duration", "fixed", value=almanac.period(unit, amount))
    return Timex(*match.span(), "duration", "span", unit=unit, amount=amount, shift=shift, modifier=modifier(match))


@rule(
    rf"(?:(?P<hedge>{HEDGE}){S})?(?:the{S})?(?P<amount>{AMOUNT})(?:(?:{S}(?:to|or){S}|-to-|[-–—])(?P<high>{CARDINAL}))?(?:{S}|-)"
    rf"(?:(?:more|additional|full|trading|straight|consecutive|long|calendar|working|business){S})?(?P<unit>{UNIT})"
    rf"(?P<half>{S}and{S}a{S}half)?",
    UNITS,
)
def duration(match: re.Match[str]) -> Timex | None:
    """ "six months", "90-day", "two to three weeks", "a minute and a half"; neither ages nor rates."""
    words, unit = match["amount"].lower(), match["unit"].lower()
    if re.match(r"[\s-]olds?\b", after(match)) or (re.match(r"\sof\sage\b", after(match))):
        return None
    lasting = _LASTING.search(before(match)) and unit not in ("second", "quarter", "weekend", "night")
    if words in ("a", "an") and not (match["hedge"] or match["half"] or lasting):
        return None
    if re.fullmatch(r"1[6-9]\d\d|20\d\d", words) and not unit.endswith("s"):
        return None  # "the 1988 quarter"
    if unit in ("quarter", "quarters") and words in ("three", "one", "a") and not before(match).endswith("the "):
        return None  # a fraction
    amount = amount_of(match["amount"])
    if match["high"] and amount_of(match["high"]) is None:
        amount = None
    if amount is not None and match["half"]:
        amount += 0.5
    value = almanac.period(unit_of(unit), amount)
    return Timex(*match.span(), "duration", "fixed", value=value, modifier=modifier(match))


@rule(
    r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bover )|(?<=\bwithin )|(?<=\bafter )|(?<=\btake )|(?<=\bspent ))(?:many\s)?"
    rf"(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)(?:{S}or{S}(?:weeks|months|years))?",
    UNITS,
)
def unnumbered(match: re.Match[str]) -> Timex:
    """ "for years", "within weeks or months"."""
    return Timex(*match.span(), "duration", "fixed", value=almanac.period(unit_of(match["unit"]), None))


RULES = (counted_from, stretch, duration, unnumbered)
