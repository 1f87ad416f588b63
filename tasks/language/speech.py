"""One parsed passage as speech: its quotations, its words of saying, and the statements they make."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Token

from tasks.language import titles
from tasks.language.attribution import frames, phrase, subject, trimmed
from tasks.language.gazetteer import known
from tasks.language.lexicon import words
from tasks.language.naming import names_of
from tasks.language.quotations import Quotation, quotations
from tasks.reference.datelines import dateline_length
from tasks.reference.spans import Span
from tasks.tables.statements import StatementKind

# The longest "Ann Lee, the mayor," before a word of saying, in tokens.
_LONGEST_SET_OFF = 16
# How near a word of saying hands its speaker on to a participle, in tokens.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement at ``span`` of the passage; ``pieces`` if it is interrupted.

    ``speaker`` and ``cue`` are None where the passage does not tell. ``kind`` None: no statement, only who is about
    to speak ("The minister wrote:" at the end of a paragraph).
    """

    span: Span
    pieces: tuple[Span, ...]
    kind: StatementKind | None
    speaker: Span | None
    cue: Span | None
    rule: str


class Speech:
    """What the rules for statements ask of a passage."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.quotes = [self._reopened(quote) for quote in _outermost(quotations(self.text))]

    @cached_property
    def dateline_end(self) -> int:
        """Where the text begins after "KABUL (Reuters) -"; 0 without a dateline.

        A colon may as well follow who speaks in a transcript: before it a known place is wanted.
        """
        length = dateline_length(self.text)
        place = self.text[:length].removesuffix(":")
        if place == self.text[:length]:
            return length
        return length if place in known() and known()[place][0] == "place" else 0

    def without_dateline(self, utterance: "Utterance") -> "Utterance":
        """The same without the dateline that it may begin with."""
        end = self.dateline_end
        if not utterance.span.start < end < utterance.span.end:
            return utterance
        start = end + len(self.text[end:]) - len(self.text[end:].lstrip())
        pieces = tuple(Span(max(start, piece.start), piece.end) for piece in utterance.pieces if piece.end > start)
        return replace(utterance, span=Span(start, utterance.span.end), pieces=pieces)

    @cached_property
    def quote_of(self) -> list[int | None]:
        """By token: the number of the quotation it stands in (its marks too)."""
        covered: list[int | None] = [None] * len(self.doc)
        at = 0
        for token in self.doc:
            while at < len(self.quotes) and self.quotes[at].outer.end <= token.idx:
                at += 1
            if at < len(self.quotes) and self.quotes[at].outer.start <= token.idx:
                covered[token.i] = at
        return covered

    @cached_property
    def cues(self) -> list[Token]:
        """Words of saying outside quotations; one may itself be all that is quoted ('he "welcomed" the offer')."""
        return [
            token
            for token in self.doc
            if frames(token) and (self.quote_of[token.i] is None or self.is_quoted_cue(token))
        ]

    def is_quoted_cue(self, token: Token) -> bool:
        index = self.quote_of[token.i]
        if index is None:
            return False
        quoted = [other for other in self.tokens(self.quotes[index].inner) if not other.is_punct]
        return quoted[-1] == token and len(quoted) <= 2 and token.tag_ in ("VBD", "VBZ")

    def _reopened(self, quote: Quotation) -> Quotation:
        """A quotation that nobody opened begins after the word of saying before it, or with its sentence."""
        if quote.opened:
            return quote
        start = quote.outer.start
        for token in self.tokens(quote.inner):
            if token.is_sent_start or frames(token) or token.lower_ == "that":
                after = token.i if token.is_sent_start and not frames(token) else token.i + 1
                start = self.doc[after].idx if after < len(self.doc) else start
        start = min(start, quote.inner.end - 1)
        return replace(quote, outer=Span(start, quote.outer.end), inner=Span(start, quote.inner.end))

    def tokens(self, span: Span) -> list[Token]:
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return list(found) if found is not None else []

    def span(self, start: int, end: int) -> Span | None:
        """The characters of a token range without the punctuation around it; None if nothing is left."""
        start, end = trimmed(self.doc, start, end)
        if start >= end:
            return None
        return Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))

    def begins_sentence(self, at: int) -> bool:
        """Whether the parser begins a sentence at token ``at`` and punctuation or a line break agrees."""
        doc = self.doc
        return bool(doc[at].is_sent_start) and (at == 0 or doc[at - 1].is_space or not doc[at - 1].text[-1].isalnum())

    def sentence_end(self, at: int) -> int:
        """One past the last token of the sentence of token ``at``."""
        end = at + 1
        while end < len(self.doc) and not self.begins_sentence(end):
            end += 1
        return end

    # -- who speaks

    def speaker(self, cue: Token) -> Token | None:
        """The head of the words for who says, outside quotations."""
        head = self._beside(cue) or self._parted(cue) or subject(cue) or self._after(cue)
        if head is not None and self.quote_of[head.i] is not None:
            head = self._carried_over(cue) or self._inverted(cue)
        return head if head is not None and self.quote_of[head.i] is None and head.lower_ not in _NOBODY else None

    def _beside(self, cue: Token) -> Token | None:
        """A name or pronoun right before the cue speaks, whatever the parser made of it."""
        at = cue.i - 1
        while (
            at >= 0 and self.doc[at].pos_ in ("ADV", "AUX", "PART") and self.doc[at].lower_ not in ("to", "not", "n't")
        ):
            at -= 1
        if at < 0:
            return None
        head = self.doc[at]
        if head.dep_ in ("nsubj", "nsubjpass") or self.quote_of[at] is not None:
            return None
        misread = head.is_title and head.text not in words("names", "never") and subject(cue) is None  # "Hart/VB hails"
        if head.pos_ not in ("PROPN", "PRON") and not misread:
            return None
        if head.pos_ == "PRON" and head.lower_ not in ("he", "she", "they", "it"):
            return None
        known = subject(cue)
        if known is not None and known.left_edge.i <= at <= known.right_edge.i and not self._set_off(known, head):
            return None
        before = self.doc[head.left_edge.i - 1].text if head.left_edge.i else "."
        return (
            head
            if before in (",", ".", ";", ":", "-", "–", "—", "―", "--", '"', "”", ")", "that", "and", "but", "as")
            else None
        )

    def _parted(self, cue: Token) -> Token | None:
        """The name in "In Oslo, Ann Lee, the mayor, said" or "In Oslo, the mayor, Ann Lee, said".

        Parsers take what follows the first comma for more of the scene.
        """
        first = self._sentence_start(cue.i)
        comma = next((token.i for token in self.doc[first : cue.i] if token.text == ","), None)
        return self.set_off(comma + 1, cue) if comma is not None and _sets_scene(self.doc[first]) else None

    def set_off(self, start: int, cue: Token) -> Token | None:
        """The last word of a name, if all from ``start`` to the cue is the name and who that is, set off by commas."""
        commas = [token.i for token in self.doc[start : cue.i] if token.text == ","]
        if cue.tag_ not in ("VBD", "VBZ") or len(commas) != len(("name", "role")) or commas[-1] != cue.i - 1:
            return None
        parts = [list(self.doc[start : commas[0]]), list(self.doc[commas[0] + 1 : commas[1]])]
        name = next((part for part in parts if part and all(token.pos_ == "PROPN" for token in part)), None)
        role = next((part for part in parts if part is not name and _tells_role(part)), None)
        verbal = any(token.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") for part in parts for token in part)
        if parts[1][:1] and parts[1][0].lower_ == "who":  # "Ann Lee, who keeps the light, said"
            role, verbal = parts[1], name is not parts[0]
        short = cue.i - start <= _LONGEST_SET_OFF
        return name[-1] if name is not None and role is not None and short and not verbal else None

    def _sentence_start(self, at: int) -> int:
        while at and not self.begins_sentence(at):
            at -= 1
        return at

    def _carried_over(self, cue: Token) -> Token | None:
        """Who speaks of a participle that the parser hung on quoted words: '"...", X said, going on to say ...'."""
        if cue.tag_ != "VBG" and cue.head.tag_ != "VBG":
            return None
        before = self.doc[max(0, cue.i - _NEAR) : cue.i]
        said = next((token for token in reversed(before) if "clause" in frames(token) and token.tag_ == "VBD"), None)
        return self.speaker(said) if said is not None and self.quote_of[said.i] is None else None

    def _inverted(self, cue: Token) -> Token | None:
        """Who speaks after a cue right behind the marks, where the parser found the subject in the words quoted."""
        return self._after(cue) if cue.i and self.quote_of[cue.i - 1] is not None else None

    def _set_off(self, known: Token, head: Token) -> bool:
        """Whether a comma parts a place and the name after it: "At a meeting in Brussels, Blinken said"."""
        return known.ent_type_ in ("GPE", "LOC", "DATE") and any(
            token.text == "," for token in self.doc[known.i + 1 : head.i]
        )

    def _after(self, cue: Token) -> Token | None:
        """The noun phrase after an inverted verb: "said Ann Lee"."""
        if cue.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or frames(cue).isdisjoint({"clause", "quote"}):
            return None
        for token in self.doc[cue.i + 1 : cue.i + 8]:
            if token.dep_ == "npadvmod":  # "said Thursday morning"
                return None
            if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("compound", "poss", "amod", "nmod"):
                return token
            if token.pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PART"):
                return None
        return None

    def speaker_span(self, head: Token) -> Span:
        person = head.tag_ == "NN" or head.lower_ in words("roles", "heads")
        name = _set_after(head) or (next(filter(None, map(_set_after, _places(head))), None) if person else None)
        if name is not None and name.head != head and not _is_person(name):
            name = None  # "a farmer from Springfield, Illinois"
        if name is not None and (person or name.ent_type_ in ("PERSON", "ORG")):
            head = name
        start, end = phrase(head)
        end = max(end, self._name_after(head))
        while start < head.i and self.doc[start].is_punct:  # a mark that the parser hung on the name
            start += 1
        return self.span(start, end) or Span(head.idx, head.idx + len(head))

    def _name_after(self, head: Token) -> int:
        """One past the name right after a title that the parser left alone: "Sgt" in "Sgt. Ann Lee"; 0 without one."""
        at = head.i + 1
        if at + 1 < len(self.doc) and self.doc[at].text == "." and f"{head.text}." in words("roles", "abbreviations"):
            at += 1
        elif head.lower_ not in words("roles", "heads"):
            return 0
        end = at
        while end < len(self.doc) and self.doc[end].pos_ == "PROPN":
            end += 1
        return end if end > at else 0

    # -- what is said

    def statement(self, span: Span | None, speaker: Token | None, cue: Span | None, rule: str) -> Utterance | None:
        """An utterance at ``span``, widened so that it cuts no quotation."""
        if span is None or not any(map(str.isalnum, self.text[span.start : span.end])):
            return None
        span, kind = self._with_quotes(span)
        return Utterance(span, (), kind, self.speaker_span(speaker) if speaker is not None else None, cue, rule)

    def _with_quotes(self, span: Span) -> tuple[Span, StatementKind]:
        inside = [quote for quote in self.quotes if quote.outer.overlaps(span)]
        for quote in inside:
            if quote.outer.contains(span):
                return quote.inner, "direct"
            span = Span(min(span.start, quote.outer.start), max(span.end, quote.outer.end))
        if len(inside) == 1 and inside[0].outer == span:
            return inside[0].inner, "direct"
        return span, "mixed" if inside else "indirect"


def cue_span(*tokens: Token) -> Span:
    """From the first to the last of ``tokens``."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def overlapping(span: Span, others: Iterable[Utterance]) -> bool:
    return any(span.overlaps(other.span) for other in others if other.kind)


def _tells_role(part: list[Token]) -> bool:
    """Whether words between commas say who somebody is: "a farmer in Oslo", "head of the port"."""
    described = bool(part) and part[0].pos_ == "DET" and any(token.pos_ == "NOUN" for token in part)
    return described or any(map(titles.is_role, part))


def _sets_scene(token: Token) -> bool:
    """Whether a sentence that begins with ``token`` says first where or how: "In Oslo", "Speaking in Oslo"."""
    return token.pos_ == "ADP" or token.tag_ in ("IN", "VBG")


_NOBODY = frozenset(["there", "what", "which", "you", "this", "nothing", "everything", "something"])


def _outermost(quotes: Iterable[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quote in quotes:
        if not kept or quote.outer.start >= kept[-1].outer.end:
            kept.append(quote)
    return kept


def _set_after(noun: Token) -> Token | None:
    """The name set off by a comma after a noun."""
    return next((child for child in noun.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)


def _places(head: Token) -> Iterator[Token]:
    """What the prepositions after a noun govern, and those after that: "the head of a school in Port Halda, Ann Lee"
    hangs the name on the town.
    """
    for link in head.rights:
        if link.dep_ == "prep":
            for noun in link.rights:
                if noun.dep_ == "pobj":
                    yield noun
                    yield from _places(noun)


def _is_person(name: Token) -> bool:
    return any(one.label == "person" and one.start <= name.i < one.end for one in names_of(name.doc))
