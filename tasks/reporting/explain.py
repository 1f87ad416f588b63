"""One fact on a terminal: verdict, evidence in its sentences, origins, decisions."""

from collections.abc import Iterator
from textwrap import fill

from tasks.reporting.content import ReportContent, find_fact
from tasks.reporting.view import ArticleView, DecisionView, EvidenceView, FactView, FactViews
from tasks.reporting.wording import printable

WIDTH = 100  # columns


def explain(content: ReportContent, fact_id: str) -> str:
    """The fact whose id is, or begins with, ``fact_id``, as plain text; UsageError unless exactly one has it.

    Marked words stand in ``[brackets]``. Control characters of a page do not reach the terminal.
    """
    view = FactViews(content).of(find_fact(content.facts, fact_id))
    return "\n".join(printable(line) for line in _lines(view)) + "\n"


def _lines(view: FactView) -> Iterator[str]:
    fact = view.fact
    yield _one_line(fact.label)
    if view.value:
        yield _one_line(view.value)
    if view.range:
        yield f"current claims allow {view.range}"
    support = "support unknown" if fact.support == "unknown" else fact.support
    yield (
        f"{fact.verdict}, {support}: {_count(fact.articles_count, 'article')}, "
        f"{_count(fact.sources_count, 'known source')}, {_count(fact.origins_count, 'independent origin')}"
    )
    yield from (f"{name}: {_one_line(value)}" for name, value in view.about)
    if len(view.tallies) > 1:
        yield "values: " + "; ".join(f"{tally.said} in {_count(tally.articles, 'article')}" for tally in view.tallies)
    yield from (f"{wording}: {_one_line(other.label)} ({other.fact_id})" for wording, other in view.relations)
    yield f"fact {fact.fact_id}"
    yield from ("", "Evidence")
    for row in view.evidence:
        yield from _evidence(row)
    if view.evidence_more:
        yield f"  and {view.evidence_more} more: crosswire sql \"FROM evidence WHERE fact_id = '{fact.fact_id}'\""
    if view.decisions:
        yield "Decisions"
        yield from (_decision(row) for row in view.decisions)
    if view.decisions_more:
        yield f'  and {view.decisions_more} more: crosswire sql "FROM decisions"'


def _evidence(row: EvidenceView) -> Iterator[str]:
    yield f"  {row.stance}: {row.said}" + (f" ({row.variant})" if row.variant else "")
    words = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in row.pieces)
    yield fill(_one_line(words), WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield f"    {_cited(row.article)}"
    yield f"    {'; '.join(row.origins) or 'reporter unknown'}"
    yield ""


def _cited(article: ArticleView) -> str:
    version = "" if article.is_current else " (earlier version)"
    place = f"{article.url} " if article.url else ""
    return f"{article.source}, {article.published}{version}: {_one_line(article.headline)}\n    {place}{article.path}"


def _decision(row: DecisionView) -> str:
    text = f"{row.ruling} by {row.rule}: {row.left} and {row.right}: {row.reason}"
    return fill(_one_line(text), WIDTH, initial_indent="  ", subsequent_indent="    ")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
