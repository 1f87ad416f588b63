"""Numbers that add up several events, or all of a period: no rivals of what one event cost."""

import re

_NUMBER = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|several|multiple|many"
    r"|a (?:series|string|spate|wave) of)"
)
_PERIOD = re.compile(
    r"\b(?:(?:this|last|per|each|every|a) (?:year|month|decade)|of the (?:year|month|decade)"
    r"|so far|to date|annual(?:ly)?"
    r"|(?:in|over|during|within) the (?:last|past|previous) (?:[\w-]{1,12} )?(?:days|weeks|months?|years?|decades?)"
    r"|(?:over|during|on) the (?:[\w-]{1,12} ){0,2}weekend|weekend (?:shootings|violence)"
    r"|(?:deadliest|violent|bloody) (?:weekend|night))\b",
    re.IGNORECASE,
)
_EVENTS = re.compile(
    rf"\b{_NUMBER} (?:(?:separate|different|unrelated) \w{{1,20}}s"
    r"|(?:[\w-]{1,20} ){0,2}?(?:shootings|homicides|murders|stabbings|crashes))\b"
    r"|\b(?:separate|unrelated) (?:[\w-]{1,20} )?(?:shootings|homicides|murders|stabbings|crashes|attacks|incidents)\b"
    r"|\bin (?!the |these |those |both )(?:[\w-]{1,20} ){0,2}?(?:shootings|homicides|stabbings)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|for|of|since|during|from) (?:19|20)\d\d\b")
_CRIME = re.compile(r"\b(?:homicides|murders|killings|slayings|shootings)\b", re.IGNORECASE)


def adds_up(sentence: str) -> bool:
    """Whether a sentence counts over a period or over several events.

    "Murders reached 111 in 2013", "four people were killed in three separate shootings", "the 25 deaths so far this
    year".
    """
    if _PERIOD.search(sentence) or _EVENTS.search(sentence):
        return True
    return bool(_YEAR.search(sentence) and _CRIME.search(sentence))
