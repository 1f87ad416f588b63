"""Rows of dates to happenings: the kinds of events, from ``events.toml``."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tasks.reconciling.happenings import Actor, Event, Happening, Phase, Polarity
from tasks.reconciling.scene import Scene
from tasks.reconciling.sentences import Sentences
from tasks.reconciling.words import tokens, weight
from tasks.tables.dates import DateExpression

_MOST_WORDS = 6  # an event without a known kind is told by so many of its words
_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while)\b")
_CLAUSE_REACH = 160  # characters
_WORDS_TO_EVENT = 5  # from "begin" to what begins
_NEAR = 120  # characters on either side in which a vague word finds its event
_CALLED = 40  # and in which a date is called a deadline


def happenings_of(scene: Scene) -> tuple[Happening, ...]:
    """Events and deadlines with a date, in the order of claim ids; verbs of saying date no event."""
    found = (_happening(row, scene) for row in scene.corpus.dates if row.role in ("event", "deadline"))
    return tuple(one for one in found if one is not None)


def _happening(row: DateExpression, scene: Scene) -> Happening | None:
    if row.earliest_on is None or row.latest_on is None or row.kind in ("duration", "set"):
        return None
    sentences = scene.sentences[row.article_id]
    event = event_of(row.event or "") or _event_near(row, sentences.text)
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
        role=row.role,
        is_deadline=_is_deadline(row, sentences.text),
        relation=row.relation,
        earliest_on=row.earliest_on,
        latest_on=row.latest_on,
        text=row.text,
        words=row.event if row.event and event_of(row.event) else event.kind,
        published_on=scene.published(row.article_id),
    )


def _actor(row: DateExpression, scene: Scene) -> Actor | None:
    entity_id = scene.entities.of(row.actor_mention_id)
    return Actor(scene.entities.by_id[entity_id].kind, entity_id) if entity_id else None


def _polarity(row: DateExpression) -> Polarity:
    """A deadline that may not be met is still that deadline."""
    if row.modality == "denied":
        return "denied"
    return "hypothetical" if row.modality == "hypothetical" and row.role != "deadline" else "affirmed"


def event_of(lemmas: str) -> Event | None:
    """The event that ``lemmas`` tell of; None for words of saying, for vague words, and for nothing at all."""
    words = tokens(lemmas)
    lexicon = _lexicon()
    phase: Phase = next((lexicon.phases[word] for word in words if word in lexicon.phases), "whole")
    kind = next((lexicon.kinds[word] for word in words if word in lexicon.kinds and word not in lexicon.vague), None)
    if kind:
        return Event(kind.name, phase, kind.once, kind.held)
    if words and words[0] in lexicon.speech:
        return None
    empty = lexicon.phases.keys() | lexicon.speech | lexicon.vague.keys()
    telling = sorted({word for word in words if weight(word) > 0 and word not in empty})
    return Event(" ".join(telling[:_MOST_WORDS]), phase) if telling else None


def _event_near(row: DateExpression, text: str) -> Event | None:
    """The nearest word of the paragraph that names a kind of event, for an event told by vague words or by none.

    What is held is an occasion ("hold"), what has a deadline is something to do.
    """
    lexicon = _lexicon()
    words = tokens(row.event or "")
    wanted = {lexicon.vague[word] for word in words if word in lexicon.vague}
    if row.role == "deadline" and not words:
        wanted = {False}
    before = text[max(0, row.start - _NEAR) : row.start].rpartition("\n")[2]
    after = text[row.end : row.end + _NEAR].partition("\n")[0]
    far = [(index, word) for side in (reversed(tokens(before)), tokens(after)) for index, word in enumerate(side)]
    for _, word in sorted(far) if wanted else ():
        kind = next((lexicon.kinds[form] for form in _stems(word) if form in lexicon.kinds), None)
        if kind and kind.held in wanted:
            return Event(kind.name, "whole", kind.once, kind.held)
    return None


def _is_deadline(row: DateExpression, text: str) -> bool:
    """Whether the date is one to be kept: "by" it or "until" it, or called so."""
    around = text[max(0, row.start - _CALLED) : row.end + _CALLED].casefold()
    return row.role == "deadline" and (row.relation in ("by", "before", "until") or "deadline" in around)


def _begins(event: Event, row: DateExpression, sentences: Sentences) -> bool:
    """Whether the clause before the date says that the event begins: "will start the process of withdrawing"."""
    lexicon = _lexicon()
    span = sentences.at(row.start)
    clause = _CLAUSE.split(sentences.text[max(span.start, row.start - _CLAUSE_REACH) : row.start])[-1]
    words = tokens(clause)
    starts = [index for index, word in enumerate(words) if any(form in lexicon.phases for form in _stems(word))]
    return any(
        (kind := lexicon.kinds.get(form)) is not None and kind.name == event.kind
        for index in starts
        for word in words[index + 1 : index + 1 + _WORDS_TO_EVENT]
        for form in _stems(word)
    )


def _stems(word: str) -> Iterator[str]:
    """What a word may be an inflection of."""
    yield word
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e", stem[:-1])


@dataclass(frozen=True)
class _Kind:
    name: str
    once: bool
    held: bool


@dataclass(frozen=True)
class _Lexicon:
    kinds: Mapping[str, _Kind]
    phases: Mapping[str, Phase]
    speech: frozenset[str]
    vague: Mapping[str, bool]


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads(files("tasks.reconciling").joinpath("events.toml").read_text(encoding="utf-8"))
    phases: dict[str, Phase] = {}
    phases |= dict.fromkeys(table.pop("phases")["start"], "start")
    speech, leaves = frozenset(table.pop("speech")["words"]), table.pop("vague")
    vague = dict.fromkeys(leaves["done"], False) | dict.fromkeys(leaves["held"], True)
    kinds: dict[str, _Kind] = {}
    for name, entry in table.items():
        for word in entry["words"]:
            if word in kinds:
                raise ValueError(f"events.toml: {word!r} is in {kinds[word].name} and in {name}")
            kinds[word] = _Kind(name, bool(entry.get("once", False)), bool(entry.get("held", False)))
    return _Lexicon(kinds, phases, speech, vague)
