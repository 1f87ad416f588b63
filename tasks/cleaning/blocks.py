"""Blocks that tile a page, and the article's text that the kept ones make (laws 1 and 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tasks.cleaning.labels import KEPT
from tasks.cleaning.paragraphs import PARAGRAPH
from tasks.reference.spans import Alignment, Span
from tasks.tables.blocks import Block, BlockKind


@dataclass(frozen=True)
class Piece:
    """A slice of the page with its kind; ``joint``: white space between it and the kept piece before."""

    start: int
    end: int
    kind: BlockKind
    reason: str
    joint: str = PARAGRAPH


def assemble(article_id: str, page: str, pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The article's text and the blocks that tile ``page``.

    ``pieces`` come in page order, do not overlap and leave out nothing but what shows nothing.
    """
    blocks: list[Block] = []
    text: list[str] = []
    length = behind = 0

    def add(kind: BlockKind, reason: str, raw: Span, start: int | None) -> None:
        end = None if start is None else start + raw.end - raw.start
        blocks.append(
            Block(
                article_id=article_id, position=len(blocks), kind=kind, reason=reason,
                raw_start=raw.start, raw_end=raw.end, start=start, end=end,
            )
        )  # fmt: skip

    for piece in pieces:
        if piece.start > behind:
            add("whitespace", "shows_nothing", Span(behind, piece.start), None)
        start = None
        if piece.kind in KEPT:
            if length:
                text.append(piece.joint)
                length += len(piece.joint)
            start = length
            text.append(page[piece.start : piece.end])
            length += piece.end - piece.start
        add(piece.kind, piece.reason, Span(piece.start, piece.end), start)
        behind = piece.end
    if behind < len(page):
        add("whitespace", "shows_nothing", Span(behind, len(page)), None)
    return "".join(text), tuple(blocks)


def alignment_of(blocks: Sequence[Block]) -> Alignment:
    """The map between ``articles.text`` and ``documents.text``."""
    return Alignment.of_slices(
        (block.start, block.raw_start, block.raw_end - block.raw_start) for block in blocks if block.start is not None
    )


def headline_span(blocks: Sequence[Block]) -> Span | None:
    """The headline's place in ``articles.text``; None if the page does not print it."""
    spans = [
        Span(block.start, block.end)
        for block in blocks
        if block.kind == "headline" and block.start is not None and block.end is not None
    ]
    return Span(spans[0].start, spans[-1].end) if spans else None


def without_headline(text: str, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """``articles.text`` less its headline, and the blocks with offsets into what is left; null for the headline's."""
    parts: list[str] = []
    moved: list[Block] = []
    length = behind = 0
    for block in blocks:
        if block.start is None or block.end is None:
            moved.append(block)
            continue
        start = None
        if block.kind != "headline":
            joint = text[behind : block.start] if length else ""
            start = length + len(joint)
            parts += (joint, text[block.start : block.end])
            length = start + block.end - block.start
        moved.append(replace(block, start=start, end=None if start is None else length))
        behind = block.end
    return "".join(parts), tuple(moved)
