"""`crosswire extract` and `crosswire clean`: JSON lines out, and no lake."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TextIO

from flows.settings import Settings
from tasks.cleaning import BoundedCleaner, Cleaned, alignment_of, headline_span, without_headline
from tasks.cleaning import clean as clean_page
from tasks.errors import RejectedInput, UsageError
from tasks.language import ArticleText, Extraction, extract
from tasks.language.named import named
from tasks.reading import Reading, read_file, read_folder
from tasks.reading.manifest import FIELDS, check_field
from tasks.reference.ids import content_id
from tasks.tables.blocks import Block
from tasks.tables.documents import Document

BATCH = 64  # lines whose passages the language pipeline sees together
Json = Mapping[str, object]


@dataclass(frozen=True)
class _Line:
    """One input: its id as given, and its text, or why it has none."""

    id: object
    text: ArticleText | None
    rejection: RejectedInput | None = None


def extract_lines(file: str, *, page: bool, implied: bool) -> int:
    """Print the claims of each line of ``file``; the exit code, 2 if a line could not be read.

    A broken line is one line on standard error and does not end the run.
    """
    model, broken = Settings.load().model, 0
    with _opened(file) as lines:
        numbered = enumerate(lines, start=1)
        while batch := list(islice(numbered, BATCH)):
            inputs: list[_Line] = []
            for number, line in batch:
                try:
                    inputs += [_page(_entry(line)) if page else _plain(_entry(line))] if line.strip() else []
                except UsageError as error:
                    broken += 1
                    sys.stderr.write(f"crosswire: {file} line {number}: {error}\n")
            for record in _extracted(inputs, model, implied):
                print_line(record)
            sys.stdout.flush()
    return 2 if broken else 0


def clean_paths(paths: Iterable[Path]) -> None:
    """Print the article in each page file, or in each document of each folder."""
    with BoundedCleaner() as cleaner:
        for path in paths:
            for reading in _readings(path):
                print_line(_cleaned(cleaner, reading))


def print_line(record: Json) -> None:
    sys.stdout.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def _opened(file: str) -> AbstractContextManager[TextIO]:
    """The lines of ``file``; bytes that are no UTF-8 are kept as half characters, which a line is refused for."""
    if file == "-":
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
        return nullcontext(sys.stdin)
    try:
        return Path(file).open(encoding="utf-8-sig", errors="surrogateescape")
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error


def _entry(line: str) -> Json:
    try:
        entry = json.loads(line)
        json.dumps(entry, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UsageError("not UTF-8, or half a character (a lone surrogate)") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not JSON: {error}") from error
    if not isinstance(entry, dict):
        raise UsageError("not a JSON object")
    if not isinstance(entry.get("id"), str | int) or isinstance(entry["id"], bool):
        raise UsageError("needs an 'id', a text or a number")
    if not isinstance(entry.get("text"), str):
        raise UsageError("needs a 'text'")
    return entry


def _plain(entry: Json) -> _Line:
    text = ArticleText.plain(_article_id(entry), str(entry["text"]), _published_on(entry))
    return _Line(entry["id"], text)


def _page(entry: Json) -> _Line:
    try:
        cleaned = clean_page(_reading(entry), cleaned_by="")
    except RejectedInput as error:
        return _Line(entry["id"], None, error)
    article, blocks = cleaned.article, cleaned.blocks
    text = ArticleText(
        article_id=article.article_id,
        text=article.text,
        alignment=alignment_of(blocks),
        published_on=article.published_on,
        headline=headline_span(blocks),
        language=article.language,
    )
    return _Line(entry["id"], text)


def _reading(entry: Json) -> Reading:
    """The page of one line, with what the line says of it as its manifest."""
    fields = {name: str(entry[name]) for name in FIELDS if entry.get(name)}
    if published_on := _published_on(entry):
        fields["published"] = published_on.isoformat()
    for name, value in fields.items():
        try:
            check_field(name, value)
        except ValueError as error:
            raise UsageError(str(error)) from error
    document = Document(
        document_id=_article_id(entry),
        external_id=str(entry["id"]),
        path=str(entry["id"]),
        url=fields.get("url"),
        media_type="text/plain",
        sha256="",
        retrieved_at=None,
        encoding=None,
        metadata=json.dumps(fields, sort_keys=True, ensure_ascii=False),
        text=str(entry["text"]),
    )
    return Reading(document)


def _article_id(entry: Json) -> str:
    return content_id("line", str(entry["id"]))


def _published_on(entry: Json) -> date | None:
    value = entry.get("published_on")
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise UsageError(f"published_on is {value!r}; write a day (2021-04-14)") from error


def _extracted(lines: Sequence[_Line], model: str, implied: bool) -> Iterator[Json]:
    """One record a line, in order; a page that is no article has a reason in place of claims."""
    texts = [line.text for line in lines if line.text is not None]
    extractions = iter(extract(texts, model=model, cache=None, implied=implied))
    for line in lines:
        if line.rejection is not None:
            rejected = {"reason": line.rejection.reason, "detail": line.rejection.detail}
            yield {"id": line.id, **named(Extraction()), "rejected": rejected}
        else:
            yield {"id": line.id, **named(next(extractions))}


def _readings(path: Path) -> Iterator[Reading]:
    if path.is_dir():
        return read_folder(path)
    return read_file(path.parent, path.name)


def _cleaned(cleaner: BoundedCleaner, reading: Reading) -> Json:
    document = reading.document
    if reading.rejection is not None:
        return _rejected(document.external_id, reading.rejection.reason, reading.rejection.detail)
    try:
        cleaned = cleaner.clean(reading, cleaned_by="")
    except RejectedInput as error:
        return _rejected(document.external_id, error.reason, error.detail)
    return {"id": document.external_id, **_article(cleaned)}


def _rejected(name: str | None, reason: str, detail: str) -> Json:
    return {"id": name, "rejected": {"reason": reason, "detail": detail}}


def _article(cleaned: Cleaned) -> Json:
    """The headline is a field of its own and so no part of ``text``, which ``articles.text`` begins with."""
    article, source = cleaned.article, cleaned.source
    text, blocks = without_headline(article.text, cleaned.blocks)
    return {
        "text": text,
        "headline": article.headline,
        "headline_basis": article.headline_basis,
        "byline": article.byline,
        "byline_basis": article.byline_basis,
        "source": source.name if source else None,
        "source_basis": article.source_basis,
        "source_candidates": [row.value for row in cleaned.candidates if row.column_name == "source_id"],
        "published_on": article.published_on.isoformat() if article.published_on else None,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "published_basis": article.published_basis,
        "language": article.language,
        "blocks": [_block(block) for block in blocks],
    }


def _block(block: Block) -> Json:
    return {name: value for name, value in dataclasses.asdict(block).items() if name != "article_id"}
