"""Statements without quotation marks of their own: clauses, objects and phrases that hang on a word of saying."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from tasks.language.acts import is_act
from tasks.language.attribution import RELATIVES, SUBJECTS, frames, has_finite, moved, subject
from tasks.language.boundaries import is_occasion, own_end, short, whole
from tasks.language.lexicon import lexicon, words
from tasks.language.phrasal import attributed
from tasks.language.speech import Speech, Utterance, cue_span
from tasks.reference.spans import Span

_MODALS = frozenset(["will", "would", "could", "may", "might", "should", "can", "must", "shall", "'ll", "'d"])
_OBJECTS = ("dobj", "oprd", "ccomp", "attr")
_PARTING = (";", ":")
_SET_OFF = (",", "-", "--", "–", "—", "―")
# The longest "told the group of reporters", in tokens.
_ADDRESSEE = 16
# The longest aside, in tokens.
_ASIDE = 12
# Verbs under which "to say" is saying: "went on to say".
_ASPECT = frozenset(
    ["go", "take", "continue", "turn", "begin", "start", "keep", "use", "return", "write", "appear", "seem"]
)


def reported(speech: Speech) -> Iterator[Utterance]:
    """Reported statements; they may overlap."""
    for cue in speech.cues:
        found = _reported(speech, cue)
        if found is not None:
            yield found
    yield from attributed(speech)


def _reported(speech: Speech, cue: Token) -> Utterance | None:
    if cue.dep_ in ("amod", "compound", "aux") or not _is_said(cue) or is_act(cue):
        return None
    kinds = frames(cue)
    if speech.is_quoted_cue(cue):
        return _quoted_cue(speech, cue)
    for frame, rule in _RULES:
        if frame in kinds:
            found = rule(speech, cue)
            if found is not None:
                return found
    return None


def _is_said(cue: Token) -> bool:
    """Whether the verb reports something said, not denied, planned or imagined."""
    for child in cue.children:
        if child.dep_ in ("neg", "auxpass", "nsubjpass") or (child.dep_ == "aux" and child.lower_ in _MODALS):
            return False
    if cue.tag_ == "VBN" and not _is_perfect(cue) and not _is_past(cue):
        return False
    if cue.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in cue.children):
        if cue.lemma_.lower() in words("cues", "findings"):  # "a reward to find who did it"
            return False
        purpose = cue.dep_ == "advcl" and cue.head.tag_ in ("VBD", "VBZ", "VBP", "VBN") and cue.head.i < cue.i
        return purpose or moved(cue) is not None or (cue.dep_ == "xcomp" and cue.head.lemma_.lower() in _ASPECT)
    return True


def _is_perfect(cue: Token) -> bool:
    """Whether a participle has its "has": "has called", "had said and warned"."""
    above = cue
    while (
        above.dep_ == "conj" and not any(child.lemma_ == "have" for child in above.lefts) and above.head.tag_ == "VBN"
    ):
        above = above.head
    return (
        cue.dep_ in ("ROOT", "ccomp")
        or any(child.lemma_ == "have" for child in above.lefts)
        or any(child.dep_ == "nsubj" for child in cue.lefts)  # "X, who knows it, compared ...": past tense, misread
    )


def _is_past(cue: Token) -> bool:
    """Whether a participle is a past tense misread: 'X, the head of Y, compared ...' where nothing else is finite."""
    return (
        cue.dep_ == "acl"
        and cue.head == cue.sent.root
        and (
            (cue.i > 0 and cue.nbor(-1).text == "," and cue.head.pos_ == "PROPN")
            or any(child.dep_ == "relcl" and child.i < cue.i for child in cue.head.rights)
        )
        and not any(child.dep_ == "agent" for child in cue.rights)
    )


def _quoted_cue(speech: Speech, cue: Token) -> Utterance | None:
    """'He "welcomed" the offer': what is said begins with the word of saying."""
    speaker = speech.speaker(cue)
    if speaker is None:
        return None
    return speech.statement(speech.span(cue.i, cue.right_edge.i + 1), speaker, cue_span(cue), "quoted cue")


# -- frames


def _clause(speech: Speech, cue: Token) -> Utterance | None:
    """'X said (that) ...' and '..., X said'."""
    clauses = [child for child in cue.children if child.dep_ == "ccomp"]
    clauses.sort(key=lambda child: child.i < cue.i or speech.doc[child.left_edge.i].lower_ != "that")
    speaker = speech.speaker(cue)
    if speaker is None or (cue.lemma_ == "show" and speaker.ent_type_ == "PERSON"):  # "Ann, 8, shows where she fell"
        return None
    parted = [child for child in clauses if _is_parted(speech, child, cue) or _is_adverbial(speech, child, cue)]
    clause = next((child for child in clauses if child not in parted), None)
    if clause is None and parted:
        return _rest_of_sentence(speech, cue, speaker)
    if clause is None:
        found = _aside(speech, cue, cue.head, speaker) if cue.dep_ in ("parataxis", "ccomp", "advcl") else None
        return found or _rest_of_sentence(speech, cue, speaker)
    start, end = clause.left_edge.i, own_end(speech, clause)
    if start < cue.i < clause.i and _is_relative(speech, start, cue, speaker):  # "which he said was ..."
        start = cue.i + 1
    if start < cue.i < end:
        return _aside(speech, cue, clause, speaker)
    if speech.quote_of[clause.i] is not None and clause.left_edge.i < cue.i:
        return None
    if start < cue.i:
        end = min(end, cue.i, speaker.left_edge.i if speaker.i > start else end)
        if speech.doc[end - 1].text in (*_PARTING, "("):  # what came before is the reporter's own
            return _rest_of_sentence(speech, cue, speaker)
    else:
        end = _with_adjuncts(cue, clause, end)
        if speech.doc[start].lower_ == "that" and speech.doc[start].dep_ == "mark":
            start += 1
        else:
            start = _after_time(speech, clause, start)
    span = speech.span(start, end) if start < cue.i else whole(speech, start, end, frozenset())
    return speech.statement(span, speaker, cue_span(cue), "cue, clause")


def _is_relative(speech: Speech, start: int, cue: Token, speaker: Token) -> bool:
    """Whether only a relative pronoun of the clause stands before who says it."""
    return speech.doc[start].lower_ in RELATIVES and start + 1 == min(speaker.left_edge.i, cue.i)


def _is_parted(speech: Speech, clause: Token, cue: Token) -> bool:
    """'The governor named 40 dead; the mayor said ...': a mark parts what came before from who speaks."""
    marks = [
        token.i for token in speech.doc[clause.i : cue.i] if token.text in _PARTING and speech.quote_of[token.i] is None
    ]
    if not marks:
        return False
    between = speech.doc[marks[-1] + 1 : cue.i]
    return not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.head is not cue for token in between)


def _is_adverbial(speech: Speech, clause: Token, cue: Token) -> bool:
    """Whether a clause before the cue is the reporter's: 'While it rained, X said ...', 'Pointing at Y, X said ...'."""
    first = speech.doc[clause.left_edge.i]
    marked = first.dep_ == "mark" and first.lower_ in ("while", "as", "although")
    return clause.i < cue.i and (marked or (first == clause and clause.tag_ == "VBG"))


def _after_time(speech: Speech, clause: Token, start: int) -> int:
    """Past a time or occasion right after the cue: "told them this week he would go" is told this week."""
    first = next((child for child in clause.lefts if child.left_edge.i == start), None)
    if first is None or not (first.dep_ == "npadvmod" or is_occasion(first)):
        return start
    after = first.right_edge.i + 1
    return after if any(child.dep_ in SUBJECTS and child.left_edge.i == after for child in clause.lefts) else start


def _aside(speech: Speech, cue: Token, clause: Token, speaker: Token) -> Utterance | None:
    """'The plan, he said, was dead': the words of saying interrupt what is said."""
    first, last = min(speaker.left_edge.i, cue.i), max(speaker.right_edge.i, cue.i)
    for child in cue.rights:  # "he said on Monday,"
        if child.dep_ in ("prep", "npadvmod", "advmod", "dobj", "dative") and child.i == last + 1:
            last = child.right_edge.i
    sentence = cue.sent
    commas = first > sentence.start and speech.doc[first - 1].text in _SET_OFF and last + 1 < len(speech.doc)
    if not commas or speech.doc[last + 1].text not in (*_SET_OFF, ".") or last - first > _ASIDE:
        return None
    start, end = min(clause.left_edge.i, first), max(clause.right_edge.i + 1, last + 1)
    before, after = speech.span(start, first), speech.span(last + 1, end)
    parsed = subject(cue)
    if before is None or (parsed is not None and parsed.i < first):  # "A spokesman, Jane Doe said, ..."
        return None
    if after is None:
        return speech.statement(before, speaker, cue_span(cue), "cue, clause")
    subjects = [child for child in clause.children if child.dep_ in SUBJECTS]
    if (
        subjects and subjects[0].right_edge.i + 2 == first and subjects[-1].i > last
    ):  # "A spokesman, Ann Lee said, “we ...”"
        return speech.statement(after, speaker, cue_span(cue), "cue, clause")
    found = speech.statement(Span(before.start, after.end), speaker, cue_span(cue), "cue, interrupted clause")
    pieces = (Span(found.span.start, before.end), Span(after.start, found.span.end)) if found else ()
    return replace(found, pieces=pieces) if found else None


def _rest_of_sentence(speech: Speech, cue: Token, speaker: Token) -> Utterance | None:
    """What the parser did not see as a clause: the words after "said that", or after "said" if a verb is among them."""
    if speaker.i > cue.i:
        return None
    end = speech.sentence_end(cue.i)
    rest = [token for token in speech.doc[cue.i + 1 : end] if not token.is_space]
    that = next(
        (
            token.i
            for token in rest[:_ADDRESSEE]
            if token.lower_ == "that" and (token.dep_ in ("mark", "advmod") or token.tag_ == "IN")
        ),
        None,
    )
    if that is not None:
        return speech.statement(speech.span(that + 1, end), speaker, cue_span(cue), "cue, that")
    late = _after_adjunct(speech, cue, rest)
    if late is not None:
        return speech.statement(speech.span(late, end), speaker, cue_span(cue), "cue, adjunct, clause")
    if cue.lemma_ == "add" and rest and (rest[0].like_num or rest[0].is_currency):  # "added $3 million to reserves"
        return None
    if (
        cue.lower_ not in words("cues", "sure")
        or not rest
        or rest[0].text in (".", ":", ";")
        or rest[0].pos_ in ("ADP", "CCONJ")
        or rest[0].lower_ in ("as", "when", "while", "after", "before")
    ):
        return None
    if not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in rest):
        return None
    return speech.statement(speech.span(rest[0].i, end), speaker, cue_span(cue), "cue, rest of sentence")


def _after_adjunct(speech: Speech, cue: Token, rest: Sequence[Token]) -> int | None:
    """'X said after the vote he would go': the first token of the clause, if an adjunct comes before it."""
    if not rest or rest[0].dep_ not in ("prep", "npadvmod", "advmod") or frames(cue).isdisjoint({"clause"}):
        return None
    first = rest[0].right_edge.i + 1
    if first >= len(speech.doc) or first - rest[0].i > _ADDRESSEE or speech.quote_of[first] is not None:
        return None
    subjects = [token for token in speech.doc[first:].sent if token.dep_ in SUBJECTS and token.left_edge.i == first]
    return first if subjects and subjects[0].head.i > first and has_finite(subjects[0].head) else None


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
    if clause.lemma_ == "comment":  # "declined to comment" says nothing
        return None
    return speech.statement(
        short(speech, clause.left_edge.i, clause.right_edge.i + 1),
        speaker,
        cue_span(cue),
        "cue, infinitive",
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
        short(speech, start, clause.right_edge.i + 1),
        speaker,
        cue_span(cue),
        "cue, object and infinitive",
    )


def _object(speech: Speech, cue: Token) -> Utterance | None:
    """'X denied the charges', 'X called Y Z'."""
    speaker = speech.speaker(cue)
    rights = list(cue.rights)
    objects = [child for child in rights if child.dep_ in _OBJECTS or (child.dep_ == "xcomp" and child.tag_ != "VB")]
    if cue.lemma_.lower() in words("cues", "findings") and not (
        speaker is not None and speaker.lemma_.lower() in words("cues", "documents")
    ):
        return None
    if speaker is None or not objects or objects[0] is speaker or (objects[0].pos_ == "PRON" and len(objects) == 1):
        return None
    start, end = objects[0].left_edge.i, max(child.right_edge.i for child in objects) + 1
    end = _with_adjuncts(cue, objects[-1], end)
    return speech.statement(short(speech, start, end), speaker, cue_span(cue), "cue, object")


def _preposition(speech: Speech, cue: Token) -> Utterance | None:
    """'X called for ...', 'X accused Y of ...', 'X called on Y to ...'."""
    allowed = lexicon("cues")["prepositions"][_key(cue)]
    speaker = speech.speaker(cue)
    heads = [child for child in cue.rights if child.dep_ in ("prep", "agent", "prt") and child.lower_ in allowed]
    if not heads and cue.lemma_.lower() in words("cues", "of_objects"):  # hung on the object: "accused X of ..."
        objects = [child for child in cue.rights if child.pos_ in ("NOUN", "PROPN", "PRON")]
        heads = [part for child in objects[:1] for part in child.rights if part.lower_ in allowed]
    if speaker is None or not heads or heads[0].i + 1 >= cue.sent.end:
        return None
    head = heads[0]
    start = head.i + 1
    if cue.lemma_.lower() in words("cues", "pairs"):  # "X likened Y to Z" says something of both
        start = min([child.left_edge.i for child in cue.rights if child.dep_ == "dobj" and child.i < head.i] or [start])
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
    return speech.statement(short(speech, start, end), speaker, cue_span(cue), "cue, preposition")


def _as(speech: Speech, cue: Token) -> Utterance | None:
    """'X described Y as Z'."""
    speaker = speech.speaker(cue)
    head = next((child for child in cue.rights if child.lower_ == "as" and child.dep_ in ("prep", "mark")), None)
    if speaker is None or head is None:
        return None
    objects = [child.left_edge.i for child in cue.rights if child.dep_ == "dobj" and child.i < head.i]
    start = min([*objects, head.i + 1])
    return speech.statement(short(speech, start, head.right_edge.i + 1), speaker, cue_span(cue), "cue, as")


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
