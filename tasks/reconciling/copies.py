"""Near copies: two articles that tell one text, copied, cut or rewritten from one wire story or press release.

Only narrative counts: whole sentences that do not speak to the reader ("click", "subscribe", "anyone with tips").
Two pages of one site that share nothing else are no copies, even if that is all they have. Quotations count for the
question whether two articles have one text (a release is mostly quotations), not for the question whether they are
independent reports: what was said in public anyone can quote. Linear in the text, and exact: runs of words are
indexed, nothing is sampled.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tasks.reconciling.sentences import QUOTED, Sentences
from tasks.reconciling.sharing import run_hashes
from tasks.reconciling.story_text import headline_words
from tasks.reconciling.words import tokens, weight

# Set on the bench's copies_dev.
_RUN = 7  # words in a row
_ANY_TEXT = 0.08  # of the shorter article's runs, from which two articles have a text in common
# The same, from which they are one text for certain: 97 in 100 pairs of copies in the simulated newsroom share more,
# and no pair of independent articles in copies_dev that tell their headlines.
_ONE_TEXT = 0.4
_FEWEST_RUNS = 20  # a shorter article is taken to have so many
_ABOUT_ITS_HEADLINE = 0.3  # share of the headline's words that the text of an article has, if the text is its story
_ONE_HEADLINE = 0.75  # or else, share of the headlines' words that two articles have in common

_TIMES_REPEATED = 3  # runs that an article repeats so often are captions and labels
MOST_ARTICLES = 2000  # a run in more articles is furniture
NEIGHBOURS = 25  # of the articles with one run each is compared with so many that follow it
_QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True)
class CopyText:
    """An article as the search for copies sees it: hashes of its runs of words, and its headline."""

    article_id: str
    runs: frozenset[int]
    headline: frozenset[str]
    tells_its_headline: bool

    @classmethod
    def of(cls, article_id: str, headline: str | None, text: str, *, quotations: bool = True) -> "CopyText":
        counts = Counter(run for words in narrative(text, quotations) for run in run_hashes(words, _RUN))
        title = frozenset(word for word in headline_words(headline or "") if weight(word) > 0)
        return cls(
            article_id=article_id,
            runs=frozenset(run for run, count in counts.items() if count < _TIMES_REPEATED),
            headline=title,
            tells_its_headline=_share_told(title, frozenset(tokens(text))) >= _ABOUT_ITS_HEADLINE,
        )


def narrative(text: str, quotations: bool = True) -> Iterator[list[str]]:
    """The words of each sentence that tells something, with or without what it quotes.

    Lines without an end are labels, captions or links.
    """
    sentences = Sentences.of(text)
    for index, span in enumerate(sentences.spans):
        sentence = text[span.start : span.end]
        if not sentences.is_closed(index):
            continue
        for piece in [sentence] if quotations else QUOTED.split(sentence):
            words = tokens(piece)
            if (quotations and _QUOTE.search(piece)) or not _to_the_reader() & set(words):
                yield words


def copies(texts: Iterable[CopyText]) -> list[tuple[str, str]]:
    """Pairs of article ids, the smaller first, of articles that have a text in common."""
    by_id = {text.article_id: text for text in texts}
    first: dict[int, str] = {}
    holders: dict[int, list[str]] = {}  # of runs that have two
    for article_id in sorted(by_id):
        for run in by_id[article_id].runs:
            if (holder := first.setdefault(run, article_id)) != article_id:
                holders.setdefault(run, [holder]).append(article_id)
    return pairs_with_one_text(by_id, holders.values(), _ANY_TEXT)


def pairs_with_one_text(
    by_id: Mapping[str, CopyText], holders: Iterable[Sequence[str]], share: float = _ONE_TEXT
) -> list[tuple[str, str]]:
    """Pairs of articles of which one is a copy for certain, or that have such a share of their text in common.

    ``holders`` are the articles that have each run of words, sorted.
    """
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders:
        if 1 < len(ids) <= MOST_ARTICLES:
            shared.update((one, other) for at, one in enumerate(ids, 1) for other in ids[at : at + NEIGHBOURS])
    return sorted(pair for pair, count in shared.items() if _have(share, by_id[pair[0]], by_id[pair[1]], count))


def _have(share: float, left: CopyText, right: CopyText, shared: int) -> bool:
    if shared < share * max(_FEWEST_RUNS, min(len(left.runs), len(right.runs))):
        return False
    if left.tells_its_headline and right.tells_its_headline:
        return True
    fewer = min(len(left.headline), len(right.headline))
    return len(left.headline & right.headline) >= _ONE_HEADLINE * fewer > 0


def _share_told(headline: frozenset[str], words: frozenset[str]) -> float:
    """The share of the headline's words that the text has, plain plurals and pasts aside; 1 without a headline."""
    told = sum(
        any(form in words for form in (word, word + "s", word.rstrip("s"), word.rstrip("ed"))) for word in headline
    )
    return told / len(headline) if headline else 1.0


@cache
def _to_the_reader() -> frozenset[str]:
    table = tomllib.loads(files("tasks.reconciling").joinpath("copies.toml").read_text(encoding="utf-8"))
    return frozenset(table["to_the_reader"].split())
