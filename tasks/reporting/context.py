"""The sentences around a claim, with its exact words marked: linear in a window of fixed size."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tasks.reference.spans import Span

REACH = 400  # code points looked at on either side of a claim
LONGEST_PIECE = 1_500  # code points of a claim, or between its fragments, that are shown

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n+")
_LAST_WORD = re.compile(r"[^\s(\"'“‘]{1,20}$")
_ABBREVIATIONS = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "sen", "rep", "gov", "sec"}
    | {"rev", "hon", "jr", "sr", "no", "vs", "etc", "inc", "ltd", "co"}
    | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
_CUT = "…"


class Piece(NamedTuple):
    """Words of an article; ``marked`` are the claim's own."""

    text: str
    marked: bool


def in_context(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """The sentences of ``text`` around ``spans`` (in order, not overlapping), cut into pieces.

    Where nothing is cut short the pieces spell the text from the first sentence to the last.
    """
    first, last = spans[0].start, spans[-1].end
    pieces = [Piece(_before(text, first), False)]
    at = first
    for span in spans:
        pieces += [
            Piece(_shortened(text[at : span.start]), False),
            Piece(_shortened(text[span.start : span.end]), True),
        ]
        at = span.end
    pieces.append(Piece(_after(text, last), False))
    return tuple(piece for piece in pieces if piece.text)


def _before(text: str, start: int) -> str:
    low = max(0, start - REACH)
    ends = [match.end() for match in _END.finditer(text, low, start) if _ends_sentence(text, match)]
    if ends:
        return text[ends[-1] : start]
    return text[:start] if low == 0 else _CUT + text[low:start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    high = min(len(text), end + REACH)
    for match in _END.finditer(text, end - 1, high):  # the claim's own last character may be the full stop
        if _ends_sentence(text, match):
            return text[end : match.end()].rstrip()
    return text[end:] if high == len(text) else text[end:high].rpartition(" ")[0] + _CUT


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match.group().startswith("\n"):
        return True
    if text[match.end() : match.end() + 1].islower():
        return False
    word = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    said = word.group() if word else ""
    return not (text[match.start()] == "." and (len(said) == 1 or "." in said or said.lower() in _ABBREVIATIONS))


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_PIECE:
        return text
    half = LONGEST_PIECE // 2
    return f"{text[:half]} {_CUT} {text[-half:]}"
