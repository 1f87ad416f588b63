"""Numbers that count nothing: in names, titles and codes, pronouns, parts of no whole."""

import re
from functools import cache

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import words
from tasks.language.quantity.measuring import measure_of_verb
from tasks.language.quantity.model import Amount
from tasks.language.quantity.passage import Passage

_MILLION = 1e6
_LONGEST_UNPARTED = 5  # digits: a longer number is printed with separators, and a longer code is not
_HALVES = ("first ", "second ", "last ", "other ", "latter ", "top ", "bottom ", "other-", "better ")
_NOT_ONE_BEFORE = frozenset(["no", "the", "this", "that", "each", "every", "any", "another", "which", "some", "by"])
_NOT_ONE_AFTER = (" another", " by one", " day", "'s", " or the", " thing")
_LASTING = frozenset(["than", "in", "for", "about", "just", "only"])
_GROUPS = ("Group", "Big", "Council")
_LEADS_TO_NUMBER = re.compile(
    r"(?<!\w)(?:to|at|of|from|is|was|are|were|be|by|than|with|reached|reaching|hit|total(?:l?ed|l?ing)?|against|below|above"
    r"|around|has|have|had|versus|vs\.?|a|near|for|and|the|including|just|only|average|averaged|least|whom|which)\s\Z",
    re.IGNORECASE,
)
_TIED = re.compile(r"\d[-–]\d")


def counts_nothing(passage: Passage, amount: Amount, number: Token) -> bool:
    """Whether an amount with or without a unit is a pronoun or no part of a whole."""
    if amount.dimension == "times" and amount.hyphen and amount.value == 1:
        return True  # "a one-time payment"
    if _is_one(passage, amount) and not _counts_as_one(passage, amount, number):
        return True
    fraction = amount.form == "fraction" and (amount.unit is None or amount.dimension == "times")
    return fraction and not _is_share(passage, amount)


def _is_one(passage: Passage, amount: Amount) -> bool:
    return amount.value == 1 and amount.form == "words" and passage.words(amount.number).lower() == "one"


def _counts_as_one(passage: Passage, amount: Amount, number: Token) -> bool:
    """ "one man", "one of the best cars"; a pronoun ("the one", "one another", "one day") counts nothing."""
    before = number.nbor(-1).lower_ if number.i else ""
    if amount.unit:
        return amount.dimension != "time" or before in _LASTING
    following = passage.rest(amount, 9).lower()
    if following.startswith(_NOT_ONE_AFTER) or before in _NOT_ONE_BEFORE:
        return False
    return number.dep_ in ("nummod", "quantmod") or following.startswith(" of ") or number.pos_ == "NUM"


def _is_share(passage: Passage, amount: Amount) -> bool:
    """ "half of", "a third of", "one in five": a part of a whole, or hedged; "a third man" is no third of a man."""
    following, said = passage.rest(amount, 14).lower(), passage.words(amount.number).lower()
    if said == "half":
        halved = passage.text[max(0, amount.number.start - 8) : amount.number.start].lower().endswith(_HALVES)
        return not halved and (following.startswith(" of ") or (amount.bound != "exact" and following[:1] == " "))
    if said.startswith(("a ", "a-", "an ")):
        return following.startswith(" of ") or passage.lead(amount, 3) == "by "
    return not following.startswith("-") or following[1:2].isdigit()


def is_name(passage: Passage, amount: Amount, number: Token) -> bool:
    """Whether a number belongs to a name: "Game 6", "S&P 500", "Group of 20", "Seven Sisters", "the 600 index"."""
    first = passage.token_at(amount.number.start)
    if first.i == 0:
        return False
    before, following = first.nbor(-1), passage.tokens_after(amount.number.end, 2)
    if before.lower_ == "of" and before.i and before.nbor(-1).text in _GROUPS:
        return True
    if amount.form != "digits":
        named = before.pos_ == "PROPN" and before.text[0].isupper()
        titled = before.is_alpha and bool(following) and following[0].text[0].isupper()
        return amount.form == "words" and first.text[0].isupper() and not first.is_sent_start and (named or titled)
    if passage.words(amount.span) in words("counting", "emergency") and not _counts_people(number):
        return True
    if before.text[0].isupper() and before.lower_.rstrip(".") in words("counting", "labels"):
        return is_plain(passage, amount)
    if any(token.lower_ in words("counting", "numbered") for token in following):
        return True
    counts = number.i + 1 < len(passage.doc) and number.nbor().tag_ in ("NNS", "NNPS", "JJ")
    return before.pos_ == "PROPN" and not before.is_sent_start and not counts


def _counts_people(number: Token) -> bool:
    """ "112 people", "101 more were hurt", "999 were killed"; "911 dispatchers" answer a telephone."""
    after = number.nbor() if number.i + 1 < len(number.doc) else number
    if after.lower_.startswith(tuple(words("counting", "answering"))):
        return False
    verb = clauses.main_verb(number.head)
    befell = number.dep_ in ("nsubj", "nsubjpass", "dobj") and measure_of_verb(verb) is not None
    reached = number.dep_ == "pobj" and number.head.head.lemma_.lower() in words("counting", "reaching")
    return befell or reached or after.tag_ in ("NNS", "NNPS", "JJR") or after.lower_ in words("counting", "befallen")


def is_plain(passage: Passage, amount: Amount) -> bool:
    """Digits and nothing else, as names and addresses have them; not "170,330,000", "2 million" or "some 300"."""
    return amount.bound == "exact" and passage.words(amount.span).isdigit()


def may_stand_alone(passage: Passage, amount: Amount, number: Token) -> bool:
    """After a word that leads to an amount, as a subject, or written as one; a number in apposition is none."""
    value = amount.value or 0.0
    if _is_code(passage, amount):
        return False
    if amount.bound != "exact" or value >= _MILLION or value % 1 or "," in passage.words(amount.number):
        return True
    named = number.i > 0 and number.nbor(-1).pos_ in ("NOUN", "PROPN", "ADJ")  # "the sp 500 was"
    subject = number.dep_ in ("nsubj", "nsubjpass") and number.head.pos_ in ("VERB", "AUX")
    moved = number.i > 0 and number.nbor(-1).tag_ in _MOVED and number.nbor(-1).lemma_.lower() in _moving()
    return (subject and not named) or moved or bool(_LEADS_TO_NUMBER.search(passage.lead(amount, 16)))


_MOVED = ("VBD", "VBN", "VBZ")


@cache
def _moving() -> frozenset[str]:
    """Verbs of change: what follows one alone is by how much ("rose 3 to 20")."""
    return words("counting", "changes", "more") | words("counting", "changes", "fewer")


def _is_code(passage: Passage, amount: Amount) -> bool:
    """Digits without a separator, or two tied by a dash, that nothing measures: a telephone or a page number."""
    said = passage.words(amount.number)
    if amount.bound == "between":
        return bool(_TIED.search(said))
    return amount.bound == "exact" and said.isdigit() and len(said) > _LONGEST_UNPARTED
