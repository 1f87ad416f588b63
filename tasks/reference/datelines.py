"""Where the report was sent from, at the start of its first paragraph: "KABUL (Reuters) –", "BELGIUM. Brussels:"."""

import re

LEAD_CHARACTERS = 120

_PLACE = r"[^\W\d_a-zß-ÿ][\w'’.-]{1,20}(?:[ ,/]{1,2}[^\W\d_a-zß-ÿ][\w'’.-]{0,20}){0,4}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
_YEAR_TOO = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
_AGENCY = r"(?:\([A-Z][\w .&/'’-]{1,40}\)|/[A-Z][\w .&'’-]{1,40}/)"
_CAPITALS = r"[A-Z][A-Z'’.-]{2,20}"
_DASH = r"[-–—]{1,2}"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PLACE},? ?(?:{_DAY})? ?,? ?{_AGENCY} ?{_DASH}\s",  # KABUL, April 14 (Reuters) –
        rf"{_CAPITALS}(?:[ ,/]{{1,2}}[A-Z][\w'’.-]{{1,20}}){{0,4}},? ?(?:{_DAY})? ?,? ?{_DASH}\s",  # KABUL, April 14 –
        rf"{_PLACE},? {_YEAR_TOO} ?{_DASH}\s",  # Kabul, April 14, 2021 –
        rf"{_AGENCY} ?{_DASH}\s",  # (Reuters) -, /Newswire/ --
        rf"[A-Z]{{3,20}}(?: [A-Z]{{2,20}}){{0,3}}\. {_PLACE}: ",  # BELGIUM. Brussels:
        r"[A-Z]{3,20}(?:[ ,/]{1,2}[A-Z]{2,20}){0,3}: (?=[“\"'‘A-Z])",  # KABUL: The …
    )
)


def dateline_length(paragraph: str) -> int:
    """How many characters of ``paragraph`` are its dateline, without white space behind; 0 if it has none."""
    lead = paragraph[:LEAD_CHARACTERS]
    for pattern in _DATELINES:
        found = pattern.match(lead)
        if found and found.end() < len(paragraph):
            return len(found[0].rstrip())
    return 0
