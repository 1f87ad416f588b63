"""People's names as bylines print them."""

import re

from tasks.cleaning.outlet_words import ROLES

MAX_NAMES = 6
_PARTICLES = r"(?:van|von|der|den|de|del|della|da|di|dos|la|le|el|al|bin|bint|ibn|abu|ter|zu|af|av|y|e)"
_PART = r"(?:[^\W\d_a-zß-ÿ](?:[\w'’.-]{0,30})|[Oo]['’][A-Z]\w{1,20})"
_NAME = re.compile(rf"{_PART}(?: (?:{_PART}|{_PARTICLES})){{1,4}}")
_SEPARATOR = re.compile(r"\s*(?:,|;|&|\||/| and | und | et | y )\s*")
# Capitalised words that make a line a section, a place or a body of people and no person.
_COMMON_WORDS = (
    "the a an in on at of for from to with news world latest top more must read how why what when where who said says"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december today photo image video share search menu home live breaking press agency"
    " facebook twitter linkedin instagram whatsapp telegram pinterest email follow subscribe comments"
    " service reuters afp associated staff desk team editorial board office bureau times post daily archives trending"
)
_NO_NAME = frozenset(_COMMON_WORDS.split())

BYLINE_CHARACTERS = 160
_BY = re.compile(
    r"(?:(?:(?:written|reported|posted|published|story|text|words|analysis|report|compiled|opinion) )?by"
    r"|author|authors|reporter|writer|byline)(?: ?[:|–-] ?| )(?P<names>.{3,120})",
    re.IGNORECASE,
)
_BEHIND_NAMES = re.compile(
    r"\s*[,|–—(/·•-]\s*(?!and\b).{0,80}$|\s+(?:in|at|for|from|reports|is an?)\b.{0,60}$"
    rf"|\s+(?:senior |staff |chief |political ){{0,2}}{ROLES}s?\b.{{0,40}}$",
    re.IGNORECASE,
)


def is_name(text: str) -> bool:
    """Whether ``text`` looks like one person's name: two to five capitalised words, none of them a common word."""
    words = text.replace(".", " ").lower().split()
    return len(text) <= 60 and bool(_NAME.fullmatch(text.strip())) and not _NO_NAME.intersection(words)


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list of names ("Jane Doe, John Roe and Ann Poe"); empty unless every part is one."""
    parts = [" ".join(part.split()) for part in _SEPARATOR.split(text) if part.strip()]
    if not 0 < len(parts) <= MAX_NAMES or not all(map(is_name, parts)):
        return ()
    return tuple(dict.fromkeys(parts))


def byline_names(text: str) -> tuple[str, ...]:
    """The authors that a byline ("By Jane Doe, Kabul correspondent") names; empty if ``text`` is none."""
    found = _BY.fullmatch(text) if len(text) <= BYLINE_CHARACTERS else None
    if found is None:
        return ()
    names = found["names"].strip(" .")
    return names_in(names) or names_in(_BEHIND_NAMES.sub("", names, count=1))
