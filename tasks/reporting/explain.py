"""The story of one fact on a terminal, for a reader who never saw the code.

What the comparison says and how well it is supported, in a sentence each; each claim in its sentence, with its outlet
and day; who stands behind them; how they were compared, what was left apart and why; what people ruled.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from textwrap import fill

from tasks.reference.printable import printable
from tasks.reporting.content import ReportContent, find_fact
from tasks.reporting.sentences import counted
from tasks.reporting.standing import Standing
from tasks.reporting.view import NO_HEADLINE, DecisionView, EvidenceView, FactView, FactViews, JudgementView
from tasks.reporting.wording import day
from tasks.tables.evidence import Stance

WIDTH = 100  # columns

_STANCES: dict[Stance, str] = {
    "equal": "",
    "compatible": " (fits it)",
    "refines": " (says more)",
    "conflicts": " (conflicts)",
    "superseded": " (replaced by a later report)",
}


def explain(content: ReportContent, fact_id: str) -> str:
    """The fact whose id is, or begins with, ``fact_id``, as plain text; UsageError unless exactly one has it.

    Marked words stand in ``[brackets]``. Control characters of a page do not reach the terminal.
    """
    view = FactViews(content).of(find_fact(content.facts, fact_id))
    return "\n".join(printable(line) for line in _lines(view)) + "\n"


def _lines(view: FactView) -> Iterator[str]:
    yield from _head(view)
    yield from ("", f"What is said ({counted(len(view.evidence) + view.evidence_more, 'claim')})")
    ordered = sorted(view.evidence, key=_agreeing_first)
    for (said, stance), rows in groupby(ordered, key=lambda row: (row.said, row.stance)):
        yield from _claims(said, stance, list(rows))
    if view.evidence_more:
        yield f"  and {view.evidence_more} more: crosswire sql \"FROM evidence WHERE fact_id = '{view.fact.fact_id}'\""
    yield from _standings(view)
    yield from _listed("Whom the names mean", (f"“{one.text}” is {one.entity}: {one.reason}" for one in view.names))
    yield from _listed("How the claims compare", map(_compared, view.decisions), view.decisions_more)
    yield from _listed("What looks alike and is not compared", map(_apart, view.apart), view.apart_more)
    yield from _listed("What people ruled", map(_judged, view.judgements))


def _head(view: FactView) -> Iterator[str]:
    fact = view.fact
    yield _one_line(fact.label)
    if view.value:
        yield _one_line(view.value)
    yield ""
    yield from _paragraph(f"{fact.verdict.upper()}. {view.verdict}", "")
    yield from _paragraph(view.support, "")
    if view.range:
        yield f"Current claims allow {view.range}."
    for wording, other in view.relations:
        yield from _paragraph(
            f"{wording.capitalize()} “{_one_line(other.label)}”: crosswire explain {other.fact_id}", ""
        )
    yield from ("", f"fact {fact.fact_id}")
    yield from (f"{name}: {_one_line(value)}" for name, value in view.about)
    if fact.first_on and fact.last_on:
        told = day(fact.first_on) if fact.first_on == fact.last_on else f"{day(fact.first_on)} to {day(fact.last_on)}"
        yield f"told: {told}"


def _agreeing_first(row: EvidenceView) -> tuple[int, str]:
    """The fact's own value first, then what fits it, then what does not; the order within is kept."""
    return (list(_STANCES).index(row.stance), row.said)


def _claims(said: str, stance: Stance, rows: Sequence[EvidenceView]) -> Iterator[str]:
    articles = len({(row.article.path, row.article.headline) for row in rows})
    yield f"  {_one_line(said)}{_STANCES[stance]}, in {counted(articles, 'article')}"
    for row in rows:
        words = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in row.pieces)
        article = row.article
        version = "" if article.is_current else " (an earlier version)"
        yield from _paragraph(f"{article.source}, {article.published}{version}:", "    ")
        yield from _paragraph(words, "      ")
        if row.variant:
            yield from _paragraph(f"differs: {row.variant}", "      ")
        yield from _paragraph("; ".join(row.origins) or "reporter unknown", "      ")
        headline = f"“{article.headline}”, " if article.headline != NO_HEADLINE else ""
        yield from _paragraph(f"{headline}{article.url or article.path}", "      ")
        yield f"      claim {row.claim_id}"
    yield ""


def _standings(view: FactView) -> Iterator[str]:
    yield f"Who stands behind it: {counted(view.fact.origins_count, 'independent origin')}"
    for position, one in enumerate(view.standings, 1):
        yield from _paragraph(f"{position}. {_standing(one)}", "  ")


def _standing(standing: Standing) -> str:
    articles = ", ".join(standing.articles)
    if not standing.names:
        say = "does not say whom it has it from" if len(standing.articles) == 1 else "do not say whom they have it from"
        return f"not known: {articles} {say}{'' if len(standing.articles) == 1 else ', and so count as one'}"
    why = f" (one origin: {standing.why})" if standing.why else ""
    return f"{' and '.join(standing.names)}{why}, in {articles}"


def _compared(row: DecisionView) -> str:
    return f"{row.ruling}: {row.sentence} [{row.rule}]"


def _apart(row: DecisionView) -> str:
    return f"{row.sentence} [{row.rule}]"


def _judged(row: JudgementView) -> str:
    return f"{row.ruled}" + (f" It does not apply: {row.problem}" if row.problem else "")


def _listed(title: str, lines: Iterable[str], more: int = 0) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield from ("", title)
    for line in shown:
        yield from _paragraph(f"- {line}", "  ")
    if more:
        yield f'  and {more} more: crosswire sql "FROM decisions"'


def _paragraph(text: str, indent: str) -> Iterator[str]:
    hanging = indent + ("  " if text.startswith("- ") else "   " if text[:1].isdigit() and text[1:2] == "." else "")
    yield fill(_one_line(text), WIDTH, initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)


def _one_line(text: str) -> str:
    return " ".join(text.split())
