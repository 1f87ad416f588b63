"""What a report is made of: rows of the contract, and the choice of which facts are shown.

A lake may hold millions of facts and a page must stay readable, so a report counts every fact and
shows a bounded choice of them. :func:`gather` reads the long tables (articles, documents, claims)
only for the articles behind that choice.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from tasks.errors import UsageError
from tasks.tables.articles import ARTICLES, Article
from tasks.tables.candidates import CANDIDATES, Candidate
from tasks.tables.claim_origins import CLAIM_ORIGINS, ClaimOrigin
from tasks.tables.dates import DATES, DateExpression
from tasks.tables.decisions import DECISIONS, Decision
from tasks.tables.declaration import DataclassRow, Table
from tasks.tables.documents import DOCUMENTS, Document
from tasks.tables.entities import ENTITIES, Entity
from tasks.tables.evidence import EVIDENCE, Evidence
from tasks.tables.fact_relations import FACT_RELATIONS, FactRelation
from tasks.tables.facts import FACTS, Fact, Verdict
from tasks.tables.findings import FINDINGS, Finding
from tasks.tables.fragments import FRAGMENTS, Fragment
from tasks.tables.judgements import JUDGEMENTS, Judgement
from tasks.tables.mention_entities import MENTION_ENTITIES, MentionEntity
from tasks.tables.mentions import MENTIONS, Mention
from tasks.tables.origin_relations import ORIGIN_RELATIONS, OriginRelation
from tasks.tables.origins import ORIGINS, Origin
from tasks.tables.quantities import QUANTITIES, Quantity
from tasks.tables.quarantine import QUARANTINE, Quarantined
from tasks.tables.runs import RUNS, Run
from tasks.tables.sources import SOURCES, Source
from tasks.tables.statements import STATEMENTS, Statement

Claim: TypeAlias = Quantity | Statement | DateExpression
R = TypeVar("R", bound=DataclassRow)

VERDICTS: tuple[Verdict, ...] = ("conflicting", "superseded", "compatible", "agreed", "single")
"""The order in which a reviewer needs them: what is disputed first, what only one article says last."""

FACTS_SHOWN = 150  # facts a verdict: 2.5 MB of page where all five are full, 10 MB where each fact has 20 claims
EVIDENCE_SHOWN = 20  # claims a fact
FINDINGS_SHOWN = 300  # rows of findings, and of quarantine
DECISIONS_SHOWN = 30  # rulings a fact

_SUPPORT = {"corroborated": 0, "uncorroborated": 1, "unknown": 2}


@dataclass(frozen=True, kw_only=True)
class ReportContent:
    """Rows of one snapshot. ``facts`` are all of the lake's; the other tables may hold only what the shown facts need.

    ``shown`` are the ids of the facts that the page shows, in no order. ``mentions`` are those of the names in the
    claims of one fact that is explained, and ``mention_entities`` whom they mean.
    """

    run: Run | None = None
    snapshot_id: int | None = None
    facts: Sequence[Fact] = ()
    shown: frozenset[str] = frozenset()
    evidence: Sequence[Evidence] = ()
    claims: Sequence[Claim] = ()
    fragments: Sequence[Fragment] = ()
    articles: Sequence[Article] = ()
    documents: Sequence[Document] = ()
    sources: Sequence[Source] = ()
    entities: Sequence[Entity] = ()
    origins: Sequence[Origin] = ()
    claim_origins: Sequence[ClaimOrigin] = ()
    origin_relations: Sequence[OriginRelation] = ()
    fact_relations: Sequence[FactRelation] = ()
    decisions: Sequence[Decision] = ()
    judgements: Sequence[Judgement] = ()
    mentions: Sequence[Mention] = ()
    mention_entities: Sequence[MentionEntity] = ()
    candidates: Sequence[Candidate] = ()
    findings: Sequence[Finding] = ()
    quarantine: Sequence[Quarantined] = ()


class RowReader(Protocol):
    """One consistent snapshot of a lake (``tasks.lake.Reader`` is one)."""

    def rows(self, table: Table[R], owners: Collection[str] | None = None) -> list[R]:
        """Rows of ``table``: all, or those of the given articles or documents."""
        ...


def gather(reader: RowReader, *, snapshot_id: int | None = None, fact_id: str | None = None) -> ReportContent:
    """The content of a report, or of the explanation of one fact alone, from one snapshot and its last run.

    ``fact_id`` may be the beginning of an id; UsageError unless exactly one fact has it.
    """
    facts = reader.rows(FACTS)
    shown = frozenset(fact.fact_id for fact in ([find_fact(facts, fact_id)] if fact_id is not None else choose(facts)))
    all_evidence = reader.rows(EVIDENCE)
    evidence = [row for row in all_evidence if row.fact_id in shown]
    members = {row.claim_id for row in evidence}
    all_decisions = reader.rows(DECISIONS)
    decisions = [row for row in all_decisions if {row.left_id, row.right_id} & (members | shown)]
    claim_ids = members | {side for row in decisions for side in (row.left_id, row.right_id)}
    claim_articles = {row.article_id for row in all_evidence if row.claim_id in claim_ids}
    runs = sorted(reader.rows(RUNS), key=lambda run: (run.started_at, run.run_id))
    good = [run.run_id for run in runs if run.status in ("published", "unchanged")]
    findings = sorted((row for row in reader.rows(FINDINGS) if row.last_run in good[-1:]), key=finding_order)
    quarantine = sorted(reader.rows(QUARANTINE), key=lambda row: (row.reason, row.document_id))
    finding_articles = {row.article_id for row in findings[:FINDINGS_SHOWN] if row.article_id}
    articles = reader.rows(ARTICLES, claim_articles | finding_articles)
    document_ids = {row.document_id for row in articles} | {row.document_id for row in quarantine[:FINDINGS_SHOWN]}
    claims = _claims(reader, claim_articles, claim_ids)
    links, mentions = _names(reader, [one for one in claims if one.claim_id in members]) if fact_id else ([], [])
    behind_names = {row.decision_id for row in links}
    return ReportContent(
        run=runs[-1] if runs else None,
        snapshot_id=snapshot_id,
        facts=facts,
        shown=shown,
        evidence=evidence,
        claims=claims,
        fragments=[row for row in reader.rows(FRAGMENTS, claim_articles) if row.claim_id in members],
        articles=articles,
        documents=reader.rows(DOCUMENTS, document_ids),
        sources=reader.rows(SOURCES),
        entities=reader.rows(ENTITIES),
        origins=reader.rows(ORIGINS),
        claim_origins=[row for row in reader.rows(CLAIM_ORIGINS) if row.claim_id in members],
        origin_relations=reader.rows(ORIGIN_RELATIONS),
        fact_relations=[row for row in reader.rows(FACT_RELATIONS) if {row.left_id, row.right_id} & shown],
        decisions=[*decisions, *(row for row in all_decisions if row.decision_id in behind_names)],
        judgements=reader.rows(JUDGEMENTS),
        mentions=mentions,
        mention_entities=links,
        candidates=reader.rows(CANDIDATES, claim_articles | finding_articles),
        findings=findings,
        quarantine=quarantine,
    )


def choose(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that a page shows: the first ``FACTS_SHOWN`` of each verdict, in order."""
    kept: dict[Verdict, int] = dict.fromkeys(VERDICTS, 0)
    chosen = []
    for fact in sorted(facts, key=fact_order):
        if kept[fact.verdict] < FACTS_SHOWN:
            kept[fact.verdict] += 1
            chosen.append(fact)
    return chosen


def find_fact(facts: Iterable[Fact], beginning: str) -> Fact:
    """The one fact whose id begins so; UsageError if there is none or more than one."""
    found = [fact for fact in facts if beginning and fact.fact_id.startswith(beginning)]
    if len(found) == 1:
        return found[0]
    problem = f"{len(found)} facts have an id that begins with" if found else "no fact has the id"
    raise UsageError(f"{problem} {beginning!r}: see all facts with crosswire sql 'FROM facts'")


def fact_order(fact: Fact) -> tuple[int, int, int, int, str, str]:
    """Disputed first; then what most articles carry, by the strength of support; ties by label and id."""
    return (
        VERDICTS.index(fact.verdict),
        -fact.articles_count,
        -fact.origins_count,
        _SUPPORT[fact.support],
        fact.label,
        fact.fact_id,
    )


def finding_order(finding: Finding) -> tuple[int, str, str, str, str]:
    """Critical first; then by suite, expectation and row."""
    severity = ("critical", "warning", "info").index(finding.severity)
    return (severity, finding.suite, finding.expectation, finding.row_id, finding.finding_id)


def _names(reader: RowReader, claims: Sequence[Claim]) -> tuple[list[MentionEntity], list[Mention]]:
    """The names in claims, and whom they mean."""
    mention_ids = {mention_id for claim in claims for mention_id in names_in(claim) if mention_id}
    links = [row for row in reader.rows(MENTION_ENTITIES) if row.mention_id in mention_ids]
    mentions = reader.rows(MENTIONS, {claim.article_id for claim in claims})
    return links, [row for row in mentions if row.mention_id in mention_ids]


def names_in(claim: Claim) -> tuple[str | None, ...]:
    """The mentions that a claim is about."""
    if isinstance(claim, Quantity):
        return (claim.holder_mention_id, claim.place_mention_id)
    return (claim.speaker_mention_id,) if isinstance(claim, Statement) else (claim.actor_mention_id,)


def _claims(reader: RowReader, article_ids: Collection[str], claim_ids: Collection[str]) -> list[Claim]:
    claims: list[Claim] = [
        *reader.rows(QUANTITIES, article_ids),
        *reader.rows(STATEMENTS, article_ids),
        *reader.rows(DATES, article_ids),
    ]
    return [claim for claim in claims if claim.claim_id in claim_ids]
