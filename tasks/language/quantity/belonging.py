"""Whose a quantity is and where it holds, by the structure of its sentence."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Token

from tasks.language import clauses, happenings
from tasks.language.attribution import frames
from tasks.language.gazetteer import demonyms
from tasks.language.lexicon import words
from tasks.language.naming import names_of
from tasks.language.quantity.counting import is_people
from tasks.language.quantity.groups import group_of, is_group
from tasks.reference.measures import measures

_NOUNS = ("NOUN", "PROPN")
_SUBJECTS = ("nsubj", "nsubjpass")
_PLACING = frozenset(["in", "at", "near", "across", "inside", "throughout", "around", "outside"])
_CARRYING = frozenset(["conj", "appos", "pobj", "prep", "compound", "nummod", "nmod", "amod", "quantmod"])
_LEADING_TO_GROUP = ("to", "of", "as", "for", "with")
_STEPS_TO_GROUP = 3  # "as part of the mission in"
_SENDING = words("counting", "sending")
_LONGEST_NAME = 5  # tokens
_CAUSING = ("give", "provide", "make")  # work to people, or people redundant
_WORKING = frozenset(["at", "with"])


def holder(head: Token, number: Token) -> Token | None:
    """Whose it is: a name in the counted words, their owner, what "with" adds them to, or the subject that has them."""
    named = [head.doc[index] for index in range(number.i + 1, head.i) if _is_name(head.doc[index])]
    owners = [child for child in head.children if child.i < number.i and _owns(child)]
    if named or owners:
        return _meant((named or owners)[-1], head)
    told = next((one for one in _after(head, ("from", "of")) if one.pos_ == "PROPN"), None)
    if told is not None and _lives(head):
        return None
    return told or _of_group(head, number) or _subject(head, number)


def employer(head: Token) -> Token | None:
    """Who has the jobs or the workers: "300 jobs are to go at Acme", "gives work to 300", "to shed 300 jobs"."""
    verbs = [one for one in list(clauses.ancestors(head))[:5] if one.pos_ in clauses.VERBS][:2]
    near = [head, *verbs, *(child for verb in verbs for child in verb.rights if child.dep_ in ("xcomp", "relcl"))]
    near += [child for child in head.rights if child.dep_ in ("acl", "relcl")]
    firms = [firm for one in near for firm in _after(one, _WORKING | ({"for"} if one.lemma_ == "work" else set()))]
    firm = next((one for one in firms if one.pos_ == "PROPN"), None)
    acting = (verb for verb in verbs if verb.lemma_ in _CAUSING or (head.dep_ == "dobj" and head.head == verb))
    return firm or next((one for verb in acting if (one := _actor(verb)) is not None and one != head), None)


def _lives(head: Token) -> bool:
    """ "300 residents of Ulm": that is where they are."""
    return head.lemma_.lower() in measures()["population"].nouns


def _is_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "ADJ") and token.text[0].isupper()


def _owns(child: Token) -> bool:
    named = child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod")
    return child.dep_ == "poss" or named or child.text in demonyms()


def _meant(owner: Token, head: Token) -> Token:
    """The subject of the clause that "its" stands in: "Acme, with its 300 workers, is …"; any other owner itself.

    A possessive is bound by the subject of its own clause before anything else (Lappin and Leass 1994).
    """
    verb = clauses.verb_of(head) if owner.lower_ in ("its", "their") else None
    subject = _actor(verb) if verb is not None and not frames(verb) else None
    if subject is None or subject == head or subject.pos_ not in _NOUNS or head in subject.subtree:
        return owner
    person = any(name.label == "person" and name.start <= subject.i < name.end for name in names_of(head.doc))
    return owner if person or is_people(subject.lemma_) else subject


def _after(head: Token, prepositions: tuple[str, ...] | frozenset[str]) -> Iterator[Token]:
    """The nouns that a preposition puts after ``head``."""
    for link in head.children:
        if link.dep_ in ("prep", "dative") and link.lower_ in prepositions and link.i > head.i:
            yield from (noun for noun in link.children if noun.dep_ == "pobj")


def _of_group(head: Token, number: Token) -> Token | None:
    """Whose the group is that the number sizes up: "the Danish contingent of 600", "Acme's workforce numbers 600"."""
    group = head if is_group(head) and head.i < number.i else group_of(head, number)
    if group is None:
        return None
    told = (one for one in _after(group, ("from", "of", "at")) if one.pos_ == "PROPN")
    return next((one for one in group.lefts if _owns(one)), None) or next(told, None) or _subject(group, number)


def _subject(head: Token, number: Token) -> Token | None:
    """The subject of a verb of having, or what "with" adds the counted to: "with 700 troops, France …"."""
    for below, above in pairwise(clauses.ancestors(head)):
        if above.lower_ == "of" and (is_group(head) or _is_counted(above.head, number)):
            return None  # who has "300 of the 900" or a part of a force has not the whole
        if above.lower_ == "with" and above.dep_ == "prep" and below.dep_ == "pobj":
            if above.head.pos_ in _NOUNS and above.head.i < above.i:
                return _bearer(above.head)
            return next((one for one in above.head.children if one.dep_ in _SUBJECTS), None)
        if above.pos_ in ("VERB", "AUX"):
            has = above.lemma_.lower() in words("counting", "holding") and below.dep_ in ("dobj", "attr", "oprd")
            actor = _actor(above) if has else None
            return None if actor is None else _bearer(actor)
        if below.dep_ not in _CARRYING:
            return None
    return None


def _is_counted(noun: Token, number: Token) -> bool:
    """Whether a noun has a number of its own, or is one."""
    return any(one.pos_ == "NUM" and one != number for one in (noun, *noun.lefts))


def _actor(verb: Token) -> Token | None:
    """Who acts; of two subjects the nearer, where the parser takes a dateline for one ("OSLO — Norway has sent …").

    A headline's name acts in the infinitive after it ("Norway to keep 70 troops in Mali").
    """
    subjects = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
    if len(subjects) > 1:
        return subjects[-1]
    to_act = verb.dep_ in ("relcl", "acl") and any(child.tag_ == "TO" for child in verb.lefts)
    return verb.head if to_act and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN" else happenings.actor(verb)


def _bearer(owner: Token) -> Token:
    """Of "the NATO mission", NATO: a force is named by whose it is."""
    if not is_group(owner):
        return owner
    named = (child for child in owner.lefts if child.pos_ == "PROPN" and child.dep_ in ("compound", "poss", "nmod"))
    return next(named, owner)


def place(head: Token, number: Token) -> Token | None:
    """Where: the name or the word for a place that "in", "at" or "near" puts the counted, their group or its verb in.

    Where somebody told it is not where it is.
    """
    verb = clauses.verb_of(head)
    if verb is not None and frames(verb) & {"clause", "quote"} and any(one.dep_ == "nsubj" for one in verb.children):
        verb = None
    owners = [head] if verb is None or verb == head else [head, verb]
    group = group_of(head, number)
    owners += [group] if group is not None else []
    nouns = list(_after(head, ("of", "from"))) if _lives(head) else []
    nouns += [noun for owner in owners for noun in _after(owner, _PLACING)]
    nouns += [noun for owner in owners if owner.lemma_.lower() in _SENDING for noun in _after(owner, ("to",))]
    nouns += [noun for owner in owners for mission in _joined(owner) for noun in _after(mission, _PLACING)]
    nouns += [noun for owner in owners for noun in _next(owner)]
    return next((noun for noun in nouns if _is_place(noun)), None)


def _next(owner: Token) -> Iterator[Token]:
    """The name right after "in", whatever the parser hangs it on ("their force in Chad numbers 600")."""
    after = owner.doc[owner.i + 1 : owner.i + 2 + _LONGEST_NAME]
    if owner.pos_ not in _NOUNS or not after or after[0].lower_ not in _PLACING:
        return
    name = list(takewhile(lambda one: one.pos_ == "PROPN", after[1:]))
    if name and after[len(name)].i + 1 < len(owner.doc) and after[len(name)].nbor().tag_ != "POS":
        yield name[-1]


def _is_place(noun: Token) -> bool:
    dated = noun.text in words("names", "never")
    return (noun.pos_ == "PROPN" and not dated) or noun.lemma_.lower() in words("counting", "places")


def _joined(owner: Token) -> Iterator[Token]:
    """The force that the counted are sent to or belong to: "600 troops to the mission", "as part of the force"."""
    near = [owner]
    for _ in range(_STEPS_TO_GROUP):
        near = [noun for one in near for noun in _after(one, _LEADING_TO_GROUP)]
        yield from (noun for noun in near if is_group(noun))
        near = [noun for noun in near if noun.lemma_ == "part"]
