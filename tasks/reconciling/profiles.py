"""What an article brings to reconciliation by itself, whatever the rest of the lake: found once, and kept."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tasks.reconciling.copies import CopyText
from tasks.reconciling.corpus import Corpus
from tasks.reconciling.counts import CONTESTABLE, bound_to_event
from tasks.reconciling.credits import Credits, credits_of
from tasks.reconciling.events import kind_of
from tasks.reconciling.matching import Match, Place, matches, runs_of
from tasks.reconciling.naming import NamesTold
from tasks.reconciling.sentences import Sentences
from tasks.reconciling.sharing import Hashes, Sharing, packed, unpacked
from tasks.reconciling.story_text import StoryText
from tasks.tables.articles import Article
from tasks.tables.dates import DateExpression
from tasks.tables.mentions import Mention
from tasks.tables.quantities import Quantity


class DatedKind(NamedTuple):
    """The kind of an event, and the mention of who does it."""

    kind: str
    actor_mention_id: str | None


@dataclass(frozen=True)
class Profile:
    """Pure in the article and its claims.

    ``runs`` are its runs of words outside quotations and names, with the number of the sentence of each; ``events``
    maps the claims that date an event to its kind and its actor; ``measures`` are those whose rival numbers contradict
    each other, ``lake_wide`` those of them that are compared beyond the story; ``names`` are those that it tells.
    """

    story: StoryText
    credits: Credits
    runs: Hashes
    run_sentences: tuple[int, ...]
    events: Mapping[str, DatedKind]
    measures: frozenset[str]
    lake_wide: frozenset[str]
    copy_runs: Hashes
    copy_without_runs: CopyText
    names: NamesTold

    @property
    def copy(self) -> CopyText:
        """The article as the search for copies sees it."""
        return replace(self.copy_without_runs, runs=frozenset(unpacked(self.copy_runs)))


def profiles_of(corpus: Corpus) -> dict[str, Profile]:
    """The profiles of the articles of a corpus, by id."""
    quantities: dict[str, list[Quantity]] = {row.article_id: [] for row in corpus.articles}
    dates: dict[str, list[DateExpression]] = {row.article_id: [] for row in corpus.articles}
    for quantity in corpus.quantities:
        quantities[quantity.article_id].append(quantity)
    for row in corpus.dates:
        dates[row.article_id].append(row)
    return {
        key: _profile(article, corpus.mentions_of[key], quantities[key], dates[key], corpus.acting)
        for key, article in corpus.article.items()
    }


def _profile(
    article: Article,
    mentions: Sequence[Mention],
    quantities: Iterable[Quantity],
    dates: Iterable[DateExpression],
    acting: Collection[str],
) -> Profile:
    sentences = Sentences.of(article.text)
    runs = runs_of(sentences, mentions)
    copy = CopyText.of(article.article_id, article.headline, article.text, quotations=False)
    kinds = ((row, kind_of(row, article.text)) for row in dates)
    counted = [(row.measure, row) for row in quantities if row.measure in CONTESTABLE]
    wide = (measure for measure, row in counted if not bound_to_event(row, sentences.words_at(row.start)))
    return Profile(
        story=StoryText.of(article.article_id, article.published_on, article.headline, article.text),
        credits=credits_of(sentences, article.byline),
        runs=packed(run for run, _ in runs),
        run_sentences=tuple(sentence for _, sentence in runs),
        events={row.claim_id: DatedKind(kind, row.actor_mention_id) for row, kind in kinds if kind is not None},
        measures=frozenset(measure for measure, _ in counted),
        lake_wide=frozenset(wide),
        copy_runs=packed(sorted(copy.runs)),
        copy_without_runs=replace(copy, runs=frozenset()),
        names=NamesTold.of(mentions, acting),
    )


def places_of(
    sharing: Sharing, profiles: Mapping[str, Profile], article_ids: Collection[str]
) -> Mapping[int, Sequence[Place]]:
    """Each run of words of the articles → the articles that have it, with the number of the sentence."""
    return {
        run: [(one, profiles[one].run_sentences[index]) for one, index in holders]
        for run, holders in sharing.holders(article_ids).items()
    }


def matches_of(
    sharing: Sharing, profiles: Mapping[str, Profile], article_ids: Collection[str]
) -> Mapping[str, tuple[Match, ...]]:
    """Article id → all its matches in the lake, for these articles; of others only those with these."""
    return matches(places_of(sharing, profiles, article_ids).values())
