"""Statements as they are compared: who says which words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rapidfuzz.distance import LCSseq

from tasks.reconciling.gists import Gist, gist_of, same_gist
from tasks.reconciling.words import shingles
from tasks.tables.statements import StatementKind

_SHINGLE = 3
_FEW_WORDS = 5  # fewer words are one utterance only if they are equal
SHARE_TOLD = 0.75  # share of the shorter's words that the longer repeats in order
_SHARE_UNATTRIBUTED = 0.9  # the same where one side does not say who speaks
_ENOUGH_UNATTRIBUTED = 8  # and at least so many words
SAME_OCCASION_DAYS = 3
_MOST_NEIGHBOURS = 6  # of statements that share a run of words
_MOST_GIST_WORDS = 60  # a reported sentence; more are several


@dataclass(frozen=True)
class Utterance:
    """One statement; ``words`` are its folded words, ``quoted`` those between marks in it, if only some are.

    ``body`` is the speaker, folded, if it is a country or an organisation; ``serves`` are those whose office the
    speaker has, as the article says.
    """

    claim_id: str
    article_id: str
    story_id: str
    speaker_id: str | None
    kind: StatementKind
    text: str
    words: tuple[str, ...]
    quoted: tuple[str, ...]
    published_on: date | None
    by_pronoun: bool
    body: str | None = None
    serves: frozenset[str] = frozenset()

    @cached_property
    def gist(self) -> Gist | None:
        """What it tells; None if it is too long to tell one thing."""
        return gist_of(self.text) if len(self.words) <= _MOST_GIST_WORDS else None

    @property
    def unsure(self) -> bool:
        """Whether the article leaves open who speaks."""
        return self.speaker_id is None or self.by_pronoun


def overlap(short: Utterance, long: Utterance) -> float:
    """Share of the words of ``short`` that ``long`` has in the same order."""
    return LCSseq.similarity(short.words, long.words) / len(short.words) if short.words else 0.0


def same_occasion(left: Utterance, right: Utterance) -> bool:
    """In one story, or within days of each other: people repeat themselves."""
    if left.story_id == right.story_id:
        return True
    if left.published_on is None or right.published_on is None:
        return False
    return abs((left.published_on - right.published_on).days) <= SAME_OCCASION_DAYS


def same_utterance(short: Utterance, long: Utterance) -> bool:
    """Whether the longer tells the words of the shorter: altered, completed or cut, by one speaker.

    Where one side does not say who speaks, or says only "he", nearly equal words of another article are evidence of
    who it was: two people do not say so many words alike.
    """
    if not same_occasion(short, long):
        return False
    if not _same_speaker(short, long):
        unsure = short.unsure or long.unsure
        if not unsure or len(short.words) < _ENOUGH_UNATTRIBUTED or short.article_id == long.article_id:
            return False
        return overlap(short, long) >= _SHARE_UNATTRIBUTED
    if len(short.words) < _FEW_WORDS:
        return short.words == long.words
    return overlap(short, long) >= SHARE_TOLD or _same_quoted(short, long) or _same_reported(short, long)


def _same_speaker(left: Utterance, right: Utterance) -> bool:
    """One speaker, or in one story a body and who speaks for it by his office: "Norway says", "its minister said"."""
    if left.speaker_id is None or right.speaker_id is None:
        return False
    if left.speaker_id == right.speaker_id:
        return True
    return left.story_id == right.story_id and (left.body in right.serves or right.body in left.serves)


def _same_reported(short: Utterance, long: Utterance) -> bool:
    """Whether reporters tell the same in words of their own; quotations are compared by their words."""
    if short.kind == long.kind == "direct" or short.story_id != long.story_id:
        return False
    return short.gist is not None and long.gist is not None and same_gist(short.gist, long.gist)


def _same_quoted(left: Utterance, right: Utterance) -> bool:
    """Whether the words between the marks are told: what stands around them is each reporter's own."""
    if not left.quoted or not right.quoted:
        return False
    short, long = sorted((left.quoted, right.quoted), key=len)
    return len(short) > _FEW_WORDS and LCSseq.similarity(short, long) >= SHARE_TOLD * len(short)


@dataclass(frozen=True)
class Grouped:
    """``groups`` by utterance, each led by its shortest, in the order of their smallest claim.

    ``joined`` holds (part, whole) by claim id: a quotation of another group that the whole runs together with its own.
    """

    groups: list[list[Utterance]]
    joined: tuple[tuple[str, str], ...]


def utterance_groups(utterances: Iterable[Utterance]) -> Grouped:
    """Statements by utterance.

    From the shortest on, each statement joins the leader of which it tells most, or leads a group of its own; so a
    long quotation that runs two utterances together does not make them one. Those of nobody known come
    last, and join nobody where two people say their words: a reader could not tell either.
    """
    grouping = _Grouping()
    for one in sorted(utterances, key=lambda one: (one.speaker_id is None, *_length(one))):
        grouping.add(one)
    groups = (sorted(group, key=_length) for group in grouping.members.values())
    return Grouped(sorted(groups, key=lambda group: min(one.claim_id for one in group)), tuple(sorted(grouping.joined)))


def _length(one: Utterance) -> tuple[int, str]:
    return (len(one.words), one.claim_id)


class _Grouping:
    """Groups in the making, by the claim id of their leader."""

    def __init__(self) -> None:
        self.members: dict[str, list[Utterance]] = {}
        self.joined: list[tuple[str, str]] = []
        self._index: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)

    def add(self, one: Utterance) -> None:
        fitting = {
            leader.claim_id: leader
            for key in keys_of(one)
            for leader in self._index[key]
            if same_utterance(*sorted((leader, one), key=_length))
        }
        speakers = {leader.speaker_id for leader in fitting.values() if leader.speaker_id}
        if one.speaker_id is None and len(speakers) > 1:
            fitting = {}
        if fitting:
            best = min(fitting.values(), key=lambda leader: (-_told(leader, one), leader.claim_id))
            self.members[best.claim_id].append(one)
            self.joined += [(other, one.claim_id) for other in sorted(fitting) if other != best.claim_id]
        else:
            self.members[one.claim_id] = [one]
            for key in keys_of(one):
                self._index[key].append(one)


def _told(leader: Utterance, one: Utterance) -> float:
    short, long = sorted((leader, one), key=_length)
    return overlap(short, long) * len(short.words)


def keys_of(one: Utterance) -> set[tuple[str, ...]]:
    """Where a statement looks for its like: its runs of words, by speaker and by story; by story those of its gist."""
    runs = set(shingles(one.words, _SHINGLE)) or {one.words}
    found = {(one.story_id, *run) for run in runs}
    if one.gist is not None:
        found |= {(one.story_id, "", *run) for run in one.gist.runs()}
    return found | {(one.speaker_id, *run) for run in runs} if one.speaker_id else found


def lookalikes(groups: Iterable[Sequence[Utterance]]) -> Iterator[tuple[Utterance, Utterance]]:
    """Shortest statements of different groups that share a run of words in one story, each pair once."""
    holders: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    for leader in sorted((group[0] for group in groups), key=lambda one: one.claim_id):
        if len(leader.words) >= _FEW_WORDS:
            for run in set(shingles(leader.words, _SHINGLE)):
                holders[leader.story_id, *run].append(leader)
    found = {
        (one.claim_id, other.claim_id): (one, other)
        for members in holders.values()
        for index, one in enumerate(members, 1)
        for other in members[index : index + _MOST_NEIGHBOURS]
    }
    return (found[key] for key in sorted(found))
