"""A part and its whole: "600 soldiers, of whom 40 are Danish", "of the 600, 40 are Danish", "including 40 Danes"."""

import re
from dataclasses import replace

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.gazetteer import demonyms
from tasks.language.naming import names_of
from tasks.language.quantity.model import Amount, Finding
from tasks.language.quantity.passage import Passage
from tasks.reference.measures import measures
from tasks.reference.spans import Span

_OF_THEM_BEFORE = re.compile(r"(?<!\w)of\s(?:whom|which|them|these|those)\s\Z", re.IGNORECASE)
_OF_THEM_AFTER = re.compile(r"\s(?:of|among)\s(?:whom|which|them|these|those)(?!\w)", re.IGNORECASE)
_WHOLE_BEFORE = re.compile(r"(?<!\w)of\s(?:(?:the|its|their|all)\s){0,2}(?:[\w'’-]{2,20}['’]s?\s)?\Z", re.IGNORECASE)
_WHOLE_AFTER = re.compile(r"[^.;:()]{0,80},\s(?:only\s|just\s)?\Z")
_INCLUDING = re.compile(r"[^.;:()]{0,80},?\s(?:including|among\sthem)\s(?:some\s|the\s)?\Z", re.IGNORECASE)
_AND = re.compile(r"(?:,|,?\sand)\s", re.IGNORECASE)
PART = "part of the one before"
_LINKS = frozenset(["of", "among", "them", "whom", "which", "these", "those", "from", "the", "also"])
_REACH = 6  # tokens from a number to the nation it is of


def of_whole(passage: Passage, amount: Amount, number: Token, whole: Finding | None) -> Finding | None:
    """The part that a bare number is of a whole told before it in the sentence, if the text says of which nation.

    ``whole`` is the quantity before. The part is held by the nation where the whole is; "of whom 40 were freed" says
    what became of some, and makes no part that has a name.
    """
    if whole is None or whole.counted is None or not _is_of(passage, amount, number, whole):
        return None
    nation = _nation(number)
    return None if nation is None else _national(whole, nation)


def of_later(part: Finding, number: Token, whole: Finding) -> Finding:
    """ "40 of the 600 soldiers there are Danish": the part that was waiting for its whole, told in ``whole``."""
    nation = _nation(number) if number.dep_ in ("nsubj", "nsubjpass") and number.head.lemma_ == "be" else None
    told = _national(whole, nation) if nation is not None and whole.counted else None
    if told is None:
        there = part.holder is not None and part.counted == whole.counted
        return replace(part, place=part.place or whole.place) if there else part
    return replace(part, counted=told.counted, measure=told.measure, holder=told.holder, place=told.place)


def included(passage: Passage, finding: Finding, whole: Finding | None) -> Finding:
    """ "600 soldiers in Chad, including 40 Danish and 20 German soldiers": those are there too."""
    if whole is None or whole.measure is None or measures()[whole.measure].event_bound:
        return finding
    between = passage.text[whole.span.end : finding.span.start]
    if not (_INCLUDING.fullmatch(between) or (whole.rule == PART and _AND.fullmatch(between))):
        return finding
    same = finding.measure == whole.measure
    return replace(finding, place=finding.place or whole.place, rule=PART) if same else finding


def _is_of(passage: Passage, amount: Amount, number: Token, whole: Finding) -> bool:
    if not passage.together(passage.token_at(whole.span.start), number):
        return False
    if _OF_THEM_BEFORE.search(passage.lead(amount, 12)) or _OF_THEM_AFTER.match(passage.rest(amount, 14)):
        return True
    opened = _WHOLE_BEFORE.search(passage.text[max(0, whole.span.start - 50) : whole.span.start])
    return bool(opened and _WHOLE_AFTER.fullmatch(passage.text[whole.span.end : amount.span.start]))


def _nation(number: Token) -> Token | None:
    """The nationality or country that follows a number in "40 are Danish", "40 of them Danish", "40 from Denmark"."""
    verb = clauses.verb_of(number)
    if number.dep_ in ("nsubj", "nsubjpass") and verb is not None and verb.lemma_ == "be":
        told = next((child for child in verb.rights if child.dep_ in ("acomp", "attr")), None)
        if told is not None and _people(told.text):
            return told
    for token in number.doc[number.i + 1 : number.i + 1 + _REACH]:
        if _people(token.text) or (token.pos_ == "PROPN" and token.nbor(-1).lower_ == "from"):
            return token
        if token.lower_ not in _LINKS and token.lemma_ not in ("be", "come"):
            return None
    return None


def _people(word: str) -> str | None:
    """The nationality that a word tells: "Danish", "Danes", "Germans"."""
    return next((form for form in (word, word.removesuffix("s")) if form in demonyms()), None)


def _national(whole: Finding, nation: Token) -> Finding | None:
    """The whole with a nation: with what is counted, and its holder if it is no event's; that needs a name."""
    measure = measures().get(whole.measure or "")
    held = measure is not None and not measure.event_bound
    if held and not any(name.start <= nation.i < name.end for name in names_of(nation.doc)):
        return None
    told = [_people(nation.text) or nation.text, *(whole.counted or "").split()[-1:]]
    holder = Span(nation.idx, nation.idx + len(nation)) if held else None
    return replace(whole, counted=" ".join(told), holder=holder)
