"""Rows of dates to happenings: the kinds of events, from ``events.toml``."""

import re
from dataclasses import replace

from tasks.reconciling.events import event_dated, event_of, event_words, stems
from tasks.reconciling.happenings import Actor, Event, Happening, Polarity
from tasks.reconciling.scene import Scene
from tasks.reconciling.sentences import Sentences
from tasks.reconciling.words import tokens
from tasks.reference.places import Country, country
from tasks.tables.dates import DateExpression

_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while)\b")
_LEFT = re.compile(r"\b(?:out of|from)\s(?:the\s)?", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:in|inside)\s(?:the\s)?", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){0,2}")
_CLAUSE_REACH = 160  # characters
_WORDS_TO_EVENT = 5  # from "begin" to what begins
_CALLED = 40  # and in which a date is called a deadline


def happenings_of(scene: Scene) -> tuple[Happening, ...]:
    """Events and deadlines with a date, in the order of claim ids; verbs of saying date no event."""
    found = (_happening(row, scene) for row in scene.corpus.dates if row.role in ("event", "deadline"))
    return tuple(one for one in found if one is not None)


def _happening(row: DateExpression, scene: Scene) -> Happening | None:
    if row.earliest_on is None or row.latest_on is None or row.kind in ("duration", "set"):
        return None
    sentences = scene.sentences[row.article_id]
    event = event_dated(row, sentences.text)
    if event is None:
        return None
    if event.phase == "whole" and _begins(event, row, sentences):
        event = replace(event, phase="start")
    return Happening(
        claim_id=row.claim_id,
        article_id=row.article_id,
        story_id=scene.story_of[row.article_id],
        line=scene.line_of[row.article_id],
        event=event,
        polarity=_polarity(row),
        modality=row.modality,
        actor=_actor(row, scene),
        country=_country_told(row, sentences),
        role=row.role,
        is_deadline=_is_deadline(row, sentences.text),
        relation=row.relation,
        earliest_on=row.earliest_on,
        latest_on=row.latest_on,
        text=row.text,
        words=row.event if row.event and event_of(row.event) else event.kind,
        published_on=scene.published(row.article_id),
    )


def _country_told(row: DateExpression, sentences: Sentences) -> str | None:
    """The one country that the clause of a date puts its event in; the words before the date count first.

    It stands after the event's first word, its verb or noun: in "troops from Norway will leave", Norway is not where.
    "Out of Chad" and "from Chad" count before "in Chad".
    """
    known = {form for word in tokens(row.event or "")[:1] for form in stems(word)}
    span = sentences.at(row.start)
    before = sentences.text[max(span.start, row.start - _CLAUSE_REACH) : row.start].rstrip(", ")
    after = sentences.text[row.end : min(span.end, row.end + _CLAUSE_REACH)]
    for clause in (_CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]):
        for pattern in (_LEFT, _INSIDE):
            told = {
                land.code
                for match in pattern.finditer(clause)
                if (land := _country_at(clause, match.end()))
                and any(form in known for word in tokens(clause[: match.start()]) for form in stems(word))
            }
            if told:
                return told.pop() if len(told) == 1 else None
    return None


def _country_at(clause: str, at: int) -> Country | None:
    """The country whose name of one to three words stands there; the longest name counts."""
    name = _NAME.match(clause, at)
    parts = name.group().split() if name else []
    names = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    named = (country(name) or country(name.rstrip(".")) for name in names)
    return next((land for land in named if land is not None), None)


def _actor(row: DateExpression, scene: Scene) -> Actor | None:
    entity_id = scene.entities.of(row.actor_mention_id)
    return Actor(scene.entities.by_id[entity_id].kind, entity_id) if entity_id else None


def _polarity(row: DateExpression) -> Polarity:
    """A deadline that may not be met is still that deadline."""
    if row.modality == "denied":
        return "denied"
    return "hypothetical" if row.modality == "hypothetical" and row.role != "deadline" else "affirmed"


def _is_deadline(row: DateExpression, text: str) -> bool:
    """Whether the date is one to be kept: "by" it or "until" it, or called so."""
    around = text[max(0, row.start - _CALLED) : row.end + _CALLED].casefold()
    return row.role == "deadline" and (row.relation in ("by", "before", "until") or "deadline" in around)


def _begins(event: Event, row: DateExpression, sentences: Sentences) -> bool:
    """Whether the clause before the date says that the event begins: "will start the process of withdrawing"."""
    known = event_words()
    span = sentences.at(row.start)
    clause = _CLAUSE.split(sentences.text[max(span.start, row.start - _CLAUSE_REACH) : row.start])[-1]
    words = tokens(clause)
    starts = [index for index, word in enumerate(words) if any(form in known.phases for form in stems(word))]
    return any(
        (kind := known.kinds.get(form)) is not None and kind.name == event.kind
        for index in starts
        for word in words[index + 1 : index + 1 + _WORDS_TO_EVENT]
        for form in stems(word)
    )
