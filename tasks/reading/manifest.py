"""``manifest.csv``: what is known about the files beside it.

Columns: ``file, source, url, headline, byline, published, retrieved, licence``; all but ``file`` may
be missing, and a blank cell says nothing. ``file`` is a name relative to the manifest's folder.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from tasks.errors import RejectedInput, UsageError
from tasks.reading.files import read_bytes
from tasks.reading.limits import ReadLimits
from tasks.reference.moments import parse_moment

NAME = "manifest.csv"
FIELDS = ("source", "url", "headline", "byline", "published", "retrieved", "licence")
COLUMNS = ("file", *FIELDS)
_MOMENTS = ("published", "retrieved")

Fields = Mapping[str, str]


def load(raw: Path, manifests: Iterable[str], files: frozenset[str] | None) -> dict[str, Fields]:
    """What ``manifests`` say, by file; all paths are relative to ``raw``, with ``/``.

    ``files``: what there is to speak of; None if only the lines' form is to be checked.

    Raises UsageError for an unknown column, a file that is not there, a second row for a file, or a
    day or moment that cannot be read; the message names the manifest, the line and the column.
    """
    known: dict[str, Fields] = {}
    for manifest in sorted(manifests):
        folder = PurePosixPath(manifest).parent
        for line, row in _rows(raw, manifest):
            path = _resolve(folder, row.pop("file", ""), manifest, line)
            if files is not None and path not in files:
                raise UsageError(f"{manifest} line {line}: there is no file {path!r}; add it or remove the line")
            if path in known:
                raise UsageError(f"{manifest} line {line}: {path!r} already has a line; keep one")
            known[path] = row
    return known


def check_field(name: str, value: str) -> None:
    """Raises ValueError if ``value`` is no value of the field ``name``."""
    if name in _MOMENTS:
        try:
            parse_moment(value)
        except ValueError as error:
            raise ValueError(
                f"{name} is {value!r}; write a day (2021-04-14) or a time with its zone (2021-04-14T01:40Z)"
            ) from error


def _rows(raw: Path, manifest: str) -> Iterable[tuple[int, dict[str, str]]]:
    text = _text(raw, manifest)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_columns(reader.fieldnames or (), manifest)
        for cells in reader:
            if None in cells or None in cells.values():
                raise UsageError(f"{manifest} line {reader.line_num}: not as many cells as there are columns")
            yield reader.line_num, _fields(cells, f"{manifest} line {reader.line_num}")
    except csv.Error as error:
        raise UsageError(f"{manifest} line {reader.line_num}: {error}") from error


def _text(raw: Path, manifest: str) -> str:
    """The manifest as text; what is no regular file in the folder is refused, as it is for a document."""
    try:
        data, _ = read_bytes(raw, manifest)
    except RejectedInput as error:
        raise UsageError(f"{manifest}: {error.detail}") from error
    if data is None:
        raise UsageError(f"{manifest} is over {ReadLimits.FILE_BYTES:,} bytes: give each subfolder its own")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{manifest} cannot be read as UTF-8: {error}") from error


def _check_columns(names: Iterable[str], manifest: str) -> None:
    names = [name.strip() for name in names]
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise UsageError(f"{manifest}: unknown column {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    if "file" not in names or len(set(names)) < len(names):
        raise UsageError(f"{manifest}: the first line must name each column once, among them 'file'")


def _fields(cells: Mapping[str, str], where: str) -> dict[str, str]:
    row = {name.strip(): value.strip() for name, value in cells.items() if value.strip()}
    for name, value in row.items():
        try:
            check_field(name, value)
        except ValueError as error:
            raise UsageError(f"{where}: {error}") from error
    return row


def _resolve(folder: PurePosixPath, file: str, manifest: str, line: int) -> str:
    if not file:
        raise UsageError(f"{manifest} line {line}: the column 'file' is blank")
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts:
        raise UsageError(f"{manifest} line {line}: {file!r} is not in the manifest's folder")
    return str(folder / path)
