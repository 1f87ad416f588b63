"""``manifest.csv``: what is known about the files beside it.

Columns: ``file, source, url, headline, byline, published, retrieved, licence``; all but ``file`` may
be missing, and a blank cell says nothing. ``file`` is a name relative to the manifest's folder.
"""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from tasks.errors import UsageError
from tasks.reading.csv_rows import csv_rows
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
        for where, row in csv_rows(raw, manifest, manifest, partial(_check_columns, manifest=manifest)):
            _check_fields(row, where)
            path = _resolve(folder, row.pop("file", ""), where)
            if files is not None and path not in files:
                raise UsageError(f"{where}: there is no file {path!r}; add it or remove the line")
            if path in known:
                raise UsageError(f"{where}: {path!r} already has a line; keep one")
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


def _check_columns(names: list[str], manifest: str) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise UsageError(f"{manifest}: unknown column {unknown[0]!r}; known are {', '.join(COLUMNS)}")
    if "file" not in names or len(set(names)) < len(names):
        raise UsageError(f"{manifest}: the first line must name each column once, among them 'file'")


def _check_fields(row: Mapping[str, str], where: str) -> None:
    for name, value in row.items():
        try:
            check_field(name, value)
        except ValueError as error:
            raise UsageError(f"{where}: {error}") from error


def _resolve(folder: PurePosixPath, file: str, where: str) -> str:
    if not file:
        raise UsageError(f"{where}: the column 'file' is blank")
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts:
        raise UsageError(f"{where}: {file!r} is not in the manifest's folder")
    return str(folder / path)
