"""Quotation marks: which words of a passage stand between them, whatever their style and however badly they pair."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tasks.reference.spans import Span

_MARK = re.compile("[\"“”']")
_WORD = re.compile(r"[^\W_]+")
# A single mark opens a quotation only if one like it closes it within so many characters; else it is an apostrophe.
_SINGLE_REACH = 600
_CLOSERS = frozenset(" ,.;:!?)]}\"”'-–—…")
_OPENERS = frozenset(" ([{\"“'-–—―/:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``inner`` leaves out the marks of ``outer``; a quotation never closed runs to the end of the passage,
    one never opened from its beginning (``opened``, ``closed`` tell). ``depth`` counts those around it."""

    outer: Span
    inner: Span
    opened: bool = True
    closed: bool = True
    single: bool = False
    depth: int = 0


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a passage of :func:`~tasks.language.passages.plain` text, in order of their beginning.

    Curly marks tell their direction; a straight one opens after white space or a bracket, closes before white space
    or punctuation, and where that is undecided closes if something is open. Linear in the length of the text.
    """
    found: list[Quotation] = []
    open_at: list[tuple[int, bool]] = []
    singles = _single_pairs(text)
    first = len(text) - len(text.lstrip())  # a mark that nothing precedes opens, whichever way it is curled
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if mark == "'":
            if at in singles:
                found.append(_between(at, singles[at] + 1, len(open_at), single=True))
        elif at == first or _opens(text, at, mark, bool(open_at)):
            if open_at and _begins_anew(text, at):
                start, _ = open_at.pop()
                found.append(_unclosed(text, start, at, len(open_at)))
            open_at.append((at, True))
        elif open_at:
            start, _ = open_at.pop()
            found.append(_between(start, at + 1, len(open_at)))
        elif (not found or found[-1].outer.end <= at) and not _is_inches(text, at):
            start = _after_last(text, found, at)
            found.append(Quotation(Span(start, at + 1), Span(start, at), opened=False))
    end = _without_space(text, len(text))
    found += [_unclosed(text, start, end, depth) for depth, (start, _) in enumerate(open_at)]
    return tuple(sorted(_with_words(text, found), key=lambda one: (one.outer, one.depth)))


def _between(start: int, end: int, depth: int, single: bool = False) -> Quotation:
    return Quotation(Span(start, end), Span(start + 1, end - 1), single=single, depth=depth)


def _unclosed(text: str, start: int, end: int, depth: int) -> Quotation:
    end = max(start + 1, _without_space(text, end))
    return Quotation(Span(start, end), Span(start + 1, end), closed=False, depth=depth)


def _without_space(text: str, end: int) -> int:
    """Where ``text[:end]`` ends without its trailing white space; looks at that white space only."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _with_words(text: str, found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Those with a letter or a digit inside, by bisection: thousands of nested marks stay linear."""
    words = [match.span() for match in _WORD.finditer(text)] if found else []
    ends = [end for _, end in words]
    for one in found:
        after = bisect_right(ends, one.inner.start)
        if after < len(words) and words[after][0] < one.inner.end:
            yield one


def _opens(text: str, at: int, mark: str, is_open: bool) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    can_open = before in _OPENERS and not after.isspace()
    can_close = after in _CLOSERS and not before.isspace()
    if can_open != can_close:
        # “ and ” are now and then set the wrong way round: the space beside them decides
        return can_open
    return mark == "“" or (mark == '"' and not is_open)


def _is_inches(text: str, at: int) -> bool:
    return text[at] == '"' and at > 0 and text[at - 1].isdigit()


def _begins_anew(text: str, at: int) -> bool:
    """A mark that opens while a quotation is open: after the end of a sentence the earlier one was left open."""
    end = _without_space(text, at)
    return text[end - 1 : end] in ".!?,:"


def _after_last(text: str, found: list[Quotation], at: int) -> int:
    start = found[-1].outer.end if found else 0
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _single_pairs(text: str) -> dict[int, int]:
    """Opening to closing position of single quotation marks, apostrophes left out."""
    pairs: dict[int, int] = {}
    start: int | None = None
    possessive: int | None = None
    for match in re.finditer("'", text):
        at = match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if start is not None and at - start > _SINGLE_REACH:
            if possessive is not None:
                pairs[start] = possessive
            start, possessive = None, None
        if before in _OPENERS and before != "'" and after.isalnum():
            if start is None and not after.isdigit():
                start, possessive = at, None
        elif start is not None and after in _CLOSERS and not before.isspace():
            if before == "s" and after == " ":
                possessive = possessive if possessive is not None else at
            else:
                pairs[start] = at
                start = None
    if start is not None and possessive is not None:
        pairs[start] = possessive
    return pairs
