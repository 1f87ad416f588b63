"""Where the words reported end: the boundaries of a clause, and what the reporter adds to it."""

from itertools import islice

from spacy.tokens import Token

from tasks.language.attribution import RELATIVES, SUBJECTS, frames, has_finite
from tasks.language.lexicon import words
from tasks.language.speech import Speech
from tasks.reference.spans import Span

_BOUNDARIES = frozenset([",", ";", ":", ".", "?", "!", "-", "--", "–", "—", "―", "(", ")", "”", "“", '"'])
SUBORDINATORS = frozenset(
    ["when", "while", "after", "before", "because", "although", "though", "if", "unless", "until", "since", "but"]
)
_SUBORDINATORS_OF_TIME = frozenset(["when", "while", "after", "before", "as", "so", "although", "though", "because"])
# In so many tokens of a participle's clause another speaker is looked for: "..., echoing what the mayor said".
_NEAR = 40
# How a clause that goes on hangs on the one before it.
_LATER = ("conj", "advcl", "relcl")
# Words that open what the reporter explains, after a comma.
_EXPLAINING = frozenset(["which", "who", "whose", "whom", "where", "when"])
_DASHES = frozenset(["-", "--", "–", "—", "―"])


def whole(speech: Speech, start: int, end: int, stops: frozenset[str]) -> Span | None:
    """A token range carried on to the next boundary of a clause: parsers cut long phrases short."""
    doc = speech.doc
    while end < len(doc) and not speech.begins_sentence(end):
        quote = speech.quote_of[end]
        if quote is not None:  # quoted words are taken or left as a whole
            inner = speech.quotes[quote].inner
            end = max(token.i for token in speech.tokens(speech.quotes[quote].outer)) + 1
            if speech.text[inner.end - 1 : inner.end] in _BOUNDARIES and not _carries_on(speech, end):
                break
        elif _is_boundary(speech, end, stops):
            break
        else:
            end += 1
    return speech.span(start, end)


def own_end(speech: Speech, clause: Token) -> int:
    """One past a clause's last token, without the reporter's own: ", arguing that ...", ", which she denied"."""
    for token in speech.doc[clause.i + 1 : clause.right_edge.i + 1]:
        if token.dep_ not in _LATER or speech.quote_of[token.i] is not None:
            continue
        if not (frames(token) or token.tag_ == "VBG"):
            continue
        if token.dep_ == "conj" and _returns(token, clause):  # "would go and warned of"
            start = token.i if token.tag_ == "VBD" else token.left_edge.i
            return _before_joint(speech, min(start, token.left_edge.i) if _has_subject(token) else start)
        start = token.left_edge.i
        if start <= clause.i + 1 or not _is_remark(speech, token):
            continue
        before = start - 1
        while before > clause.i and speech.quote_of[before] is not None and speech.doc[before].is_punct:
            before -= 1
        if "," in speech.text[speech.doc[before].idx : speech.doc[start].idx]:
            return start if speech.doc[start - 1].text != "," else start - 1
    return clause.right_edge.i + 1


def _is_remark(speech: Speech, verb: Token) -> bool:
    """Whether a clause after what is said is the reporter's: ", arguing ...", ", which he denied"."""
    first = speech.doc[verb.left_edge.i]
    if first.lower_ in RELATIVES:
        own = any(child.dep_ in SUBJECTS and child.lower_ not in RELATIVES for child in verb.lefts)
        return own and verb.dep_ in ("relcl", "advcl") and "clause" in frames(verb)
    if verb.dep_ != "advcl":
        return False
    if first.lower_ in ("although", "though"):
        return True
    near = islice(verb.subtree, _NEAR)
    told = any(frames(token) and has_finite(token) and _has_subject(token) for token in near)
    return first == verb and verb.tag_ == "VBG" and bool(frames(verb) or told)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def _before_joint(speech: Speech, start: int) -> int:
    """Where a clause ends before the "and" and the comma that join the next one at ``start``."""
    while start and (speech.doc[start - 1].pos_ == "CCONJ" or speech.doc[start - 1].text == ","):
        start -= 1
    return start


def _returns(verb: Token, clause: Token) -> bool:
    """Whether a verb of saying in series is the reporter's: 'said he would go and warned of ...', 'and Ann said'."""
    if verb.head != clause or frames(verb) <= {"infinitive", "quote"}:
        return False
    if _has_subject(verb):
        named = any(child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN") for child in verb.lefts)
        told = any(child.dep_ == "ccomp" for child in verb.rights) and verb.lemma_ not in words("cues", "findings")
        return named and told and "clause" in frames(verb) and has_finite(verb)
    if verb.tag_ != "VBD":
        return False
    return clause.tag_ == "VB" or any(child.dep_ in SUBJECTS and child.pos_ == "PRON" for child in clause.lefts)


def short(speech: Speech, start: int, end: int) -> Span | None:
    """A phrase carried on to its boundary, without the reporter's own: ", which ...", "in an interview"."""
    cut = _cut(speech, start, end)
    return speech.span(start, cut) if cut < end else whole(speech, start, end, SUBORDINATORS)


def unexplained(speech: Speech, start: int, end: int) -> Span | None:
    """A phrase as it was parsed, without the reporter's own."""
    return speech.span(start, _cut(speech, start, end))


def _cut(speech: Speech, start: int, end: int) -> int:
    return next((at for at in range(start + 1, end) if speech.quote_of[at] is None and _adds(speech, at, end)), end)


def _adds(speech: Speech, at: int, end: int) -> bool:
    token, after = speech.doc[at], speech.doc[min(at + 1, len(speech.doc) - 1)]
    if token.text == ",":
        return after.lower_ in _EXPLAINING or (after.tag_ == "VBG" and after.dep_ == "advcl")
    if token.dep_ in ("mark", "advmod") and token.lower_ in _SUBORDINATORS_OF_TIME:
        return token.head.dep_ == "advcl" and token.head.i > at
    if is_occasion(token):
        later = speech.doc[token.right_edge.i + 1 : end]
        return not any(other.lower_ == "for" and other.nbor().tag_ == "VBG" for other in later[:-1])
    if token.dep_ == "npadvmod" and token.tag_ == "NNP":  # a weekday
        return after.dep_ != "mark"
    return token.text in _DASHES and token.whitespace_ != ""


def _carries_on(speech: Speech, at: int) -> bool:
    """Whether the clause goes on at ``at``, after marks that take in its comma: '"a scandal," when it comes to ...'."""
    doc = speech.doc
    if at >= len(doc) or speech.text[doc[at - 1].idx - 1] != "," or speech.quote_of[at] is not None:
        return False
    return doc[at].pos_ in ("ADP", "SCONJ") or (doc[at].pos_ == "CCONJ" and not _is_boundary(speech, at, frozenset()))


def _is_boundary(speech: Speech, at: int, stops: frozenset[str]) -> bool:
    token = speech.doc[at]
    joins = token.pos_ == "CCONJ" and at + 1 < len(speech.doc) and _opens_clause(speech.doc[at + 1])
    return joins or token.text in _BOUNDARIES or token.lower_ in stops


def _opens_clause(token: Token) -> bool:
    """Whether a finite verb or a subject follows "and": the reporter goes on."""
    return (
        token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VBG")
        or token.dep_ in ("nsubj", "nsubjpass", "expl")
        or token.pos_ == "ADV"
    )


def is_occasion(token: Token) -> bool:
    """Whether a phrase tells where something is said: "in an interview", "during a debate"."""
    if token.dep_ != "prep" or token.lower_ not in ("in", "on", "at", "during"):
        return False
    place = next((child for child in token.children if child.dep_ == "pobj"), None)
    return place is not None and place.lemma_.lower() in words("cues", "occasions")
