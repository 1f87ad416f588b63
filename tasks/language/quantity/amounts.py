"""Numbers with their units, hedges and ranges: "some 2,500", "nearly 40 years", "between $5 and $7 million".

A pure grammar over characters. Digits that are no amounts (codes, scores, times, telephone numbers, list marks) are
left out.
"""

import re
from collections.abc import Iterable, Sequence

from tasks.language import numbers
from tasks.language.numbers import Number
from tasks.language.quantity import units
from tasks.language.quantity.hedges import PREFIX, hedged
from tasks.language.quantity.model import Amount
from tasks.language.quantity.ranges import conversions, ranges, ratios
from tasks.reference.spans import Span

_MINUS = re.compile(r"(?:(?<!\w)(?:minus|negative)[\s-]|(?<![\w)])[-−])\Z", re.IGNORECASE)
_MULTIPLIER = re.compile(r"\s?(?P<letters>trn|tn|bln|bn|mln|mil|mn|m|b|k)(?![^\W_])", re.IGNORECASE)
_MULTIPLIERS = {
    **dict.fromkeys(("k",), 1e3),
    **dict.fromkeys(("m", "mn", "mil", "mln"), 1e6),
    **dict.fromkeys(("b", "bn", "bln"), 1e9),
    **dict.fromkeys(("tn", "trn"), 1e12),
}
_PLURAL_SOON = re.compile(
    r"\s(?:of\s|people\b|(?!(?:tall|long|deep|high|wide|away|above|below)\b)"
    r"(?:(?!(?:from|to|in|at|for|on|by|with|was|is|has|race|final)\b)[a-z]+\s){0,5}?[a-z]{2,}s\b)"
)
_LETTER = re.compile(r"[^\W_]")
_CALLED = re.compile(r"(?<!\w)(?:call(?:ed|s|ing)?|dial(?:ed|led)?|phoned?|no|nos|number|#)\.?\s?\Z", re.IGNORECASE)
_LETTERS_DIALLED = re.compile(r"-[A-Z]{2,}")
_LIST_MARK = re.compile(r"[.)]\s")
# "image 3 of 12": where it stands in a gallery
_PAGED = re.compile(
    r"(?<!\w)(?:image|photo|picture|page|slide|item|part|video|question)\s(?P<last>\d{1,4}\s(?:of|/|of\s/)\s)?\Z",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(r"\s(?:of|/)\s(?:/\s)?\d")
# ".38 caliber", "9mm pistol", "12-gauge shotgun": the name of a weapon's bore
_BORE = re.compile(
    r"(?:(?P<named>[\s-]?(?:cal(?:iber|ibre)?(?!\w)|gauge\sshotgun))|(?P<mm>[\s-]?mm)?[\s-](?:semi|automatic|revolver|hand\s?gun"
    r"|pistol|rifle|shotgun|magnum|special|ammunition|ammo|round|bullet|shell|casing|cartridge|magazine|glock|beretta"
    r"|smith|gun|firearm|weapon|luger|ruger|acp))",
    re.IGNORECASE,
)
_ERA = r"(?:A\.?D|B\.?C(?:\.?E)?|C\.?E)\.?"
_IN_ERA = re.compile(rf"(?<!\w){_ERA}\s(?:\d{{1,4}}\s?(?:and|to|or|-|–)\s?)?\Z")
_ERA_AFTER = re.compile(rf"\s{_ERA}(?!\w)")
# "half an hour", "half a percentage point"
_HALF_A = re.compile(r"\san?(?=\s)")
# "40,000 barrels of oil a day"
_SUBSTANCE = re.compile(r"\sof\s[a-z]{2,14}(?:\s[a-z]{2,14})?(?=\s(?:an?|per|each|every)\s)")


def scan(text: str, taken: Iterable[Span] = ()) -> list[Amount]:
    """Every amount in ``text`` whose number stands outside ``taken`` (dates and times), in order."""
    blocked = list(taken)
    found = [number for number in numbers.scan(text) if not _within(number, blocked)]
    measured = [amount for number in found if (amount := _measured(text, number)) is not None]
    return conversions(text, [hedged(text, amount) for amount in ranges(text, ratios(text, measured))])


def _within(number: Number, blocked: Sequence[Span]) -> bool:
    return any(span.start < number.end and number.start < span.end for span in blocked)


def _measured(text: str, number: Number) -> Amount | None:
    """The number with its sign, magnitude letter and unit; None if the characters around it make it no amount."""
    currency = units.before(text, number.start)
    begin = currency.start if currency else number.start
    if number.form in ("digits", "fraction") and not currency and _is_code(text, number):
        return None
    scale, end = _magnitude(text, number, money=currency is not None)
    said_value = number.value if number.value is None or scale == 1 else numbers.decimal(number.value * scale)
    value = None if said_value is None else said_value * _sign(text, number, begin)
    said = _unit_after(text, number, end, value or number.low or 0.0)
    if currency and said and said.unit.dimension not in ("money", "share"):
        said = None
    if not said and end == number.end and number.form == "digits" and _LETTER.match(text, end):
        return None
    found = currency or said
    name = found.unit.name if found else None
    reached = said.end if said else end
    substance = _SUBSTANCE.match(text, reached)
    if found and (per := units.rate(text, substance.end() if substance else reached)):
        name, reached = f"{name} per {per[0]}", per[1]
    return Amount(
        span=Span(begin, reached),
        number=Span(begin, end),
        value=value,
        low=number.low if value is None else value,
        high=number.high if value is None else value,
        bound="vague" if value is None else "exact",
        form=number.form,
        unit=name,
        dimension=found.unit.dimension if found else None,
        sign=bool(found and found.sign),
        hyphen=text[number.end : number.end + 1] == "-" and text[number.end + 1 : number.end + 2].isalpha(),
    )


def _unit_after(text: str, number: Number, end: int, value: float) -> units.UnitFound | None:
    """The unit after a number; "a" or "an" stands between "half" and its unit."""
    halved = _HALF_A.match(text, end) if text[number.start : number.end].lower() == "half" else None
    return units.after(text, halved.end() if halved else end, value)


def _sign(text: str, number: Number, begin: int) -> int:
    lead = text[max(0, begin - 10) : begin]
    return -1 if _MINUS.search(lead) or (begin < number.start and text[number.start - 1] == "-") else 1


def _magnitude(text: str, number: Number, money: bool) -> tuple[float, int]:
    """What a letter after the digits multiplies by ("$35m"), and where the number then ends."""
    letters = _MULTIPLIER.match(text, number.end)
    if letters and number.form == "digits" and _multiplies(text, letters, money):
        return _MULTIPLIERS[letters["letters"].lower()], letters.end()
    return 1.0, number.end


def _multiplies(text: str, letters: re.Match[str], money: bool) -> bool:
    """Whether a letter is a magnitude: "$35m", "40m of its users", "2.7m copies"; in "100m race" it is a metre."""
    said = letters["letters"]
    spaced = text[letters.start()].isspace()
    if money or len(said) > 1:
        return money or not (spaced and said.lower() == "mil")
    if spaced:
        return said == "B"
    following = text[letters.end() : letters.end() + 60]
    if said in ("k", "K"):
        return bool(re.match(r"\s[a-z]", following))
    return said in ("M", "B") or (said == "m" and bool(_PLURAL_SOON.match(following)))


def _is_code(text: str, number: Number) -> bool:
    """Digits in a code, a score, a time, a version, a phone number, a year of an era, a bore or a list mark."""
    before, after = text[max(0, number.start - 24) : number.start], text[number.end : number.end + 4]
    last, two = before[-1:] or " ", before[-2:]
    if last.isalnum() or last in "_@&\\":
        return True
    if last in "-–/.:'’" and two[:1].isalnum() and not _ranging(two) and not PREFIX.search(before):
        return True
    if after[:1] in ("/", ":", ".", "’", "'") and after[1:2].isdigit():
        return True
    if (
        _is_numbering(text, number, before)
        or (number.form == "digits" and "," not in text[number.start : number.end] and _CALLED.search(before))
        or _LETTERS_DIALLED.match(text, number.end)
    ):
        return True
    return not before.strip() and number.start < 3 and number.form == "digits" and bool(_LIST_MARK.match(after))


def _is_numbering(text: str, number: Number, before: str) -> bool:
    """Digits that tell a page of many, a year of an era or a bore."""
    if _IN_ERA.search(before) or _ERA_AFTER.match(text, number.end):
        return True
    paged = _PAGED.search(before)
    if paged and (paged["last"] or _OF_SO_MANY.match(text, number.end)):
        return True
    bore = _BORE.match(text, number.end)
    return bore is not None and bool(text[number.start] == "." or bore["named"] or bore["mm"])


def _ranging(two: str) -> bool:
    """A dash after a digit: the second half of "12-15", whose first half decides."""
    return two[:1].isdigit() and two[1:] in "-–"
