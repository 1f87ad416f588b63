"""The lexicon of page furniture (``furniture.toml``): what a line is by its words alone."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from tasks.cleaning.lines import RULE_CHARACTERS, key_of
from tasks.tables.blocks import BlockKind


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("tasks.cleaning").joinpath("furniture.toml").read_text(encoding="utf-8")
    return cast(Mapping[str, Mapping[str, list[str]]], tomllib.loads(text))


@cache
def _phrases() -> Mapping[str, BlockKind]:
    return {
        key_of(phrase).rstrip(" :"): cast(BlockKind, kind)
        for kind, entry in _data().items()
        for phrase in entry["phrases"]
    }


@cache
def _patterns() -> tuple[tuple[BlockKind, re.Pattern[str]], ...]:
    return tuple(
        (cast(BlockKind, kind), re.compile("|".join(f"(?:{pattern})" for pattern in entry["patterns"])))
        for kind, entry in _data().items()
        if entry.get("patterns")
    )


@cache
def form_fields() -> frozenset[str]:
    """Labels of form fields, as keys."""
    return frozenset(_data()["comment_form"]["fields"])


def by_phrase(key: str) -> BlockKind | None:
    """The kind of a line whose whole key is a known phrase."""
    return _phrases().get(key.rstrip(" :"))


@lru_cache(maxsize=4096)
def by_pattern(key: str) -> BlockKind | None:
    """The kind of a line whose whole key matches a pattern."""
    if len(key) > RULE_CHARACTERS:
        return None
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(key)), None)
