"""The source of an article as people ruled it, and as the page had it; the page's answer is kept beside it."""

from collections.abc import Iterable
from dataclasses import replace

from tasks.tables.articles import Article, SourceBasis
from tasks.tables.candidates import Candidate
from tasks.tables.sources import Source

OVERRULED = "overruled: "  # begins the basis of the candidate that keeps what was overruled
_COLUMN = "source_id"


def overrule(
    article: Article, candidates: Iterable[Candidate], source: Source
) -> tuple[Article, tuple[Candidate, ...]]:
    """The article with the source that a person names; the source that it had becomes one of its candidates."""
    article, kept = restore(article, candidates)
    if article.source_id is not None:
        position = 1 + max((row.position for row in kept if _is_about(row, article)), default=-1)
        kept += (
            Candidate(
                row_id=article.article_id,
                column_name=_COLUMN,
                position=position,
                article_id=article.article_id,
                value=article.source_id,
                raw_start=None,
                raw_end=None,
                basis=f"{OVERRULED}{article.source_basis}",
            ),
        )
    return replace(article, source_id=source.source_id, source_basis="judgement"), kept


def restore(article: Article, candidates: Iterable[Candidate]) -> tuple[Article, tuple[Candidate, ...]]:
    """The article as its page has it, with the candidates that cleaning and the later stages gave it."""
    rows = tuple(candidates)
    if article.source_basis != "judgement":
        return article, rows
    source_id, basis = None, None
    for row in rows:
        if _is_about(row, article) and row.basis.startswith(OVERRULED):
            source_id, basis = row.value, _BASES[row.basis.removeprefix(OVERRULED)]
    kept = tuple(row for row in rows if not (_is_about(row, article) and row.basis.startswith(OVERRULED)))
    return replace(article, source_id=source_id, source_basis=basis), kept


def _is_about(row: Candidate, article: Article) -> bool:
    return row.row_id == article.article_id and row.column_name == _COLUMN


_BASES: dict[str, SourceBasis] = {"manifest": "manifest", "url": "url", "markup": "markup", "text": "text"}
