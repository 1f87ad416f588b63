"""The review page: one self-contained HTML file that loads nothing and runs only its own script."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tasks.reference.printable import printable
from tasks.reporting.content import FINDINGS_SHOWN, VERDICTS, ReportContent, fact_order, finding_order
from tasks.reporting.view import ArticleView, FactView, FactViews, JudgementView
from tasks.reporting.wording import day, differences, shortened
from tasks.tables.facts import Fact, Support, Verdict
from tasks.tables.findings import Finding
from tasks.tables.judgements import Judgement
from tasks.tables.quarantine import Quarantined

SUPPORTS: tuple[Support, ...] = ("corroborated", "uncorroborated", "unknown")

_MEANINGS: dict[Verdict, str] = {
    "conflicting": "Articles give values that cannot all be true at once.",
    "superseded": "A later report or a moved deadline replaced every value given here.",
    "compatible": "The values differ only in how precise they are.",
    "agreed": "All articles that say it say the same.",
    "single": "Only one claim says it; nothing to compare it with.",
}


@dataclass(frozen=True)
class Section:
    """The facts of one verdict: how many there are, and the views of those that are shown."""

    verdict: Verdict
    meaning: str
    total: int
    supports: tuple[int, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True)
class FindingGroup:
    """The rows of one failed expectation that one query shows."""

    severity: str
    expectation: str
    suite: str
    sql: str
    total: int
    rows: tuple[tuple[Finding, ArticleView | None], ...]


def report(content: ReportContent) -> str:
    """The review page of ``content`` as HTML.

    Nothing from a page is ever markup, script or style: Jinja2 escapes every value, links are web
    addresses only, and a content security policy admits no script, style or request but the page's
    own two, by their SHA-256 (Content Security Policy Level 3).
    """
    views = FactViews(content)
    style, script = _shipped("report.css"), _shipped("report.js")
    page = (
        _environment()
        .get_template("report.html")
        .render(
            style=Markup(style),
            script=Markup(script),
            style_hash=_sha256(style),
            script_hash=_sha256(script),
            run=content.run,
            snapshot=_snapshot(content),
            sections=_sections(content, views),
            shown=content.shown,
            supports=SUPPORTS,
            facts_count=len(content.facts),
            articles_count=len({row.article_id for row in content.evidence}),
            findings=_findings(content.findings, views),
            findings_count=len(content.findings),
            severities=Counter(finding.severity for finding in content.findings),
            judgements=_judgements(content.judgements),
            judgements_count=len(content.judgements),
            problems_count=sum(row.problem is not None for row in content.judgements),
            quarantine=_quarantine(content.quarantine, views),
            quarantine_count=len(content.quarantine),
        )
    )
    return page.encode("utf-8", "replace").decode("utf-8")


def _snapshot(content: ReportContent) -> int | None:
    """The snapshot that the last run published; the one that was read where it published none."""
    published = content.run.snapshot_id if content.run else None
    return content.snapshot_id if published is None else published


def _sections(content: ReportContent, views: FactViews) -> list[Section]:
    totals = Counter(fact.verdict for fact in content.facts)
    supports = Counter((fact.verdict, fact.support) for fact in content.facts)
    shown = sorted((fact for fact in content.facts if fact.fact_id in content.shown), key=fact_order)
    by_verdict: dict[Verdict, list[Fact]] = {verdict: [] for verdict in VERDICTS}
    for fact in shown:
        by_verdict[fact.verdict].append(fact)
    return [
        Section(
            verdict,
            _MEANINGS[verdict],
            totals[verdict],
            tuple(supports[verdict, support] for support in SUPPORTS),
            tuple(views.of(fact) for fact in by_verdict[verdict]),
        )
        for verdict in VERDICTS
    ]


def _findings(findings: Sequence[Finding], views: FactViews) -> list[FindingGroup]:
    totals = Counter((row.suite, row.expectation) for row in findings)
    shown = sorted(findings, key=finding_order)[:FINDINGS_SHOWN]
    groups = []
    for (severity, suite, expectation), rows in groupby(shown, lambda row: (row.severity, row.suite, row.expectation)):
        members = tuple((row, views.article(row.article_id)) for row in rows)
        sql = members[0][0].sql
        groups.append(FindingGroup(severity, expectation, suite, sql, totals[suite, expectation], members))
    return groups


def _judgements(rows: Sequence[Judgement]) -> list[JudgementView]:
    """Those that do not apply first."""
    ordered = sorted(rows, key=lambda row: (row.problem is None, row.kind, row.judgement_id))
    return [JudgementView.of(row) for row in ordered[:FINDINGS_SHOWN]]


def _quarantine(rows: Sequence[Quarantined], views: FactViews) -> list[tuple[str, Quarantined]]:
    ordered = sorted(rows, key=lambda row: (row.reason, row.document_id))[:FINDINGS_SHOWN]
    return [(views.path(row.document_id), row) for row in ordered]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("tasks.reporting", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=day, shortened=shortened, printable=printable, differences=differences)
    return environment


@cache
def _shipped(name: str) -> str:
    return files("tasks.reporting").joinpath("templates", name).read_text(encoding="utf-8")


def _sha256(source: str) -> str:
    """The hash of an inline script or style as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
