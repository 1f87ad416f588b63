"""What a word hangs on in a parsed passage: its verb or event noun, that clause's tense, and how it is meant.

Climbing is bounded by ``_REACH`` steps, so that a long parse costs no more than a short one.
"""

from collections.abc import Iterator

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tasks.language.anchoring import Tense
from tasks.language.lexicon import words
from tasks.tables.modality import Modality

_REACH = 12
_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def ancestors(token: Token) -> Iterator[Token]:
    """``token`` and what it hangs on, step by step, at most ``_REACH`` steps."""
    for _ in range(_REACH):
        yield token
        if token.head == token:
            return
        token = token.head


def governor(span: TokenSpan) -> Token | None:
    """The verb or noun that the words of ``span`` hang on."""
    inside = range(span.start, span.end)
    for token in ancestors(span.root):
        if token.lower_ == "according":
            continue
        if token.i not in inside and token.pos_ in (*_VERBS, "NOUN", "PROPN", "ADJ") and token.dep_ != "pobj":
            return main_verb(token)
        if token.i not in inside and token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN"):
            return token
    return None


def main_verb(token: Token) -> Token:
    """The verb that an auxiliary helps; any other token itself."""
    return token.head if token.dep_ in ("aux", "auxpass") and token.head != token else token


def verb_of(token: Token) -> Token | None:
    """The verb of the clause that ``token`` stands in."""
    return next((main_verb(above) for above in ancestors(token) if above.pos_ in _VERBS), None)


def tense(token: Token) -> Tense | None:
    """The tense of the clause that ``token`` stands in, or of the clause that one hangs on."""
    verb = verb_of(token)
    if verb is None:
        return None
    for above in ancestors(verb):
        if above.pos_ not in _VERBS:
            if above.lemma_.lower() in words("modality", "planned", "nouns") | words(
                "modality", "planned", "adjectives"
            ):
                return "future"
            continue
        found = _own_tense(above)
        if found:
            return "past" if _is_pluperfect(above) else found
    return None


def _is_pluperfect(verb: Token) -> bool:
    """ "had been due to expire Friday": what was to come is past."""
    return any(
        child.lower_ == "had" for above in list(ancestors(verb))[:3] for child in above.children if child.dep_ == "aux"
    )


def _own_tense(verb: Token) -> Tense | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(
        child.lower_ in ("will", "'ll", "wo", "shall", "would", "should", "must", "may", "might", "could", "can")
        for child in helpers
    ):
        return "future"
    if verb.tag_ == "VB":
        head = verb.head
        planned = (
            words("modality", "planned", "verbs")
            | words("modality", "planned", "adjectives")
            | words("modality", "planned", "nouns")
        )
        return "future" if head.lemma_.lower() in planned and verb.dep_ in ("xcomp", "advcl", "acl", "ccomp") else None
    if any(
        child.tag_ in ("VBD",) or child.lower_ in ("has", "have", "had", "was", "were", "did", "been", "'ve")
        for child in helpers
    ):
        return "past"
    if verb.tag_ == "VBG":
        if any(child.tag_ in ("VBZ", "VBP") for child in helpers):
            return (
                "future"
                if any(child.lower_ == "to" for grand in verb.children for child in grand.children)
                else "present"
            )
        return None
    if verb.tag_ == "VBN":
        if any(child.tag_ in ("VBZ", "VBP") for child in helpers):
            return "future" if verb.lemma_.lower() in words("modality", "planned", "verbs") else "present"
        return "past" if verb.dep_ != "ROOT" or not helpers else None
    return "past" if verb.tag_ == "VBD" else "present" if verb.tag_ in ("VBZ", "VBP") else None


def modality(token: Token) -> Modality:
    """How the clause of ``token`` is meant, from its auxiliaries, negations, conjunctions and the verbs above it."""
    verb = verb_of(token)
    if verb is None:
        planned = words("modality", "planned", "nouns") | words("modality", "planned", "adjectives")
        return "planned" if any(above.lemma_.lower() in planned for above in ancestors(token)) else "asserted"
    for above in ancestors(verb):
        if above.pos_ not in _VERBS:
            if above.lemma_.lower() in words("modality", "planned", "nouns") and above != token and _carries(verb):
                return "planned"
            continue
        found = _own_modality(above, above == verb)
        if found:
            return found
        if above.dep_ in ("relcl", "ROOT", "parataxis") or (above.tag_ in ("VBD", "VBZ", "VBP") and above != verb):
            break
    return "asserted"


def _carries(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBG")


def _own_modality(verb: Token, innermost: bool) -> Modality | None:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks & words("modality", "hypothetical", "marks"):
        return "hypothetical"
    if innermost and any(child.dep_ == "neg" for child in verb.children):
        return "denied"
    if helpers & words("modality", "hypothetical", "auxiliaries"):
        return "hypothetical"
    if helpers & words("modality", "planned", "auxiliaries"):
        return "planned"
    lemma = verb.head.lemma_.lower()
    if verb.head != verb and verb.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "advcl") and verb.tag_ in ("VB", "VBG"):
        if lemma in words("modality", "planned", "verbs") | words("modality", "planned", "adjectives") | words(
            "modality", "planned", "nouns"
        ):
            return "planned"
    if verb.head != verb and verb.dep_ == "ccomp" and lemma in words("modality", "denied", "verbs"):
        return "denied"
    return None


def actor(token: Token) -> Token | None:
    """The head of the words for who acts: the subject of the clause, or the owner of an event noun."""
    if token.pos_ not in _VERBS:
        owner = next(
            (
                child
                for child in token.children
                if child.dep_ in ("poss", "compound", "amod")
                and child.pos_ in ("PROPN", "NOUN", "PRON")
                and child.text[0].isupper()
            ),
            None,
        )
        owner = owner or next((child for child in token.children if child.dep_ == "poss"), None)
        if owner is not None or token.dep_ in ("nsubjpass",):
            return owner
    verb = verb_of(token)
    for above in ancestors(verb) if verb is not None else ():
        own = next((child for child in above.children if child.dep_ in _SUBJECTS), None)
        if own is not None:
            relative = own.lower_ in ("who", "which", "that") and above.dep_ == "relcl"
            agent = next(
                (
                    grand
                    for child in above.children
                    if child.dep_ == "agent"
                    for grand in child.children
                    if grand.dep_ == "pobj"
                ),
                None,
            )
            return agent or (above.head if relative else own)
        if above.dep_ == "acl" and above.tag_ in ("VBG", "VBN") and above.head.pos_ in ("NOUN", "PROPN"):
            return above.head
        if above.dep_ not in ("xcomp", "conj", "advcl", "pcomp", "prep", "acl", "dobj", "pobj", "ccomp", "aux"):
            return None
    return None


def event(token: Token, apart_from: range = range(0)) -> str | None:
    """What happens: the lemmas of a verb and its object ("withdraw troop"), or of a noun and what it is of.

    A deadline, a process or a plan stands for what it is for: "a May 1 deadline to withdraw" is "withdraw". Tokens in
    ``apart_from``, the expression of time itself, are no part of it.
    """
    if token.pos_ == "ADJ" or token.is_punct or token.is_space or (token.pos_ == "AUX" and token.lemma_ == "be"):
        return None
    if token.lemma_.lower() in words("modality", "events", "standing_for") and (meant := _meant(token)) is not None:
        return event(meant, apart_from)
    other = object_of(token)
    if other is not None and other.i in apart_from:
        other = None
    if other is not None and other.lemma_.lower() in words("modality", "events", "standing_for"):
        meant = _meant(other)
        if meant is not None:
            return event(meant, apart_from)
    particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
    return " ".join(filter(None, (token.lemma_.lower(), particle, _said(other)))) or None


def object_of(token: Token) -> Token | None:
    """The head of a verb's object or passive subject, or of what a noun is "of"."""
    if token.pos_ in _VERBS:
        return next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass", "attr")), None)
    links = (child for child in token.children if child.lower_ == "of")
    return next((grand for link in links for grand in link.children if grand.dep_ == "pobj"), None)


def _said(other: Token | None) -> str:
    if other is None or other.pos_ == "PRON":
        return ""
    if other.pos_ != "PROPN":
        return other.lemma_.lower()
    return " ".join([*(one.text for one in other.lefts if one.dep_ == "compound"), other.text])


def _meant(noun: Token) -> Token | None:
    """What a deadline or a process is for: its infinitive, or the verb or noun after "for" or "of"."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB" and child.i > noun.i:
            return child
        if child.lower_ in ("for", "of", "on"):
            for grand in child.children:
                if grand.dep_ in ("pcomp", "pobj") and grand.pos_ in ("VERB", "NOUN"):
                    return grand
    return None
