"""What happens in a clause, in lemmas, and who does it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tasks.language.clauses import VERBS, ancestors, verb_of
from tasks.language.lexicon import words

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHARING = ("xcomp", "conj", "advcl", "pcomp", "prep", "acl", "dobj", "pobj", "ccomp", "aux")
_STEPS = 4  # from a deadline or a plan to what it is for


def event(token: Token, apart_from: range = range(0)) -> str | None:
    """What happens: the lemmas of a verb and its object ("withdraw troop"), or of a noun and what it is of.

    A deadline, a process or a plan stands for what it is for: "a May 1 deadline to withdraw" is "withdraw". Tokens in
    ``apart_from``, the expression of time itself, are no part of it. "Gives them until May 1 to pay" is "pay": what
    time is given for, nothing where that is not said.
    """
    if _grants(token, apart_from):
        granted = _granted(token.doc, apart_from)
        if granted is None:
            return None
        token = granted
    for _ in range(_STEPS):
        other = object_of(token)
        meant = _meant(token) or (_meant(other) if other is not None else None)
        if meant is None:
            break
        token = meant
    if token.pos_ in ("ADJ", "AUX") and (subject := _subject_of(token)) is not None:
        token = subject  # "the withdrawal would be complete by May"
    if token.pos_ == "ADJ" or token.is_punct or token.is_space or (token.pos_ == "AUX" and token.lemma_ == "be"):
        return None
    other = object_of(token)
    said = "" if other is None or other.i in apart_from else _said(other)
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
    return " ".join(filter(None, (token.lemma_.lower(), particle, said))) or None


def _grants(verb: Token, time: range) -> bool:
    """Whether a verb gives or has the time itself: "gives them until May 1", "has three weeks"."""
    if verb.pos_ not in VERBS or verb.lemma_.lower() not in words("modality", "events", "granting") or not time:
        return False
    other = object_of(verb)
    return verb.doc[time.start - 1].lower_ in ("until", "till") or (other is not None and other.i in time)


def _granted(doc: Doc, time: range) -> Token | None:
    """The infinitive right after an expression of time."""
    infinitive = time.stop + 1 < len(doc) and doc[time.stop].tag_ == "TO" and doc[time.stop + 1].tag_ == "VB"
    return doc[time.stop + 1] if infinitive else None


def _subject_of(token: Token) -> Token | None:
    """The noun that "is over" or "is complete"."""
    verb = token if token.pos_ == "AUX" else token.head
    if verb.lemma_ != "be":
        return None
    return next((child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)


def object_of(token: Token) -> Token | None:
    """The head of a verb's object or passive subject, or of what a noun is "of"."""
    if token.pos_ in VERBS:
        return next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass", "attr")), None)
    return next(_objects(token, "of"), None)


def _objects(token: Token, *links: str) -> Iterator[Token]:
    """The heads of what prepositions put after ``token``."""
    for link in token.children:
        if link.lower_ in links:
            yield from (noun for noun in link.children if noun.dep_ in ("pobj", "pcomp"))


def _said(other: Token) -> str:
    if other.pos_ == "PRON":
        return ""
    if other.pos_ != "PROPN":
        return other.lemma_.lower()
    return " ".join([*(one.text for one in other.lefts if one.dep_ == "compound"), other.text])


def _meant(noun: Token) -> Token | None:
    """What a deadline or a process is for: its infinitive, or the verb or noun after "for" or "of"."""
    if noun.lemma_.lower() not in words("modality", "events", "standing_for"):
        return None
    verbs = (child for child in noun.rights if child.dep_ in ("acl", "relcl", "advcl") and child.pos_ == "VERB")
    nouns = (one for one in _objects(noun, "for", "of", "on") if one.pos_ in ("VERB", "NOUN"))
    return next(verbs, None) or next(nouns, None)


def task_of(noun: Token) -> Token | None:
    """The infinitive that a deadline or a plan is for: "the deadline for the firm to pay"."""
    meant = _meant(noun)
    return meant if meant is not None and meant.tag_ == "VB" else None


def actor(token: Token) -> Token | None:
    """The head of the words for who acts: the subject of the clause, or the owner of an event noun."""
    if token.pos_ not in VERBS:
        owner = _owner(token)
        if owner is not None or token.dep_ == "nsubjpass":
            return owner
    verb = verb_of(token)
    for above in ancestors(verb) if verb is not None else ():
        subject = next((child for child in above.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            if (task := task_of(subject)) is not None:
                return next((child for child in task.children if child.dep_ in _SUBJECTS), None)
            relative = subject.lower_ in ("who", "which", "that") and above.dep_ == "relcl"
            return _agent(above) or (above.head if relative else subject)
        if above.dep_ == "acl" and above.tag_ in ("VBG", "VBN") and above.head.pos_ in ("NOUN", "PROPN"):
            return above.head
        if above.dep_ not in _SHARING:
            return None
    return None


def _owner(noun: Token) -> Token | None:
    """ "the French withdrawal", "the minister's announcement"."""
    owners = [child for child in noun.children if child.dep_ in ("poss", "compound", "amod")]
    named = (one for one in owners if one.pos_ in ("PROPN", "NOUN", "PRON") and one.text[0].isupper())
    return next(named, None) or next((one for one in owners if one.dep_ == "poss"), None)


def _agent(verb: Token) -> Token | None:
    """ "was signed by Congress"."""
    agents = (child for child in verb.children if child.dep_ == "agent")
    return next((noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"), None)
