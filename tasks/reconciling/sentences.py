"""Sentences of an article, as the neighbourhood of a claim."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from tasks.reference.spans import Span
from tasks.tables.articles import Article

# The look-behind keeps a run of points from being tried from each of its points: linear on any text.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s)|\n")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_CLOSING = 12  # characters at the end of a sentence that are looked at
_ABBREVIATION = re.compile(
    r"(?:\b[A-Za-z](?:\.[A-Za-z])*|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sgt|Lt|Col|Gen|Capt|Sec|Sen|Rep|Gov|Pres|Rev|Jr|Sr|vs|No|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Rd|Inc|Co|Corp|Ltd|approx))$"
)
_LONGEST_ABBREVIATION = 12
# No sentence of a newspaper is longer, in characters. Text without closing punctuation is cut, so that what is asked of
# a claim's sentence costs the same however many claims the text has.
_LONGEST = 2_000
QUOTED = re.compile(r"“[^“”\n]{0,2000}”|\"[^\"\n]{0,2000}\"")  # a quotation inside one line, bounded


@dataclass(frozen=True)
class Sentences:
    """The sentence spans of one text, in order; they cover all of it."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, text: str) -> "Sentences":
        """Cut after closing punctuation and at line ends, not after an abbreviation; the longest are cut anywhere.

        Linear in the text.
        """
        cuts = [0]
        for match in _END.finditer(text):
            before = text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
            if match.group() == "." and _ABBREVIATION.search(before):
                continue
            cuts.append(match.end())
        cuts.append(len(text))
        cuts = [cut for a, b in pairwise(cuts) for cut in range(a, b, _LONGEST)] + cuts[-1:]
        return cls(text, tuple(Span(a, b) for a, b in pairwise(cuts) if text[a:b].strip()))

    def index(self, offset: int) -> int:
        """The number of the sentence that holds ``offset``, or of the last one before it."""
        return max(bisect_right(self.spans, (offset, len(self.text) + 1)) - 1, 0)

    def at(self, offset: int) -> Span:
        """The sentence that holds ``offset``."""
        return self.spans[self.index(offset)] if self.spans else Span(0, len(self.text))

    def is_closed(self, index: int) -> bool:
        """Whether the sentence ends as sentences do; headlines, captions, labels and links do not."""
        span = self.spans[index]
        return bool(_CLOSED.search(self.text[max(span.start, span.end - _CLOSING) : span.end]))

    def words_at(self, offset: int) -> str:
        """Its words."""
        span = self.at(offset)
        return self.text[span.start : span.end]


class SentencesOf(dict[str, Sentences]):
    """Article id → its sentences, cut when they are asked for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def __missing__(self, article_id: str) -> Sentences:
        self[article_id] = Sentences.of(self._articles[article_id].text)
        return self[article_id]
