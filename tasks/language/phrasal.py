"""Statements attributed by a phrase: "according to X", nouns of saying, passives, "as X said"."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasks.language.attribution import frames, has_finite, subject
from tasks.language.boundaries import SUBORDINATORS, unexplained, whole
from tasks.language.lexicon import lexicon, words
from tasks.language.speech import Speech, Utterance, cue_span
from tasks.reference.spans import Span

_BEFORE_AS = frozenset([",", "”", '"'])
# So few words after a noun of saying name what it is about, not what it says, in tokens: "his view of the port".
_TOPIC = 2
_COPULAS = frozenset(["be", "remain", "seem", "feel", "stay", "become", "grow", "appear", "sound"])
# How what is said hangs on an adjective.
_COMPLEMENTS = {"clause": ("ccomp",), "infinitive": ("xcomp",)}
# Verbs whose subject owns the noun: "made the claim".
_LIGHT = frozenset(["have", "make", "raise", "voice", "issue", "repeat", "give", "offer", "renew", "face"])


def attributed(speech: Speech) -> Iterator[Utterance]:
    """Statements attributed by a phrase; they may overlap."""
    yield from according_to(speech)
    yield from _nouns(speech)
    yield from _passives(speech)
    yield from _misread(speech)
    yield from _as_said(speech)
    yield from _adjectives(speech)


def according_to(speech: Speech) -> Iterator[Utterance]:
    """'..., according to X' and 'According to X, ...'."""
    for token in speech.doc[:-1]:
        if token.lower_ == "according" and speech.doc[token.i + 1].lower_ == "to" and speech.quote_of[token.i] is None:
            to = speech.doc[token.i + 1]
            speaker = next((child for child in to.children if child.dep_ == "pobj"), None) or _noun_after(to)
            span = _according(speech, token, speaker) if speaker is not None else None
            found = speech.statement(span, speaker, cue_span(token, to), "according to")
            if found is not None:
                yield found


def _noun_after(to: Token) -> Token | None:
    """The head of the noun phrase after a preposition that the parser gave no object."""
    found = None
    for token in to.doc[to.i + 1 : to.i + 6]:
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
        elif found is not None:
            break
    return found


def _according(speech: Speech, token: Token, speaker: Token) -> Span | None:
    sentence = token.sent
    if token.i > sentence.start:
        parts = [other.i for other in speech.doc[sentence.start : token.i] if other.text == ";"]
        return speech.span(parts[-1] + 1 if parts else sentence.start, token.i)
    commas = [other.i for other in speech.doc[token.i : sentence.end] if other.text == ","]
    verb = max(commas[0], sentence.root.i) if commas else 0
    before = [comma for comma in commas if comma >= speaker.right_edge.i and comma < verb] or commas[:1]
    return speech.span(before[0] + 1, sentence.end) if before else None


def _nouns(speech: Speech) -> Iterator[Utterance]:
    """ "X's claim that ...", "X's promise to ...", "X's criticism of ..."."""
    for token in speech.doc:
        if token.pos_ != "NOUN" or speech.quote_of[token.i] is not None:
            continue
        said = _said_of_noun(speech, token)
        speaker = _owner(token) if said is not None else None
        if said is not None and speaker is not None:
            found = speech.statement(said, speaker, cue_span(token), "noun of saying")
            if found is not None:
                yield found


def _said_of_noun(speech: Speech, noun: Token) -> Span | None:
    """What hangs on a noun of saying: a clause after "that", an infinitive, or a phrase after its preposition."""
    lemma, nouns = noun.lemma_.lower(), lexicon("cues")["nouns"]
    for child in noun.rights:
        first = speech.doc[child.left_edge.i]
        if (
            first.lower_ == "that"
            and child.dep_ in ("acl", "ccomp", "relcl")
            and lemma in words("cues", "nouns", "clause")
        ):
            if first.dep_ == "mark":
                return speech.span(first.i + 1, child.right_edge.i + 1)
        elif first.lower_ == "to" and child.tag_ == "VB" and lemma in words("cues", "nouns", "infinitive"):
            return unexplained(speech, first.i, child.right_edge.i + 1)
        elif child.dep_ == "prep" and child.lower_ in nouns["prepositions"].get(lemma, ()):
            said = unexplained(speech, child.i + 1, child.right_edge.i + 1)
            return said if said is not None and len(speech.tokens(said)) > _TOPIC else None
    return None


def _owner(noun: Token) -> Token | None:
    """Whose saying a noun names: "X's claim", "a claim by X", "X made the claim"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among"):
            return next((other for other in child.children if other.dep_ == "pobj"), None)
    if (
        noun.dep_ == "dobj"
        and noun.head.lemma_ in _LIGHT
        and not any(child.dep_ == "neg" for child in noun.head.children)
    ):
        return subject(noun.head)
    return None


def _passives(speech: Speech) -> Iterator[Utterance]:
    """'The plan was endorsed by X', 'Y has been called a fraud by X': the subject is what is said, or of whom."""
    for cue in speech.cues:
        if cue.tag_ != "VBN" or frames(cue).isdisjoint({"object", "as"}):
            continue
        children = {child.dep_: child for child in cue.children}
        if "nsubjpass" not in children or "agent" not in children or "neg" in children:
            continue
        about, by = children["nsubjpass"], children["agent"]
        speaker = next((child for child in by.children if child.dep_ == "pobj"), None)
        if speaker is None or about.pos_ == "PRON":
            continue
        found = speech.statement(
            speech.span(about.left_edge.i, about.right_edge.i + 1), speaker, cue_span(cue), "passive, by"
        )
        if found is not None:
            yield found


def _as_said(speech: Speech) -> Iterator[Utterance]:
    """'..., as X put it' and 'As X put it, ...'."""
    for token in speech.doc[:-2]:
        if token.lower_ != "as":
            continue
        cue = token.head
        if cue.dep_ != "advcl" or cue.i < token.i or speech.quote_of[token.i] is not None:
            continue
        objects = [child for child in cue.children if child.dep_ in ("dobj", "ccomp", "xcomp", "prep")]
        puts = cue.lemma_ == "put" and [child.lower_ for child in objects] == ["it"]
        speaker = next((child for child in cue.lefts if child.dep_ == "nsubj"), None)
        if speaker is None or not (puts or ("clause" in frames(cue) and not objects)):
            continue
        found = speech.statement(_around_as(speech, token, cue), speaker, cue_span(cue), "as X said")
        if found is not None:
            yield found


def _around_as(speech: Speech, token: Token, cue: Token) -> Span | None:
    """The clause before a final ", as X said" or after an initial "As X said,"."""
    doc, last = speech.doc, cue.right_edge.i + 1
    closing = doc[last].text if last < len(doc) else "."
    if speech.begins_sentence(token.i) and closing == ",":
        return speech.span(last + 1, speech.sentence_end(cue.i))
    if token.i and doc[token.i - 1].text in _BEFORE_AS and closing in (".", ";"):
        return speech.span(min(cue.head.left_edge.i, token.i), token.i)
    return None


def _misread(speech: Speech) -> Iterator[Utterance]:
    """'X charges that ...', 'X hopes to ...' where the tagger took the verb for a plural and found no other."""
    doc = speech.doc
    for cue in doc[1:-2]:
        if (
            cue.tag_ != "NNS"
            or not (doc[cue.i - 1].pos_ == "PROPN" or doc[cue.i - 1].is_title)
            or doc[cue.i + 1].lower_ not in ("that", "to")
        ):
            continue
        to = doc[cue.i + 1].lower_ == "to"
        known = words("cues", "infinitive" if to else "clause")
        if cue.lemma_.lower() not in known or (to and doc[cue.i + 2].tag_ != "VB") or has_finite(cue.sent.root):
            continue
        if speech.quote_of[cue.i] is None:
            start = cue.i + 1 if to else cue.i + 2
            span = whole(speech, start, start + 1, SUBORDINATORS if to else frozenset())
            found = speech.statement(span, doc[cue.i - 1], cue_span(cue), "cue taken for a noun")
            if found is not None:
                yield found


def _adjectives(speech: Speech) -> Iterator[Utterance]:
    """'X is confident (that) ...', 'X was determined to ...'."""
    for cue in speech.doc:
        frame = "clause" if cue.lower_ in words("cues", "adjectives", "clause") else "infinitive"
        if cue.lower_ not in words("cues", "adjectives", frame) or speech.quote_of[cue.i] is not None:
            continue
        verb = cue if cue.dep_ != "acomp" else cue.head
        about = next((child for child in cue.rights if child.dep_ in _COMPLEMENTS[frame]), None)
        speaker = next((child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if about is None or speaker is None or not _is_plain(verb) or speaker.lower_ in ("it", "i", "you"):
            continue
        if frame == "infinitive" and (about.tag_ != "VB" or speech.doc[about.left_edge.i].lower_ != "to"):
            continue
        start = about.left_edge.i + (speech.doc[about.left_edge.i].lower_ == "that")
        found = speech.statement(speech.span(start, about.right_edge.i + 1), speaker, cue_span(cue), "adjective")
        if found is not None and start > cue.i:
            yield found


def _is_plain(verb: Token) -> bool:
    """Whether a verb says what is so, neither denied nor only possible: "is", not "made sure"."""
    state = verb.tag_ == "VBN" or verb.lemma_ in _COPULAS
    return state and not any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)
