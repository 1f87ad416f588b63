"""Articles in, claims out: each passage is found in once, each article is bound by itself."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from spacy.tokens import Doc

from tasks.language import cache as findings_cache
from tasks.language.article import ArticleText, Extraction
from tasks.language.context import Context, Located
from tasks.language.extractors import dates, mentions, quantities, statements
from tasks.language.passages import Passage, passages
from tasks.language.pipeline import annotate, model_version
from tasks.reference.fingerprints import fingerprint

Findings = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class _Extractor:
    """The two halves of one extractor module."""

    find: Callable[[Doc], tuple[Any, ...]]
    bind: Callable[[Context, Sequence[Located[Any]]], Extraction]


# In the order of binding: a later one reads in Context what an earlier one found. Mentions are bound before them all.
EXTRACTORS: tuple[_Extractor, ...] = (
    _Extractor(statements.find, statements.bind),
    _Extractor(quantities.find, quantities.bind),
    _Extractor(dates.find, dates.bind),
)
_FOUND: TypeAdapter[Findings] = TypeAdapter(
    tuple[
        tuple[mentions.Finding, ...],
        tuple[statements.Finding, ...],
        tuple[quantities.Finding, ...],
        tuple[dates.Finding, ...],
    ]
)


def extract(
    articles: Sequence[ArticleText], *, model: str, cache: Path | None, implied: bool = True
) -> list[Extraction]:
    """The claims of each article, in the order given.

    Pure in the articles: neither their order, nor their number, nor the ``cache`` (a SQLite file; None for none)
    changes an answer. ``implied`` False leaves out quantities that are implied and not stated. An article in
    another language than English gives nothing. UsageError if ``model`` is not installed.
    """
    cut = [passages(article.text, article.headline) if _is_english(article) else () for article in articles]
    found = _find({passage.text for some in cut for passage in some}, model, cache)
    return [_bind(article, some, found, implied) for article, some in zip(articles, cut, strict=True)]


def _is_english(article: ArticleText) -> bool:
    return article.language is None or article.language.lower().split("-")[0] == "en"


def _find(texts: Iterable[str], model: str, cache: Path | None) -> dict[str, Findings]:
    wanted = sorted(set(texts))
    version = fingerprint(("tasks.language", "tasks.reference"), model_version(model))
    keys = {text: findings_cache.passage_key(text, version) for text in wanted}
    stored = findings_cache.recall(cache, keys.values()) if cache else {}
    new = [text for text in wanted if keys[text] not in stored]
    found = {text: _FOUND.validate_json(stored[keys[text]]) for text in wanted if keys[text] in stored}
    for index, doc in annotate(new, model):
        found[new[index]] = (mentions.find(doc), *(extractor.find(doc) for extractor in EXTRACTORS))
    if cache and new:
        findings_cache.remember(cache, {keys[text]: _FOUND.dump_json(found[text]).decode() for text in new})
    return found


def _bind(article: ArticleText, cut: Sequence[Passage], found: Mapping[str, Findings], implied: bool) -> Extraction:
    def located(index: int) -> list[Located[Any]]:
        return [Located(passage.start, finding) for passage in cut for finding in found[passage.text][index]]

    context = mentions.bind(article, tuple(passage.span for passage in cut), located(0))
    parts = [Extraction(mentions=context.mentions)]
    for index, extractor in enumerate(EXTRACTORS, start=1):
        part = extractor.bind(context, located(index))
        context = replace(context, statements=context.statements + part.statements)
        parts.append(part)
    whole = Extraction.merged(parts)
    stated = tuple(row for row in whole.quantities if implied or row.basis == "stated")
    return replace(whole, quantities=stated)
