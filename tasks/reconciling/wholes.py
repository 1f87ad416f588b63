"""Victims that one article counts twice: a smaller number told later is of a part of those told before."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.reconciling.counts import VICTIMS, Count
from tasks.reconciling.intervals import Interval
from tasks.reconciling.scene import Scene

# A sentence that sets its number against another, or tells what others say or said before
_RIVAL = re.compile(
    r"\b(?:but|however|whereas|although|though|contrary|earlier|initial(?:ly)?|originally|previous(?:ly)?"
    r"|revised|lowered|corrected|disput\w{1,5}|den(?:y|ied|ies)|claim(?:s|ed)|tolls?|puts?)\b",
    re.IGNORECASE,
)


def with_parts(counts: Sequence[Count], scene: Scene) -> tuple[Count, ...]:
    """The same counts, where those of a part of an event's victims only say that there are so many at least.

    "Five people were shot … One woman was badly wounded … Three were taken to hospital": a report begins with all
    victims and goes on to some of them, so that its later, smaller numbers contradict nothing. What it implies ("a girl
    and four others were shot") can be all of them as well.
    """
    told: dict[object, list[Count]] = defaultdict(list)
    for count in counts:
        if count.key.measure in VICTIMS and count.key.story_id and count.key.change == "total":
            told[count.article_id, count.key].append(count)
    parts = {one.claim_id: one for some in told.values() for one in _parts(some, scene)}
    return tuple(parts.get(count.claim_id, count) for count in counts)


def _parts(told: Sequence[Count], scene: Scene) -> Iterator[Count]:
    """Those smaller than the largest number before them."""
    whole = -math.inf
    for count in sorted(told, key=lambda one: (one.start, one.claim_id)):
        smaller = not math.isinf(count.interval.width) and count.interval.high < whole
        if smaller and not _RIVAL.search(scene.sentences[count.article_id].words_at(count.start)):
            yield replace(count, interval=Interval(count.interval.low, math.inf))
        whole = max(whole, count.interval.low)
