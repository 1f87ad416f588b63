"""The taxonomy of measures: what a number is a number of. Data in ``measures.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of number; the fields are explained at the head of ``measures.toml``."""

    name: str
    label: str
    unit: str
    event_bound: bool
    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    idioms: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    dimension: str | None = None


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its name, in the order of the file (the first of two that fit is taken)."""
    table = tomllib.loads(files("tasks.reference").joinpath("measures.toml").read_text(encoding="utf-8"))
    return {name: _measure(name, entry) for name, entry in table.items()}


def _measure(name: str, entry: Mapping[str, object]) -> Measure:
    dimension = entry.get("dimension")
    return Measure(
        name=name,
        label=str(entry["label"]),
        unit=str(entry["unit"]),
        event_bound=bool(entry["event_bound"]),
        nouns=_lemmas(entry, "nouns"),
        verbs=_lemmas(entry, "verbs"),
        states=_lemmas(entry, "states"),
        groups=_lemmas(entry, "groups"),
        people=_lemmas(entry, "people"),
        idioms=_lemmas(entry, "idioms"),
        beside=_lemmas(entry, "beside"),
        dimension=None if dimension is None else str(dimension),
    )


def _lemmas(entry: Mapping[str, object], key: str) -> frozenset[str]:
    listed = entry.get(key, [])
    if not isinstance(listed, list):
        raise TypeError(f"measures.toml: {key} is not a list")
    return frozenset(map(str, listed))
