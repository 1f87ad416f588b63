"""Which words of a page another text took from it: patience alignment of two word sequences.

Word n-grams that occur once in both texts anchor the alignment (longest increasing chain, as in Bram
Cohen's patience diff); matches grow from the anchors over equal words, and the gaps between them are
searched again with shorter n-grams. Linear but for the chain's logarithm.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
ANCHOR_WORDS = (6, 3, 1)  # n-gram lengths, tried in this order in ever smaller gaps

Gap = tuple[int, int, int, int]  # [page start, page end) against [text start, text end)


def words_of(text: str) -> list[str]:
    """The words by which texts are aligned."""
    return _WORD.findall(text.casefold())


def matched(page: Sequence[str], text: Sequence[str]) -> bytearray:
    """For each word of ``page`` 1 if it is aligned with a word of ``text``, else 0; the order is kept."""
    found = bytearray(len(page))
    gaps: list[Gap] = [(0, len(page), 0, len(text))]
    for length in ANCHOR_WORDS:
        gaps = [smaller for gap in gaps for smaller in _align(page, text, gap, length, found)]
    return found


def _align(page: Sequence[str], text: Sequence[str], gap: Gap, length: int, found: bytearray) -> list[Gap]:
    """Marks what aligns in ``gap`` and returns the gaps left."""
    left, page_end, low, text_end = gap
    rest: list[Gap] = []
    for at, other in _increasing(_anchors(page, text, gap, length)):
        if at < left or other < low:
            continue  # an earlier match has grown over this anchor
        begin, start = at, other
        while begin > left and start > low and page[begin - 1] == text[start - 1]:
            begin, start = begin - 1, start - 1
        end, stop = at, other
        while end < page_end and stop < text_end and page[end] == text[stop]:
            end, stop = end + 1, stop + 1
        found[begin:end] = b"\1" * (end - begin)
        if begin > left and start > low:
            rest.append((left, begin, low, start))
        left, low = end, stop
    if left < page_end and low < text_end:
        rest.append((left, page_end, low, text_end))
    return rest


def _anchors(page: Sequence[str], text: Sequence[str], gap: Gap, length: int) -> list[tuple[int, int]]:
    """Places of n-grams that occur exactly once in either part, in page order."""
    here, there = _once(page, gap[0], gap[1], length), _once(text, gap[2], gap[3], length)
    return [(at, there[gram]) for gram, at in here.items() if at >= 0 and there.get(gram, -1) >= 0]


def _once(words: Sequence[str], start: int, end: int, length: int) -> dict[tuple[str, ...], int]:
    """Position of each n-gram, -1 if it occurs again."""
    places: dict[tuple[str, ...], int] = {}
    for index in range(start, end - length + 1):
        gram = tuple(words[index : index + length])
        places[gram] = -1 if gram in places else index
    return places


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that increases in both places; ``pairs`` increase in the first."""
    tails: list[int] = []  # smallest last second place of a chain of each length
    ends: list[int] = []  # index of the pair that ends it
    previous: list[int] = []
    for index, (_, other) in enumerate(pairs):
        place = bisect_left(tails, other)
        tails[place : place + 1] = [other]
        ends[place : place + 1] = [index]
        previous.append(ends[place - 1] if place else -1)
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]
