"""Numbers in English text: digits, number words, fractions and vague magnitudes, with their spans.

A pure grammar over characters; what a number counts is the quantities extractor's matter. Ordinals, decades
("1990s") and digits inside codes ("AK-47", "XC40") are not numbers here. Time is linear in the text.
"""

import re
from dataclasses import dataclass
from typing import Literal

NumberForm = Literal["digits", "words", "fraction", "vague"]

_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: float(value) for value, word in enumerate(_UNITS)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, start=2)
}
_POWERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "dozen": 12.0,
}
# lowest and highest value of a bare plural: "hundreds" is at least 100 and short of 1,000
_VAGUE = {
    "tens": (10.0, 100.0),
    "dozens": (24.0, 100.0),
    "scores": (40.0, 100.0),
    "hundreds": (1e2, 1e3),
    "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7),
    "billions": (1e9, 1e10),
    "trillions": (1e12, 1e13),
}
_SEVERAL = (2.0, 10.0)  # "several hundred", "a few thousand": at least two, short of ten
_DENOMINATORS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_GLYPHS = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}

_THIN = "\u00a0\u2009\u202f"  # no-break and thin spaces, which part thousands in print
_DIGITS = (
    r"\d{1,3}(?:\.\d{1,9})?\s?[×x]\s?10\^?[-−]?\d{1,3}(?!\d)|"
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    rf"|\d{{1,3}}(?:[ {_THIN}]\d{{3}}){{1,4}}(?![.,:/\-–]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,4}(?![.,]?\d)"
    r"|\d{1,18}(?:\.\d{1,12})?(?!\d)|\.\d{1,6}(?!\d)"
)
_GAP = rf"[\s\-{_THIN}]{{1,2}}"
_UNDER_20 = "|".join(sorted(_UNITS, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:{_GAP}(?:{'|'.join(_UNITS[1:10])})(?!\w))?|(?:{_UNDER_20}))(?!\w)"
_POWER = rf"(?:{'|'.join(_POWERS)})(?!\w)"
_SLASHED = r"\d{1,2}/(?:2|3|4|5|8|10|16)(?![\d/])"
# after a power, smaller groups follow: "two million three hundred thousand", "one hundred and five"
_SMALLER = (
    rf"(?:{_GAP}(?:and\s)?{_BELOW_100}(?:{_GAP}{_POWER}){{1,3}}){{0,4}}(?:(?<=dred|sand){_GAP}(?:and\s)?{_BELOW_100})?"
)
_POWERS_AFTER = rf"(?:{_GAP}{_POWER}){{0,3}}"
_JOINED = r"(?:(?<=\d)(?:thousand|million|billion|trillion)(?!\w))?"  # "£700million"

_NUMBER = re.compile(
    rf"""
    (?=[\d.{"".join(_GLYPHS)}]|(?<!\w)[abcdefhlmnostz])(?:  # a cheap gate: what a number can begin with
    (?<![\w.])(?P<vague>(?!(?:tens|scores)(?!\sof\s))(?:{"|".join(_VAGUE)})(?:\sof\s(?:{"|".join(_VAGUE)})){{0,2}})(?!\w)
  | (?<!\w)(?P<several>(?:several|a\sfew|a\scouple(?:\sof)?)\s{_POWER})
  | (?<!\w)(?P<halved>(?:(?:a|one)[\s-])?half(?:\sof)?(?:\san?\s|-|\s){_POWER})
  | (?<!\w)(?P<part>(?P<numerator>an?|{_BELOW_100})[\s-](?P<denominator>{"|".join(_DENOMINATORS)})s?)(?!\w)
  | (?<!\w)(?P<half>half)(?!\w)
  | (?<![\d/.,])(?P<slashed>(?:\d{{1,4}}[\s-])?{_SLASHED})
  | (?<![\d.,])(?P<digits>(?:{_DIGITS})(?:\s?[{"".join(_GLYPHS)}]|\sand\sa\shalf(?!\w))?{_JOINED}{_POWERS_AFTER})
  | (?P<glyph>[{"".join(_GLYPHS)}]{_POWERS_AFTER})
  | (?<!\w)(?P<words>(?:{_BELOW_100}(?:\sand\sa\shalf(?!\w))?|an?(?={_GAP}{_POWER})){_POWERS_AFTER}{_SMALLER})(?!\w)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# For other grammars: a count in digits or words, without its span's value (see value_of)
CARDINAL = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,3}})?(?:[\s-]{_SLASHED})?"
    rf"|(?:{_BELOW_100}|an?(?={_GAP}{_POWER})){_POWERS_AFTER}(?:\sand\sa\shalf)?)"
)
_PIECE = re.compile(rf"(?:{_DIGITS})|[^\W\d_]+|[{''.join(_GLYPHS)}]")


@dataclass(frozen=True, slots=True)
class Number:
    """``value`` at ``text[start:end]``; None if vague, and then ``low`` to ``high`` is what the words allow."""

    start: int
    end: int
    value: float | None
    form: NumberForm
    low: float | None = None
    high: float | None = None


def scan(text: str) -> list[Number]:
    """Every number in ``text``, in order, none overlapping another."""
    return [number for match in _NUMBER.finditer(text) if (number := _number(match)) is not None]


def value_of(words: str) -> float | None:
    """The value of ``words`` if they are one number and nothing else, such as "twenty-four" or "2 1/2"."""
    match = _NUMBER.fullmatch(words)
    number = _number(match) if match else None
    return number.value if number else None


def last_place(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 2,500; 1 for 98; 0.1 for 2.5; 0 for 0."""
    if not value:
        return 0.0
    digits, _, exponent = f"{abs(value):.11e}".partition("e")
    kept = digits.replace(".", "").rstrip("0")
    return float(10.0 ** (int(exponent) - len(kept) + 1))


def decimal(value: float) -> float:
    """``value`` as decimals say it: 8.2 million is 8,200,000 and not a billionth less."""
    return float(f"{value:.15g}")


def power(word: str) -> float | None:
    """What "thousand" or "dozen" multiplies by; None for another word."""
    return _POWERS.get(word.lower())


def _number(match: re.Match[str]) -> Number | None:
    words, start, end = match[0].lower(), match.start(), match.end()
    if match["vague"]:
        names = words.split(" of ")
        low, high = _VAGUE[names[0]]
        for name in names[1:]:
            low, high = low * _VAGUE[name][0], high * _VAGUE[name][0]
        return Number(start, end, None, "vague", low, high)
    if match["several"]:
        scale = _POWERS[words.split()[-1]]
        return Number(start, end, None, "vague", *(scale * several for several in _SEVERAL))
    if match["halved"]:
        return Number(start, end, 0.5 * _POWERS[_PIECE.findall(words)[-1]], "words")
    if match["part"]:
        return _part(match)
    if match["half"]:
        return Number(start, end, 0.5, "fraction")
    if match["slashed"]:
        return Number(start, end, _slashed(words), "fraction")
    form: NumberForm = "digits" if match["digits"] else "fraction" if match["glyph"] else "words"
    value = _evaluate(words)
    return None if value is None else Number(start, end, value, form)


def _part(match: re.Match[str]) -> Number | None:
    """ "a third" and "two-thirds"; "second quarter" and "two third" are no fractions."""
    numerator = _SMALL.get(match["numerator"].lower(), 1.0 if match["numerator"].lower() in ("a", "an") else 0.0)
    denominator = _DENOMINATORS[match["denominator"].lower()]
    plural = match["part"][-1] in "sS"
    if plural != (numerator > 1) or not 0 < numerator < denominator:
        return None
    return Number(match.start(), match.end(), numerator / denominator, "fraction")


def _slashed(words: str) -> float:
    *whole, slashed = re.split(r"[\s-]", words)
    over, under = slashed.split("/")
    return (float(whole[0]) if whole else 0.0) + float(over) / float(under)


def _evaluate(words: str) -> float | None:
    """Add and multiply the words of one number, left to right."""
    total = group = 0.0
    scale = 1.0
    for piece in _PIECE.findall(words):
        if piece[0].isdigit() or piece[0] == ".":
            group += _digits(piece)
        elif piece in _SMALL:
            group += _SMALL[piece]
        elif piece in _GLYPHS:
            group += _GLYPHS[piece]
        elif piece == "half":
            group, total = (group, total + 0.5 * scale) if scale > 1 else (group + 0.5, total)
        elif piece == "hundred":
            group = (group or 1.0) * 100
        elif piece in _POWERS:
            scale = _POWERS[piece]
            total, group = total + (group or 1.0) * scale, 0.0
    return decimal(total + group)


def _digits(piece: str) -> float:
    if match := re.fullmatch(r"([\d.]+)\s?[×x]\s?10\^?([-−]?)(\d+)", piece):
        return float(f"{match[1]}e{'-' if match[2] else ''}{match[3]}")
    if piece.count(".") > 1:
        piece = piece.replace(".", "")
    return float(re.sub(rf"[, {_THIN}]", "", piece))
