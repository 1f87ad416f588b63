"""THE data contract: one module a table; everything else is derived from it."""

from typing import Any

from tasks.tables.articles import ARTICLES
from tasks.tables.blocks import BLOCKS
from tasks.tables.candidates import CANDIDATES
from tasks.tables.claim_origins import CLAIM_ORIGINS
from tasks.tables.dates import DATES
from tasks.tables.decisions import DECISIONS
from tasks.tables.declaration import Owner, Table
from tasks.tables.documents import DOCUMENTS
from tasks.tables.entities import ENTITIES
from tasks.tables.evidence import EVIDENCE
from tasks.tables.fact_relations import FACT_RELATIONS
from tasks.tables.facts import FACTS
from tasks.tables.findings import FINDINGS
from tasks.tables.fragments import FRAGMENTS
from tasks.tables.judgements import JUDGEMENTS
from tasks.tables.lineage import LINEAGE
from tasks.tables.mention_entities import MENTION_ENTITIES
from tasks.tables.mentions import MENTIONS
from tasks.tables.origin_relations import ORIGIN_RELATIONS
from tasks.tables.origins import ORIGINS
from tasks.tables.quantities import QUANTITIES
from tasks.tables.quarantine import QUARANTINE
from tasks.tables.runs import RUNS
from tasks.tables.sources import SOURCES
from tasks.tables.statements import STATEMENTS
from tasks.tables.stories import STORIES
from tasks.tables.story_articles import STORY_ARTICLES

TABLES: tuple[Table[Any], ...] = (
    DOCUMENTS,
    QUARANTINE,
    ARTICLES,
    BLOCKS,
    SOURCES,
    MENTIONS,
    ENTITIES,
    MENTION_ENTITIES,
    QUANTITIES,
    STATEMENTS,
    DATES,
    FRAGMENTS,
    CANDIDATES,
    ORIGINS,
    CLAIM_ORIGINS,
    ORIGIN_RELATIONS,
    STORIES,
    STORY_ARTICLES,
    FACTS,
    EVIDENCE,
    FACT_RELATIONS,
    DECISIONS,
    JUDGEMENTS,
    FINDINGS,
    RUNS,
    LINEAGE,
)
CONTENT: tuple[Table[Any], ...] = tuple(table for table in TABLES if table.owner is not Owner.LEDGER)
LEDGER: tuple[Table[Any], ...] = tuple(table for table in TABLES if table.owner is Owner.LEDGER)
BY_NAME: dict[str, Table[Any]] = {table.name: table for table in TABLES}
