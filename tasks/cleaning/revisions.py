"""Versions of one page: which article revises which, what changed, and which one is current.

Two articles can be versions of one page where both stand: at one web address, at one path of the raw folder, or, if
neither has an address, under one headline of one outlet within a few days. That they are shows in what they share:
the headline or some of their words; without an address, nearly all words of the shorter one. A notice that the
article was withdrawn shares nothing, and revises the page where it stands if there is only one. Articles of two known
outlets never revise one another. A false revision hides an article from the facts, a missed one only adds a second
report of the same outlet, so what is not sure is no revision.

Nothing here depends on the order in which articles came. It is linear in the texts: runs of words are indexed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tasks.cleaning.versions import (
    Place,
    PlaceKind,
    Version,
    VersionPrint,
    VersionText,
    in_order,
    shared_places,
    versions_of,
)
from tasks.tables.articles import RevisionKind

# Shares of the shorter version's runs of words that both have. They were set by reason, on no sample. What is added to
# a report leaves the share at 1; five words in a row are lost for each one that changes. At one place little is asked:
# only that the place was not given to another article. Elsewhere a day's report from a template must stay one report.
_ENOUGH: Mapping[PlaceKind, float] = {"address": 0.1, "path": 0.1, "headline": 0.8}
_DAYS_APART = 3  # versions without an address: a headline that comes again later is another report's

Texts = Callable[[Collection[str]], Mapping[str, VersionText]]


@dataclass(frozen=True)
class Revision:
    """Columns of ``articles`` that speak of versions."""

    revision_of: str | None = None
    revision_kind: RevisionKind | None = None
    is_current: bool = True


def revise(prints: Iterable[VersionPrint], texts: Texts) -> dict[str, Revision]:
    """The place of every article of the lake among its page's versions, by article id.

    ``texts`` gives the texts of some articles; it is asked once, for those that share a place with another. Copies
    have no place of their own: they make their original known at their paths and as new as the newest of them.
    """
    versions = versions_of(prints)
    placed = {each.article_id: Revision(is_current=True) for each in versions}
    placed |= {copy.article_id: Revision(is_current=False) for each in versions for copy in each.prints[1:]}
    for page in _pages(versions, texts):
        for before, after in pairwise(page):
            placed[before.article_id] = replace(placed[before.article_id], is_current=False)
            placed[after.article_id] = Revision(before.article_id, kind_of(before, after))
    return placed


def kind_of(before: Version, after: Version) -> RevisionKind:
    """What a version changed in the one before it.

    ``withdrawn``: little is left but a notice that says so. ``corrected``: a notice of a correction is new on the
    page, in whatever block. ``recrawled``: headline and body say the same words; only type, white space or paragraphs
    differ (where not even these do, the article is a copy). ``updated``: any other.
    """
    if after.is_withdrawn:
        return "withdrawn"
    if any(notice.kind == "corrected" for notice in after.notices - before.notices):
        return "corrected"
    return "recrawled" if after.words == before.words else "updated"


def _pages(versions: Sequence[Version], texts: Texts) -> Iterator[Sequence[Version]]:
    """The versions of each page that has several, oldest first."""
    places = shared_places(versions)
    known = texts({version.article_id for there in places.values() for version in there})
    read = {
        each.article_id: replace(each, content=known[each.article_id]) for each in versions if each.article_id in known
    }
    threads = (
        thread
        for place, there in places.items()
        for thread in _threads(place, in_order([read[version.article_id] for version in there]))
    )
    for page in _joined(threads):
        for versions_of_outlet in _by_outlet([read[article_id] for article_id in page]):
            yield in_order(versions_of_outlet)


def _threads(place: Place, versions: Iterable[Version]) -> list[list[Version]]:
    """The versions at one place, oldest first, by page: more than one if the place was given away."""
    threads: list[list[Version]] = []
    holder: dict[int | str, int] = {}  # run of words or headline → the last thread that had it
    for version in versions:
        thread = _thread_of(version, place.kind, threads, holder)
        if thread is None:
            thread = len(threads)
            threads.append([])
        threads[thread].append(version)
        holder.update(dict.fromkeys(version.runs, thread))
        if version.headline:
            holder[version.headline] = thread
    return threads


def _thread_of(
    version: Version, kind: PlaceKind, threads: Sequence[Sequence[Version]], holder: Mapping[int | str, int]
) -> int | None:
    shared = Counter(holder[run] for run in version.runs if run in holder)
    for thread, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        last = threads[thread][-1]
        if count >= _ENOUGH[kind] * min(len(version.runs), len(last.runs)) and _is_near(kind, last, version):
            return thread
    if kind == "headline":
        return None
    if version.headline and version.headline in holder:
        return holder[version.headline]
    return 0 if version.is_withdrawn and len(threads) == 1 else None


def _is_near(kind: PlaceKind, before: Version, after: Version) -> bool:
    if kind != "headline" or before.published_on is None or after.published_on is None:
        return kind != "headline"
    return (after.published_on - before.published_on).days <= _DAYS_APART


def _joined(threads: Iterable[Sequence[Version]]) -> list[list[str]]:
    """Ids of the versions of each page: threads that have a version in common are one page's."""
    parent: dict[str, str] = {}

    def root(article_id: str) -> str:
        while parent.setdefault(article_id, article_id) != article_id:
            parent[article_id] = parent[parent[article_id]]
            article_id = parent[article_id]
        return article_id

    for thread in threads:
        for version in thread[1:]:
            parent[root(version.article_id)] = root(thread[0].article_id)
    pages: dict[str, list[str]] = defaultdict(list)
    for article_id in sorted(parent):
        pages[root(article_id)].append(article_id)
    return list(pages.values())


def _by_outlet(versions: Sequence[Version]) -> Iterable[Sequence[Version]]:
    """All of them if at most one outlet is known, else those of each; of none, if it is not known, apart."""
    if len({version.source_id for version in versions} - {None}) <= 1:
        return [versions]
    found: dict[str | None, list[Version]] = defaultdict(list)
    for version in versions:
        found[version.source_id].append(version)
    return found.values()
