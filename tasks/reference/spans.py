"""Spans and the alignment of an article's text with the page it was cut from."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open code-point offsets ``[start, end)``."""

    start: int
    end: int

    def shifted(self, offset: int) -> "Span":
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Slice(NamedTuple):
    """``length`` code points that stand at ``raw_start`` on the page and at ``start`` in the article."""

    start: int
    raw_start: int
    length: int


@dataclass(frozen=True)
class Alignment:
    """Maps offsets in ``articles.text`` to offsets in ``documents.text``.

    Slices are given in the order of the article, do not overlap, and keep the order of the page.
    White space that joins two slices belongs to neither.
    """

    slices: tuple[Slice, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [piece.start for piece in self.slices])

    @classmethod
    def identity(cls, length: int) -> "Alignment":
        """The alignment of a text with itself."""
        return cls((Slice(0, 0, length),))

    @classmethod
    def of_slices(cls, slices: Iterable[tuple[int, int, int]]) -> "Alignment":
        """From ``(start, raw_start, length)`` triples in any order."""
        return cls(tuple(sorted(Slice(*piece) for piece in slices)))

    def to_raw(self, span: Span) -> Span:
        """The page's offsets of a non-empty span that starts and ends on the article's words.

        Raises ValueError if the span is empty or an end lies in joining white space.
        """
        if span.start >= span.end:
            raise ValueError(f"empty span {span}")
        return Span(self._raw_of(span.start), self._raw_of(span.end - 1) + 1)

    def _raw_of(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        if index >= 0:
            piece = self.slices[index]
            if offset < piece.start + piece.length:
                return piece.raw_start + offset - piece.start
        raise ValueError(f"offset {offset} is not on the page")
