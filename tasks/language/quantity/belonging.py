"""Whose a quantity is and where it holds, by the structure of its sentence."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from tasks.language import clauses, happenings
from tasks.language.lexicon import words
from tasks.reference.measures import measures

_NOUNS = ("NOUN", "PROPN")
_PLACING = frozenset(["in", "at", "near", "across", "inside", "throughout", "around", "outside"])
_CARRYING = frozenset(["conj", "appos", "pobj", "prep", "compound", "nummod", "nmod", "amod", "quantmod"])


def holder(head: Token, number: Token) -> Token | None:
    """Whose it is: a name in the counted words, their owner, what "with" adds them to, or the subject that has them."""
    named = [head.doc[index] for index in range(number.i + 1, head.i) if _is_name(head.doc[index])]
    owners = [child for child in head.children if child.i < number.i and _owns(child)]
    if named or owners:
        return (named or owners)[-1]
    return next((one for one in _after(head, ("from", "of")) if one.pos_ == "PROPN"), None) or _subject(head)


def _is_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "ADJ") and token.text[0].isupper()


def _owns(child: Token) -> bool:
    return child.dep_ == "poss" or (child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod"))


def _after(head: Token, prepositions: tuple[str, ...] | frozenset[str]) -> Iterator[Token]:
    """The nouns that a preposition puts after ``head``."""
    for link in head.children:
        if link.dep_ == "prep" and link.lower_ in prepositions and link.i > head.i:
            yield from (noun for noun in link.children if noun.dep_ == "pobj")


def _subject(head: Token) -> Token | None:
    """The subject of a verb of having, or what "with" adds the counted to: "with 700 troops, France …"."""
    for below, above in pairwise(clauses.ancestors(head)):
        if above.lower_ == "with" and above.dep_ == "prep" and below.dep_ == "pobj":
            if above.head.pos_ in _NOUNS and above.head.i < above.i:
                return _bearer(above.head)
            return next((one for one in above.head.children if one.dep_ in ("nsubj", "nsubjpass")), None)
        if above.pos_ in ("VERB", "AUX"):
            has = above.lemma_.lower() in words("counting", "holding") and below.dep_ in ("dobj", "attr", "oprd")
            actor = happenings.actor(above) if has else None
            return None if actor is None else _bearer(actor)
        if below.dep_ not in _CARRYING:
            return None
    return None


def _bearer(owner: Token) -> Token:
    """Of "the NATO mission", NATO: a force is named by whose it is."""
    if owner.lemma_.lower() not in measures()["troops"].groups:
        return owner
    named = (child for child in owner.lefts if child.pos_ == "PROPN" and child.dep_ in ("compound", "poss", "nmod"))
    return next(named, owner)


def place(head: Token) -> Token | None:
    """Where: the name or the word for a place that "in", "at" or "near" puts the counted, or its verb, in."""
    verb = clauses.verb_of(head)
    owners = [head] if verb is None or verb == head else [head, verb]
    nouns = (noun for owner in owners for noun in _after(owner, _PLACING))
    return next(
        (noun for noun in nouns if noun.pos_ == "PROPN" or noun.lemma_.lower() in words("counting", "places")), None
    )
