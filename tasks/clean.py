"""Clean: raw documents to articles, blocks and sources; copies and versions linked."""

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from prefect import task

from tasks.cleaning import BoundedCleaner, Cleaned
from tasks.cleaning.copies import ArticlePrint, link
from tasks.cleaning.revisions import revise
from tasks.cleaning.versions import VersionPrint, VersionText
from tasks.errors import RejectedInput, UsageError
from tasks.lake import Lake, Reader, Stage
from tasks.quarantine import one_line
from tasks.reading import read_one
from tasks.reference.fingerprints import fingerprint
from tasks.reference.ids import content_id
from tasks.reference.reading_record import Reading
from tasks.tables import CONTENT
from tasks.tables.articles import ARTICLES
from tasks.tables.blocks import BLOCKS
from tasks.tables.candidates import CANDIDATES
from tasks.tables.declaration import Owner
from tasks.tables.documents import DOCUMENTS, Document
from tasks.tables.quarantine import QUARANTINE, Quarantined, Reason
from tasks.tables.sources import SOURCES, Source

log = logging.getLogger("crosswire")

_LIBRARIES = ("trafilatura", "htmldate", "py3langid", "charset-normalizer")
_OF_CLEANING = (ARTICLES, BLOCKS, CANDIDATES)
_OF_EXTRACTION = tuple(table for table in CONTENT if table.owner is Owner.ARTICLE and table not in _OF_CLEANING)


def cleaned_by() -> str:
    """The fingerprint of everything that decides what an article is."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return fingerprint(("tasks.reading", "tasks.cleaning", "tasks.reference"), *libraries)


@task
def clean(stage: Stage, raw: Path, paths: Sequence[str], cleaned_by: str) -> frozenset[Source]:
    """Stage the documents at ``paths`` as articles, or as quarantined; returns the outlets that they name.

    A file that has gone since it was collected is left out.
    """
    documents: list[Document] = []
    quarantined: list[Quarantined] = []
    cleaned: list[Cleaned] = []
    with BoundedCleaner() as cleaner:
        for path in paths:
            try:
                reading = read_one(raw, path)
            except UsageError as gone:
                log.warning("%s", gone)
                continue
            documents.append(reading.document)
            outcome = _outcome(cleaner, reading, cleaned_by)
            if isinstance(outcome, Quarantined):
                quarantined.append(outcome)
            else:
                cleaned.append(outcome)
    _put(stage, documents, quarantined, cleaned)
    return frozenset(each.source for each in cleaned if each.source is not None)


@task
def link_versions(lake: Lake, stage: Stage) -> None:
    """Let identical articles have one original and each page one current version, whatever the order of arrival."""
    with lake.reader(stage=stage) as reader:
        rows = {row["article_id"]: row for row in reader.named("runs/article_prints").to_pylist()}
        copy_of = link([ArticlePrint(key, row["source_id"], row["text_sha256"]) for key, row in rows.items()])
        revisions = revise([_print(row, copy_of[key]) for key, row in rows.items()], partial(_texts, reader))
        now = {key: {"copy_of": copy_of[key], **asdict(revisions[key])} for key in rows}
        changed = [key for key, row in rows.items() if now[key].items() - row.items()]
        articles = [replace(article, **now[article.article_id]) for article in reader.rows(ARTICLES, changed)]
    relinked = {article.article_id for article in articles if rows[article.article_id]["copy_of"] != article.copy_of}
    articles = [replace(each, extracted_by=None) if each.article_id in relinked else each for each in articles]
    stage.put(ARTICLES, articles, changed)
    _withdraw_claims(stage, relinked)


@task
def settle_sources(lake: Lake, stage: Stage, found: Iterable[Source]) -> None:
    """The outlets that an article names, as the newest cleaning knows them."""
    with lake.reader(stage=stage) as reader:
        sources = {source.source_id: source for source in (*reader.rows(SOURCES), *found)}
        named = set(reader.named("runs/named_sources").column("source_id").to_pylist())
    stage.put_all(SOURCES, [sources[source_id] for source_id in sorted(named)])


def _outcome(cleaner: BoundedCleaner, reading: Reading, cleaned_by: str) -> Cleaned | Quarantined:
    if reading.rejection is not None:
        return reading.rejection
    document_id = reading.document.document_id
    try:
        return cleaner.clean(reading, cleaned_by)
    except RejectedInput as error:
        return Quarantined(document_id=document_id, reason=cast(Reason, error.reason), detail=error.detail)
    except Exception as error:  # noqa: BLE001 - one page must not end the run; it is kept, with what went wrong
        return Quarantined(document_id=document_id, reason="failed", detail=one_line("cleaning", error))


def _put(
    stage: Stage, documents: Sequence[Document], quarantined: Sequence[Quarantined], cleaned: Sequence[Cleaned]
) -> None:
    document_ids = [document.document_id for document in documents]
    article_ids = [content_id("article", document_id) for document_id in document_ids]
    stage.put(DOCUMENTS, documents, document_ids)
    stage.put(QUARANTINE, quarantined, document_ids)
    stage.put(ARTICLES, [each.article for each in cleaned], article_ids)
    stage.put(BLOCKS, [block for each in cleaned for block in each.blocks], article_ids)
    stage.put(CANDIDATES, [candidate for each in cleaned for candidate in each.candidates], article_ids)
    _withdraw_claims(stage, article_ids)


def _print(row: Mapping[str, Any], copy_of: str | None) -> VersionPrint:
    return VersionPrint(**{field.name: row[field.name] for field in fields(VersionPrint)} | {"copy_of": copy_of})


def _texts(reader: Reader, article_ids: Collection[str]) -> dict[str, VersionText]:
    articles = reader.rows(ARTICLES, article_ids)
    pages = {row.document_id: row.text or "" for row in reader.rows(DOCUMENTS, {row.document_id for row in articles})}
    return {article.article_id: VersionText(article.text, pages[article.document_id]) for article in articles}


def _withdraw_claims(stage: Stage, article_ids: Collection[str]) -> None:
    for table in _OF_EXTRACTION:
        stage.put(table, [], article_ids)
