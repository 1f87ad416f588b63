"""Passages: the paragraphs of an article, each analysed by itself and cached by its text."""

import re
from typing import NamedTuple

from tasks.language import numbers
from tasks.language.lexicon import words
from tasks.reference.places import country
from tasks.reference.spans import Span

# Longer paragraphs are cut, so that the memory of the parser stays bounded.
MAX_PASSAGE = 6000
# Longer runs without white space are no words: they are passed over, because tokenising one is not linear.
MAX_RUN = 200
# A stretch of at most MAX_PASSAGE characters with more numbers is a table and no prose: what its numbers count stands
# in its head, not beside them, so that none is a claim. Of 30,000 passages of news (the development sets of
# incidents, attributions and dates) the one with the most has 188.
MAX_NUMBERS = 300

_BREAK = re.compile(r"[^\S\n\r]*(?:\r\n?|\n)[^\S\n\r]*(?:(?:\r\n?|\n)\s*)?")
_RUN = re.compile(rf"\S{{{MAX_RUN + 1},}}")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# A line broken by a typesetter has so many characters, from RFC 2822's 78 with some room on both sides.
_WRAPPED_LINE = range(50, 101)
# Length-preserving: what an analyser trained on clean text expects in place of what pages contain.
_SPACES = "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\u200e\u200f\ufeff\u00ad"
_PLAIN = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),  # en quad to zero-width space
    **dict.fromkeys(range(0xD800, 0xE000), " "),  # lone surrogates
    **dict.fromkeys(map(ord, "„‟«＂"), "“"),
    ord("»"): "”",
    **dict.fromkeys(map(ord, "‘’‚‛′`´ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑\u2212"), "-"),
}
_DOUBLED = re.compile(r"``|''|‘‘|’’")


class Passage(NamedTuple):
    """``text`` stands at ``start`` in the article."""

    start: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def plain(text: str) -> str:
    """``text`` with odd white space, quotation marks and hyphens replaced one for one: offsets stay true.

    Double quotation marks are straight or curly in it, single ones and apostrophes straight.
    """
    return _DOUBLED.sub(_one_mark, text).translate(_PLAIN)


def _one_mark(doubled: re.Match[str]) -> str:
    """Two single marks set for one double mark, the white space on its outer side."""
    text, end = doubled.string, doubled.end()
    opens = doubled[0] == "``" or (
        text[doubled.start() - 1 : doubled.start()].strip() == "" and not text[end : end + 1].isspace()
    )
    return " “" if opens else "” "


def passages(text: str, headline: Span | None = None) -> tuple[Passage, ...]:
    """The paragraphs of ``text`` in order, without surrounding white space; the headline is one of its own.

    A blank line ends a paragraph, except inside a name or a sentence that the page broke in two; a single line
    break does where the line before it is complete or too short to have been wrapped. Nothing else depends on
    layout. Runs of more than ``MAX_RUN`` characters without white space belong to no passage, nor do tables
    (:func:`is_table`).
    """
    pieces: list[Span] = []
    for start, end in _paragraphs(text, headline):
        pieces += _bounded(text, start, end)
    return tuple(Passage(start, text[start:end]) for start, end in pieces if not is_table(text[start:end]))


def is_table(text: str) -> bool:
    """Whether a stretch has more than ``MAX_NUMBERS`` numbers, in digits or words."""
    return len(text) > 2 * MAX_NUMBERS and len(numbers.scan(text)) > MAX_NUMBERS


def _paragraphs(text: str, headline: Span | None) -> list[Span]:
    found: list[Span] = []
    start = 0
    for gap in _BREAK.finditer(text):
        if _ends_paragraph(text, start, gap) or _at_headline(gap, headline):
            found.append(Span(start, gap.start()))
            start = gap.end()
    found.append(Span(start, len(text)))
    return [span for span in found if not text[span.start : span.end].isspace() and span.start < span.end]


def _at_headline(gap: re.Match[str], headline: Span | None) -> bool:
    return headline is not None and (gap.start() >= headline.end > gap.start() - 3 or gap.end() == headline.start)


def _ends_paragraph(text: str, start: int, gap: re.Match[str]) -> bool:
    line_start = max(text.rfind("\n", start, gap.start()) + 1, start)
    line, after = text[line_start : gap.start()].rstrip(), text[gap.end() : gap.end() + 80]
    if not line or not after:
        return True
    blank = gap[0].count("\n") > 1
    if _SENTENCE_END.search(line[-4:]):
        return True
    wrapped = not blank and len(line) in _WRAPPED_LINE
    return not wrapped and not _goes_on(line, after)


def _goes_on(line: str, after: str) -> bool:
    """A break inside a sentence: it goes on in lower case, or with the family name after a given name."""
    if len(line) >= _WRAPPED_LINE.start and after[0].islower():
        return True
    last = line.rsplit(None, 2)
    is_given = last[-1] in words("names", "female") or last[-1] in words("names", "male")
    if not is_given or len(last) < 3 or country(last[-1]):
        return False  # Chad is a country first
    return after[0].isupper() and after.split()[0] not in words("names", "never")


def _bounded(text: str, start: int, end: int) -> list[Span]:
    """The paragraph without unbroken runs, in pieces of at most ``MAX_PASSAGE``, cut after sentences or words."""
    pieces: list[Span] = []
    for run in _RUN.finditer(text, start, end):
        pieces += _cut(text, start, run.start())
        start = run.end()
    return pieces + _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> list[Span]:
    pieces: list[Span] = []
    while end - start > MAX_PASSAGE:
        window = plain(text[start : start + MAX_PASSAGE])
        cut = max(window.rfind(mark) for mark in (". ", '" ', "? ", "! "))
        cut = start + (cut + 1 if cut > MAX_PASSAGE // 2 else window.rfind(" ") + 1 or MAX_PASSAGE)
        pieces.append(Span(start, cut))
        start = cut
    pieces.append(Span(start, end))
    return [stripped for piece in pieces if (stripped := _stripped(text, piece)).start < stripped.end]


def _stripped(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.start + len(piece.rstrip()))
