"""Reconcile: claims across articles to entities, origins, stories and facts with verdicts."""

from collections import defaultdict
from importlib.metadata import version

from prefect import task

from tasks.lake import Lake, Stage
from tasks.reconciling import Corpus
from tasks.reconciling import reconcile as reconcile_claims
from tasks.reference.fingerprints import fingerprint
from tasks.tables.articles import ARTICLES
from tasks.tables.candidates import CANDIDATES, Candidate
from tasks.tables.claim_origins import CLAIM_ORIGINS
from tasks.tables.dates import DATES
from tasks.tables.decisions import DECISIONS
from tasks.tables.entities import ENTITIES
from tasks.tables.evidence import EVIDENCE
from tasks.tables.fact_relations import FACT_RELATIONS
from tasks.tables.facts import FACTS
from tasks.tables.judgements import JUDGEMENTS
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


def reconciled_by(judged_by: str = "") -> str:
    """The fingerprint of everything that decides what a fact is; ``judged_by`` is that of the judgements, if any."""
    versions = (f"rapidfuzz {version('rapidfuzz')}", *filter(None, (judged_by,)))
    return fingerprint(("tasks.reconciling", "tasks.reference"), *versions)


@task
def reconcile(lake: Lake, stage: Stage, reconciled_by: str) -> int:
    """Stage the facts of the whole lake and what they stand on; returns their number."""
    with lake.reader(stage=stage) as reader:
        articles = tuple(article for article in reader.rows(ARTICLES) if article.is_current)
        corpus = Corpus(
            articles=articles,
            sources=tuple(reader.rows(SOURCES)),
            mentions=tuple(reader.rows(MENTIONS)),
            quantities=tuple(reader.rows(QUANTITIES)),
            statements=tuple(reader.rows(STATEMENTS)),
            dates=tuple(reader.rows(DATES)),
            judgements=tuple(row for row in reader.rows(JUDGEMENTS) if row.problem is None),
        )
        candidates = reader.rows(CANDIDATES)
    found = reconcile_claims(corpus, reconciled_by)
    stage.put_all(ENTITIES, found.entities)
    stage.put_all(MENTION_ENTITIES, found.mention_entities)
    stage.put_all(ORIGINS, found.origins)
    stage.put_all(CLAIM_ORIGINS, found.claim_origins)
    stage.put_all(ORIGIN_RELATIONS, found.origin_relations)
    stage.put_all(STORIES, found.stories)
    stage.put_all(STORY_ARTICLES, found.story_articles)
    stage.put_all(FACTS, found.facts)
    stage.put_all(EVIDENCE, found.evidence)
    stage.put_all(FACT_RELATIONS, found.fact_relations)
    stage.put_all(DECISIONS, found.decisions)
    _put_candidates(stage, candidates, found.candidates)
    return len(found.facts)


def _put_candidates(stage: Stage, known: list[Candidate], found: tuple[Candidate, ...]) -> None:
    """Replace the open questions of reconciliation, and leave those of the earlier stages."""
    was, now = defaultdict(set), defaultdict(set)
    for row in known:
        was[row.article_id].add(row)
        if row.column_name != _OURS:
            now[row.article_id].add(row)
    for row in found:
        now[row.article_id].add(row)
    changed = [article_id for article_id in was.keys() | now.keys() if was[article_id] != now[article_id]]
    stage.put(CANDIDATES, [row for article_id in changed for row in now[article_id]], changed)
