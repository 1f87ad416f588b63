"""Sentences as pieces: plain words, and words that carry a truth (a number, a name, a quotation, a day)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

Bound: TypeAlias = Literal["exact", "about", "at_least"]


@dataclass(frozen=True)
class Number:
    """``value`` is what is told, ``initial`` the wording where it opens a sentence; ``wrong``: it was never true."""

    matter: str
    value: int
    bound: Bound
    words: str
    initial: str
    state: int
    wrong: bool = False


@dataclass(frozen=True)
class Name:
    """``words`` is the form printed, ``right`` the form without a slip; the two differ where it is misspelt."""

    person: str
    words: str
    right: str


@dataclass(frozen=True)
class Quote:
    """``speaker`` is whom the sentence names; ``change`` is what the outlet did to the words."""

    utterance: str
    speaker: str
    words: str
    change: Literal["", "truncated", "altered"] = ""


@dataclass(frozen=True)
class Day:
    """A calendar day that dates the matter."""

    matter: str
    day: date
    words: str


Truth: TypeAlias = Number | Name | Quote | Day
Piece: TypeAlias = str | Truth
Pieces: TypeAlias = tuple[Piece, ...]

_SLOT = re.compile(r"\{(\w+)\}")
_HANGING_COMMA = re.compile(r",$")


def fill(form: str, words: Mapping[str, str | Pieces | Truth]) -> Pieces:
    """A form with its slots filled; KeyError for a slot that has no words."""
    found: list[Piece] = []
    for index, part in enumerate(_SLOT.split(form)):
        if index % 2 == 0:
            found.append(part)
            continue
        value = words[part]
        found += value if isinstance(value, tuple) else (value,)
    return joined(found)


def joined(pieces: Sequence[Piece]) -> Pieces:
    """Neighbouring words as one piece; a comma before another mark falls away."""
    found: list[Piece] = []
    for piece in pieces:
        if piece == "":
            continue
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            before = found.pop()
            assert isinstance(before, str)
            found.append((_HANGING_COMMA.sub("", before) if piece[0] in ".,:;" else before) + piece)
        else:
            found.append(piece)
    return tuple(found)


def opening(pieces: Pieces) -> Pieces:
    """The pieces with a capital where they open a sentence."""
    first = pieces[0]
    if isinstance(first, Number):
        return (replace(first, words=first.initial), *pieces[1:])
    if isinstance(first, str):
        bare = first.lstrip("“")
        return (first[: len(first) - len(bare)] + bare[:1].upper() + bare[1:], *pieces[1:])
    return pieces


def plain(pieces: Pieces) -> str:
    """The words alone."""
    return "".join(piece if isinstance(piece, str) else piece.words for piece in pieces)


def truths(pieces: Pieces) -> Iterator[Truth]:
    return (piece for piece in pieces if not isinstance(piece, str))
