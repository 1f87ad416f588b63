"""The group whose size a number tells: "a contingent of 600 soldiers", "its force is 600 strong"."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import words
from tasks.reference.measures import measures

_NUMBERING = ("number", "numbers", "numbered")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_REACH = 10  # tokens from a group to "numbers"
_HEDGES = 5  # tokens from "numbers" to the number
_SUBJECTS = ("nsubj", "nsubjpass")


def is_group(noun: Token) -> bool:
    """Whether a noun is for a body of troops or of workers: "mission", "workforce"."""
    lemma = noun.lemma_.lower()
    return lemma in measures()["troops"].groups or lemma in measures()["employees"].groups


def is_force(noun: Token) -> bool:
    """Whether a noun is for troops, as a body or one by one: "mission", "soldiers"."""
    return is_group(noun) or noun.lemma_.lower() in measures()["troops"].nouns


def group_of(head: Token, number: Token) -> Token | None:
    """The group that ``number``, whose counted noun is ``head`` (the number itself, if it stands alone), sizes up."""
    near = (*_containing(head), *_sized_up(head))
    return next((one for one in numbered(number) if is_force(one)), None) or next(filter(is_group, near), None)


def numbered(number: Token) -> Iterator[Token]:
    """Of "their force in Chad numbers 600", the words before the verb: parsers take it for a noun."""
    first = number.sent.start if number.doc.has_annotation("DEP") else 0
    verb = next((one for one in _back(number, first, _HEDGES) if _is_content(one)), None)
    if verb is not None and verb.lower_ in _NUMBERING:
        yield from takewhile(lambda one: not one.is_punct and one.tag_ not in _FINITE, _back(verb, first, _REACH))


def _is_content(token: Token) -> bool:
    return token.is_punct or token.lower_ == "numbered" or token.pos_ in ("NOUN", "PROPN", *clauses.VERBS)


def _back(token: Token, first: int, reach: int) -> Iterator[Token]:
    """The tokens before ``token``, nearest first, from ``first`` on."""
    return (token.doc[index] for index in range(token.i - 1, max(first, token.i - reach) - 1, -1))


def _containing(head: Token) -> Iterator[Token]:
    """ "A contingent of 600 soldiers", "the contingent, 600 soldiers"."""
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        yield head.head.head
    elif head.dep_ == "appos":
        yield head.head


def _sized_up(head: Token) -> Iterator[Token]:
    """ "Their contingent consists of 600", "is made up of 600", "amounts to 600", "comprises 600 soldiers"."""
    link = head.head if head.dep_ == "pobj" and head.head.lower_ in ("of", "to") else None
    verb = head.head if link is None else link.head.head if link.head.dep_ == "prt" else link.head
    verbs = words("counting", "comprising" if link is None else "composing")
    if verb.pos_ in clauses.VERBS and verb.lemma_.lower() in verbs:
        yield from (child for child in verb.children if child.dep_ in _SUBJECTS)


def strong_group(number: Token) -> Token | None:
    """Of "their force there is 600 strong", the force."""
    verb = clauses.verb_of(number)
    if verb is None or verb.lemma_ != "be":
        return None
    return next((child for child in verb.children if child.dep_ in _SUBJECTS and child.pos_ == "NOUN"), None)


def total_of(token: Token) -> Token:
    """ "A total" of "a total of 12 people", or the people."""
    if (
        token.dep_ == "pobj"
        and token.head.lower_ == "of"
        and token.head.head.lemma_.lower() in words("counting", "parts")
    ):
        return token.head.head
    return token
