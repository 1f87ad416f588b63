"""Two articles that dispute a number, as rows; a test changes what it is about."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from tasks.reporting import ReportContent
from tasks.tables.articles import Article
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.decisions import Decision
from tasks.tables.documents import Document
from tasks.tables.entities import Entity
from tasks.tables.evidence import Evidence
from tasks.tables.facts import Fact
from tasks.tables.findings import Finding
from tasks.tables.judgements import Judgement
from tasks.tables.origins import Origin
from tasks.tables.quantities import Quantity
from tasks.tables.quarantine import Quarantined
from tasks.tables.runs import Run
from tasks.tables.sources import Source


@dataclass(frozen=True)
class Page:
    """What a test says about one article: its text, and the number that it claims."""

    text: str
    number: str
    value: float
    headline: str = "Bridge closed"
    url: str | None = "https://one.example/bridge"


PAGES = (
    Page("The bridge closed on Monday. It carried 1,100 lorries a day. Repairs begin soon.", "1,100", 1100.0),
    Page("Officials met. The council said 1,300 lorries crossed each day. No date is set.", "1,300", 1300.0),
)


def _article(index: int, page: Page) -> Article:
    return Article(
        article_id=f"a{index}",
        document_id=f"d{index}",
        source_id="s0" if index == 0 else None,
        source_basis="manifest" if index == 0 else None,
        headline=page.headline,
        headline_basis="text",
        byline=None,
        byline_basis=None,
        published_on=date(2021, 5, 3 + index),
        published_at=None,
        published_basis="manifest",
        language="en",
        text=page.text,
        copy_of=None,
        revision_of=None,
        revision_kind=None,
        is_current=True,
        cleaned_by="c",
        extracted_by="e",
    )


def _claim(index: int, page: Page) -> Quantity:
    start = page.text.index(page.number)
    end = start + len(page.number)
    return Quantity(
        claim_id=f"q{index}",
        article_id=f"a{index}",
        text=page.number,
        start=start,
        end=end,
        raw_start=start,
        raw_end=end,
        value=page.value,
        value_low=page.value,
        value_high=page.value,
        bound="exact",
        basis="stated",
        change="total",
        includes=None,
        unit=None,
        counted="lorry",
        measure=None,
        holder_mention_id=None,
        place_mention_id=None,
        as_of_on=None,
        modality="asserted",
        statement_id=None,
        rule="number",
    )


def _document(index: int, page: Page) -> Document:
    return Document(
        document_id=f"d{index}",
        external_id=None,
        path=f"page-{index}.txt",
        url=page.url,
        media_type="text/plain",
        sha256="0" * 64,
        retrieved_at=None,
        encoding="utf-8",
        metadata="{}",
        text=page.text,
    )


def a_fact(fact_id: str = "f0", **changes: object) -> Fact:
    fact = Fact(
        fact_id=fact_id,
        kind="quantity",
        label="lorries a day on the bridge",
        measure=None,
        includes=None,
        change="total",
        modality="asserted",
        holder_id="e0",
        place_id=None,
        story_id=None,
        event=None,
        role=None,
        relation=None,
        actor_id=None,
        speaker_id=None,
        as_of_on=None,
        value=1100.0,
        value_low=1100.0,
        value_high=1300.0,
        unit="lorry",
        earliest_on=None,
        latest_on=None,
        text="1,100",
        verdict="conflicting",
        support="uncorroborated",
        articles_count=2,
        sources_count=1,
        origins_count=1,
        first_on=date(2021, 5, 3),
        last_on=date(2021, 5, 4),
        reconciled_by="r",
    )
    return replace(fact, **changes)


def a_finding(index: int = 0, observed: str = "no source") -> Finding:
    return Finding(
        finding_id=f"n{index}",
        suite="articles",
        expectation="each article has a source",
        severity="warning",
        table_name="articles",
        row_id=f"a{index}",
        article_id=f"a{index}",
        observed=observed,
        sql="SELECT article_id FROM articles WHERE source_id IS NULL",
        first_run="r1",
        last_run="r1",
    )


def a_judgement(**changes: object) -> Judgement:
    row = Judgement(
        judgement_id="j0",
        kind="not_comparable",
        left_side="q0",
        right_side="q9",
        left_id="q0",
        right_id="q9",
        expect="1,100 | 1,300",
        who="Ada Finch",
        judged_on=date(2021, 5, 6),
        why="the second counts the ferry too",
        file="desk.csv",
        problem=None,
    )
    return replace(row, **changes)


def a_content(*pages: Page) -> ReportContent:
    return ReportContent(
        run=Run(
            run_id="r1",
            flow="curate",
            started_at=datetime(2021, 5, 5, 6, 7, tzinfo=UTC),
            ended_at=None,
            code_version="0.1.0",
            model="small",
            snapshot_id=7,
            documents_count=3,
            status="published",
        ),
        snapshot_id=7,
        facts=[a_fact()],
        shown=frozenset({"f0"}),
        evidence=[
            Evidence(fact_id="f0", claim_id=f"q{i}", article_id=f"a{i}", stance=stance, variant=None)
            for i, stance in zip(range(len(pages)), ("equal", "conflicts"), strict=False)
        ],
        claims=[_claim(i, page) for i, page in enumerate(pages)],
        articles=[_article(i, page) for i, page in enumerate(pages)],
        documents=[_document(i, page) for i, page in enumerate(pages)],
        sources=[Source(source_id="s0", name="The Weir", domain=None, kind=None, country=None, owner=None)],
        entities=[Entity(entity_id="e0", name="Weir Bridge", kind="place", aliases="[]")],
        origins=[Origin(origin_id="o0", name="Lowland Wire", kind="agency")],
        claim_origins=[
            ClaimOrigin(claim_id="q0", origin_id="o0", role="reporter", basis="credit line", matched_article_id=None)
        ],
        decisions=[
            Decision(
                decision_id="x",
                left_id="q0",
                right_id="q1",
                rule="same_measure",
                ruling="conflicts",
                reason="no value satisfies both",
            )
        ],
        findings=[a_finding(1)],
        quarantine=[Quarantined(document_id="d9", reason="empty", detail="zero bytes: nothing to read")],
    )
