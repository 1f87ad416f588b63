"""Expressions of time, anchored to the day of publication, and the dated events and deadlines they carry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tasks.language import clauses
from tasks.language.anchoring import Anchor, Anchored, Tense
from tasks.language.article import Extraction
from tasks.language.context import Context, Located
from tasks.language.lexicon import words
from tasks.language.timex import Timex, scan
from tasks.reference.ids import claim_id
from tasks.reference.spans import Span
from tasks.tables.dates import DateExpression, DateRelation, DateRole
from tasks.tables.modality import Modality

_RELATIONS: tuple[tuple[str, DateRelation], ...] = (
    (r"(?:by|within|no later than|not later than|ahead of (?:a|the))(?: the)?", "by"),
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
    r"[\s-](?:(?:\w{1,20}[\s-]){0,2}?)(?:deadline|cut-?off|due date|target date|target|ultimatum)\b", re.IGNORECASE
)
_DUE_BEFORE = re.compile(
    r"(?:deadline|cut-?off|due date|ultimatum|due|expires?|expired|expiring)(?:\s(?:is|was|of|for|on|set for|falls on|by|at)){0,3}\s[\"“'(]*\Z",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"(?<!\w)(?:effective|payable|starting|beginning|due|scheduled|slated|set for)(?: on)?\s\Z", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:published|updated|posted|last modified|first published|issued|date)\s?(?:on|at|:|,)?\s*(?:on\s)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """An expression of time and the clause it hangs on; ``due`` if it is set as the limit of a planned event."""

    timex: Timex
    tense: Tense | None
    relation: DateRelation
    role: DateRole
    due: bool
    completing: bool
    event: str | None
    actor: Span | None
    modality: Modality


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every expression of time in a passage, in order."""
    text = doc.text  # spaCy puts it together anew each time
    found = scan(text)
    parsed = bool(found) and doc.has_annotation("DEP")
    return tuple(_finding(doc, text, timex, parsed) for timex in found)


def _finding(doc: Doc, text: str, timex: Timex, parsed: bool) -> Finding:
    span = doc.char_span(timex.start, timex.end, alignment_mode="expand")
    relation = _relation(text, timex)
    named = bool(
        _DUE_NOUN.match(text, timex.end) or _DUE_BEFORE.search(text[max(0, timex.start - 40) : timex.start])
    )
    published = _PUBLISHED.search(text[max(0, timex.start - 30) : timex.start])
    role: DateRole = "publication" if published else "deadline" if named else "event"
    token = clauses.governor(span) if span is not None and parsed else None
    if span is None or token is None:
        return Finding(
            timex, None, relation, role if role != "event" else "other", False, False, None, None, "asserted"
        )
    actor = clauses.actor(token)
    return Finding(
        timex=timex,
        tense=_tense(text, timex, relation, token),
        relation=relation,
        role=role,
        due=named or relation in ("by", "before"),
        completing=_completing(span, token),
        event=clauses.event(token),
        actor=None if actor is None else Span(actor.idx, actor.idx + len(actor)),
        modality=clauses.modality(token),
    )


def _tense(text: str, timex: Timex, relation: DateRelation, token: Token) -> Tense | None:
    """The tense of the clause; what bounds or begins something looks ahead, whatever the tense of the report."""
    found = clauses.tense(token)
    if found == "past" and (
        relation in ("by", "before", "until") or _AHEAD.search(text[max(0, timex.start - 16) : timex.start])
    ):
        return None
    return found


def _completing(span: TokenSpan, token: Token) -> bool:
    """Whether what the expression dates brings something to an end, or the clause of that hangs on such a word."""
    lemmas = {above.lemma_.lower() for above in list(clauses.ancestors(token))[:3]}
    return bool(lemmas & words("modality", "events", "completing"))


def _relation(text: str, timex: Timex) -> DateRelation:
    if timex.meaning == "range":
        return "between"
    lead = text[max(0, timex.start - 24) : timex.start]
    return next((relation for pattern, relation in _BEFORE if pattern.search(lead)), "on")


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """The article's rows: values anchored in the order of the text, deadlines first known before they are referred to."""
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
    actor = context.resolve(located.at(finding.actor)) if finding.actor and role in ("event", "deadline") else None
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
        event=finding.event if role in ("event", "deadline") else None,
        actor_mention_id=actor.mention_id if actor else None,
        modality=finding.modality,
        statement_id=statement.claim_id if statement else None,
        rule=f"{timex.rule}, {timex.meaning}",
    )


def _role(finding: Finding, anchored: Anchored, published_on: date | None) -> DateRole:
    """A deadline bounds what is planned: named as one, "by" or "before" a day to come, or the day set for an ending."""
    timex = finding.timex
    if finding.role in ("publication", "deadline"):
        return finding.role
    if timex.meaning == "deadline":
        return "deadline" if anchored.value else "other"
    to_come = bool(anchored.latest_on and published_on and anchored.latest_on > published_on)
    planned = finding.modality in ("planned", "hypothetical") or finding.tense == "future"
    if finding.due and timex.kind != "set" and (to_come or (planned and not anchored.latest_on)):
        return "deadline"
    if finding.completing and to_come and timex.kind == "date" and finding.relation == "on":
        return "deadline"
    dated = timex.kind in ("date", "time") and anchored.earliest_on is not None
    return "event" if dated and finding.event else "other"
