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
_LONGEST_NAME = 5  # tokens
VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_PRESENT = ("VBZ", "VBP")
# What taggers take a second verb for: "will open on Monday and close on Friday".
_MISREAD = ("RB", "IN", "RP")
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
        if token.dep_ == "conj" and token.head.pos_ in VERBS and token.tag_ in _MISREAD:
            return token
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
    if _is_infinitive(verb):
        return "future" if _is_to_come(verb) else None
    if any(child.tag_ == "VBD" or child.lower_ in _PERFECT for child in helpers):
        return "past"
    if verb.tag_ in ("VBG", "VBN"):
        return _participle_tense(verb, any(child.tag_ in _PRESENT for child in helpers))
    if verb.tag_ in _PRESENT:
        awaited = any(child.lower_ in words("modality", "planned", "conjunctions") for child in verb.lefts)
        return "future" if awaited and verb.dep_ == "advcl" else "present"
    return "past" if verb.tag_ == "VBD" else None


def _is_infinitive(verb: Token) -> bool:
    """ "leave", "to be released"."""
    return verb.tag_ == "VB" or any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _is_to_come(verb: Token) -> bool:
    """Whether an infinitive hangs on a word that looks ahead: "plan to leave", "are to be released"."""
    if verb.dep_ not in _SUBORDINATE:
        return False
    if verb.head.lemma_.lower() in _planned("verbs", "nouns", "adjectives"):
        return True
    if verb.dep_ == "xcomp" and verb.head.lower_ == "going":
        return True
    plain = not any(child.dep_ in ("acomp", "attr") for child in verb.head.children)
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and plain and verb.head.tag_ in _PRESENT


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
    found: Modality | None = None
    for above in ancestors(verb):
        if above.pos_ not in VERBS:
            if above.lemma_.lower() in _planned("nouns") and above != token and verb.tag_ in ("VB", "VBG"):
                return found or "planned"
            continue
        if _is_denied(above):
            return "denied"
        found = found or _own_modality(above, above == verb)
        if above.dep_ in ("relcl", "ROOT", "parataxis") or (above.tag_ in _FINITE and above != verb):
            break
    return found or ("planned" if _is_intended(token, verb) else "asserted")


def _is_intended(token: Token, verb: Token) -> bool:
    """ "plans 300 job cuts", "pledged 500 troops", "300 jobs are to go": what is meant has yet to happen."""
    lemma = verb.lemma_.lower()
    if token.dep_ == "nsubj" and token.head == verb and lemma in ("be", "go"):
        return any(_is_infinitive(child) and _is_to_come(child) for child in verb.rights)
    if token.head != verb or any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return False
    if token.dep_ == "dobj" and lemma in words("modality", "planned", "announcing"):
        return token.lemma_.lower() in words("modality", "planned", "announced")
    proposed = lemma in words("modality", "planned", "proposing")
    pledged = lemma in words("modality", "planned", "pledging")
    return (token.dep_ == "dobj" and (proposed or pledged)) or (token.dep_ == "nsubjpass" and proposed)


def _is_denied(verb: Token) -> bool:
    """ "denied that he left", "denied reports that he had left"."""
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in words("modality", "denied", "nouns"):
        verb = verb.head
    return verb.dep_ in ("ccomp", "dobj") and verb.head.lemma_.lower() in words("modality", "denied", "verbs")


def _is_foretold(verb: Token) -> bool:
    """ "said it would leave", "the plan would end": what was to come when it was said; "would leave if" is an idea."""
    told = next((above for above in ancestors(verb) if above.dep_ != "conj"), verb)
    by_plan = any(child.dep_ == "nsubj" and child.lemma_.lower() in _planned("nouns") for child in verb.lefts)
    on_condition = any(
        child.lower_ in words("modality", "hypothetical", "marks")
        for clause in verb.children
        if clause.dep_ == "advcl"
        for child in clause.children
    )
    return (by_plan or (told.dep_ == "ccomp" and told.head.tag_ in ("VBD", "VBN"))) and not on_condition


def _own_modality(verb: Token, innermost: bool) -> Modality | None:
    helpers = {child.lower_ for child in _helpers(verb)}
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if marks & words("modality", "hypothetical", "marks"):
        return "hypothetical"
    if innermost and any(child.dep_ == "neg" for child in verb.children):
        return "denied"
    if "would" in helpers and "have" not in helpers and _is_foretold(verb):
        return "planned"
    if helpers & words("modality", "hypothetical", "auxiliaries"):
        return "hypothetical"
    if helpers & words("modality", "planned", "auxiliaries"):
        return "planned"
    if _is_headline_infinitive(verb):
        return "planned"
    if verb.head == verb:
        return None
    return "planned" if (_is_infinitive(verb) or verb.tag_ == "VBG") and _is_to_come(verb) else None


def _is_headline_infinitive(verb: Token) -> bool:
    """ "Bank to cut 300 jobs": a noun and an infinitive that are a whole sentence; not "how to cut jobs".

    What somebody is "to keep" is there already.
    """
    if verb.lemma_.lower() in words("modality", "planned", "keeping") or not any(
        child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts
    ):
        return False
    if verb.dep_ == "ROOT":
        return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.lefts)
    if _is_after_name(verb):
        return True
    alone = verb.head.dep_ == "ROOT" and verb.head.i == verb.left_edge.i - 1
    return alone and (verb.dep_ == "advcl" or (verb.head.pos_ == "PROPN" and verb.dep_ in ("acl", "relcl")))


def _is_after_name(verb: Token) -> bool:
    """Whether a name of several words and "to" are all that opens the sentence: parsers take the name for a verb."""
    to = next(child for child in verb.lefts if child.lower_ == "to")
    before = verb.doc[verb.sent.start : to.i]
    return 1 < len(before) <= _LONGEST_NAME and all(word.text[0].isupper() and word.tag_ != "DT" for word in before)


@cache
def _planned(*kinds: str) -> frozenset[str]:
    """Lemmas of words of these kinds whose infinitive or object has yet to happen."""
    return frozenset[str]().union(*(words("modality", "planned", kind) for kind in kinds))
