"""What a word hangs on in a parsed passage: its verb or event noun, that clause's tense, and how it is meant.

Climbing is bounded by ``_REACH`` steps, so that a long parse costs no more than a short one.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tasks.language.anchoring import Tense
from tasks.language.lexicon import words
from tasks.tables.modality import Modality

_REACH = 12
VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_PRESENT = ("VBZ", "VBP")
_SUBORDINATE = ("xcomp", "ccomp", "acl", "pcomp", "advcl")
_MODALS = frozenset(["will", "'ll", "wo", "shall", "would", "should", "must", "may", "might", "could", "can"])
_PERFECT = frozenset(["has", "have", "had", "was", "were", "did", "been", "'ve"])


def ancestors(token: Token) -> Iterator[Token]:
    """``token`` and what it hangs on, step by step, at most ``_REACH`` steps."""
    for _ in range(_REACH):
        yield token
        if token.head == token:
            return
        token = token.head


def governor(span: TokenSpan) -> Token | None:
    """The verb or noun that the words of ``span`` hang on."""
    for token in ancestors(span.root):
        if span.start <= token.i < span.end or token.lower_ == "according":
            continue
        if token.pos_ in ("NOUN", "PROPN") or (token.pos_ in (*VERBS, "ADJ") and token.dep_ != "pobj"):
            return main_verb(token)
    return None


def main_verb(token: Token) -> Token:
    """The verb that an auxiliary helps; any other token itself."""
    return token.head if token.dep_ in ("aux", "auxpass") else token


def verb_of(token: Token) -> Token | None:
    """The verb of the clause that ``token`` stands in."""
    return next((main_verb(above) for above in ancestors(token) if above.pos_ in VERBS), None)


def tense(token: Token) -> Tense | None:
    """The tense of the clause that ``token`` stands in, or of the clause that one hangs on."""
    verb = verb_of(token)
    for above in ancestors(verb) if verb is not None else ():
        if above.pos_ not in VERBS:
            if above.lemma_.lower() in _planned("nouns", "adjectives"):
                return "future"
        elif found := _own_tense(above):
            return "past" if _is_pluperfect(above) else found
    return None


def _is_pluperfect(verb: Token) -> bool:
    """ "had been due to expire Friday": what was to come is past."""
    near = list(ancestors(verb))[:3]
    return any(child.lower_ == "had" for above in near for child in _helpers(above))


def _helpers(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def _own_tense(verb: Token) -> Tense | None:
    helpers = _helpers(verb)
    if any(child.lower_ in _MODALS for child in helpers):
        return "future"
    if verb.tag_ == "VB":
        to_come = verb.dep_ in _SUBORDINATE and verb.head.lemma_.lower() in _planned("verbs", "nouns", "adjectives")
        return "future" if to_come else None
    if any(child.tag_ == "VBD" or child.lower_ in _PERFECT for child in helpers):
        return "past"
    if verb.tag_ in ("VBG", "VBN"):
        return _participle_tense(verb, any(child.tag_ in _PRESENT for child in helpers))
    return "past" if verb.tag_ == "VBD" else "present" if verb.tag_ in _PRESENT else None


def _participle_tense(verb: Token, is_present: bool) -> Tense | None:
    """ "is going to leave" and "is expected to leave" look ahead; "troops sent there" looks back."""
    if is_present:
        going = verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children)
        return "future" if going or (verb.tag_ == "VBN" and verb.lemma_.lower() in _planned("verbs")) else "present"
    return "past" if verb.tag_ == "VBN" else None


def modality(token: Token) -> Modality:
    """How the clause of ``token`` is meant, from its auxiliaries, negations, conjunctions and the verbs above it."""
    verb = verb_of(token)
    if verb is None:
        planned = _planned("nouns", "adjectives")
        return "planned" if any(above.lemma_.lower() in planned for above in ancestors(token)) else "asserted"
    for above in ancestors(verb):
        if above.pos_ not in VERBS:
            if above.lemma_.lower() in _planned("nouns") and above != token and verb.tag_ in ("VB", "VBG"):
                return "planned"
            continue
        if found := _own_modality(above, above == verb):
            return found
        if above.dep_ in ("relcl", "ROOT", "parataxis") or (above.tag_ in _FINITE and above != verb):
            break
    return "asserted"


def _own_modality(verb: Token, innermost: bool) -> Modality | None:
    helpers = {child.lower_ for child in _helpers(verb)}
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks & words("modality", "hypothetical", "marks"):
        return "hypothetical"
    if innermost and any(child.dep_ == "neg" for child in verb.children):
        return "denied"
    if helpers & words("modality", "hypothetical", "auxiliaries"):
        return "hypothetical"
    if helpers & words("modality", "planned", "auxiliaries"):
        return "planned"
    if verb.head == verb:
        return None
    lemma = verb.head.lemma_.lower()
    if verb.dep_ in _SUBORDINATE and verb.tag_ in ("VB", "VBG") and lemma in _planned("verbs", "nouns", "adjectives"):
        return "planned"
    return "denied" if verb.dep_ == "ccomp" and lemma in words("modality", "denied", "verbs") else None


@cache
def _planned(*kinds: str) -> frozenset[str]:
    """Lemmas of words of these kinds whose infinitive or object has yet to happen."""
    return frozenset[str]().union(*(words("modality", "planned", kind) for kind in kinds))
