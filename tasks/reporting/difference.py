"""The story of what changed between two snapshots, for a reader who never saw the code.

A snapshot at a time: what caused it, which articles and rulings came, which verdicts turned and on whose claims, which
facts are new or gone, and which ids go on under another.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from tasks.reference.printable import printable
from tasks.reporting.sentences import counted
from tasks.reporting.view import NO_HEADLINE
from tasks.reporting.wording import day, number, shortened

LISTED = 25  # lines of one list; the others are counted, and the query that shows them is named
CLAIMS_LISTED = 6  # claims that turned one verdict

_CAUSES = {
    "code": "the code, the model or the reference data changed (code)",
    "judgement": "people ruled otherwise (judgement)",
    "input": "documents came or changed (input)",
}
T = TypeVar("T")


@dataclass(frozen=True)
class Publication:
    """One snapshot of the content."""

    snapshot_id: int
    cause: str
    published_at: str
    run_id: str | None


@dataclass(frozen=True)
class ArticleChange:
    """An article that is new, changed or gone."""

    change: str
    article_id: str
    headline: str | None
    source_name: str | None
    published_on: date | None
    path: str | None


@dataclass(frozen=True)
class FactChange:
    """A fact that is new, changed or gone; what it was and what it is."""

    change: str
    fact_id: str
    label: str
    verdict_before: str | None
    verdict_after: str | None
    support_before: str | None
    support_after: str | None
    value_before: float | None
    value_after: float | None
    latest_on_before: date | None
    latest_on_after: date | None
    articles_before: int | None
    articles_after: int | None

    @property
    def turned(self) -> bool:
        """Whether another verdict stands on it, or another support under it."""
        return self.change == "changed" and (self.verdict_before, self.support_before) != (
            self.verdict_after,
            self.support_after,
        )


@dataclass(frozen=True)
class EvidenceChange:
    """A claim that a fact has now and had not, or had and has no more."""

    fact_id: str
    claim_id: str
    is_there: bool
    text: str | None
    source_name: str | None
    published_on: date | None
    path: str | None


@dataclass(frozen=True)
class JudgementChange:
    """A ruling of a person that is new, changed or withdrawn."""

    change: str
    kind: str
    left_side: str
    right_side: str | None
    who: str
    judged_on: date
    why: str
    problem: str | None


@dataclass(frozen=True)
class Renaming:
    """An id that goes on under another; ``name`` is what it names, where that is still there."""

    change: str
    old_id: str
    new_id: str
    kind: str
    name: str | None


@dataclass(frozen=True)
class Step:
    """What one publication changed; ``evidence`` is that of the facts whose verdict or support turned."""

    publication: Publication
    articles: Sequence[ArticleChange]
    judgements: Sequence[JudgementChange]
    facts: Sequence[FactChange]
    evidence: Sequence[EvidenceChange]
    renamings: Sequence[Renaming]


@dataclass(frozen=True)
class Difference:
    """The publications after one snapshot and up to another; the counts are of what differs between the two."""

    from_snapshot: int
    to_snapshot: int
    articles_count: int
    facts: Sequence[FactChange]
    steps: Sequence[Step]


def under_new_ids(facts: Iterable[FactChange], renamings: Iterable[Renaming]) -> list[FactChange]:
    """Facts in order, a fact that went and the one that goes on from it as one that changed."""
    by_id = {fact.fact_id: fact for fact in facts}
    for row in sorted(renamings, key=lambda row: (row.old_id, row.new_id)):
        old, new = by_id.get(row.old_id), by_id.get(row.new_id)
        if row.change == "renamed" and old and new and (old.change, new.change) == ("gone", "new"):
            del by_id[old.fact_id]
            by_id[new.fact_id] = replace(
                new,
                change="changed",
                verdict_before=old.verdict_before,
                support_before=old.support_before,
                value_before=old.value_before,
                latest_on_before=old.latest_on_before,
                articles_before=old.articles_before,
            )
    return sorted(by_id.values(), key=lambda fact: (fact.change, fact.label, fact.fact_id))


def net_evidence(rows: Iterable[EvidenceChange], now: Mapping[str, str]) -> list[EvidenceChange]:
    """Evidence under the ids of now; a claim that left an old id for the new one did not change."""
    moved = [replace(row, fact_id=now.get(row.fact_id, row.fact_id)) for row in rows]
    times = Counter((row.fact_id, row.claim_id) for row in moved)
    return [row for row in moved if times[row.fact_id, row.claim_id] == 1]


def tell(difference: Difference) -> str:
    """The difference as plain text. Control characters of a page do not reach the terminal."""
    return "\n".join(printable(" ".join(line.splitlines())) for line in _lines(difference)) + "\n"


def _lines(difference: Difference) -> Iterator[str]:
    span = f"snapshot {difference.from_snapshot} to {difference.to_snapshot}"
    if not difference.steps:
        yield f"Nothing was published from {span}."
        return
    counts = Counter(fact.change for fact in difference.facts)
    turned = sum(fact.turned for fact in difference.facts)
    yield (
        f"From {span}: {counted(difference.articles_count, 'article')} and {counted(len(difference.facts), 'fact')} "
        f"differ ({counts['new']} new, {counts['gone']} gone, {turned} with another verdict or support)."
    )
    for step in difference.steps:
        one = step.publication
        yield from ("", f"Snapshot {one.snapshot_id}, {one.published_at}, because {_CAUSES.get(one.cause, one.cause)}")
        yield from _step(step)


def _step(step: Step) -> Iterator[str]:
    here = step.publication.snapshot_id
    query = f"FROM changes({here - 1}, {here})"
    turned = [fact for fact in step.facts if fact.turned]
    told = [fact for fact in step.facts if fact.change == "changed" and not fact.turned and _differences(fact)]
    quiet = sum(fact.change == "changed" and not fact.turned and not _differences(fact) for fact in step.facts)
    yield from _listed("Rulings", step.judgements, lambda row: [_ruling(row)], "FROM judgements")
    yield from _listed("Articles", step.articles, lambda row: [_article(row)], "FROM articles")
    yield from _listed("Verdicts and support that turned", turned, lambda fact: _turned(fact, step.evidence), query)
    yield from _listed("Other facts that changed", told, lambda fact: [_fact(fact)], query)
    for change, title in (("new", "New facts"), ("gone", "Facts that are gone")):
        some = [fact for fact in step.facts if fact.change == change]
        yield from _listed(title, some, lambda fact: [_fact(fact)], query)
    facts = [row for row in step.renamings if row.kind == "fact" or row.change != "renamed"]
    yield from _listed("Ids that go on under another", facts, lambda row: [_renaming(row)], "FROM lineage")
    if quiet:
        yield f"  {counted(quiet, 'fact')} changed in words, names or story only"


def _listed(title: str, rows: Sequence[T], lines: Callable[[T], Iterable[str]], query: str) -> Iterator[str]:
    if rows:
        yield f"  {title} ({len(rows)})"
    for row in rows[:LISTED]:
        yield from (f"    {line}" for line in lines(row))
    if len(rows) > LISTED:
        yield f'    and {len(rows) - LISTED} more: crosswire sql "{query}"'


def _ruling(row: JudgementChange) -> str:
    sides = " and ".join(f"“{shortened(side)}”" for side in (row.left_side, row.right_side) if side)
    problem = f" (does not apply: {shortened(row.problem)})" if row.problem else ""
    ruled = f"{row.who} ruled on {day(row.judged_on)}: {shortened(row.why)}"
    return f"{row.change:<9} {row.kind.replace('_', ' ')}: {sides}; {ruled}{problem}"


def _article(row: ArticleChange) -> str:
    headline = shortened(row.headline or NO_HEADLINE)
    return f"{row.change:<9} {_cited(row.source_name, row.published_on)}: {headline} ({row.path})"


def _turned(fact: FactChange, evidence: Iterable[EvidenceChange]) -> Iterator[str]:
    yield shortened(fact.label)
    yield f"  {_differences(fact)}"
    claims = [row for row in evidence if row.fact_id == fact.fact_id]
    for row in claims[:CLAIMS_LISTED]:
        words = f": “{shortened(row.text)}”" if row.text else ""
        cited = _cited(row.source_name, row.published_on)
        yield f"  {'with' if row.is_there else 'without'} {cited}{words} ({row.path})"
    if len(claims) > CLAIMS_LISTED:
        yield f"  and {len(claims) - CLAIMS_LISTED} more claims"
    yield f"  crosswire explain {fact.fact_id}"


def _fact(fact: FactChange) -> str:
    differences = (
        f"  ({_differences(fact)})" if fact.change == "changed" else f"  ({fact.verdict_after or fact.verdict_before})"
    )
    return f"{fact.fact_id}  {shortened(fact.label)}{differences}"


def _differences(fact: FactChange) -> str:
    pairs: tuple[tuple[str, object, object], ...] = (
        ("", fact.verdict_before, fact.verdict_after),
        ("support ", fact.support_before, fact.support_after),
        ("value ", fact.value_before, fact.value_after),
        ("day ", fact.latest_on_before, fact.latest_on_after),
        ("articles ", fact.articles_before, fact.articles_after),
    )
    found = [f"{name}{_shown(before)} → {_shown(after)}" for name, before, after in pairs if before != after]
    return "; ".join(found)


def _shown(value: object) -> str:
    if isinstance(value, date):
        return day(value)
    return number(value) if isinstance(value, float) else "none" if value is None else str(value)


def _cited(source: str | None, published_on: date | None) -> str:
    return f"{shortened(source or 'source unknown')}, {day(published_on) if published_on else 'date unknown'}"


def _renaming(row: Renaming) -> str:
    named = f": {shortened(row.name)}" if row.name else ""
    return f"{row.change:<9} {row.kind} {row.old_id} → {row.new_id}{named}"
