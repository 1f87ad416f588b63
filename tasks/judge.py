"""Judge: read what people ruled, see whether it still applies, and let it decide."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from prefect import task

from tasks.cleaning.overruling import overrule, restore
from tasks.cleaning.source import of_name
from tasks.errors import UsageError
from tasks.lake import Lake, Reader, Stage
from tasks.reading.judgements import read_judgements
from tasks.reconciling.guards import Lookup, Seen, settled
from tasks.reference.fingerprints import fingerprint
from tasks.tables.articles import ARTICLES, Article
from tasks.tables.candidates import CANDIDATES, Candidate
from tasks.tables.judgements import JUDGEMENTS, Judgement
from tasks.tables.sources import Source

_OF_CLAIMS = ("comparable", "not_comparable", "reject")
_OF_ENTITIES = ("same_entity", "different_entity")


@task
def collect_judgements(lake: Lake, folder: Path) -> tuple[Judgement, ...]:
    """The judgements in ``folder``, as written.

    Raises UsageError where one cannot be read, or where the folder has gone and the lake still stands on rulings of it.
    """
    found = read_judgements(folder)
    if not folder.exists() and (kept := published_judgements(lake)):
        raise UsageError(
            f"there is no folder {folder}, and the lake stands on {len(kept)} judgements: name it with --judgements, "
            "or make it empty to withdraw them"
        )
    return found


def published_judgements(lake: Lake) -> tuple[Judgement, ...]:
    """The judgements of the published lake, as written."""
    with lake.reader() as reader:
        return tuple(_as_written(row) for row in reader.rows(JUDGEMENTS))


@task
def due_judgements(lake: Lake, ruled: Sequence[Judgement], kept: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those of ``ruled`` that the published lake has ``kept``, and the new ones that apply to it as it is.

    The others may be about what comes next.
    """
    known = {row.judgement_id for row in kept}
    with lake.reader() as reader:
        rows = settled(ruled, _lookup(reader, ruled))
    return tuple(_as_written(row) for row in rows if row.judgement_id in known or row.problem is None)


@task
def judge_sources(lake: Lake, stage: Stage, judgements: Sequence[Judgement]) -> frozenset[Source]:
    """Stage the sources that people ruled, and put back those that they no longer rule; returns the outlets ruled."""
    ruled = tuple(row for row in judgements if row.kind == "source")
    with lake.reader(stage=stage) as reader:
        outlet_of = _outlets(reader, ruled)
        overruled = reader.named("runs/overruled_articles").column("article_id").to_pylist()
        articles = reader.rows(ARTICLES, {*outlet_of, *overruled})
        kept = defaultdict(list)
        for row in reader.rows(CANDIDATES, [article.article_id for article in articles]):
            kept[row.article_id].append(row)
    changed = [
        (after, candidates)
        for before in articles
        for after, candidates in [_with_source(before, kept[before.article_id], outlet_of.get(before.article_id))]
        if after != before
    ]
    article_ids = [article.article_id for article, _ in changed]
    stage.put(ARTICLES, [article for article, _ in changed], article_ids)
    stage.put(CANDIDATES, [row for _, candidates in changed for row in candidates], article_ids)
    return frozenset(outlet_of.values())


@task
def settle_judgements(lake: Lake, stage: Stage, judgements: Sequence[Judgement]) -> int:
    """Stage every judgement with what it names, or with why it does not apply; returns how many do not."""
    with lake.reader(stage=stage) as reader:
        rows = settled(judgements, _lookup(reader, judgements))
    stage.put_all(JUDGEMENTS, rows)
    return sum(row.problem is not None for row in rows)


def judged_by(judgements: Iterable[Judgement]) -> str:
    """The fingerprint of what people ruled, whatever becomes of it; empty if nobody ruled anything."""
    written = sorted(repr(astuple(_as_written(row))) for row in judgements)
    return fingerprint((), *written) if written else ""


def standing_problems(lake: Lake) -> tuple[str, ...]:
    """The judgements of the published lake that do not apply, a sentence each."""
    with lake.reader() as reader:
        rows = reader.rows(JUDGEMENTS)
    return tuple(f"{row.kind} {row.left_side} in {row.file}: {row.problem}" for row in rows if row.problem)


def _as_written(row: Judgement) -> Judgement:
    return replace(row, left_id=None, right_id=None, problem=None)


def _with_source(
    article: Article, candidates: Iterable[Candidate], source: Source | None
) -> tuple[Article, tuple[Candidate, ...]]:
    return restore(article, candidates) if source is None else overrule(article, candidates, source)


def _outlets(reader: Reader, ruled: Sequence[Judgement]) -> dict[str, Source]:
    """Article id → the outlet that people say published it: every version of the page."""
    good = [row for row in settled(ruled, _lookup(reader, ruled)) if row.problem is None]
    found = reader.named("runs/judged_articles", sides=[row.left_side for row in good]).to_pylist() if good else []
    outlets = {row.left_side: of_name(row.right_side or "")[1] for row in good}
    return {row["article_id"]: outlets[row["side"]] for row in found}


def _lookup(reader: Reader, judgements: Sequence[Judgement]) -> Lookup:
    """What the sides name; asks the lake only for the kinds of things that there are judgements on."""
    of_claims, of_entities = _sides(judgements, _OF_CLAIMS), _sides(judgements, _OF_ENTITIES)
    ruled = [row for row in judgements if row.kind == "source"]
    claims = _rows(reader, "runs/judged_claims", of_claims)
    mentions = _rows(reader, "runs/judged_mentions", of_entities)
    articles = defaultdict(list)
    for row in _rows(reader, "runs/judged_articles", [row.left_side for row in ruled]):
        articles[row["side"]].append(row)
    return Lookup(
        claims={row["side"]: _claim(row) for row in claims},
        mentions={row["mention_id"]: Seen("name", row["mention_id"], (row["name"],)) for row in mentions},
        articles={side: _current(rows) for side, rows in articles.items()},
        outlets={side: _outlet(side) for side in {row.right_side or "" for row in ruled}},
        spellings=reader.named("runs/names_told").column("name").to_pylist() if of_entities else (),
    )


def _sides(judgements: Iterable[Judgement], kinds: Collection[str]) -> list[str]:
    sides = {side for row in judgements if row.kind in kinds for side in (row.left_side, row.right_side) if side}
    return sorted(sides)


def _rows(reader: Reader, name: str, sides: list[str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = reader.named(name, sides=sides).to_pylist() if sides else []
    return rows


def _claim(row: dict[str, Any]) -> Seen:
    days = [day for day in (row["earliest_on"], row["latest_on"]) if day]
    shown = (row["text"], *days, " to ".join(days)) if days else (row["text"],)
    return Seen(row["kind"], row["claim_id"], shown, row["value"])


def _current(rows: Sequence[dict[str, Any]]) -> tuple[Seen, ...]:
    """The current articles among the versions of a page; where there is none (all are copies), the first."""
    chosen = [row for row in rows if row["is_current"]] or rows[:1]
    return tuple(Seen("article", row["article_id"], (row["headline"],)) for row in chosen)


def _outlet(side: str) -> Seen:
    shown, source = of_name(side)
    return Seen("outlet", source.source_id, (shown,))
