"""The raw folder: every input a document, whatever becomes of it (law 3)."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from tasks.errors import RejectedInput, UsageError
from tasks.reading import manifest
from tasks.reading.files import locator_of, path_of, paths, read_bytes
from tasks.reading.formats import Format
from tasks.reading.html import HTML
from tasks.reading.jsonl import JSONL
from tasks.reading.record import UNKNOWN_MEDIA_TYPE, Input, reject, sha256_of
from tasks.reading.text import TEXT
from tasks.reference.reading_record import Reading

FORMATS: tuple[Format, ...] = (TEXT, HTML, JSONL)
SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)


def read_folder(raw: Path) -> Iterator[Reading]:
    """The documents of every file under ``raw``, files in order of locator, lines in order of their file.

    Raises UsageError at once if ``raw`` is no folder or a manifest is wrong; each document is read
    when it is asked for.
    """
    entries = _entries(raw)
    known = _manifests(raw, entries)
    return (reading for path in _documents(entries) for reading in _read(raw, path, known.get(path, {})))


def read_one(raw: Path, path: str) -> Reading:
    """The document at ``path`` (as in ``documents.path``), read again with its manifest.

    Raises UsageError if it is not there any more.
    """
    relative = path_of(path)
    part: str | None = None
    if not _exists(raw, relative):
        relative, part = _container(raw, path), path
    known = _nearest_manifests(raw, relative).get(relative, {})
    if part is None:
        return next(iter(_read(raw, relative, known)))
    format_ = _format_of(relative)
    if format_ is None or format_.read_part is None:
        raise UsageError(f"there is no document {path!r} in {raw}")
    return format_.read_part(raw, relative, _input(relative, format_, known), part)


def read_file(raw: Path, relative: str) -> Iterator[Reading]:
    """The documents of one file under ``raw``, with its manifest. Raises UsageError if it is not there."""
    if not _exists(raw, relative):
        raise UsageError(f"there is no file {raw / relative}")
    return _read(raw, relative, _nearest_manifests(raw, relative).get(relative, {}))


def _entries(raw: Path) -> list[str]:
    if not raw.is_dir():
        raise UsageError(f"there is no folder {raw}: name one with --raw")
    return paths(raw, SUFFIXES)


def _documents(entries: list[str]) -> list[str]:
    return sorted((path for path in entries if PurePosixPath(path).name != manifest.NAME), key=locator_of)


def _manifests(raw: Path, entries: list[str]) -> dict[str, manifest.Fields]:
    manifests = [path for path in entries if PurePosixPath(path).name == manifest.NAME]
    return manifest.load(raw, manifests, frozenset(_documents(entries)))


@lru_cache(maxsize=256)
def _cached_manifests(raw: Path, stamp: tuple[tuple[str, int, int], ...]) -> Mapping[str, manifest.Fields]:
    """``stamp``: each manifest with its size and time of change, so that a changed one is read again."""
    return manifest.load(raw, [name for name, _, _ in stamp], None)


def _nearest_manifests(raw: Path, relative: str) -> Mapping[str, manifest.Fields]:
    """The manifests that may speak of ``relative``: those of its folder and of the folders above."""
    names = [str(folder / manifest.NAME) for folder in PurePosixPath(relative).parents]
    states = [(name, (raw / name).stat()) for name in names if (raw / name).is_file()]
    if not states:
        return {}
    return _cached_manifests(raw, tuple((name, state.st_size, state.st_mtime_ns) for name, state in states))


def _exists(raw: Path, relative: str) -> bool:
    return (raw / relative).exists() or (raw / relative).is_symlink()


def _container(raw: Path, path: str) -> str:
    """The file that holds the document ``path``: the longest prefix before a ``#`` that is there."""
    prefix = path
    while "#" in prefix:
        prefix = prefix.rpartition("#")[0]
        if (raw / path_of(prefix)).is_file():
            return path_of(prefix)
    raise UsageError(f"there is no document {path!r} in {raw}")


def _read(raw: Path, relative: str, fields: manifest.Fields) -> Iterator[Reading]:
    format_ = _format_of(relative)
    source = _input(relative, format_, fields)
    try:
        if format_ is not None:
            yield from format_.read(raw, relative, source)
        else:
            _, sha256 = read_bytes(raw, relative)
            detail = f"no reader for this kind of file; known are {', '.join(SUFFIXES)}"
            yield reject(source, sha256, RejectedInput("unknown_format", detail))
    except RejectedInput as error:
        yield reject(source, sha256_of(b""), error)


def _format_of(relative: str) -> Format | None:
    suffix = PurePosixPath(relative).suffix.lower()
    return next((known for known in FORMATS if suffix in known.suffixes), None)


def _input(relative: str, format_: Format | None, fields: manifest.Fields) -> Input:
    media_type = format_.media_type if format_ else UNKNOWN_MEDIA_TYPE
    locator = locator_of(relative)
    return Input(locator, PurePosixPath(locator).name, media_type, fields)
