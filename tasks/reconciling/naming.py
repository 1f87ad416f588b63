"""Mentions to names: one row a spelling, with the company it keeps."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tasks.reconciling.corpus import Corpus
from tasks.reconciling.names import Name, words_of
from tasks.reconciling.words import RARE, weight
from tasks.reference.places import country_of_capital, fold
from tasks.tables.entities import EntityKind
from tasks.tables.mentions import Mention

_KINDS: Mapping[str, EntityKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
    "group": "group",
    "force": "force",
}


def names_of(corpus: Corpus, line_of: Mapping[str, str]) -> tuple[Name, ...]:
    """Every name of the corpus by its key; descriptions ("a diplomat") name nobody.

    A person's bare name is one name an article, any other name one in the lake. A word that the model calls now a
    person, now something else, is what it is called more often, and a person where it is the surname of a full name
    in the article or, being a rare word, anywhere.
    """
    labels = _labels(corpus)
    rare = {last for row in corpus.mentions if _is_full_person(row) and weight(last := _last(row)) >= RARE}
    grouped: dict[tuple[str, str, str | None], list[Mention]] = defaultdict(list)
    for rows in corpus.mentions_of.values():
        surnames = {_last(row) for row in rows if _is_full_person(row)} | rare
        for row in rows:
            folded = fold(row.name)
            if row.label in _KINDS and words_of(folded):
                family = _family(row, folded, labels, surnames)
                bare = family == "person" and len(words_of(folded)) == 1
                local = bare or (family == "thing" and country_of_capital(folded) is not None)
                grouped[family, folded, row.article_id if local else None].append(row)
    return tuple(_name(*key, grouped[key], line_of) for key in sorted(grouped, key=str))


def _labels(corpus: Corpus) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in corpus.mentions:
        found[fold(row.name)][row.label] += 1
    return found


def _last(row: Mention) -> str:
    return words_of(fold(row.name))[-1]


def _is_full_person(row: Mention) -> bool:
    return row.label == "person" and len(words_of(fold(row.name))) > 1


def _family(row: Mention, folded: str, labels: Mapping[str, Counter[str]], surnames: set[str]) -> str:
    if row.label != "place" and len(words_of(folded)) == 1 and folded in surnames:
        return "person"
    persons = labels[folded]["person"]
    return "person" if persons > labels[folded].total() - persons else "thing"


def _name(family: str, folded: str, scope: str | None, rows: Sequence[Mention], line_of: Mapping[str, str]) -> Name:
    articles = frozenset(row.article_id for row in rows)
    return Name(
        key=f"{family}:{folded}" + (f"@{scope}" if scope else ""),
        text=best_spelling(rows),
        folded=folded,
        kind="person" if family == "person" else _kind(rows),
        scope=scope,
        mention_ids=tuple(sorted(row.mention_id for row in rows)),
        articles=articles,
        lines=frozenset(line_of[article] for article in articles),
        roles=frozenset(fold(row.role) for row in rows if row.role),
    )


def _kind(rows: Iterable[Mention]) -> EntityKind:
    counts = Counter(row.label for row in rows if row.label != "person")
    return _KINDS[min(counts, key=lambda label: (-counts[label], label))] if counts else "organisation"


def best_spelling(rows: Iterable[Mention]) -> str:
    """The spelling that most articles have; of equals the one that is not shouted, then the smallest."""
    articles: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        articles[row.name].add(row.article_id)
    return min(articles, key=lambda name: (-len(articles[name]), len(name) > 4 and name.isupper(), name))
