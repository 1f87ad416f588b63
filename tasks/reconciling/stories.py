"""Articles to stories: who writes about one event in the news."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from tasks.reconciling.linkage import Pair, average_linkage
from tasks.reconciling.story_text import StoryText, shared_words
from tasks.reconciling.words import weight
from tasks.reference.ids import content_id
from tasks.tables.stories import Story
from tasks.tables.story_articles import StoryArticle

# Mean likelihood from which articles are one story. Like the weights below it is set on the bench's incidents_dev.
SAME_STORY = 0.18
# The same for a storyline: stories near enough that a bare surname or a deadline means the same in both.
SAME_LINE = 0.05
WINDOW_DAYS = 30  # within it articles meet over one rare name, beyond it only over a name of two rare words
_NEIGHBOURS = 60  # of the articles that meet over one name, each is compared with so many that follow it in time
EMPTY: Mapping[Pair, float] = MappingProxyType({})  # nothing is known yet
_UNKNOWN_DAYS = 7  # between two articles of which one has no date


def likelihood(left: StoryText, right: StoryText) -> float:
    """How likely two articles tell one story, between 0 and 1: a logistic score of what they share.

    What counts: the names they share, of all names and of those in the leads; ages of people, times of day and telling
    numbers; words of the headlines; and the days between them, which count less if they share full names. Where both
    tell ages of victims, blocks of streets or kinds of occurrences, and no common one, they tell of two events.
    """
    names = math.fsum(left.names[word] for word in shared_words(left, right))
    share = names / (min(left.weight, right.weight) + 2)
    lead = math.fsum(weight(word) / 4 for word in left.lead & right.lead)
    lead_share = lead / (min(left.lead_weight, right.lead_weight) + 1)
    ages = min(2, len(left.ages & right.ages))
    headline = math.fsum(weight(word) / 4 for word in left.headline & right.headline)
    pairs = math.log1p(len(left.pairs & right.pairs))
    days = _days(left, right)
    figures = min(2, len(left.figures & right.figures))
    near = 0.7 * figures + 0.8 * (days <= 2) + 0.35 * min(2, len(left.times & right.times))
    near += _told_by_both(left.victims, right.victims, 0.5, -1.2) + _told_by_both(left.blocks, right.blocks, 0.5, -1.5)
    near += _told_by_both(left.kinds, right.kinds, 0.0, -3.0)
    score = 1.4 * math.log1p(names) + 5.7 * share + 6.6 * lead_share + 0.8 * ages + 1.1 * headline + near
    return 1 / (1 + math.exp(5.3 - score + 0.6 * pairs + (1.1 - 0.3 * pairs) * math.log1p(days)))


def _told_by_both(left: frozenset[str], right: frozenset[str], same: float, other: float) -> float:
    """What it counts that both tell such details: ``same`` if they have one in common, ``other`` if none."""
    return (other if left.isdisjoint(right) else same) if left and right else 0.0


def _days(left: StoryText, right: StoryText) -> int:
    if left.published_on is None or right.published_on is None:
        return _UNKNOWN_DAYS
    return abs((left.published_on - right.published_on).days)


def likelihoods(texts: Iterable[StoryText], known: Mapping[Pair, float] = EMPTY) -> Mapping[Pair, float]:
    """The likelihood of each pair of articles that has anything telling in common, the smaller id first.

    It depends on the two articles alone, never on the rest of the lake: it can be ``known`` from an earlier run.
    """
    by_id = {text.article_id: text for text in texts}
    return {
        (one, other): known[one, other] if (one, other) in known else likelihood(by_id[one], by_id[other])
        for one, other in _meetings(list(by_id.values()))
    }


def group(texts: Iterable[StoryText], threshold: float = SAME_STORY) -> list[list[str]]:
    """Article ids by story, or by storyline at the lower threshold; stories nest in storylines."""
    members = list(texts)
    return average_linkage((text.article_id for text in members), likelihoods(members), threshold)


def _meetings(texts: Sequence[StoryText]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share a rare name or a telling number near in time, or a name of two rare words."""
    places: dict[object, list[tuple[date, str]]] = defaultdict(list)
    for text in texts:
        at = (text.published_on or date.max, text.article_id)
        for pair in text.pairs:
            places[pair].append(at)
        for word in text.rare_names() | text.figures:
            for month in _months(text.published_on):
                places[word, month].append(at)
    found: set[tuple[str, str]] = set()
    for members in places.values():
        members.sort()
        for index, (_, one) in enumerate(members):
            for _, other in members[index + 1 : index + 1 + _NEIGHBOURS]:
                found.add((one, other) if one < other else (other, one))
    return iter(sorted(found))


def _months(published_on: date | None) -> tuple[int | None, ...]:
    """Windows that overlap by half, so that any two articles within the window of each other share one."""
    if published_on is None:
        return (None,)
    index = published_on.toordinal() // (WINDOW_DAYS + 1)
    return (index, index + 1)


@dataclass(frozen=True)
class Stories:
    """The stories of a corpus, the articles in them, and article id → a key of its storyline."""

    stories: tuple[Story, ...]
    story_articles: tuple[StoryArticle, ...]
    line_of: Mapping[str, str]
    likelihoods: Mapping[Pair, float]

    @cached_property
    def of_article(self) -> Mapping[str, str]:
        """Article id → story id."""
        return {row.article_id: row.story_id for row in self.story_articles}


def stories_of(texts: Iterable[StoryText], known: Mapping[Pair, float] = EMPTY) -> Stories:
    """The stories of articles; each is in exactly one. ``known`` are likelihoods of pairs of these articles."""
    by_id = {text.article_id: text for text in texts}
    scores = likelihoods(by_id.values(), known)
    rows, members = [], []
    for ids in average_linkage(by_id, scores, SAME_STORY):
        story_id = content_id("story", ids[0])
        rows.append(_story(story_id, [by_id[one] for one in ids]))
        members += [StoryArticle(story_id=story_id, article_id=one) for one in ids]
    return Stories(
        stories=tuple(sorted(rows, key=lambda row: row.story_id)),
        story_articles=tuple(sorted(members, key=lambda row: (row.story_id, row.article_id))),
        line_of={one: ids[0] for ids in average_linkage(by_id, scores, SAME_LINE) for one in ids},
        likelihoods=scores,
    )


def _story(story_id: str, texts: Sequence[StoryText]) -> Story:
    days = [text.published_on for text in texts if text.published_on]
    first = min(texts, key=lambda text: (text.published_on or date.max, text.article_id))
    return Story(
        story_id=story_id,
        label=first.title,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
    )
