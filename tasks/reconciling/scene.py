"""What every part of reconciliation looks claims up in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tasks.reconciling.corpus import Corpus
from tasks.reconciling.entities import Entities
from tasks.reconciling.judgements import Judged, judged_claims
from tasks.reconciling.profiles import Profile
from tasks.reconciling.sentences import Sentences, SentencesOf


@dataclass(frozen=True)
class Scene:
    """A sorted corpus with its entities, and each article's story, storyline and profile."""

    corpus: Corpus
    entities: Entities
    story_of: Mapping[str, str]
    line_of: Mapping[str, str]
    profiles: Mapping[str, Profile]

    @cached_property
    def sentences(self) -> Mapping[str, Sentences]:
        """Article id → its sentences."""
        return SentencesOf(self.corpus.article)

    @cached_property
    def judged(self) -> Judged:
        """What people ruled on the claims."""
        judgements = self.corpus.judgements
        return judged_claims(judgements, (row.claim_id for row in self.corpus.claims)) if judgements else Judged()

    def heard(self) -> "Scene":
        """The scene without the claims that people rejected: they stay where they are told and prove nothing."""
        rejected = self.judged.rejected
        return replace(self, corpus=self.corpus.without(rejected)) if rejected else self

    def published(self, article_id: str) -> date | None:
        return self.corpus.published(article_id)

    def name(self, entity_id: str | None, otherwise: str) -> str:
        """An entity's name for people."""
        return self.entities.name(entity_id) or otherwise
