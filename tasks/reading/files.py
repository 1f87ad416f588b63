"""What is in the raw folder, and one file's bytes within a limit."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tasks.errors import RejectedInput
from tasks.reading.limits import ReadLimits

_ESCAPED = re.compile(rb"\\(\\|x[0-9a-f]{2})")
_TO_ESCAPE = re.compile("[\\x00-\\x1f\\x7f\\\\\\udc80-\\udcff]")


def locator_of(relative: str) -> str:
    """A path relative to the raw folder as text: bytes that are not UTF-8, control characters and ``\\`` escaped."""

    def escaped(found: re.Match[str]) -> str:
        character = found[0]
        return "\\\\" if character == "\\" else f"\\x{os.fsencode(character)[0]:02x}"

    return _TO_ESCAPE.sub(escaped, os.fsencode(relative).decode("utf-8", "surrogateescape"))


def path_of(locator: str) -> str:
    """The inverse of :func:`locator_of`."""

    def unescaped(found: re.Match[bytes]) -> bytes:
        return b"\\" if found[1] == b"\\" else bytes([int(found[1][1:], 16)])

    return os.fsdecode(_ESCAPED.sub(unescaped, locator.encode("utf-8")))


def paths(raw: Path, suffixes: tuple[str, ...]) -> list[str]:
    """Every visible entry under ``raw`` that is not a plain folder, relative to it, with ``/``.

    Hidden entries (a leading dot) are left out. Links are entries and are never walked into, so that
    no loop can form. Folders that cannot be listed are entries, and so are those named like a
    document (``x.txt``), beside what is in them.
    """
    found: list[str] = []
    pending = [""]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(raw / folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    relative = f"{folder}/{entry.name}" if folder else entry.name
                    plain = entry.is_dir(follow_symlinks=False)
                    if plain:
                        pending.append(relative)
                    if not plain or entry.name.lower().endswith(suffixes):
                        found.append(relative)
        except OSError:
            found.append(folder)
    return sorted(set(found))


@contextmanager
def open_inside(raw: Path, relative: str) -> Iterator[BinaryIO]:
    """A regular file of the raw folder, opened for reading.

    Raises RejectedInput with reason ``unreadable`` for anything else, and when reading it fails.
    """
    path = raw / relative
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(raw.resolve()):
            raise RejectedInput("unreadable", "a link that leaves the raw folder: copy the file here instead")
        mode = real.stat().st_mode
        if stat.S_ISDIR(mode):
            raise RejectedInput("unreadable", f"a {'link to a ' if path.is_symlink() else ''}folder, not a file")
        if not stat.S_ISREG(mode):
            raise RejectedInput("unreadable", "not a regular file")
        with real.open("rb") as file:
            yield file
    except (OSError, RuntimeError) as error:  # RuntimeError: pathlib's word for a loop of links before Python 3.13
        raise RejectedInput("unreadable", _explain(error)) from error


def _explain(error: OSError | RuntimeError) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link to nothing"
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return "a loop of links"
    return f"cannot be read: {error.strerror}"


def read_bytes(raw: Path, relative: str) -> tuple[bytes | None, str]:
    """The file's bytes and their SHA-256; None in place of bytes over the limit, which are only hashed.

    Raises RejectedInput with reason ``unreadable``.
    """
    digest = hashlib.sha256()
    with open_inside(raw, relative) as file:
        data = file.read(ReadLimits.FILE_BYTES + 1)
        digest.update(data)
        if len(data) <= ReadLimits.FILE_BYTES:
            return data, digest.hexdigest()
        while chunk := file.read(ReadLimits.CHUNK_BYTES):
            digest.update(chunk)
    return None, digest.hexdigest()
