"""Parts and wholes: numbers that an article relates, and that must never be added or compared as rivals."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tasks.reconciling.counts import Count
from tasks.reconciling.scene import Scene
from tasks.reconciling.sentences import Sentences

_PART_OF = re.compile(r"\b(?:part|share|fraction|portion) of\b")
_OF_THE = re.compile(r"^\s+(?:\w+\s+){0,2}?of (?:the|its|their|those|these|some|a total of)\b")
_AMONG = re.compile(r"\b(?:including|of whom|of which|of them|among them|among whom)\b")
_REST = re.compile(r"\bthe (?:rest|remainder|others|remaining)\b")
_LONGEST_LINK = 160  # characters between part and whole


def parts_of(counts: Sequence[Count], scene: Scene) -> Iterator[tuple[str, str]]:
    """Pairs of claim ids (part, whole) that one article relates in so many words."""
    by_article: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        by_article[count.article_id].append(count)
    for article_id, rows in sorted(by_article.items()):
        rows.sort(key=lambda count: (count.start, count.claim_id))
        sentences = scene.sentences[article_id]
        for index, count in enumerate(rows):
            before = rows[index - 1] if index else None
            after = rows[index + 1] if index + 1 < len(rows) else None
            if after and _alike(count, after) and _says_part(count, after, sentences):
                yield count.claim_id, after.claim_id
            if before and _alike(count, before) and _says_whole(before, count, sentences):
                yield count.claim_id, before.claim_id


def _alike(part: Count, whole: Count) -> bool:
    """One measure, and a whole that is not smaller than its part."""
    return part.key.measure == whole.key.measure and part.interval.low <= whole.interval.high


def _says_part(part: Count, whole: Count, sentences: Sentences) -> bool:
    """ "300 soldiers as part of a 2,000-strong force", "300 of the 2,000"."""
    between = sentences.text[part.end : whole.start][:_LONGEST_LINK].casefold()
    if sentences.index(part.start) != sentences.index(whole.start):
        return False
    return bool(_PART_OF.search(between) or _OF_THE.search(between))


def _says_whole(whole: Count, part: Count, sentences: Sentences) -> bool:
    """ "2,000 soldiers, including 300 …", and "A 2,000-strong force … 300 come from X and the rest from …"."""
    here, there = sentences.index(part.start), sentences.index(whole.start)
    if here == there and _AMONG.search(sentences.text[whole.end : part.start][:_LONGEST_LINK].casefold()):
        return True
    rest = sentences.text[part.end : sentences.at(part.start).end].casefold()
    return here - there <= 1 and bool(_REST.search(rest[:_LONGEST_LINK]))
