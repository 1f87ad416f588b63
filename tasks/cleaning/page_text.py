"""A page that came as plain text: which lines are the article."""

from collections.abc import Iterator
from dataclasses import replace

from tasks.cleaning.blocks import Piece
from tasks.cleaning.labels import KEPT, Label, PageView
from tasks.cleaning.lines import Line, lines_of, trim
from tasks.cleaning.paragraphs import CONTINUATION, PARAGRAPH, continues, is_wrapped
from tasks.cleaning.rules import label_lines
from tasks.cleaning.titles import outlet_behind
from tasks.reference.datelines import dateline_length
from tasks.tables.blocks import BlockKind

_BODY = Label("body", "no_rule_removes_it")
_FLOWS: frozenset[BlockKind] = frozenset({"body"})  # only body goes on over a break


def read_page(page: str, headline: str | None, byline: str | None) -> PageView:
    """The page's lines with their labels; ``headline`` and ``byline`` as known from outside."""
    return label_lines(PageView.of(lines_of(page), headline, byline))


def pieces_of(view: PageView, page: str) -> Iterator[Piece]:
    """The lines as pieces of the page, in page order."""
    wrapped = is_wrapped(view.lines)
    before: Line | None = None
    for index, line in enumerate(view.lines):
        kind, reason = view.labels.get(index, _BODY)
        if kind not in KEPT:
            yield Piece(line.start, line.end, kind, reason)
            continue
        flows = kind in _FLOWS and before is not None and continues(before, line, wrapped)
        piece = Piece(line.start, line.end, kind, reason, CONTINUATION if flows else PARAGRAPH)
        yield from _parts(page, line, piece)
        before = line if kind in _FLOWS else None


def _parts(page: str, line: Line, piece: Piece) -> Iterator[Piece]:
    """The piece, parted where a dateline ends or an outlet's name follows the headline."""
    if piece.kind == "headline" and (behind := outlet_behind(line.text)) is not None:
        end = line.start + behind[0]
        yield replace(piece, end=end)
        yield Piece(trim(page, end, line.end)[0], line.end, "navigation", "outlet_behind_headline")
        return
    length = dateline_length(line.text) if piece.kind == "body" and line.is_prose else 0
    if length:
        end = line.start + length
        yield Piece(line.start, end, "dateline", "dateline", piece.joint)
        piece = replace(piece, start=trim(page, end, line.end)[0], joint=CONTINUATION)
    yield piece
