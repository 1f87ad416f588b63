"""Words that articles share: runs that nobody writes twice by chance."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from tasks.reconciling.sentences import QUOTED, Sentences
from tasks.reconciling.sharing import run_hashes
from tasks.reconciling.words import tokens, weight
from tasks.tables.mentions import Mention

RUN = 8  # words in a row, outside quotations
# Of these, two sentences share so many if one is copied: twelve words in a row. Fewer happen to two writers of one
# event: of 130 sentences of the simulated newsroom that share fewer, in articles that are not one text, 4 are copied.
COPIED_RUNS = 5
_TELLING = 3  # of which so many must tell something, names and numbers apart
MOST_PLACES = 40  # a run that more sentences have is furniture
Place: TypeAlias = tuple[str, int]  # an article and the number of a sentence in it

_BREAK = "\0"
_NAME = re.compile(r"[A-Z\d][\w'’.,-]*")  # names, months and numbers: any two reports of one event have them in common
_GAP = re.compile(rf"{_BREAK}+|{QUOTED.pattern}")


@dataclass(frozen=True)
class Match:
    """A sentence of one article that shares so many runs of words with a sentence of another."""

    sentence: int
    other_id: str
    other_sentence: int
    runs: int


def runs_of(sentences: Sentences, mentions: Iterable[Mention]) -> tuple[tuple[int, int], ...]:
    """The runs of words of an article by which it is matched, as hashes, each with the number of its sentence.

    Quotations do not count: what was said in public anyone can quote. ``mentions`` in the order of the text.
    """
    text = _without_people(sentences.text, mentions)
    pieces = ((index, text[span.start : span.end]) for index, span in enumerate(sentences.spans))
    return tuple(sorted({(run, index) for index, piece in pieces for run in _runs(piece)}))


def matches(places: Iterable[Sequence[Place]]) -> Mapping[str, tuple[Match, ...]]:
    """Article id → its matches, in order; ``places`` are the articles and sentences that have one run of words."""
    found: dict[str, Counter[tuple[int, str, int]]] = defaultdict(Counter)
    for some in places:
        if 2 <= len(some) <= MOST_PLACES:
            for article_id, index in some:
                found[article_id].update((index, *other) for other in some if other[0] != article_id)
    return {
        article_id: tuple(Match(*pair, runs) for pair, runs in sorted(counts.items()))
        for article_id, counts in sorted(found.items())
        if counts
    }


def _without_people(text: str, mentions: Iterable[Mention]) -> str:
    """The text with a break in place of each person: "Foreign Secretary Ada Brook said" is a formula, no copy."""
    pieces, end = [], 0
    for mention in mentions:
        if mention.label == "person" and mention.start >= end:
            pieces += [text[end : mention.start], _BREAK * (mention.end - mention.start)]
            end = mention.end
    return "".join([*pieces, text[end:]])


def _runs(sentence: str) -> Iterator[int]:
    names = {word for match in _NAME.finditer(sentence) for word in tokens(match.group())}
    for piece in _GAP.split(sentence):
        words = tokens(piece)
        told = list(accumulate((weight(word) > 0 and word not in names for word in words), initial=0))
        for at, run in enumerate(run_hashes(words, RUN)):
            if told[at + RUN] - told[at] >= _TELLING:
                yield run
