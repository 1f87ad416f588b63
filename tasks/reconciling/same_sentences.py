"""Sentences that two articles with one text have in common: what is copied is copied whole, short lines too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from tasks.reconciling.sentences import QUOTED, Sentences
from tasks.reconciling.words import tokens

_FEWEST_WORDS = 4  # shorter sentences are formulas ("He declined to comment")
_SHARE = (
    0.75  # of the letters of both, in order: a name respelt, a number rounded, a quotation cut, a dateline put before
)
# What two articles must have in common before their short sentences count, in words of narrative: so many, or fewer
# that are as much of the shorter article. Reporters who hear one speech write a sentence or two alike, and no more.
_MANY_WORDS = 40
_FEW_WORDS, _SHARE_OF_TEXT = 16, 0.45
_MOST_SENTENCES = 150  # of an article are compared that are not equal: the comparison is quadratic in them


@dataclass(frozen=True)
class SentenceWords:
    """The words of a sentence outside its quotations, and inside; headlines and labels are not closed."""

    told: tuple[str, ...]
    quoted: tuple[str, ...]
    is_closed: bool

    @property
    def count(self) -> int:
        return len(self.told) + len(self.quoted)


def same_sentences(
    left: Sequence[SentenceWords], right: Sequence[SentenceWords], *, one_line: bool
) -> list[tuple[int, int]]:
    """The numbers of the sentences that stand in both; none where they have too little in common to be one text.

    Articles that do not tell ``one_line`` of news put other names and numbers into the same words: of theirs only equal
    sentences are the same.
    """
    aligned = sorted(_aligned(left, right) if one_line else _equal(left, right))
    common = sum(_narrative(left[index]) for index, _ in aligned)
    shorter = min(sum(map(_narrative, left)), sum(map(_narrative, right)))
    return aligned if common >= _MANY_WORDS or common >= max(_FEW_WORDS, _SHARE_OF_TEXT * shorter) else []


def _narrative(sentence: SentenceWords) -> int:
    return len(sentence.told) if sentence.is_closed else 0


def sentence_words(sentences: Sentences) -> list[SentenceWords]:
    """The words of each sentence of an article."""
    found = []
    for index, span in enumerate(sentences.spans):
        text = sentences.text[span.start : span.end]
        quoted = tuple(tokens(" ".join(match.group() for match in QUOTED.finditer(text))))
        found.append(SentenceWords(tuple(tokens(QUOTED.sub(" ", text))), quoted, sentences.is_closed(index)))
    return found


def _equal(left: Sequence[SentenceWords], right: Sequence[SentenceWords]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of equal sentences, each of ``left`` with the first of ``right``."""
    first: dict[SentenceWords, int] = {}
    for index, words in enumerate(right):
        first.setdefault(words, index)
    for index, words in enumerate(left):
        if words.count >= _FEWEST_WORDS and words in first:
            yield index, first[words]


def _aligned(left: Sequence[SentenceWords], right: Sequence[SentenceWords]) -> Iterator[tuple[int, int]]:
    """Pairs of sentence numbers: equal sentences first, then the most alike of what is left."""
    equal = dict(_equal(left, right))
    yield from equal.items()
    taken = set(equal.values())
    rest = [index for index, words in enumerate(left) if index not in equal and _may_be_changed(words)]
    free = [index for index, words in enumerate(right) if index not in taken and _may_be_changed(words)]
    for index in rest[:_MOST_SENTENCES]:
        alike = [(_likeness(left[index], right[other]), -other) for other in free[:_MOST_SENTENCES]]
        share, other = max(alike, default=(0.0, 0))
        if share >= _SHARE:
            yield index, -other


def _may_be_changed(words: SentenceWords) -> bool:
    """Whether a like sentence can be the same: headlines of one event are alike by themselves."""
    return words.is_closed and words.count >= _FEWEST_WORDS


def _likeness(left: SentenceWords, right: SentenceWords) -> float:
    """How alike two sentences are in what they tell and, apart from that, in what they quote, which may be cut."""
    if bool(left.quoted) != bool(right.quoted):
        return 0.0
    told = Indel.normalized_similarity(" ".join(left.told), " ".join(right.told))
    if not left.quoted or told < _SHARE:
        return told
    common = LCSseq.similarity(left.quoted, right.quoted)
    return min(told, common / min(len(left.quoted), len(right.quoted)))
