"""``.jsonl``: one article a line: ``id``, ``text`` or ``html``, and the manifest's fields; others are ignored."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from tasks.errors import RejectedInput, UsageError
from tasks.reading.decode import check_text
from tasks.reading.files import locator_of, open_inside
from tasks.reading.formats import Format
from tasks.reading.html import of_markup
from tasks.reading.limits import ReadLimits
from tasks.reading.manifest import FIELDS, check_field
from tasks.reading.record import Input, accept, reject, sha256_of
from tasks.reference.reading_record import Reading

MEDIA_TYPE = "application/jsonl"
_LINE_LOCATOR = re.compile(r"L\d+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
Json = Mapping[str, object]


@dataclass(frozen=True)
class _Line:
    """One line: ``data`` is None over the limit."""

    number: int
    offset: int
    data: bytes | None
    sha256: str


def read(raw: Path, relative: str, source: Input) -> Iterator[Reading]:
    """A document a line, in the order of the lines; a line that is no article is a rejected document."""
    with open_inside(raw, relative) as file:
        taken: set[str] = set()
        none = True
        for line in _lines(file):
            none = False
            yield _reading(line, source, taken)
        if none:
            yield reject(source, sha256_of(b""), RejectedInput("empty", "the file has no lines"))


def read_part(raw: Path, relative: str, source: Input, locator: str) -> Reading:
    """The document at ``locator`` (``file#id`` or ``file#Lnumber``). Raises UsageError if there is none."""
    path = raw / relative
    with open_inside(raw, relative) as file:
        state = path.stat()
        index = _index(raw, relative, state.st_size, state.st_mtime_ns)
        if locator not in index:
            raise UsageError(f"there is no line {locator!r} any more: was the file changed?")
        number, offset = index[locator]
        file.seek(offset)
        line = next(_lines(file, number, offset))
        taken = set() if not locator.endswith(f"#L{number}") else {_locator(source, _id(line.data), number, set())}
        return _reading(line, source, taken)


@lru_cache(maxsize=4)
def _index(raw: Path, relative: str, size: int, modified: int) -> Mapping[str, tuple[int, int]]:
    """Where each line's document is (number, byte offset); ``size`` and ``modified`` tell versions of a file apart."""
    source = Input(locator_of(relative), "", MEDIA_TYPE, {})
    taken: set[str] = set()
    index: dict[str, tuple[int, int]] = {}
    with open_inside(raw, relative) as file:
        for line in _lines(file):
            index[_locator(source, _id(line.data), line.number, taken)] = (line.number, line.offset)
    return index


def _lines(file: BinaryIO, number: int = 1, offset: int = 0) -> Iterator[_Line]:
    """The lines that are not blank; never more than a limit and a chunk in memory."""
    while data := file.readline(ReadLimits.LINE_BYTES + 1):
        start, digest, whole = offset, hashlib.sha256(data.rstrip(b"\r\n")), data
        while not data.endswith(b"\n"):
            data = file.readline(ReadLimits.CHUNK_BYTES)
            if not data:
                break
            digest.update(data.rstrip(b"\r\n"))
            whole = b""
            offset += len(data)
        offset = file.tell()
        too_large = not whole or len(whole) > ReadLimits.LINE_BYTES
        if too_large or whole.strip():
            yield _Line(number, start, None if too_large else whole, digest.hexdigest())
        number += 1


def _reading(line: _Line, source: Input, taken: set[str]) -> Reading:
    entry: Json = {}
    refusal: RejectedInput | None = None
    try:
        entry = _entry(line.data)
    except RejectedInput as error:
        refusal = error
    name = _name(entry)
    locator = _locator(source, name, line.number, taken)
    fields = dict(source.fields)
    if refusal is None:
        try:
            fields |= _fields(entry)
            return _article(Input(locator, name or locator, source.media_type, fields), line.sha256, entry)
        except RejectedInput as error:
            refusal = error
    refusal = RejectedInput(refusal.reason, f"line {line.number}: {refusal.detail}")
    return reject(Input(locator, name or locator, source.media_type, fields), line.sha256, refusal)


def _article(source: Input, sha256: str, entry: Json) -> Reading:
    text, html = (_string(entry, name) for name in ("text", "html"))
    if (text is None) == (html is None):
        raise RejectedInput("malformed", "give either 'text' or 'html'")
    content = text if text is not None else html or ""
    check_text(content)
    if html is not None:
        return of_markup(source, sha256, html, "utf-8")
    if len(content) > ReadLimits.TEXT_CHARACTERS:
        raise RejectedInput("too_large", f"{len(content):,} characters: not a page's text")
    return accept(source, sha256, content, "utf-8")


def _entry(data: bytes | None) -> Json:
    if data is None:
        raise RejectedInput("too_large", f"over {ReadLimits.LINE_BYTES:,} bytes: not an article")
    try:
        entry = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RejectedInput("malformed", f"not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise RejectedInput("malformed", f"not JSON: {error}") from error
    if not isinstance(entry, dict):
        raise RejectedInput("malformed", "not a JSON object")
    return entry


def _id(data: bytes | None) -> str | None:
    try:
        return _name(_entry(data))
    except RejectedInput:
        return None


def _name(entry: Json) -> str | None:
    """The line's ``id``; a whole number is taken as its digits."""
    value = entry.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value.strip() and not _LONE_SURROGATE.search(value) else None


def _locator(source: Input, name: str | None, number: int, taken: set[str]) -> str:
    """``file#id``; ``file#Lnumber`` without an id, for an id already taken, and for one that looks like it."""
    locator = f"{source.locator}#{name}"
    if name is None or _LINE_LOCATOR.fullmatch(name) or locator in taken:
        return f"{source.locator}#L{number}"
    taken.add(locator)
    return locator


def _fields(entry: Json) -> dict[str, str]:
    if entry.get("id") is not None and _name(entry) is None:
        raise RejectedInput("malformed", "'id' is not a text or a whole number")
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = _string(entry, name)
        if value is None or not value.strip():
            continue
        try:
            check_field(name, value.strip())
        except ValueError as error:
            raise RejectedInput("malformed", str(error)) from error
        fields[name] = value.strip()
    return fields


def _string(entry: Json, name: str) -> str | None:
    value = entry.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RejectedInput("malformed", f"{name!r} is not a text")
    if _LONE_SURROGATE.search(value):
        raise RejectedInput("malformed", f"{name!r} holds half a character (a lone surrogate)")
    return value


JSONL = Format((".jsonl", ".ndjson"), MEDIA_TYPE, read, read_part)
