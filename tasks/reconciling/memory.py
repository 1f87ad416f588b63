"""What a run remembers for the next one: enough to see what new articles touch, and no more."""

import gc
import pickle
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tasks.reconciling.directory import Directory
from tasks.reconciling.origins import Attribution
from tasks.reconciling.profiles import Profile
from tasks.reference.ids import content_id


@dataclass(frozen=True)
class Memory:
    """The state of the last run. ``prints`` maps each article to a hash of all that is known of it by itself.

    By article id: its profile, its story, its storyline, and who stands behind its claims (without the rows).
    ``likelihoods`` and ``copies`` are of pairs of articles: how likely they tell one story, and which have one text.
    ``directory`` says who is who.
    """

    prints: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    story_of: Mapping[str, str] = field(default_factory=dict)
    line_of: Mapping[str, str] = field(default_factory=dict)
    likelihoods: Mapping[tuple[str, str], float] = field(default_factory=dict)
    directory: Directory = field(default_factory=Directory)
    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    copies: frozenset[tuple[str, str]] = frozenset()


def remember(path: Path, reconciled_by: str, memory: Memory) -> None:
    """Keep what a run that is not published yet leaves, beside what the last published one left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        pickle.dump(_mark(reconciled_by, memory.prints), file, protocol=pickle.HIGHEST_PROTOCOL)
        pickle.dump(memory, file, protocol=pickle.HIGHEST_PROTOCOL)
    partial.replace(path.with_suffix(".next"))


def recall(path: Path, reconciled_by: str, prints: Mapping[str, str]) -> Memory | None:
    """What the run left that made a lake of these articles by this code; None if no file says.

    The files are a cache of our own in the state folder, so that they are read as Python objects: who can write there
    can change the code as well.
    """
    mark = _mark(reconciled_by, prints)
    for kept in (path.with_suffix(".next"), path):
        if (memory := _read(kept, mark)) is not None:
            kept.replace(path)
            return memory
    return None


def _mark(reconciled_by: str, prints: Mapping[str, str]) -> str:
    """What a memory is of: the lake's articles, the code, and the Python that can read it."""
    return content_id("memory", sys.version, reconciled_by, *(f"{one} {prints[one]}" for one in sorted(prints)))


@contextmanager
def _without_collection() -> Iterator[None]:
    """Objects that come in bulk and hold no cycles: the collector looked through them for four fifths of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(path: Path, mark: str) -> Memory | None:
    if not path.exists():
        return None
    with path.open("rb") as file, _without_collection():
        try:
            memory = pickle.load(file) == mark and pickle.load(file)
        except (EOFError, pickle.UnpicklingError):
            return None  # a disc that was full: the memory is made anew
    return memory if isinstance(memory, Memory) else None
