"""One version of a page: where it stands, how old it is, and what it says."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias
from zlib import crc32

from tasks.cleaning.addresses import page_address
from tasks.cleaning.lines import key_of
from tasks.cleaning.notices import Notice, notices_on

PlaceKind: TypeAlias = Literal["address", "path", "headline"]

_WORD = re.compile(r"[^\W_]+")
_RUN = 5  # words in a row: a template's stock phrases are rarely longer
_WITHDRAWN_WORDS = 80  # a page that says so in more words still tells its story
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class VersionPrint:
    """One article of the lake; ``url`` and ``path`` are its document's."""

    article_id: str
    copy_of: str | None
    source_id: str | None
    url: str | None
    path: str
    headline: str | None
    published_on: date | None
    published_at: datetime | None
    retrieved_at: datetime | None


class VersionText(NamedTuple):
    """An article's text and the text of the page it was on."""

    article: str
    page: str


_UNREAD = VersionText("", "")


class Place(NamedTuple):
    """Where versions of one page can meet."""

    kind: PlaceKind
    key: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """An article with its identical copies; ``prints`` begins with the original."""

    prints: tuple[VersionPrint, ...]
    content: VersionText = _UNREAD

    @property
    def article_id(self) -> str:
        return self.prints[0].article_id

    @property
    def source_id(self) -> str | None:
        return self.prints[0].source_id

    @cached_property
    def places(self) -> frozenset[Place]:
        """Its addresses and paths; without any address and with a known outlet and day, its headline too."""
        addresses = {address for each in self.prints if each.url and (address := page_address(each.url))}
        found = {Place("address", (address,)) for address in addresses}
        found |= {Place("path", (each.path,)) for each in self.prints}
        if not addresses and self.source_id and self.headline and self.published_on:
            found.add(Place("headline", (self.source_id, self.headline)))
        return frozenset(found)

    @cached_property
    def headline(self) -> str | None:
        return key_of(self.prints[0].headline or "") or None

    @cached_property
    def published_on(self) -> date | None:
        return max((each.published_on for each in self.prints if each.published_on), default=None)

    @cached_property
    def published_at(self) -> datetime | None:
        return max((each.published_at for each in self.prints if each.published_at), default=None)

    @cached_property
    def retrieved_at(self) -> datetime:
        return max((each.retrieved_at for each in self.prints if each.retrieved_at), default=_LONG_AGO)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(unicodedata.normalize("NFKC", self.content.article).casefold()))

    @cached_property
    def runs(self) -> frozenset[int]:
        """Hashes of every few words in a row; of all words if there are not more."""
        starts = range(max(1, len(self.words) - _RUN + 1))
        return frozenset(
            crc32(" ".join(self.words[start : start + _RUN]).encode("utf-8", "surrogatepass")) for start in starts
        )

    @cached_property
    def notices(self) -> frozenset[Notice]:
        return notices_on(self.content.page)

    @cached_property
    def is_withdrawn(self) -> bool:
        """Whether the page has little more to say than that its article was taken back."""
        return len(self.words) <= _WITHDRAWN_WORDS and any(notice.kind == "withdrawn" for notice in self.notices)


def versions_of(prints: Iterable[VersionPrint]) -> list[Version]:
    """Articles with their copies, in the order of their ids, without their texts."""
    members: dict[str, list[VersionPrint]] = {}
    for each in sorted(prints, key=lambda each: (each.copy_of is not None, each.article_id)):
        members.setdefault(each.copy_of or each.article_id, []).append(each)
    return [Version(tuple(members[article_id])) for article_id in sorted(members)]


def shared_places(versions: Iterable[Version]) -> Mapping[Place, Sequence[Version]]:
    """The places where more than one version stands."""
    found: dict[Place, list[Version]] = {}
    for version in versions:
        for place in version.places:
            found.setdefault(place, []).append(version)
    return {place: found[place] for place in sorted(found) if len(found[place]) > 1}


def in_order(versions: Sequence[Version]) -> list[Version]:
    """Oldest first: by publication, then retrieval, then the number of notices of a change, then id.

    Moments of publication count if all versions have one, else days. A version without a day comes before those that
    have one, so that it hides none of them, unless it says that the article was withdrawn.
    """
    exact = all(version.published_at for version in versions)

    def age(version: Version) -> tuple[datetime, datetime, int, str]:
        return (_published(version, exact), version.retrieved_at, len(version.notices), version.article_id)

    return sorted(versions, key=age)


def _published(version: Version, exact: bool) -> datetime:
    if exact and version.published_at:
        return version.published_at
    day = version.published_on or (date.max if version.is_withdrawn else date.min)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
