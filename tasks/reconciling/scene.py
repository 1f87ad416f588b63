"""What every part of reconciliation looks claims up in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tasks.reconciling.corpus import Corpus
from tasks.reconciling.entities import Entities
from tasks.reconciling.sentences import Sentences, sentences_of


@dataclass(frozen=True)
class Scene:
    """A sorted corpus with its entities, and each article's story and storyline."""

    corpus: Corpus
    entities: Entities
    story_of: Mapping[str, str]
    line_of: Mapping[str, str]

    @cached_property
    def sentences(self) -> Mapping[str, Sentences]:
        """Article id → its sentences."""
        return sentences_of(self.corpus)

    def published(self, article_id: str) -> date | None:
        return self.corpus.published(article_id)

    def name(self, entity_id: str | None, otherwise: str) -> str:
        """An entity's name for people."""
        return self.entities.name(entity_id) or otherwise
