"""Rows of dates to happenings: the kinds of events, from ``events.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tasks.reconciling.happenings import Event, Happening, Phase
from tasks.reconciling.scene import Scene
from tasks.reconciling.words import tokens, weight
from tasks.tables.dates import DateExpression

_MOST_WORDS = 6  # an event without a known kind is told by so many of its words


def happenings_of(scene: Scene) -> tuple[Happening, ...]:
    """Events and deadlines with a date, in the order of claim ids; verbs of saying date no event."""
    found = (_happening(row, scene) for row in scene.corpus.dates if row.role in ("event", "deadline"))
    return tuple(one for one in found if one is not None)


def _happening(row: DateExpression, scene: Scene) -> Happening | None:
    event = event_of(row.event or "")
    if event is None or row.earliest_on is None or row.latest_on is None or row.kind in ("duration", "set"):
        return None
    return Happening(
        claim_id=row.claim_id,
        article_id=row.article_id,
        story_id=scene.story_of[row.article_id],
        event=event,
        polarity=row.modality if row.modality in ("denied", "hypothetical") else "affirmed",
        modality=row.modality,
        actor_id=scene.entities.of(row.actor_mention_id),
        role=row.role,
        relation=row.relation,
        earliest_on=row.earliest_on,
        latest_on=row.latest_on,
        text=row.text,
        words=row.event or "",
        start=row.start,
        published_on=scene.published(row.article_id),
    )


def event_of(lemmas: str) -> Event | None:
    """The event that ``lemmas`` tell of; None for words of saying, and for nothing at all."""
    words = tokens(lemmas)
    kinds, phases, speech = _lexicon()
    phase: Phase = next((phases[word] for word in words if word in phases), "whole")
    kind = next((kinds[word] for word in words if word in kinds), None)
    if kind:
        return Event(kind[0], phase, kind[1])
    telling = sorted({word for word in words if weight(word) > 0 and word not in phases and word not in speech})
    if not telling or (words and words[0] in speech):
        return None
    return Event(" ".join(telling[:_MOST_WORDS]), phase, once=False)


@cache
def _lexicon() -> tuple[Mapping[str, tuple[str, bool]], Mapping[str, Phase], frozenset[str]]:
    table = tomllib.loads(files("tasks.reconciling").joinpath("events.toml").read_text(encoding="utf-8"))
    phases: dict[str, Phase] = {}
    for word in table["phases"]["start"]:
        phases[word] = "start"
    for word in table["phases"]["delay"]:
        phases[word] = "delay"
    speech = frozenset(table["speech"]["words"])
    kinds: dict[str, tuple[str, bool]] = {}
    for name, entry in table.items():
        if name in ("phases", "speech"):
            continue
        for word in entry["words"]:
            if word in kinds:
                raise ValueError(f"events.toml: {word!r} is in {kinds[word][0]} and in {name}")
            kinds[word] = (name, bool(entry.get("once", False)))
    return kinds, phases, speech
