"""Articles to stories: who writes about one event in the news."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from tasks.reconciling.corpus import Corpus
from tasks.reconciling.groups import Groups
from tasks.reconciling.words import tokens, weight
from tasks.reference.ids import content_id
from tasks.tables.stories import Story
from tasks.tables.story_articles import StoryArticle

WINDOW_DAYS = 30  # two articles of one story are published this close
SAME_STORY = 0.22  # cosine from which articles tell one story, calibrated on the bench's incidents_dev
_TELLING = 24  # articles meet if they share one of their so many most telling words
_LARGEST_MEETING = 400  # articles that share one word in one month; a word that more share tells nothing


@dataclass(frozen=True)
class StoryText:
    """An article as grouping sees it: a unit vector of words."""

    article_id: str
    published_on: date | None
    vector: Mapping[str, float]

    @classmethod
    def of(cls, article_id: str, published_on: date | None, headline: str | None, text: str) -> "StoryText":
        counts = Counter(tokens(text)) + Counter(tokens(headline or ""))
        raw = {word: (1 + math.log(count)) * weight(word) for word, count in counts.items()}
        norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return cls(article_id, published_on, {word: value / norm for word, value in raw.items() if value})

    def telling(self) -> list[str]:
        """The words with the most weight, the heaviest first; ties in the order of the alphabet."""
        return sorted(self.vector, key=lambda word: (-self.vector[word], word))[:_TELLING]


def similarity(left: StoryText, right: StoryText) -> float:
    """Cosine of two articles; zero if they are published too far apart."""
    if not _close_in_time(left, right):
        return 0.0
    short, long = sorted((left.vector, right.vector), key=len)
    return math.fsum(value * long[word] for word, value in short.items() if word in long)


def _close_in_time(left: StoryText, right: StoryText) -> bool:
    if left.published_on is None or right.published_on is None:
        return True
    return abs((left.published_on - right.published_on).days) <= WINDOW_DAYS


def group(texts: Iterable[StoryText]) -> list[list[str]]:
    """Article ids by story: average linkage inside the connected components of similar articles.

    Every score depends on two articles alone, and a component is grouped as a whole, so the order of arrival and
    other stories change nothing.
    """
    by_id = {text.article_id: text for text in sorted(texts, key=lambda text: text.article_id)}
    scores = {
        pair: score
        for pair in _meetings(by_id.values())
        if (score := similarity(by_id[pair[0]], by_id[pair[1]])) >= SAME_STORY / 2
    }
    linked = Groups(by_id)
    for (left, right), score in scores.items():
        if score >= SAME_STORY:
            linked.join(left, right)
    return sorted(cluster for component in linked.sets() for cluster in _average_linkage(component, scores))


def _meetings(texts: Iterable[StoryText]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share a telling word and are near in time, each once."""
    meetings: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    for text in texts:
        for word in text.telling():
            for month in _months(text.published_on):
                meetings[word, month].append(text.article_id)
    found: set[tuple[str, str]] = set()
    for ids in meetings.values():
        if len(ids) <= _LARGEST_MEETING:
            found.update(combinations(ids, 2))
    return iter(sorted(found))


def _months(published_on: date | None) -> tuple[int | None, ...]:
    """Windows that overlap by half, so that any two articles within the window of each other share one."""
    if published_on is None:
        return (None,)
    index = published_on.toordinal() // (WINDOW_DAYS + 1)
    return (index, index + 1)


def _average_linkage(component: Sequence[str], scores: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Join the two clusters with the highest mean similarity while it reaches ``SAME_STORY`` (UPGMA)."""
    clusters: dict[str, list[str]] = {member: [member] for member in component}
    sums: dict[tuple[str, str], float] = {
        pair: score for pair, score in scores.items() if pair[0] in clusters and pair[1] in clusters
    }
    while sums:
        pair = min(sums, key=lambda one: (-_mean(one, sums, clusters), one))
        if _mean(pair, sums, clusters) < SAME_STORY:
            break
        _join(*pair, clusters, sums)
    return [sorted(members) for members in clusters.values()]


def _mean(pair: tuple[str, str], sums: Mapping[tuple[str, str], float], clusters: Mapping[str, Sequence[str]]) -> float:
    return sums[pair] / (len(clusters[pair[0]]) * len(clusters[pair[1]]))


def _join(left: str, right: str, clusters: dict[str, list[str]], sums: dict[tuple[str, str], float]) -> None:
    """Merge ``right`` into ``left`` (the smaller id) and add up their similarities to every other cluster."""
    clusters[left] += clusters.pop(right)
    del sums[left, right]
    for pair in [pair for pair in sums if right in pair]:
        other = pair[0] if pair[1] == right else pair[1]
        key = (left, other) if left < other else (other, left)
        sums[key] = sums.get(key, 0.0) + sums.pop(pair)


@dataclass(frozen=True)
class Stories:
    """The stories of a corpus and the articles in them."""

    stories: tuple[Story, ...]
    story_articles: tuple[StoryArticle, ...]

    @property
    def of_article(self) -> Mapping[str, str]:
        """Article id → story id."""
        return {row.article_id: row.story_id for row in self.story_articles}


def stories_of(corpus: Corpus) -> Stories:
    """The stories of a sorted corpus; each article is in exactly one."""
    texts = (StoryText.of(row.article_id, row.published_on, row.headline, row.text) for row in corpus.articles)
    rows, members = [], []
    for ids in group(texts):
        story_id = content_id("story", ids[0])
        rows.append(_story(story_id, ids, corpus))
        members += [StoryArticle(story_id=story_id, article_id=one) for one in ids]
    return Stories(
        tuple(sorted(rows, key=lambda row: row.story_id)),
        tuple(sorted(members, key=lambda row: (row.story_id, row.article_id))),
    )


def _story(story_id: str, ids: Sequence[str], corpus: Corpus) -> Story:
    days = [day for one in ids if (day := corpus.published(one))]
    first = min(ids, key=lambda one: (corpus.published(one) or date.max, one))
    article = corpus.article[first]
    return Story(
        story_id=story_id,
        label=article.headline or next(iter(article.text.strip().splitlines()), "") or article.article_id,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
    )
