"""Reconcile: claims across articles to entities, origins, stories and facts with verdicts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from prefect import task

from tasks.lake import Lake, Reader, Stage
from tasks.reconciling import Corpus, Memory, Unpublished, recall, regroup, remember
from tasks.reference.fingerprints import fingerprint
from tasks.tables.articles import ARTICLES
from tasks.tables.candidates import CANDIDATES, Candidate
from tasks.tables.claim_origins import CLAIM_ORIGINS, ClaimOrigin
from tasks.tables.dates import DATES
from tasks.tables.decisions import DECISIONS, Decision
from tasks.tables.declaration import Table
from tasks.tables.entities import ENTITIES
from tasks.tables.evidence import EVIDENCE, Evidence
from tasks.tables.fact_relations import FACT_RELATIONS
from tasks.tables.facts import FACTS
from tasks.tables.judgements import JUDGEMENTS, Judgement
from tasks.tables.mention_entities import MENTION_ENTITIES
from tasks.tables.mentions import MENTIONS
from tasks.tables.origin_relations import ORIGIN_RELATIONS
from tasks.tables.origins import ORIGINS
from tasks.tables.quantities import QUANTITIES
from tasks.tables.sources import SOURCES
from tasks.tables.statements import STATEMENTS
from tasks.tables.stories import STORIES
from tasks.tables.story_articles import STORY_ARTICLES

_OURS = "entity_id"  # the column of the questions that reconciliation leaves open

# What is made for the whole lake, and what is replaced for some ids: those of the table named.
_WHOLE: tuple[Table[Any], ...] = (ORIGINS, ORIGIN_RELATIONS, STORIES, STORY_ARTICLES)
_IN_PARTS: Mapping[Table[Any], Table[Any]] = {
    ENTITIES: ENTITIES,
    MENTION_ENTITIES: MENTION_ENTITIES,
    FACTS: FACTS,
    EVIDENCE: FACTS,
    FACT_RELATIONS: FACTS,
    CLAIM_ORIGINS: CLAIM_ORIGINS,
    DECISIONS: DECISIONS,
}


def reconciled_by(judged_by: str = "") -> str:
    """The fingerprint of everything that decides what a fact is; ``judged_by`` is that of the judgements, if any."""
    versions = (f"rapidfuzz {version('rapidfuzz')}", *filter(None, (judged_by,)))
    return fingerprint(("tasks.reconciling", "tasks.reference"), *versions)


@task
def reconcile(lake: Lake, stage: Stage, reconciled_by: str, memory: Path) -> int:
    """Stage the facts that what is new touches, with what they stand on; returns their number.

    ``memory`` is the file in which runs remember each other. Where it is not of the published lake, or the code or a
    judgement changed, everything is made anew, with the same result.
    """
    stage.withdraw(*_WHOLE, *_IN_PARTS)
    with lake.reader(stage=stage) as reader, lake.reader() as published:
        prints = _prints(reader)
        known = _known(reader, published, reconciled_by, memory)
        lookup = _LakeLookup(reader, published, prints) if known else Unpublished(_corpus(reader))
        found = regroup(known or Memory(), prints, lookup, reconciled_by)
        kept = _kept(published, found.replaced) if found.replaced else []
        _put_candidates(stage, reader, (*kept, *found.rows.candidates))
    for table in _WHOLE:
        stage.put_all(table, getattr(found.rows, table.name))
    for table, owners in _IN_PARTS.items():
        rows = getattr(found.rows, table.name)
        if found.replaced is None:
            stage.put_all(table, rows)
        else:
            stage.put(table, rows, found.replaced[owners.name])
    remember(memory, reconciled_by, found.memory)
    return len(found.rows.facts)


def _prints(reader: Reader) -> dict[str, str]:
    rows = reader.named("runs/article_marks")
    return dict(zip(rows.column("article_id").to_pylist(), rows.column("mark").to_pylist(), strict=True))


def _known(reader: Reader, published: Reader, reconciled_by: str, memory: Path) -> Memory | None:
    """What the run remembers that made the published lake, if this code and these judgements did."""
    made_by = published.named("runs/facts_made_by").column("reconciled_by").to_pylist()
    if made_by != [reconciled_by] or published.rows(JUDGEMENTS) != reader.rows(JUDGEMENTS):
        return None
    return recall(memory, reconciled_by, _prints(published))


def _corpus(reader: Reader, article_ids: Collection[str] | None = None) -> Corpus:
    """The current articles, or some of them, with what was extracted from them; all sources and judgements."""
    return Corpus(
        articles=tuple(row for row in reader.rows(ARTICLES, article_ids) if row.is_current),
        sources=tuple(reader.rows(SOURCES)),
        mentions=tuple(reader.rows(MENTIONS, article_ids)),
        quantities=tuple(reader.rows(QUANTITIES, article_ids)),
        statements=tuple(reader.rows(STATEMENTS, article_ids)),
        dates=tuple(reader.rows(DATES, article_ids)),
        judgements=_judgements(reader),
    )


def _judgements(reader: Reader) -> tuple[Judgement, ...]:
    return tuple(row for row in reader.rows(JUDGEMENTS) if row.problem is None)


class _LakeLookup:
    """The candidate state of the lake and its published state, as reconciliation asks for them."""

    def __init__(self, reader: Reader, published: Reader, current: Collection[str]) -> None:
        self._reader = reader
        self._published = published
        self._current = frozenset(current)

    def judgements(self) -> tuple[Judgement, ...]:
        return _judgements(self._reader)

    def load(self, article_ids: Collection[str]) -> Corpus:
        return _corpus(self._reader, article_ids)

    def quoting(self, mention_ids: Collection[str]) -> frozenset[str]:
        rows = self._reader.named("runs/articles_quoting", mention_ids=sorted(mention_ids))
        return self._current.intersection(rows.column("article_id").to_pylist())

    def holding(self, claim_ids: Collection[str]) -> frozenset[str]:
        rows = self._reader.named("runs/articles_holding", claim_ids=sorted(claim_ids))
        return self._current.intersection(rows.column("article_id").to_pylist())

    def published_evidence(self, article_ids: Collection[str]) -> Sequence[Evidence]:
        rows = self._published.named("runs/evidence_of_articles", article_ids=sorted(article_ids))
        return EVIDENCE.from_arrow(rows)

    def published_partners(self, article_ids: Collection[str]) -> frozenset[str]:
        rows = self._published.named("runs/partners_of_articles", article_ids=sorted(article_ids))
        return frozenset(rows.column("article_id").to_pylist())

    def published_origins(self, article_ids: Collection[str]) -> Sequence[ClaimOrigin]:
        rows = self._published.named("runs/origins_of_articles", article_ids=sorted(article_ids))
        return CLAIM_ORIGINS.from_arrow(rows)

    def published_decisions(self, claim_ids: Collection[str]) -> Sequence[Decision]:
        return DECISIONS.from_arrow(self._published.named("runs/decisions_on_claims", claim_ids=sorted(claim_ids)))


def _kept(published: Reader, replaced: Mapping[str, Collection[str]]) -> list[Candidate]:
    """The published questions about mentions that are not asked anew."""
    anew = replaced[MENTION_ENTITIES.name]
    return [row for row in published.rows(CANDIDATES) if row.column_name == _OURS and row.row_id not in anew]


def _put_candidates(stage: Stage, reader: Reader, ours: Iterable[Candidate]) -> None:
    """Replace the open questions of reconciliation, and leave those of the earlier stages."""
    was, now = defaultdict(set), defaultdict(set)
    for row in reader.rows(CANDIDATES):
        was[row.article_id].add(row)
        if row.column_name != _OURS:
            now[row.article_id].add(row)
    for row in ours:
        now[row.article_id].add(row)
    changed = [article_id for article_id in was.keys() | now.keys() if was[article_id] != now[article_id]]
    stage.put(CANDIDATES, [row for article_id in changed for row in now[article_id]], changed)
