"""Numbers that are years of age: "aged 44", "Ann Smith, 44,", "a boy, 7,", "she was 34", "people over 65"."""

import re

from spacy.tokens import Token

from tasks.language.naming import names_of
from tasks.language.quantity.counting import is_people
from tasks.language.quantity.model import Amount, Finding
from tasks.language.quantity.passage import Passage
from tasks.language.quantity.tallies import told_of

UNIT = "year of age"
_OLDEST = 120
_SAID_BEFORE = re.compile(
    r"(?<!\w)(?:(?:aged?|ages|(?:the\s)?ages?\sof)\s(?:(?:about|between|from|both)\s)?|ages?\s(?:from|between)\s"
    r"|in\sage\s(?:range\s)?(?:from|between)\s|as\s(?:young|old)\sas\s)\Z",
    re.IGNORECASE,
)
_OF_AGE = re.compile(r"(?<!\w)ages?\sof\s")
_TURNING = re.compile(r"(?<!\w)turn(?:ed|ing|s)?\s\Z", re.IGNORECASE)
_AFTER_SOMEBODY = re.compile(r"[^\W\d_]\.?(?:\s?,\s?(?:both\s|all\s)?|\s[-–—]{1,2}\s(?:both|all)\s)\Z", re.IGNORECASE)
_AFTER_AGE = re.compile(r"(?:,|,?\s(?:and|or))\s")
_END = r"(?:\s?[,.;:)\"”—–]|\s--?\s|\Z)"
_CLOSED = re.compile(rf"{_END}|\s(?:and|or)\s(?:an?\s|[A-Z])")
_LISTED = re.compile(rf"(?:,\s\d{{1,3}}){{0,6}},?\s(?:and|or)\s\d{{1,3}}(?={_END})")
_THEN = re.compile(rf"{_END}|\s(?:when|at\sthe\stime|at\shis|at\sher|and|but|in|on|last|this|next|while|as)(?!\w)")
_LIMITING = re.compile(r"(?:over|under|above|below|older\sthan|younger\sthan)\s", re.IGNORECASE)
_WHOEVER = frozenset(["those", "anyone", "everyone", "anybody", "everybody", "someone"])
_PERSONS = frozenset(["he", "she", "who", "i"])
_AGE_NOUNS = ("age", "expectancy")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def is_age(passage: Passage, amount: Amount, number: Token, previous: Finding | None) -> bool:
    """Whether a bare number, or one of years, is somebody's age; ``previous`` is the quantity before it."""
    value = amount.value if amount.value is not None else amount.high
    if value is None or not 0 <= value < _OLDEST or value % 1:
        return False
    lead = passage.lead(amount, 26)
    if _SAID_BEFORE.search(lead) or _OF_AGE.search(passage.words(amount.span)):
        return True
    if amount.unit is not None or amount.form not in ("digits", "words"):
        return False
    rest = passage.rest(amount, 40)
    if amount.form == "digits" and (
        _in_apposition(passage, amount, lead, rest) or _follows_age(passage, amount, previous)
    ):
        return True
    return passage.parsed and (
        bool(_TURNING.search(lead) and _THEN.match(rest))
        or _limits_people(passage, amount)
        or (bool(_THEN.match(rest)) and (_is_said_of_person(number) or _is_of_age(number)))
        or _stands_behind_name(passage, number)
    )


def _in_apposition(passage: Passage, amount: Amount, lead: str, rest: str) -> bool:
    """ "Ann Smith, 44,", "a boy, 7,", "two brothers, 13 and 17,", "the men, both 24,"."""
    if not _AFTER_SOMEBODY.search(lead) or not (_CLOSED.match(rest) or _LISTED.match(rest)):
        return False
    before = passage.token_at(amount.span.start - 1)
    while before.i and (before.is_space or before.is_punct or before.lower_ in ("both", "all")):
        before = before.nbor(-1)
    return before.pos_ == "PROPN" or (before.pos_ == "NOUN" and is_people(before.lemma_))


def _follows_age(passage: Passage, amount: Amount, previous: Finding | None) -> bool:
    """ "ages 19, 22 and 45": in a list of ages."""
    if previous is None or previous.unit != UNIT:
        return False
    gap = passage.text[previous.span.end : amount.span.start]
    rest = passage.rest(amount, 40)
    return bool(_AFTER_AGE.fullmatch(gap)) and bool(_CLOSED.match(rest) or _LISTED.match(rest))


def _limits_people(passage: Passage, amount: Amount) -> bool:
    """ "people over 65", "children under five"; not "people under five flags"."""
    if not _LIMITING.match(passage.words(amount.span)) or passage.token_at(amount.span.start).i == 0:
        return False
    before, following = passage.token_at(amount.span.start).nbor(-1), passage.tokens_after(amount.span.end)
    somebody = before.lower_ in _WHOEVER or (before.pos_ == "NOUN" and is_people(before.lemma_))
    return somebody and not (following and following[0].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM"))


def _is_said_of_person(number: Token) -> bool:
    """ "She was 34", "Smith, who was 52,"."""
    if number.dep_ not in ("attr", "acomp") or number.head.lemma_ != "be":
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in _PERSONS for child in number.head.children)


def _is_of_age(number: Token) -> bool:
    """ "Life expectancy is 73", "raise the retirement age to 67"."""
    return any(noun.lemma_.lower() in _AGE_NOUNS for noun in told_of(number))


def _stands_behind_name(passage: Passage, number: Token) -> bool:
    """ "Ann Smith 44 has won": commas left out."""
    doc, at = passage.doc, number.i
    if at < 2 or at + 1 >= len(doc) or doc[at + 1].tag_ not in _FINITE or not number.is_digit or len(number) != 2:
        return False
    if doc[at - 1].pos_ != "PROPN" or doc[at - 2].pos_ != "PROPN":
        return False
    return any(name.label == "person" and name.end == at for name in names_of(doc))
