"""Days, months, weekdays, holidays and times of day."""

import re

from tasks.language import almanac
from tasks.language.almanac import month_number, ordinal_number, shift_of, weekday_number, year_number
from tasks.language.timex.model import (
    CLOCK,
    DAY,
    HEDGE,
    MONTH,
    PART,
    PHASE,
    SHIFT,
    WEEKDAY,
    WORD_YEAR,
    YEAR,
    ZONE,
    S,
    Timex,
    TimexKind,
    after,
    any_of,
    before,
    clock,
    modifier,
    rule,
)  # fmt: skip

_AT = rf"(?:(?:{HEDGE}{S})?(?P<clock>{CLOCK}){ZONE}?,?{S}(?:on{S})?)"
_AT_END = rf"(?:,?{S}at{S}(?P<clock2>{CLOCK}){ZONE}?)"
# "May" and "March" are words: alone they are months after a preposition only
_WORDS = ("may", "march", "mar", "sun", "sat", "jan", "dec")
_PREPOSITION = re.compile(
    r"(?:^|\W)(?:in|by|since|until|till|from|of|to|through|before|after|during|between|and|for|or|on|than|every|each)\s\Z",
    re.IGNORECASE,
)
_PLURALS = [f"{name}s" for name in almanac.WEEKDAYS]
_HOLIDAY_WORDS = {name.split("'")[0].split()[0].rstrip(".") for name in (*almanac.HOLIDAYS, *almanac.MOVING_HOLIDAYS)}
_NAMED = re.compile(
    r"(?<![.!?:\"“] )(?<!^)\b(?!(?:In|By|Since|Until|From|Of|On|Last|This|Next|And|To)\b)[A-Z][a-z]{2,}\s\Z"
)
_SPEAKS = re.compile(r"(?:,\s\d{1,3},)?\s(?:said|says|told|added|who)\b")
_TIME_PREPOSITION = re.compile(r"(?:^|\W)(?:at|around|about|by|until|from|to|before|after|and)\s\Z", re.IGNORECASE)


def _kind(match: re.Match[str]) -> TimexKind:
    return "time" if clock(match) else "date"


def _year(match: re.Match[str]) -> int | None:
    return year_number(match["year"]) if match["year"] else None


@rule(
    rf"{_AT}?(?:(?P<hedge>around|about){S})?(?P<phase>{PHASE})?"
    rf"(?:(?:this{S}coming{S}|next{S}|last{S}|this{S})?(?:{WEEKDAY}),?{S})?(?:(?P<shift>{SHIFT}){S})?"
    rf"(?:(?P<month>{MONTH}){S}(?:the{S})?(?P<day>{DAY})|(?:the{S})?(?P<day2>{DAY}){S}(?:of{S})?(?P<month2>{MONTH}))"
    rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR}))?{_AT_END}?",
    almanac.MONTHS,
)
def month_day(match: re.Match[str]) -> Timex | None:
    """ "Sept. 11, 2001", "11 September", "Saturday, April 25", "next May 1", "0140 GMT April 14, 2021"."""
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    if not month[0].isupper() or (month.lower() == "may" and not month.istitle()):
        return None
    return Timex(
        *match.span(), _kind(match), "day",
        month=month_number(month), day=ordinal_number(day), year=_year(match), shift=shift_of(match["shift"]),
        clock=clock(match), modifier=modifier(match),
    )  # fmt: skip


@rule(
    rf"(?P<phase>{PHASE})?(?:(?P<shift>{SHIFT}){S})?(?P<month>{MONTH})"
    rf"(?:,?{S}(?:of{S})?(?P<year>{YEAR}|{WORD_YEAR})|{S}(?P<owner>this|last|next){S}year)?",
    almanac.MONTHS,
)
def month(match: re.Match[str]) -> Timex | None:
    """ "February 2020", "last May", "early November", "June last year"."""
    alone = not any(match[name] for name in ("phase", "shift", "year", "owner"))
    if not match["month"][0].isupper() or (
        alone and match["month"].lower().rstrip(".") in _WORDS and not _PREPOSITION.search(before(match))
    ):
        return None
    if alone and (_NAMED.search(before(match)) or _SPEAKS.match(after(match))):
        return None  # Paul August, who said so
    start, end = match.span()
    if match[0].endswith(".") and not after(match, 2).strip():
        end -= 1  # the full stop is the sentence's
    return Timex(
        start, end, "date", "month",
        month=month_number(match["month"]), year=_year(match), unit="Y" if match["owner"] else "",
        shift=shift_of(match["owner"] or match["shift"]), modifier=modifier(match),
    )  # fmt: skip


@rule(
    rf"{_AT}?(?P<phase>{PHASE})?(?:(?P<shift>{SHIFT}|the{S}following|following){S})?(?P<weekday>{WEEKDAY})"
    rf"(?:{S}(?P<part>{PART}))?{_AT_END}?",
    almanac.WEEKDAYS,
)
def weekday(match: re.Match[str]) -> Timex | None:
    """ "Wednesday", "last Friday", "Friday night", "10 p.m. Wednesday"."""
    if not match["weekday"][0].isupper():
        return None
    shift = 1 if "following" in (match["shift"] or "").lower() else shift_of(match["shift"])
    end = match.end() - (
        1 if match[0].endswith(".") and match["weekday"].endswith(".") and len(match["weekday"]) > 6 else 0
    )
    return Timex(
        match.start(), end, _kind(match), "weekday",
        number=weekday_number(match["weekday"]), shift=shift, clock=clock(match), modifier=modifier(match),
    )  # fmt: skip


@rule(
    rf"(?:every|each){S}(?P<weekday>{WEEKDAY})(?:{S}(?P<part>{PART}))?"
    rf"|(?P<plural>(?:{any_of(almanac.WEEKDAYS)})s)(?:{S}(?P<part2>{PART})s?)?|(?P<nightly>{WEEKDAY}){S}(?P<part3>{PART})s",
    almanac.WEEKDAYS,
    _PLURALS,
)
def weekly(match: re.Match[str]) -> Timex | None:
    """ "every Monday", "Tuesday nights", "on Mondays"."""
    word = (match["weekday"] or match["nightly"] or match["plural"][:-1]).rstrip(".")
    if not word[0].isupper() or len(word) < len("Monday"):
        return None  # "Thus" is no Thursday
    part = match["part"] or match["part2"] or match["part3"]
    code = almanac.DAY_PARTS[part.lower()] if part else ""
    return Timex(*match.span(), "set", "fixed", value=f"XXXX-WXX-{weekday_number(word) + 1}{code}")


@rule(rf"(?P<name>{any_of([*almanac.HOLIDAYS, *almanac.MOVING_HOLIDAYS])})(?:,?{S}(?P<year>{YEAR}))?", _HOLIDAY_WORDS)
def holiday(match: re.Match[str]) -> Timex | None:
    """ "Christmas Eve", "Labor Day 2020"."""
    if not match[0][0].isupper():
        return None
    return Timex(*match.span(), "date", "holiday", value=match["name"].lower(), year=_year(match))


@rule(any_of(almanac.EVENTS), "0")
def named_event(match: re.Match[str]) -> Timex:
    """ "9/11"."""
    return Timex(*match.span(), "date", "fixed", value=almanac.EVENTS[match[0].lower()])


@rule(r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?Z?)?", "4")
def iso_date(match: re.Match[str]) -> Timex:
    """ "2021-04-14", "2021-04-14T09:30:00Z"."""
    return Timex(*match.span(), "date", "day", year=int(match["y"]), month=int(match["m"]), day=int(match["d"]))


@rule(r"(?P<a>0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?P<b>0?[1-9]|[12]\d|3[01])(?P=mark)(?P<year>(?:19|20)\d\d)", "4")
def numeric_date(match: re.Match[str]) -> Timex | None:
    """ "13/04/2021" fits one order; "04/05/2021" fits two, and only its year is sure (law 8)."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if a > 12 and b > 12:
        return None
    if a != b and a <= 12 and b <= 12:
        return Timex(*match.span(), "date", "fixed", value=f"{year}")
    month, day = (b, a) if a > 12 else (a, b)
    return Timex(*match.span(), "date", "day", year=year, month=month, day=day)


@rule(
    rf"(?P<phase>{PHASE})?(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|today|yesterday|tomorrow)"
    rf"(?:{S}(?P<part>{PART}))?|(?P<tonight>tonight)",
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
)
def near_day(match: re.Match[str]) -> Timex:
    """ "today", "late yesterday", "tomorrow night"."""
    word = " ".join((match["word"] or "tonight").lower().split())
    days = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}.get(word, -2 if "before" in word else 2)
    code = "TNI" if match["tonight"] else clock(match)
    kind: TimexKind = "time" if code else "date"
    return Timex(*match.span(), kind, "shift", unit="D", shift=days, clock=code, modifier=modifier(match))


@rule(
    rf"{_AT}?(?:(?:early|earlier|late|later){S})?(?P<shift>this|last){S}(?P<part>{PART})|(?P<over>overnight)",
    almanac.DAY_PARTS,
    "overnight",
)
def near_part(match: re.Match[str]) -> Timex:
    """ "this morning", "last night", "overnight"."""
    if match["over"]:
        return Timex(*match.span(), "time", "shift", unit="D", shift=0, clock="TNI")
    return Timex(*match.span(), "time", "shift", unit="D", shift=shift_of(match["shift"]), clock=clock(match))


@rule(
    rf"(?:{HEDGE}{S})?(?P<clock>{CLOCK}){ZONE}?(?:{S}(?P<word>today|yesterday|tomorrow))?",
    ("0", "4", "noon", "midnight", "midday"),
)
def time_of_day(match: re.Match[str]) -> Timex | None:
    """ "10:30 a.m. EST"; a bare "1:25" may be a score or a verse, so it needs a preposition of time."""
    if match[0][-1].isdigit() and not _TIME_PREPOSITION.search(before(match)):
        return None
    days = {"yesterday": -1, "tomorrow": 1}.get((match["word"] or "").lower(), 0)
    return Timex(*match.span(), "time", "shift", unit="D", shift=days, clock=clock(match))


@rule(
    rf"(?:that|the{S}same|the{S}following|the{S}next|the{S}previous){S}(?:day|(?P<part>{PART}))"
    rf"|the{S}day{S}(?P<way>before|after)(?!{S}\w)|(?<=\bin )the{S}(?P<part2>morning|afternoon|evening)",
    "day",
    almanac.DAY_PARTS,
)
def that_day(match: re.Match[str]) -> Timex:
    """ "that day", "the next morning", "the day after"."""
    word = (match["way"] or match[0].split()[-2]).lower()
    shift = {"following": 1, "next": 1, "after": 1, "previous": -1, "before": -1}.get(word, 0)
    code = almanac.DAY_PARTS[match["part2"].lower()] if match["part2"] else clock(match)
    kind: TimexKind = "time" if code else "date"
    if shift:
        return Timex(*match.span(), kind, "after", unit="D", amount=1.0, shift=shift, clock=code)
    return Timex(*match.span(), kind, "same", unit="D", clock=code)


@rule(
    rf"the{S}(?:specified|agreed|agreed-upon|stipulated|appointed|scheduled|given|set|fixed|promised|original|planned){S}"
    rf"(?:date|deadline|day)|(?:that|this|the{S}same|the{S}said){S}(?:deadline|date)",
    "date",
    "deadline",
    "day",
)
def anaphoric_deadline(match: re.Match[str]) -> Timex:
    """ "the specified date"."""
    return Timex(*match.span(), "date", "deadline")


RULES = (
    month_day, month, weekday, weekly, holiday, named_event, iso_date, numeric_date, near_day, near_part, time_of_day,
    that_day, anaphoric_deadline,
)  # fmt: skip
