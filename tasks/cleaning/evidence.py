"""Answers to "who published it, who wrote it, when", each with where it came from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tasks.reference.spans import Span
from tasks.tables.articles import MetadataBasis
from tasks.tables.candidates import Candidate

T = TypeVar("T")
TRUST: tuple[MetadataBasis, ...] = ("manifest", "url", "markup", "text")  # most trusted first (DESIGN.md, issue 3)


@dataclass(frozen=True)
class Answer(Generic[T]):
    """One possible value; ``shown`` is the value as text; ``raw`` its evidence on the page, if it is printed there."""

    value: T
    shown: str
    basis: MetadataBasis
    raw: Span | None = None
    how: str = ""


@dataclass(frozen=True)
class Settled(Generic[T]):
    """The answer taken, if exactly one value is on the best basis, and every other value."""

    answer: Answer[T] | None
    others: tuple[Answer[T], ...]


def settle(answers: Sequence[Answer[T]]) -> Settled[T]:
    """Takes the most trusted basis; two values on it are ambiguous, and none is taken (law 8)."""
    for basis in TRUST:
        here = _distinct(answer for answer in answers if answer.basis == basis)
        if len(here) == 1:
            rest = _distinct(answer for answer in answers if answer.shown != here[0].shown)
            return Settled(here[0], rest)
        if here:
            return Settled(None, _distinct(answers))
    return Settled(None, ())


def candidates(article_id: str, column: str, others: Iterable[Answer[T]]) -> tuple[Candidate, ...]:
    """The answers not taken, as rows about the article."""
    return tuple(
        Candidate(
            row_id=article_id,
            column_name=column,
            position=position,
            article_id=article_id,
            value=answer.shown,
            raw_start=answer.raw.start if answer.raw else None,
            raw_end=answer.raw.end if answer.raw else None,
            basis=answer.how or answer.basis,
        )
        for position, answer in enumerate(others)
    )


def _distinct(answers: Iterable[Answer[T]]) -> tuple[Answer[T], ...]:
    return tuple({answer.shown: answer for answer in reversed(list(answers))}.values())[::-1]
