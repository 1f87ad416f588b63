"""Lines that hold a day or a time and nothing else: when printed, updated or viewed."""

import re

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.printed_dates import DATE_CHARACTERS, find_date

_LABEL = re.compile(
    r"(first |last |originally |date |article )?(published|posted|updated|modified|edited|uploaded|created|issued"
    r"|release|publish|publication|publishing|revised|submitted)?( ?(date|time|on|at|in|by))?|date|time|on|at"
)
_CLOCK = re.compile(r"(at )?\d{1,2}[:.]\d{2}(:\d{2})? ?([ap]\.?m\.?)?( ?\(?(gmt|utc|[a-z]{2,4})([+-]\d{1,2})?\)?)?")
_DAY_NAME = r"(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?"
_LEFTOVER = re.compile(
    rf"({_DAY_NAME}|at|on|\d{{1,2}}:\d{{2}}(:\d{{2}})?|[ap]\.?m\.?|gmt|utc|[a-z]{{2,4}}t|hrs?|hours?|local time|time|z"
    r"|[+-]\d\d:?\d\d|[\s,|.()@:–-])*"
)


def label(page: PageView) -> Labels:
    """A date or clock line, with or without "Published:" or "Updated" before it."""
    return {
        index: Label("page_header", "date_line")
        for index, line in enumerate(page.lines)
        if len(line.text) <= DATE_CHARACTERS and page.free[index] and is_date_line(line.text)
    }


def is_date_line(text: str) -> bool:
    """Whether ``text`` says a day (or a clock time) and nothing else, apart from a label before it."""
    plain = " ".join(text.split())
    if _CLOCK.fullmatch(plain.lower()):
        return True
    found = find_date(plain)
    if found is None:
        return False
    before, behind = plain[: found.start].lower().strip(" :|–-,"), plain[found.end :].lower()
    before = re.sub(rf"\b{_DAY_NAME}\b,?$", "", before).strip(" :|–-,.")
    return bool(_LABEL.fullmatch(before)) and (bool(_LEFTOVER.fullmatch(behind)) or is_second_date(behind))


def is_second_date(text: str) -> bool:
    """ "… | Updated: April 15, 2021" behind a first date."""
    text = text.strip(" |,;/·•-–()")
    return len(text) > 6 and is_date_line(text)
