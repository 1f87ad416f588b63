"""Weeks, months, quarters, seasons, years, decades and centuries, and words for past, present and future."""

import re

from tasks.language import almanac
from tasks.language.almanac import amount_of, ordinal_number, shift_of, unit_of, year_number
from tasks.language.timex.model import (
    MONTH,
    ORDINAL,
    PHASE,
    SEASON,
    SHIFT,
    UNITS,
    WORD_YEAR,
    YEAR,
    S,
    Timex,
    after,
    any_of,
    before,
    modifier,
    rule,
)

_REFERENCES = [
    "now", "currently", "current", "nowadays", "days", "moment", "presently", "recently", "recent", "lately", "past",
    "soon", "future", "term", "possible", "date",
]  # fmt: skip
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}


@rule(
    rf"(?P<phase>{PHASE})?(?P<shift>{SHIFT}|the{S}same|that(?:{S}same)?|the{S}(?:very{S})?following)(?:'s)?{S}"
    rf"(?:(?:fiscal|financial|calendar|full|school){S})?(?P<unit>week|month|year|quarter|decade|century|weekend|{SEASON})",
    UNITS,
    almanac.SEASONS,
)
def shifted(match: re.Match[str]) -> Timex | None:
    """ "last week", "early next year", "the past month", "that year", "this summer"."""
    words, unit = " ".join(match["shift"].lower().split()), match["unit"].lower()
    said = modifier(match)
    if match["unit"][0].isupper() and before(match)[-1:] in ('"', "“"):
        return None  # a title: "This Week"
    if unit in almanac.SEASONS:
        shift = shift_of(words)
        return Timex(*match.span(), "date", "season", unit=almanac.SEASONS[unit], shift=shift, modifier=said)
    code = unit_of(unit)
    if "same" in words or "that" in words:
        return Timex(*match.span(), "date", "same", unit=code, modifier=said)
    if "following" in words:
        return Timex(*match.span(), "date", "after", unit=code, amount=1.0, shift=1, modifier=said)
    bare = words.removeprefix("the ")
    if bare in ("past", "coming") and not said:
        return Timex(*match.span(), "duration", "span", unit=code, amount=1.0, shift=shift_of(words))
    if bare in ("previous", "preceding", "prior"):
        return Timex(*match.span(), "date", "after", unit=code, amount=1.0, shift=-1, modifier=said)
    letter, factor = almanac.measured(code, 1.0)
    return Timex(
        *match.span(), "date", "shift", unit=letter, shift=int(factor or 1) * (shift_of(words) or 0), modifier=said
    )


@rule(
    rf"(?P<phase>{PHASE})?the{S}(?:(?:fiscal|full|calendar){S})?(?P<unit>day|week|month|year|quarter|weekend|{SEASON})(?!-)"
    rf"(?:{S}of{S}(?P<year>{YEAR}|{WORD_YEAR}))?(?P<closed>{S}(?:ended|ending|that{S}ended))?",
    UNITS,
    almanac.SEASONS,
)
def the_period(match: re.Match[str]) -> Timex | None:
    """ "the end of the year", "the weekend", "the summer of 2019", "the year ended March 31"."""
    unit = match["unit"].lower()
    span = (match.start(), match.start("closed") if match["closed"] else match.end())
    year = year_number(match["year"]) if match["year"] else None
    if unit in almanac.SEASONS:
        return Timex(*span, "date", "season", unit=almanac.SEASONS[unit], year=year, modifier=modifier(match))
    if match["closed"] and unit != "quarter":
        return Timex(*span, "duration", "fixed", value=almanac.period(unit_of(unit), 1.0))
    idiom = unit == "day" and (not match["phase"] or before(match).lower().endswith("at "))
    if year is not None or idiom:
        return None
    if unit == "quarter":
        return Timex(*span, "date", "same", unit="Q", modifier=modifier(match))
    return Timex(*span, "date", "shift", unit=unit_of(unit), shift=0, modifier=modifier(match))


@rule(
    rf"(?P<phase>{PHASE})?(?P<season>{SEASON}){S}(?:of{S})?(?P<year>{YEAR})"
    rf"|(?:(?<=\bby )|(?<=\bin )|(?<=\buntil )|(?<=\bsince ))(?P<bare>{SEASON})(?!{S}(?:of|short|in|to|for))",
    almanac.SEASONS,
)
def season(match: re.Match[str]) -> Timex:
    """ "summer 2020", "by summer"."""
    code = almanac.SEASONS[(match["season"] or match["bare"]).lower()]
    year = year_number(match["year"]) if match["year"] else None
    return Timex(*match.span(), "date", "season", unit=code, year=year, modifier=modifier(match))


@rule(
    rf"(?P<phase>{PHASE})?(?:(?P<owner>this|last|next|{YEAR}){S}?(?:year)?'s{S})?(?:(?:the|its|a|their){S})?"
    rf"(?:(?:fiscal|flat|strong|weak){S}|fiscal-)?(?:(?P<year1>{YEAR}){S})?"
    rf"(?P<number>first|second|third|fourth|last|final)(?:{S}|-)(?:fiscal{S})?(?P<unit>quarter|half)(?P<many>s)?"
    rf"(?:,?{S}(?:of{S})?(?:(?:fiscal{S})?(?P<year2>{YEAR})|(?P<owner2>this|last|next){S}year))?"
    rf"|(?P<letter>[QH])(?P<digit>[1-4])(?:{S}(?:of{S})?(?:FY)?(?P<year3>{YEAR}))?",
    "quarter",
    "quarters",
    "half",
    "q",
    "h",
)
def quarter(match: re.Match[str]) -> Timex | None:
    """ "the third quarter of 1984", "next year's first quarter", "second half of 2020", "Q3 2020"."""
    unit = (match["letter"] or ("H" if (match["unit"] or "").lower() == "half" else "Q")).upper()
    years = [match[name] for name in ("year1", "year2", "year3") if match[name]]
    owner = match["owner"] or match["owner2"] or ""
    if owner[:1].isdigit():
        years, owner = [owner], ""
    if (unit == "H" and not (years or owner)) or (match["letter"] or "Q").islower():
        return None  # "the first half" alone is a game's
    number = int(match["digit"] or 0) or _NTH.get((match["number"] or "").lower(), 2 if unit == "H" else 4)
    if match["many"]:
        return Timex(*match.span(), "set", "fixed", value=f"XXXX-{unit}{number}")
    year = year_number(years[0]) if years else None
    return Timex(
        *match.span(),
        "date",
        "quarter",
        unit=unit,
        number=number,
        year=year,
        shift=shift_of(owner),
        modifier=modifier(match),
    )


@rule(
    rf"(?:the{S}|a{S})?(?:(?P<latest>latest|same|current|most{S}recent)"
    rf"|(?P<before>year-earlier|year-ago|prior-year|corresponding|comparable|like)){S}"
    rf"(?:(?P<number>first|second|third|fourth){S})?(?:fiscal{S})?(?P<unit>period|quarter|(?P<months>nine|six|three|12){S}months)"
    rf"(?P<ago>(?:,)?{S}(?:a{S}year{S}(?:ago|earlier|before)|last{S}year|of{S}last{S}year|the{S}(?:previous|prior){S}year))?"
    rf"|(?:the{S})?(?P<word>year-ago|year-earlier)|the{S}(?P<year>{YEAR}){S}(?:(?P<number2>first|second|third|fourth){S})?(?:period|quarter)",
    "period",
    "quarter",
    "months",
    "ago",
    "earlier",
)
def reported_period(match: re.Match[str]) -> Timex | None:
    """ "the latest quarter", "the year-earlier period": the period that a company's report speaks of."""
    if match["months"]:
        return Timex(*match.span(), "duration", "fixed", value=almanac.period("M", amount_of(match["months"])))
    earlier = bool(match["before"] or match["ago"] or match["word"])
    said = match["number"] or match["number2"]
    number = ordinal_number(said) if said else None
    year = year_number(match["year"]) if match["year"] else None
    return Timex(*match.span(), "date", "same", unit="Q", number=number, year=year, shift=-1 if earlier else 0)


@rule(
    rf"(?P<phase>{PHASE})?(?:(?:fiscal|calendar|financial){S}(?:year{S})?|the{S}year{S}|FY\s?)?(?P<year>{YEAR})"
    rf"(?P<to>[-–/](?:\d\d|{YEAR})(?![\d-]))?(?:{S}(?:and{S}beyond|or{S}later))?"
    rf"|(?P<phase3>{PHASE})?['’](?P<short>[4-9]\d)|the{S}year{S}(?P<words>two{S}thousand(?:{S}and{S}\w{{3,9}})?)"
    rf"|(?P<words2>{WORD_YEAR})",
    "4",
    "nineteen",
    "twenty",
    "thousand",
    "0",
)
def year(match: re.Match[str]) -> Timex | None:
    """ "1998", "fiscal 1989", "the end of 1990", "1998-99", "nineteen ninety-six"."""
    if match["year"] and match.start("year") == match.start() and not _is_year(match):
        return None
    if match["short"]:
        return Timex(*match.span(), "date", "fixed", value=f"19{match['short']}")
    value = f"{year_number(match['year'] or match['words'] or match['words2'])}"
    said = Timex(*match.span(), "date", "fixed", value=value, modifier=modifier(match))
    if not match["to"]:
        return said
    last = match["to"][1:] if len(match["to"]) == 5 else value[:2] + match["to"][1:]
    if last <= value:
        return None
    until = Timex(*match.span(), "date", "fixed", value=last)
    return Timex(*match.span(), "date", "range", base=said, until=until)


_COUNT_BEFORE = re.compile(
    r"(?:[$€£¥#]\s?|(?:about|some|nearly|almost|roughly|approximately|than|least|most|over|up to|another|additional"
    r"|around|only|an estimated|kill|killed|killing|with|no|nos|no\.|number|flight|route|highway|room"
    r"|(?:average|total|maximum|minimum|sum|price|cost|number) of)\s)\Z"
)
_FAR_FUTURE = 2060
_NAME_BEFORE = re.compile(r"\b[A-Z][\w&]*[- ]\Z")
_PLURAL_AFTER = re.compile(r"\s(?:[a-z]+\s)?[a-z]{2,}s\b")
_COUNTED = re.compile(
    r"[\s-](?:people|troops|soldiers|men|women|children|workers|employees|jobs|homes|houses|dollars|euros|pounds|miles"
    r"|kilomet(?:er|re)s|met(?:er|re)s|feet|square|shares|percent|per\scent|more|other|additional|customers|patients|cases"
    r"|deaths|students|members|refugees|migrants|prisoners|rpm|times|million|billion|trillion|thousand|votes|tons|tonnes"
    r"|acres|points|calories|units|hours|days|minutes|seats|civilians|fighters)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:^|\W)(?:in|since|by|of|until|till|from|during|before|after|early|late|mid|year|for|between|through|to|and|or|the"
    rf"|this|his|her|its|their|our|an?|season|elections?|{any_of(almanac.MONTHS)}|{any_of(almanac.SEASONS)}|\()\s?\Z",
    re.IGNORECASE,
)


def _is_year(match: re.Match[str]) -> bool:
    """Whether four bare digits are a year: unless a count, a name or an amount of money claims them."""
    if (
        not 1400 <= int(match["year"]) <= 2199
        or _COUNTED.match(after(match))
        or re.match(r"[-/]\d|\s?[€£%]", after(match))
    ):
        return False
    if _COUNT_BEFORE.search(before(match)):
        return False
    if int(match["year"]) > _FAR_FUTURE:
        return bool(_YEAR_BEFORE.search(before(match)))
    named = _NAME_BEFORE.search(before(match)) and _PLURAL_AFTER.match(after(match))
    return bool(_YEAR_BEFORE.search(before(match))) or not named


@rule(
    rf"(?P<phase>{PHASE})?(?:the{S})?(?:(?:early|late|mid)(?:{S}|-)(?:to{S}late{S}|to{S}mid-)?)?"
    rf"(?:(?P<century>1\d|20)?['’]?(?P<tens>\d)0'?s|(?P<word>{any_of(almanac.DECADES)}))",
    "0",
    "4",
    "s",
    almanac.DECADES,
)
def decade(match: re.Match[str]) -> Timex | None:
    """ "the 1990s", "the late '70s", "the nineties"; "his 30s" is an age."""
    tens = int(match["tens"]) if match["tens"] else almanac.DECADES[match["word"].lower()]
    if not match["century"] and not re.search(r"the\s(?:(?:early|late|mid)\s)?['’\w]", match[0], re.IGNORECASE):
        return None
    if not match["century"] and re.search(r"-\d", match[0]):
        return None  # "the mid-30s" are degrees or per cent
    return Timex(*match.span(), "date", "fixed", value=f"{match['century'] or 19}{tens}", modifier=modifier(match))


@rule(
    rf"(?P<phase>{PHASE})?(?:the{S})?(?:(?:early|late|mid){S})?"
    rf"(?:(?P<number>1\d|2[01]|[5-9])(?:th|st)|(?P<word>{ORDINAL}|twenty-first))[ -]century",
    "century",
)
def century(match: re.Match[str]) -> Timex:
    """ "the 20th century", "11th-century"."""
    word = (match["word"] or "").lower()
    number = int(match["number"] or 0) or (21 if "-" in word else ordinal_number(word))
    return Timex(*match.span(), "date", "fixed", value=f"{number - 1:02d}")


@rule(
    rf"(?P<present>(?:right{S})?now|currently|current|nowadays|these{S}days|at{S}the{S}moment|presently)"
    rf"|(?P<past>recently|recent|lately|the{S}recent{S}past|(?<=\bin )the{S}past)"
    rf"|(?P<future>soon|the{S}(?:near{S}|foreseeable{S}|not-too-distant{S})?future|the{S}(?:near|short|medium|long){S}term"
    rf"|as{S}soon{S}as{S}possible|a{S}later{S}date)",
    _REFERENCES,
)
def reference(match: re.Match[str]) -> Timex | None:
    """ "now", "recently", "the near future"; "sooner", "as soon as he left" and "now that" are none."""
    word = match[0].lower()
    following = after(match, 8)
    if word == "soon" and (re.match(r"\s(?:as|after)\b", following) or before(match).lower().endswith(("as ", "too "))):
        return None
    if word.endswith("now") and following.startswith("-"):
        return None
    return Timex(*match.span(), "date", "fixed", value=f"{(match.lastgroup or '').upper()}_REF")


@rule(
    rf"(?:the{S})?(?:(?:days|weeks|months|years){S}(?:and{S}(?:weeks|months|years){S})?(?:ahead|to{S}come)"
    rf"|coming{S}(?:(?:days|weeks|months){S}(?:and|or){S})?(?:hours|days|weeks|months|years|quarters))",
    "ahead",
    "come",
    "coming",
)
def ahead(match: re.Match[str]) -> Timex:
    """ "the weeks and months ahead", "coming months"."""
    return Timex(*match.span(), "date", "fixed", value="FUTURE_REF")


@rule(
    rf"(?:the{S})?(?:recent|past){S}(?:(?:days|weeks|months|years){S}(?:and|or){S})?(?:hours|days|weeks|months|years|decades|quarters)",
    "recent",
    "past",
)
def recent_times(match: re.Match[str]) -> Timex:
    """ "recent weeks and months", "past years"."""
    return Timex(*match.span(), "date", "fixed", value="PAST_REF")


@rule(
    rf"(?:every|each)(?:{S}(?P<amount>other|two|three|four|five|six|ten|\d{{1,3}}))?{S}"
    rf"(?:(?P<unit>second|minute|hour|day|night|week|weekend|month|quarter|year)s?|(?P<month>{MONTH}))"
    rf"|(?P<adverb>daily|hourly|weekly|monthly|annually|nightly)(?!-)",
    "every",
    "each",
    "daily",
    "hourly",
    "weekly",
    "monthly",
    "annually",
    "nightly",
)
def repeated(match: re.Match[str]) -> Timex:
    """ "every day", "each July", "annually"."""
    if match["month"]:
        return Timex(*match.span(), "set", "fixed", value=f"XXXX-{almanac.month_number(match['month']):02d}")
    unit = match["unit"] or {"dai": "day", "hou": "hour", "wee": "week", "mon": "month", "nig": "night"}.get(
        match["adverb"].lower()[:3], "year"
    )
    amount = 2.0 if (match["amount"] or "").lower() == "other" else amount_of(match["amount"])
    return Timex(*match.span(), "set", "fixed", value=almanac.period(unit_of(unit), amount))


@rule(rf"(?:the{S})?year(?:'s|-|{S})end", "end")
def year_end(match: re.Match[str]) -> Timex:
    """ "year-end", "the year's end"."""
    return Timex(*match.span(), "date", "shift", value="year-end", unit="Y", shift=0)


RULES = (
    shifted, the_period, season, quarter, reported_period, year, decade, century, reference, ahead, recent_times,
    repeated, year_end,
)  # fmt: skip
