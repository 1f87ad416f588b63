"""Extract: articles to mentions, quantities, statements and dates."""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from prefect import task

from tasks.cleaning import alignment_of, headline_span
from tasks.errors import CrosswireError
from tasks.lake import Lake, Stage
from tasks.language import ArticleText, Extraction, model_version
from tasks.language import extract as extract_claims
from tasks.quarantine import one_line, quarantine
from tasks.reference.fingerprints import fingerprint
from tasks.tables.articles import ARTICLES, Article
from tasks.tables.blocks import BLOCKS, Block
from tasks.tables.candidates import CANDIDATES, Candidate
from tasks.tables.dates import DATES
from tasks.tables.fragments import FRAGMENTS
from tasks.tables.mentions import MENTIONS
from tasks.tables.quantities import QUANTITIES
from tasks.tables.statements import STATEMENTS

log = logging.getLogger("crosswire")


def extracted_by(model: str) -> str:
    """The fingerprint of everything that decides what is claimed in an article."""
    return fingerprint(("tasks.language", "tasks.reference"), model_version(model))


@task
def unextracted(lake: Lake, stage: Stage, extracted_by: str) -> tuple[str, ...]:
    """Ids of the articles, copies apart, whose claims are not those of this code and model."""
    with lake.reader(stage=stage) as reader:
        rows = reader.named("runs/unextracted_articles", extracted_by=extracted_by)
    return tuple(rows.column("article_id").to_pylist())


@task
def extract(
    lake: Lake, stage: Stage, article_ids: Sequence[str], model: str, cache: Path, extracted_by: str
) -> tuple[str, ...]:
    """Stage the claims of a batch of articles; returns the ids of those that failed and are now in quarantine."""
    with lake.reader(stage=stage) as reader:
        articles = sorted(reader.rows(ARTICLES, article_ids), key=lambda article: article.article_id)
        blocks = defaultdict(list)
        for block in reader.rows(BLOCKS, article_ids):
            blocks[block.article_id].append(block)
        candidates = [row for row in reader.rows(CANDIDATES, article_ids) if row.row_id == row.article_id]
    texts = [_text(article, blocks[article.article_id]) for article in articles]
    extractions, failures = _extract(texts, model, cache)
    done = [article for article in articles if article.article_id in extractions]
    _put(stage, [replace(article, extracted_by=extracted_by) for article in done], extractions, candidates)
    quarantine(lake, stage, "failed", failures)
    return tuple(failures)


def _text(article: Article, blocks: Sequence[Block]) -> ArticleText:
    return ArticleText(
        article_id=article.article_id,
        text=article.text,
        alignment=alignment_of(blocks),
        published_on=article.published_on,
        headline=headline_span(blocks),
        language=article.language,
    )


def _extract(texts: Sequence[ArticleText], model: str, cache: Path) -> tuple[dict[str, Extraction], dict[str, str]]:
    """Extractions by article id, and what went wrong with the others; one bad article does not cost its batch."""
    try:
        extractions = extract_claims(texts, model=model, cache=cache)
        return {text.article_id: each for text, each in zip(texts, extractions, strict=True)}, {}
    except CrosswireError:
        raise  # the cache is broken, not the article
    except Exception as error:  # noqa: BLE001 - one article must not end the run; it is kept, with what went wrong
        if len(texts) == 1:
            return {}, {texts[0].article_id: one_line("extraction", error)}
    results = [_extract([text], model, cache) for text in texts]
    return (
        {article_id: each for found, _ in results for article_id, each in found.items()},
        {article_id: detail for _, failed in results for article_id, detail in failed.items()},
    )


def _put(
    stage: Stage, articles: Sequence[Article], extractions: dict[str, Extraction], candidates: Sequence[Candidate]
) -> None:
    article_ids = list(extractions)
    rows = list(extractions.values())
    kept = [row for row in candidates if row.article_id in extractions]
    stage.put(ARTICLES, articles, article_ids)
    stage.put(MENTIONS, [row for each in rows for row in each.mentions], article_ids)
    stage.put(QUANTITIES, [row for each in rows for row in each.quantities], article_ids)
    stage.put(STATEMENTS, [row for each in rows for row in each.statements], article_ids)
    stage.put(DATES, [row for each in rows for row in each.dates], article_ids)
    stage.put(FRAGMENTS, [row for each in rows for row in each.fragments], article_ids)
    stage.put(CANDIDATES, kept + [row for each in rows for row in each.candidates], article_ids)
