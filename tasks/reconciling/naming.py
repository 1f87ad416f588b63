"""Mentions to names: one row a spelling, with the company it keeps."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from sys import intern
from typing import NamedTuple

from tasks.reconciling.names import Name, words_of
from tasks.reconciling.words import RARE, weight
from tasks.reference.places import country_of_capital, fold
from tasks.tables.entities import EntityKind
from tasks.tables.mentions import Mention, MentionLabel

_KINDS: Mapping[str, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
    "group": "group",
    "force": "force",
}


class Told(NamedTuple):
    """A mention as names are made of it; ``acts``: it speaks, acts or holds something."""

    mention_id: str
    article_id: str
    name: str
    folded: str
    label: MentionLabel
    role: str | None
    acts: bool
    raw_start: int
    raw_end: int


@dataclass(frozen=True)
class NamesTold:
    """The mentions of one article, the surnames of the people whom it names in full, and the places it names."""

    told: tuple[Told, ...] = ()
    surnames: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @classmethod
    def of(cls, mentions: Iterable[Mention], acting: Collection[str]) -> "NamesTold":
        """``acting`` are the mentions that speak, act or hold something. Equal words are one object, kept once."""
        told = tuple(
            Told(
                mention_id=row.mention_id,
                article_id=intern(row.article_id),
                name=intern(row.name),
                folded=intern(fold(row.name)),
                label=row.label,
                role=row.role and fold(row.role),
                acts=row.mention_id in acting,
                raw_start=row.raw_start,
                raw_end=row.raw_end,
            )
            for row in mentions
        )
        words = [words_of(row.folded) for row in told if row.label == "person"]
        places = frozenset(row.folded for row in told if row.label == "place")
        return cls(told, frozenset(some[-1] for some in words if len(some) > 1), places)


@dataclass(frozen=True)
class Naming:
    """What the articles of a lake name, by article id, and their storylines."""

    articles: Mapping[str, NamesTold]
    line_of: Mapping[str, str]

    @cached_property
    def told(self) -> Mapping[str, Told]:
        """Mentions by id."""
        return {row.mention_id: row for article in self.articles.values() for row in article.told}

    @cached_property
    def rare(self) -> frozenset[str]:
        """The surnames of full names anywhere that are rare words: such a word is a surname wherever it stands."""
        surnames = frozenset[str]().union(*(article.surnames for article in self.articles.values()))
        return frozenset(one for one in surnames if weight(one) >= RARE)

    def folded(self, article_ids: Iterable[str]) -> set[str]:
        """The folded names in some articles."""
        here = (self.articles[one] for one in article_ids if one in self.articles)
        return {row.folded for article in here for row in article.told}

    def names(self, folded: Collection[str]) -> tuple[Name, ...]:
        """The names with one of these folded forms; descriptions ("a diplomat") name nobody.

        A person's bare name is one name an article, any other name one in the lake. A word that the model calls now a
        person, now something else, is what it is called more often, and a person where it is the surname of a full name
        in the article or, being a rare word, anywhere.
        """
        rows = [row for row in self.told.values() if row.folded in folded]
        labels: dict[str, Counter[str]] = defaultdict(Counter)
        for row in rows:
            labels[row.folded][row.label] += 1
        grouped: dict[tuple[str, str, str | None], list[Told]] = defaultdict(list)
        for row in rows:
            if row.label in _KINDS and words_of(row.folded):
                family = self._family(row, labels[row.folded])
                bare = family == "person" and len(words_of(row.folded)) == 1
                local = bare or (family == "thing" and country_of_capital(row.folded) is not None)
                grouped[family, row.folded, row.article_id if local else None].append(row)
        return tuple(self._name(*key, grouped[key]) for key in sorted(grouped, key=str))

    def _family(self, row: Told, labels: Counter[str]) -> str:
        is_surname = row.folded in self.rare or row.folded in self.articles[row.article_id].surnames
        if is_surname and row.label != "place" and len(words_of(row.folded)) == 1:
            return "person"
        return "person" if labels["person"] > labels.total() - labels["person"] else "thing"

    def _name(self, family: str, folded: str, scope: str | None, rows: Sequence[Told]) -> Name:
        articles = frozenset(row.article_id for row in rows)
        return Name(
            key=f"{family}:{folded}" + (f"@{scope}" if scope else ""),
            text=best_spelling(rows),
            folded=folded,
            kind="person" if family == "person" else _kind(rows),
            scope=scope,
            mention_ids=tuple(sorted(row.mention_id for row in rows)),
            articles=articles,
            lines=frozenset(self.line_of[article] for article in articles),
            roles=frozenset(row.role for row in rows if row.role),
            places=frozenset[str]().union(*(self.articles[article].places for article in articles)),
            acts=any(row.acts for row in rows),
        )


def _kind(rows: Iterable[Told]) -> EntityKind:
    counts = Counter(row.label for row in rows if row.label != "person")
    return _KINDS[min(counts, key=lambda label: (-counts[label], label))] if counts else "organisation"


def best_spelling(rows: Iterable[Told]) -> str:
    """The spelling that most articles have; of equals the one that is not shouted, then the smallest."""
    articles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        articles[row.name].add(row.article_id)
    return min(articles, key=lambda name: (-len(articles[name]), len(name) > 4 and name.isupper(), name))
