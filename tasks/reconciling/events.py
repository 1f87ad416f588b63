"""Kinds of events, from ``events.toml``: what a dated claim dates, as far as its own article says."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tasks.reconciling.happenings import Event, Phase
from tasks.reconciling.words import tokens, weight
from tasks.tables.dates import DateExpression

_MOST_WORDS = 6  # an event without a known kind is told by so many of its words
_NEAR = 120  # characters on either side in which a vague word finds its event


def kind_of(row: DateExpression, text: str) -> str | None:
    """The kind of the event that a claim dates; None if it dates none. Claims of two kinds are never compared."""
    event = event_dated(row, text) if row.role in ("event", "deadline") else None
    return event.kind if event else None


def event_dated(row: DateExpression, text: str) -> Event | None:
    """The event that a claim dates, in the words of the claim or else near them in its article."""
    return event_of(row.event or "") or _event_near(row, text)


def event_of(lemmas: str) -> Event | None:
    """The event that ``lemmas`` tell of; None for words of saying, for vague words, and for nothing at all."""
    words = tokens(lemmas)
    known = event_words()
    phase: Phase = next((known.phases[word] for word in words if word in known.phases), "whole")
    kind = next((known.kinds[word] for word in words if word in known.kinds and word not in known.vague), None)
    if kind:
        return Event(kind.name, phase, kind.once, kind.held)
    if words and words[0] in known.speech:
        return None
    empty = known.phases.keys() | known.speech | known.vague.keys()
    telling = sorted({word for word in words if weight(word) > 0 and word not in empty})
    return Event(" ".join(telling[:_MOST_WORDS]), phase) if telling else None


def _event_near(row: DateExpression, text: str) -> Event | None:
    """The nearest word of the paragraph that names a kind of event, for an event told by vague words or by none.

    What is held is an occasion ("hold"), what has a deadline is something to do.
    """
    known = event_words()
    words = tokens(row.event or "")
    wanted = {known.vague[word] for word in words if word in known.vague}
    if row.role == "deadline" and not words:
        wanted = {False}
    before = text[max(0, row.start - _NEAR) : row.start].rpartition("\n")[2]
    after = text[row.end : row.end + _NEAR].partition("\n")[0]
    far = [(index, word) for side in (reversed(tokens(before)), tokens(after)) for index, word in enumerate(side)]
    for _, word in sorted(far) if wanted else ():
        kind = next((known.kinds[form] for form in stems(word) if form in known.kinds), None)
        if kind and kind.held in wanted:
            return Event(kind.name, "whole", kind.once, kind.held)
    return None


def stems(word: str) -> Iterator[str]:
    """What a word may be an inflection of."""
    yield word
    for ending in ("s", "es", "ed", "d", "ing"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, stem + "e", stem[:-1])


@dataclass(frozen=True)
class Kind:
    """A kind of event."""

    name: str
    once: bool
    held: bool


@dataclass(frozen=True)
class Lexicon:
    """The words of ``events.toml``."""

    kinds: Mapping[str, Kind]
    phases: Mapping[str, Phase]
    speech: frozenset[str]
    vague: Mapping[str, bool]


@cache
def event_words() -> Lexicon:
    """The words that name kinds of events, their phases, saying, and vague words."""
    table = tomllib.loads(files("tasks.reconciling").joinpath("events.toml").read_text(encoding="utf-8"))
    phases: dict[str, Phase] = {}
    phases |= dict.fromkeys(table.pop("phases")["start"], "start")
    speech, leaves = frozenset(table.pop("speech")["words"]), table.pop("vague")
    vague = dict.fromkeys(leaves["done"], False) | dict.fromkeys(leaves["held"], True)
    kinds: dict[str, Kind] = {}
    for name, entry in table.items():
        for word in entry["words"]:
            if word in kinds:
                raise ValueError(f"events.toml: {word!r} is in {kinds[word].name} and in {name}")
            kinds[word] = Kind(name, bool(entry.get("once", False)), bool(entry.get("held", False)))
    return Lexicon(kinds, phases, speech, vague)
