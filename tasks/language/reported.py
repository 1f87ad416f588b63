"""Statements without quotation marks of their own: clauses, objects and phrases that hang on a word of saying."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasks.language.attribution import frames
from tasks.language.lexicon import lexicon, words
from tasks.language.speech import Speech, Utterance, cue_span
from tasks.reference.spans import Span

_MODALS = frozenset(["will", "would", "could", "may", "might", "should", "can", "must", "shall", "'ll", "'d"])
# Verbs under which "to say" is saying: "went on to say".
_ASPECT = frozenset(["go", "take", "continue", "turn", "begin", "start", "keep", "use", "return", "write"])


def reported(speech: Speech) -> Iterator[Utterance]:
    """Reported statements in the order of their cues; they may overlap."""
    for cue in speech.cues:
        found = _reported(speech, cue)
        if found is not None:
            yield found
    yield from according_to(speech)
    yield from _noun_clauses(speech)


def _reported(speech: Speech, cue: Token) -> Utterance | None:
    if cue.dep_ in ("amod", "compound", "aux") or not _is_said(cue):
        return None
    kinds = frames(cue)
    for frame, rule in _RULES:
        if frame in kinds:
            found = rule(speech, cue)
            if found is not None:
                return found
    return None


def _is_said(cue: Token) -> bool:
    """Whether the verb reports something said, not denied, planned or imagined."""
    for child in cue.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in _MODALS):
            return False
    if cue.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in cue.children):
        return cue.dep_ in ("xcomp", "advcl") and cue.head.lemma_.lower() in _ASPECT
    return True


# -- frames


def _clause(speech: Speech, cue: Token) -> Utterance | None:
    """'X said (that) ...' and '..., X said'."""
    clause = next((child for child in cue.children if child.dep_ == "ccomp"), None)
    speaker = speech.speaker(cue)
    if clause is None or speaker is None or speech.quote_of[clause.i] is not None and clause.left_edge.i < cue.i:
        return None
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    if start < cue.i < end:
        return None
    if start < cue.i:
        end = min(end, cue.i, speaker.left_edge.i if speaker.i > start else end)
    else:
        end = _with_adjuncts(cue, clause, end)
        if speech.doc[start].lower_ == "that" and speech.doc[start].dep_ == "mark":
            start += 1
    return speech.statement(speech.span(start, end), speaker, cue_span(cue), "cue, clause")


def _with_adjuncts(cue: Token, clause: Token, end: int) -> int:
    """The end of a clause with the phrases after it that the parser hung on the cue, up to a comma."""
    for child in cue.rights:
        if child.i > clause.i and child.left_edge.i == end and child.dep_ in ("advcl", "prep", "npadvmod", "advmod"):
            end = child.right_edge.i + 1
    return end


def _infinitive(speech: Speech, cue: Token) -> Utterance | None:
    """'X vowed to ...'."""
    clause = next((child for child in cue.children if child.dep_ == "xcomp" and child.i > cue.i), None)
    speaker = speech.speaker(cue)
    if clause is None or speaker is None or clause.tag_ != "VB" or speech.doc[clause.left_edge.i].lower_ != "to":
        return None
    return speech.statement(
        speech.span(clause.left_edge.i, clause.right_edge.i + 1), speaker, cue_span(cue), "cue, infinitive"
    )


def _object_infinitive(speech: Speech, cue: Token) -> Utterance | None:
    """'X urged Y to ...'."""
    clause = next(
        (
            child
            for child in cue.children
            if child.dep_ in ("xcomp", "ccomp") and child.i > cue.i and child.tag_ == "VB"
        ),
        None,
    )
    speaker = speech.speaker(cue)
    if clause is None or speaker is None or not any(child.lower_ == "to" for child in clause.children):
        return None
    objects = [child.left_edge.i for child in cue.rights if child.dep_ in ("dobj", "dative") and child.i < clause.i]
    start = min([*objects, clause.left_edge.i])
    return speech.statement(
        speech.span(start, clause.right_edge.i + 1), speaker, cue_span(cue), "cue, object and infinitive"
    )


def _object(speech: Speech, cue: Token) -> Utterance | None:
    """'X denied the charges', 'X called Y Z'."""
    speaker = speech.speaker(cue)
    objects = [child for child in cue.rights if child.dep_ in ("dobj", "oprd", "ccomp", "attr")]
    if speaker is None or not objects or objects[0] is speaker or objects[0].pos_ == "PRON" and len(objects) == 1:
        return None
    start, end = objects[0].left_edge.i, max(child.right_edge.i for child in objects) + 1
    end = _with_adjuncts(cue, objects[-1], end)
    return speech.statement(speech.span(start, end), speaker, cue_span(cue), "cue, object")


def _preposition(speech: Speech, cue: Token) -> Utterance | None:
    """'X called for ...', 'X accused Y of ...', 'X called on Y to ...'."""
    allowed = lexicon("cues")["prepositions"][_key(cue)]
    speaker = speech.speaker(cue)
    heads = [child for child in cue.rights if child.dep_ in ("prep", "agent") and child.lower_ in allowed]
    if speaker is None or not heads or not any(True for _ in heads[0].children):
        return None
    head = heads[0]
    end = (
        max(
            [
                head.right_edge.i,
                *(
                    child.right_edge.i
                    for child in cue.rights
                    if child.dep_ in ("xcomp", "advcl") and child.left_edge.i == head.right_edge.i + 1
                ),
            ]
        )
        + 1
    )
    return speech.statement(speech.span(head.i + 1, end), speaker, cue_span(cue), "cue, preposition")


def _as(speech: Speech, cue: Token) -> Utterance | None:
    """'X described Y as Z'."""
    speaker = speech.speaker(cue)
    head = next((child for child in cue.rights if child.lower_ == "as" and child.dep_ in ("prep", "mark")), None)
    if speaker is None or head is None:
        return None
    objects = [child.left_edge.i for child in cue.rights if child.dep_ == "dobj" and child.i < head.i]
    start = min([*objects, head.i + 1])
    return speech.statement(speech.span(start, head.right_edge.i + 1), speaker, cue_span(cue), "cue, as")


_RULES = (
    ("clause", _clause),
    ("as", _as),
    ("object_infinitive", _object_infinitive),
    ("infinitive", _infinitive),
    ("prepositions", _preposition),
    ("object", _object),
)


def _key(cue: Token) -> str:
    lemma = cue.lemma_.lower()
    return lemma if lemma in lexicon("cues")["prepositions"] else cue.lower_


# -- "according to", nouns


def according_to(speech: Speech) -> Iterator[Utterance]:
    """'..., according to X' and 'According to X, ...'."""
    for token in speech.doc[:-1]:
        if token.lower_ == "according" and speech.doc[token.i + 1].lower_ == "to" and speech.quote_of[token.i] is None:
            to = speech.doc[token.i + 1]
            speaker = next((child for child in to.children if child.dep_ == "pobj"), None)
            span = _according(speech, token, speaker) if speaker is not None else None
            found = speech.statement(span, speaker, cue_span(token, to), "according to")
            if found is not None:
                yield found


def _according(speech: Speech, token: Token, speaker: Token) -> Span | None:
    sentence = token.sent
    if token.i > sentence.start:
        return speech.span(sentence.start, token.i)
    comma = next((other.i for other in speech.doc[speaker.right_edge.i : sentence.end] if other.text == ","), None)
    return None if comma is None else speech.span(comma + 1, sentence.end)


def _noun_clauses(speech: Speech) -> Iterator[Utterance]:
    """ "X's claim that ..."."""
    for token in speech.doc:
        if (
            token.pos_ == "NOUN"
            and token.lemma_.lower() in words("cues", "nouns", "clause")
            and speech.quote_of[token.i] is None
        ):
            clause = next(
                (
                    child
                    for child in token.rights
                    if child.dep_ in ("acl", "ccomp") and speech.doc[child.left_edge.i].lower_ == "that"
                ),
                None,
            )
            speaker = next((child for child in token.lefts if child.dep_ == "poss"), None)
            if clause is not None and speaker is not None:
                found = speech.statement(
                    speech.span(clause.left_edge.i + 1, clause.right_edge.i + 1),
                    speaker,
                    cue_span(token),
                    "noun, clause",
                )
                if found is not None:
                    yield found
