"""One parsed passage while its quantities are found: characters and tokens, times, and the clause around a number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc, Token

from tasks.language import clauses, timex
from tasks.language.lexicon import words
from tasks.language.quantity import amounts, belonging, measuring
from tasks.language.quantity.counting import Counted, counted
from tasks.language.quantity.groups import total_of
from tasks.language.quantity.losses import measure_of_loss
from tasks.language.quantity.model import Amount, Finding
from tasks.language.timex import Timex
from tasks.reference.spans import Span
from tasks.tables.modality import Modality

_LENGTHS = ("counted_from", "stretch", "duration")  # expressions of time that are quantities too
_DESCRIBING = "reference"  # "recent", "current": what is counted may be so
_DATING = ("day", "weekday", "shift", "anniversary", "month")
# Measures of what befell people or lies between two points: their sentence's subject does not own them.
_OWNED_BY_NOBODY = frozenset(["duration", "age", "distance", "deaths", "injured", "casualties"])
_BEFALLEN = frozenset(["deaths", "injured", "casualties", "missing", "hostages", "cases"])
_WORK = frozenset(["jobs", "jobs_cut", "employees"])
_INCLUDING = re.compile(
    r"(?:\s[\w'-]{1,20}){0,6},?\s(?:(?:including|among\sthem)\s|(?=(?:not\s(?:counting|including)|excluding)\s))"
    r"(?P<what>[^,.;:()\"“”]{2,60})"
)


class Passage:
    """A spaCy Doc with its text, its amounts and its expressions of time."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.times = timex.scan(self.text)
        self._starts = {token.idx: token.i for token in doc}

    @cached_property
    def amounts(self) -> list[Amount]:
        """The amounts that are no part of a date or a time of day."""
        return amounts.scan(self.text, [Span(time.start, time.end) for time in self.times if time.rule not in _LENGTHS])

    @cached_property
    def parsed(self) -> bool:
        return self.doc.has_annotation("DEP")

    def together(self, one: Token, other: Token) -> bool:
        """Whether two tokens stand in one sentence (any two, where nobody has parted the sentences)."""
        return not self.parsed or one.sent.start == other.sent.start

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def lead(self, amount: Amount, size: int) -> str:
        """The characters before an amount and its hedge."""
        return self.text[max(0, amount.span.start - size) : amount.span.start]

    def rest(self, amount: Amount, size: int) -> str:
        """The characters after the number itself."""
        return self.text[amount.number.end : amount.number.end + size]

    def token_at(self, offset: int) -> Token:
        """The token in which the character at ``offset`` stands, or the one before it."""
        while offset not in self._starts and offset > 0:
            offset -= 1
        return self.doc[self._starts.get(offset, 0)]

    def index_after(self, offset: int) -> int:
        """The index of the first token that begins at or after ``offset``."""
        token = self.token_at(min(offset, len(self.text) - 1))
        return token.i if token.idx >= offset else token.i + 1

    def tokens_after(self, offset: int, count: int = 1) -> Sequence[Token]:
        """The next tokens, fewer at the end of the passage."""
        index = self.index_after(offset)
        return list(self.doc[index : index + count])

    def counted(self, offset: int, linked: bool = False, hyphen: bool = False) -> Counted | None:
        """What a number that ends at ``offset`` counts."""
        dated = (time for time in self.times if time.kind != "duration" and time.rule != _DESCRIBING)
        ahead = (time.start for time in dated if time.start >= offset)
        stop = self.index_after(next(ahead, len(self.text)))
        return counted(self.doc, self.index_after(offset), stop, linked, hyphen)

    def end_of(self, what: Counted) -> int:
        last = self.doc[what.end - 1]
        return last.idx + len(last)

    def placed(self, finding: Finding, head: Token, number: Token, noun: Token | None = None) -> Finding:
        """``finding`` with its holder, place, time and modality from the parse.

        ``head`` is the head of the words counted or the number itself, ``noun`` what a bare number is told of.
        """
        if not self.parsed:
            return finding
        noun = noun or head
        owner = None if finding.measure in _OWNED_BY_NOBODY else belonging.holder(noun, number)
        if owner is None and finding.measure in _WORK:
            owner = belonging.employer(noun)
        includes = _INCLUDING.match(self.text, finding.span.end) if finding.counted else None
        return replace(
            finding,
            holder=_span(owner),
            place=_span(belonging.place(noun, number)),
            includes=includes["what"].strip() if includes else None,
            as_of=self._dated(head),
            tense=clauses.tense(head),
            modality=_modality(finding, head),
        )

    def _dated(self, head: Token) -> Timex | None:
        """The day that the clause of the quantity is dated by."""
        verb = clauses.verb_of(head)
        reached = 0
        for time in self.times:
            if time.end <= reached or verb is None:
                continue  # the day of the attacks, inside their anniversary
            reached = time.end
            if time.kind in ("date", "time") and time.meaning in _DATING:
                token = self.token_at(time.start)
                if clauses.verb_of(token) == verb and self.together(token, head):
                    return time
        return None


def _modality(finding: Finding, head: Token) -> Modality:
    """How a quantity is meant; the "not" of "12 have not been found" says that they are missing.

    What is announced has yet to happen ("that it is closing"), but not what goes on with those whom something befell.
    """
    head = total_of(head)
    modality, verb = clauses.modality(head), clauses.verb_of(head)
    if verb is None and finding.measure == "jobs_cut" and measure_of_loss(head):
        return "planned"  # "300 jobs to go"
    if modality == "hypothetical" and verb is not None and finding.measure == "jobs_cut" and _is_foretold(head, verb):
        return "planned"
    if verb is None or finding.measure not in _BEFALLEN:
        return modality
    missing = finding.measure == "missing" and measuring.is_untraced(verb)
    if missing and modality == "denied":
        return "asserted"
    going_on = verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.lemma_ == "be" for child in verb.children)
    return "asserted" if going_on and modality == "planned" else modality


def _is_foretold(head: Token, verb: Token) -> bool:
    """ "300 jobs would be lost", "Acme would cut 300", and no "if": what a plan will do, told as reports tell it.

    Where something that may happen is the subject ("a merger would cost 300 jobs") it is no plan.
    """
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    conditional = any(token.lower_ in words("modality", "hypothetical", "marks") for token in verb.sent)
    lost = head.dep_ == "nsubjpass" or (head.dep_ == "nsubj" and verb.lemma_ == "go")
    firm = head.dep_ == "dobj" and any(child.dep_ == "nsubj" and child.pos_ == "PROPN" for child in verb.lefts)
    return "would" in helpers and "have" not in helpers and (lost or firm) and not conditional


def _span(token: Token | None) -> Span | None:
    return None if token is None else Span(token.idx, token.idx + len(token))
