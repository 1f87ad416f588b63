"""Words that articles share: runs that nobody writes twice by chance."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tasks.reconciling.scene import Scene
from tasks.reconciling.sentences import QUOTED
from tasks.reconciling.words import shingles, tokens, weight
from tasks.tables.mentions import Mention

RUN = 8  # words in a row, outside quotations, that two reports do not share by chance
_TELLING = 3  # of which so many must tell something
_MOST_ARTICLES = 40  # a run that more articles have is furniture
_BREAK = "\0"
_GAP = re.compile(rf"{_BREAK}+|{QUOTED.pattern}")


@dataclass(frozen=True)
class Match:
    """A sentence of one article that shares a run of words with a sentence of another."""

    sentence: int
    other_id: str
    other_sentence: int


def matched_sentences(scene: Scene) -> Mapping[str, tuple[Match, ...]]:
    """Article id → its matches, in order. Quotations do not count: what was said in public anyone can quote."""
    holders: dict[tuple[str, ...], set[tuple[str, int]]] = defaultdict(set)
    for article_id, sentences in sorted(scene.sentences.items()):
        text = _without_people(sentences.text, scene.corpus.mentions_of[article_id])
        for index, span in enumerate(sentences.spans):
            for run in _runs(text[span.start : span.end]):
                holders[run].add((article_id, index))
    found: dict[str, set[Match]] = defaultdict(set)
    for places in holders.values():
        if 2 <= len(places) <= _MOST_ARTICLES:
            for article_id, index in places:
                found[article_id].update(Match(index, *other) for other in places if other[0] != article_id)
    return {
        article_id: tuple(sorted(matches, key=lambda match: (match.sentence, match.other_id, match.other_sentence)))
        for article_id, matches in sorted(found.items())
        if matches
    }


def _without_people(text: str, mentions: Iterable[Mention]) -> str:
    """The text with a break in place of each person: "Foreign Secretary Ada Brook said" is a formula, no copy."""
    pieces, end = [], 0
    for mention in mentions:
        if mention.label == "person" and mention.start >= end:
            pieces += [text[end : mention.start], _BREAK * (mention.end - mention.start)]
            end = mention.end
    return "".join([*pieces, text[end:]])


def _runs(sentence: str) -> Iterator[tuple[str, ...]]:
    for piece in _GAP.split(sentence):
        for run in shingles(tokens(piece), RUN):
            if sum(weight(word) > 0 for word in run) >= _TELLING:
                yield run
