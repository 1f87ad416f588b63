"""Expressions of time, anchored to the day of publication, and the dated events and deadlines they carry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tasks.language import clauses, happenings
from tasks.language.anchoring import Anchor, Anchored, Tense
from tasks.language.article import Extraction
from tasks.language.calendar_names import in_name
from tasks.language.context import Context, Located
from tasks.language.lexicon import words
from tasks.language.timex import Timex, scan
from tasks.reference.ids import claim_id
from tasks.reference.spans import Span
from tasks.tables.dates import DateExpression, DateRelation, DateRole
from tasks.tables.modality import Modality

_RELATIONS: tuple[tuple[str, DateRelation], ...] = (
    (r"(?:by|no later than|not later than|ahead of (?:a|the))(?: the)?", "by"),
    (r"(?:before|prior to|ahead of|until before)(?: the)?", "before"),
    (r"(?:after|following|later than|beginning|beyond)(?: the)?", "after"),
    (r"(?:from|since|starting|effective|as of|as early as|starting (?:on|in))(?: the)?", "from"),
    (r"(?:until|till|through|up to|to)(?: the)?", "until"),
    (r"between(?: the)?", "between"),
)
_BEFORE = tuple(
    (re.compile(rf"(?<!\w){words_}[\s\"“”'(]*\Z", re.IGNORECASE), relation) for words_, relation in _RELATIONS
)
_DUE_NOUN = re.compile(
    r"[\s-](?:\w{1,20}[\s-])?(?:deadline|cut-?off|due date|target date|target|ultimatum)\b", re.IGNORECASE
)
_DUE_BEFORE = re.compile(
    r"(?:(?:deadline|cut-?off|due\sdate|ultimatum)(?:\s\w{1,15}){0,4}?|due|expire[sd]?|expiring)"
    r"(?:\s(?:is|was|of|for|on|set|falls|by|at|as)){0,3}\s[\"“'(]*\Z",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:effective|payable|starting|beginning|due|scheduled|slated|set for)(?: on)?\s\Z", re.IGNORECASE
)
_PUT_OFF = re.compile(
    r"(?<!\w)(?:postpon\w+|delay\w*|mov(?:es?|ed|ing)|extend\w*|push\w*|defer\w*|shift\w*|reschedul\w+)\s(?:[\w'’.]+\s){1,6}?(?:to|until|till)\s\Z",
    re.IGNORECASE,
)
# "has until Friday to reply", "gave the mayor 15 days to leave"
_GRACE = re.compile(
    r"(?<!\w)(?:ha[sd]|have|giv(?:e|es|en|ing)|gave|grant(?:s|ed)?|allow(?:s|ed)?)(?:\s[\w'’.-]{1,20}){0,4}?\s"
    r"(?:(?:until|till)\s)?\Z",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\sto\s[a-z]{2}")
# "by June 3 instead of May 2"
_IN_PLACE_OF = re.compile(
    r",? (?:instead of|rather than|in place of) (?:(?:by|on|before|in) )?(?:the )?", re.IGNORECASE
)
_DUE = frozenset(["deadline", "cutoff", "cut-off", "ultimatum"])
_BETWEEN_IS_AND_DAY = frozenset(["now", "still", "on", "set", "for", "currently"])
_MOST_BETWEEN = 3  # of them
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_LONGEST_DATELINE = 60
_PLACE_LINE = re.compile(r"[A-Z][A-Z .'()/-]{2,40},?\s")
_DATELINE_END = re.compile(r"\s?(?:\(|[-–—]{1,2}\s|:)")
_WITHIN = re.compile(r"(?<!\w)within\s[^\w\s]{0,2}\Z", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:published|updated|posted|last modified|first published|issued|date)\s?(?:on|at|:|,)?\s*(?:on\s)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An expression of time and the clause it hangs on.

    ``named`` if a word beside it calls it a deadline, ``bounding`` if it stands after "by" or "before"; ``ending`` is
    the event that its day would complete, if it has one.
    """

    timex: Timex
    relation: DateRelation
    published: bool
    named: bool
    bounding: bool
    tense: Tense | None = None
    event: str | None = None
    ending: str | None = None
    actor: Span | None = None
    modality: Modality = "asserted"


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every expression of time in a passage, in order."""
    text = doc.text  # spaCy puts it together anew each time
    found = [timex for timex in scan(text) if not in_name(doc, text, timex)]
    parsed = bool(found) and doc.has_annotation("DEP")
    findings = [_in_clause(doc, _in_words(text, one), text) if parsed else _in_words(text, one) for one in found]
    for at, (before, one) in enumerate(pairwise(findings), start=1):
        if _IN_PLACE_OF.fullmatch(text[before.timex.end : one.timex.start]):
            findings[at] = _replaced(before, one)
    return tuple(findings)


def _replaced(new: Finding, old: Finding) -> Finding:
    """The day that another stands in place of: it was a deadline if the other is; else nothing happened on it."""
    if new.named or new.bounding:
        return replace(new, timex=old.timex)
    return replace(old, event=None, ending=None, actor=None)


def _in_words(text: str, timex: Timex) -> Finding:
    """What the words around an expression tell, without a parse."""
    lead = text[max(0, timex.start - 60) : timex.start]
    relation = _relation(lead, timex)
    granted = relation == "until" or (timex.kind == "duration" and _TO_DO.match(text, timex.end))
    grace = bool(granted and _GRACE.search(lead))
    if grace and timex.kind == "duration":
        relation = "by"
    return Finding(
        timex,
        relation,
        published=bool(_PUBLISHED.search(lead)) or _is_dateline(text, timex),
        named=bool(_DUE_NOUN.match(text, timex.end) or _DUE_BEFORE.search(lead) or (grace and relation == "by")),
        bounding=grace or relation in ("by", "before") or (relation == "until" and bool(_PUT_OFF.search(lead))),
    )


def _is_dateline(text: str, timex: Timex) -> bool:
    """ "BRUSSELS, April 14 -" at the head of a passage."""
    return timex.start < _LONGEST_DATELINE and bool(
        _PLACE_LINE.fullmatch(text[: timex.start]) and _DATELINE_END.match(text, timex.end)
    )


def _in_clause(doc: Doc, finding: Finding, text: str) -> Finding:
    """``finding`` with what the clause tells that the expression hangs on."""
    timex = finding.timex
    span = doc.char_span(timex.start, timex.end, alignment_mode="expand")
    token = None if span is None else clauses.governor(span)
    if span is None or token is None:
        return finding
    if (deadline := _deadline_on(span)) is not None and (task := happenings.task_of(deadline.noun)) is not None:
        return _for_task(finding, task, deadline.verb)
    actor = happenings.actor(token)
    inside = range(span.start, span.end)
    return replace(
        finding,
        tense=_tense(text[max(0, timex.start - 16) : timex.start], finding.relation, token),
        event=happenings.event(token, inside),
        ending=_ending(token, inside),
        actor=None if actor is None else Span(actor.idx, actor.idx + len(actor)),
        modality=clauses.modality(token),
    )


class _Deadline(NamedTuple):
    """A deadline, and the verb that says on what day it is, if one does."""

    noun: Token
    verb: Token | None


def _deadline_on(span: TokenSpan) -> _Deadline | None:
    """The deadline that the day is: "the deadline to pay is May 3", "the deadline to pay, May 3, was moved"."""
    doc, at = span.doc, span.start - 1
    if span.start < 1 or span[0].lower_ in _BETWEEN_IS_AND_DAY:
        return None
    while at > span.start - 1 - _MOST_BETWEEN and at > 0 and doc[at].lower_ in _BETWEEN_IS_AND_DAY:
        at -= 1
    if doc[at].lemma_ == "be":
        verb = clauses.main_verb(doc[at])
        subjects = (child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass"))
        return next((_Deadline(noun, verb) for noun in subjects if noun.lemma_.lower() in _DUE), None)
    if at < 1 or doc[span.start - 1].text != "," or span.end >= len(doc) or doc[span.end].text != ",":
        return None
    for above in clauses.ancestors(doc[span.start - 2]):
        if above.lemma_.lower() in _DUE:
            return _Deadline(above, None)
        if above.tag_ in _FINITE:
            return None
    return None


def _for_task(finding: Finding, task: Token, verb: Token | None) -> Finding:
    """``finding`` as the deadline for the task of an infinitive."""
    actor = happenings.actor(task)
    return replace(
        finding,
        relation="by" if finding.relation == "on" else finding.relation,
        named=True,
        tense=clauses.tense(verb or task),
        event=happenings.event(task),
        actor=None if actor is None else Span(actor.idx, actor.idx + len(actor)),
        modality="planned" if verb is None else clauses.modality(verb),
    )


def _tense(lead: str, relation: DateRelation, token: Token) -> Tense | None:
    """The tense of the clause; what bounds or begins something looks ahead, whatever the tense of the report."""
    found = clauses.tense(token)
    ahead = relation in ("by", "before", "until") or bool(_AHEAD.search(lead))
    if not ahead:
        return found
    return None if found == "past" else "future"


def _ending(token: Token, inside: range) -> str | None:
    """The event that the day completes: the governor's own, or that of its object or of what it hangs on.

    "Confirms closure in June" dates the closure; "will announce its closure on Monday" does not.
    """
    endings = words("modality", "events", "completing")
    above = list(clauses.ancestors(token))[:3]
    completing = next((one for one in above if one.lemma_.lower() in endings), None)
    told = token.head if token.dep_ == "dobj" else token
    if any(one.lemma_.lower() in words("modality", "events", "beginning") for one in (token, told)):
        return None
    if told.lemma_.lower() in words("modality", "events", "telling") and clauses.modality(told) != "asserted":
        return None
    if completing is not None:
        return happenings.event(token, inside)
    ended = happenings.object_of(token)
    if ended is None or ended.lemma_.lower() not in endings or clauses.modality(token) != "asserted":
        return None
    return happenings.event(ended, inside)


def _relation(lead: str, timex: Timex) -> DateRelation:
    if timex.meaning == "range":
        return "between"
    if timex.kind == "duration":
        return "by" if _WITHIN.search(lead) or timex.modifier == "within" else "on"
    return next((relation for pattern, relation in _BEFORE if pattern.search(lead)), "on")


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """The article's rows, anchored in the order of the text: a later one may refer to an earlier."""
    anchor = Anchor(context.article.published_on)
    return Extraction(dates=tuple(_row(context, anchor, located) for located in found))


def _row(context: Context, anchor: Anchor, located: Located[Finding]) -> DateExpression:
    finding = located.finding
    timex = finding.timex
    anchored = anchor.resolve(timex, finding.tense)
    role = _role(finding, anchored, context.article.published_on)
    anchor.note(timex, anchored, deadline=role == "deadline")
    span = located.at((timex.start, timex.end))
    raw = context.raw(span)
    tells = role in ("event", "deadline")
    actor = context.resolve(located.at(finding.actor)) if finding.actor and tells else None
    statement = context.statement_at(span)
    return DateExpression(
        claim_id=claim_id(context.article.article_id, "date", raw.start, raw.end),
        article_id=context.article.article_id,
        text=context.text(span),
        start=span.start,
        end=span.end,
        raw_start=raw.start,
        raw_end=raw.end,
        earliest_on=anchored.earliest_on,
        latest_on=anchored.latest_on,
        timex=anchored.value,
        kind=timex.kind,
        relation=finding.relation,
        role=role,
        event=((role == "deadline" and finding.ending) or finding.event) if tells else None,
        actor_mention_id=actor.mention_id if actor else None,
        modality="planned" if role == "deadline" and finding.modality == "asserted" else finding.modality,
        statement_id=statement.claim_id if statement else None,
        rule=f"{timex.rule}, {timex.meaning}",
    )


def _role(finding: Finding, anchored: Anchored, published_on: date | None) -> DateRole:
    """A deadline bounds what is planned: named as one, "by" or "before" a day to come, or the day set for an ending."""
    timex = finding.timex
    if finding.published:
        return "publication"
    is_vague = (anchored.value or "_REF").endswith("_REF")
    if not is_vague and (finding.named or timex.meaning == "deadline"):
        return "deadline"
    to_come = bool(anchored.latest_on and published_on and anchored.latest_on > published_on)
    planned = finding.modality in ("planned", "hypothetical") or finding.tense == "future"
    if finding.bounding and timex.kind != "set" and (to_come or (planned and not anchored.latest_on)):
        return "deadline"
    begun = bool(anchored.earliest_on and published_on and anchored.earliest_on <= published_on)
    if (
        finding.ending
        and to_come
        and not (begun and finding.tense == "past")
        and timex.kind == "date"
        and finding.relation == "on"
    ):
        return "deadline"
    dated = timex.kind in ("date", "time") and anchored.earliest_on is not None
    return "event" if dated and finding.event else "other"
