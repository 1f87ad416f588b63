"""Chance that can be repeated: every part of the newsroom draws from a stream of its own."""

from collections.abc import Sequence
from hashlib import blake2b
from random import Random
from typing import TypeVar

T = TypeVar("T")


def stream(*path: object) -> Random:
    """The random numbers of one part: the same for the same ``path``, whatever else was drawn before."""
    return Random(number(*path))


def number(*path: object) -> int:
    """A number that depends on ``path`` alone."""
    return int.from_bytes(blake2b("/".join(map(str, path)).encode(), digest_size=8).digest(), "big")


def weighted(draw: Random, items: Sequence[T], weights: Sequence[float]) -> T:
    return draw.choices(items, weights)[0]
