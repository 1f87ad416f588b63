"""Lines that hold a day or a time and nothing else: when printed, updated or viewed."""

import re

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.printed_dates import DATE_CHARACTERS, find_date

NOTE_WORDS = 5
MAX_DATES = 3  # "Published … | Updated … | …"
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:z|h)?|\d{1,2}(?=\s?[ap]\.?m\b)|\d{4}(?=\s?(?:gmt|utc|hrs))"
    r"|[+-]\d{1,2}(?::?\d{2})?"
)
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
# Words that say what a date is, and parts of times of day; anything else makes a line more than a date.
_ABOUT_DATES = (
    "first last originally date article time on at in published posted updated update modified edited uploaded created"
    " issued release released publish publication publishing revised submitted online print local and the"
    " a p am pm m z h hrs hours o clock gmt utc bst ist est edt cst cdt mst mdt pst pdt et ct mt pt cet cest eet msk"
    " hst akst sgt hkt jst kst aest aedt nzst wib"
)
_DAY_NAMES = (
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
    " domenica lunedì martedì mercoledì giovedì venerdì sabato lunes martes miércoles jueves viernes sábado domingo"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche"
)
_OF_DATES = frozenset(_ABOUT_DATES.split()) | frozenset(_DAY_NAMES.split())


def label(page: PageView) -> Labels:
    """A date or clock line, with or without "Published:" or "Updated" before it."""
    return {
        index: Label("page_header", "date_line")
        for index, line in enumerate(page.lines)
        if len(line.text) <= DATE_CHARACTERS and page.free[index] and is_date_line(line.text)
    }


def is_date_line(text: str) -> bool:
    """Whether ``text`` says days or clock times and nothing else, apart from words about them.

    Short notes set apart by bars may stand beside them: "Belmar Weekly | April 14, 2021 | Editor: A. Kor".
    """
    parts = text.split("|")
    if len(parts) > 1 and all(len(part.split()) <= NOTE_WORDS for part in parts):
        return any(part.strip() and is_date_line(part) for part in parts)
    rest, dates = " ".join(text.split()), 0
    while dates < MAX_DATES and (found := find_date(rest)) is not None:
        rest, dates = f"{rest[: found.start]} {rest[found.end :]}", dates + 1
    bare, clocks = _CLOCK.subn(" ", rest.lower())
    return dates + clocks > 0 and all(word in _OF_DATES for word in _TOKEN.findall(bare))
