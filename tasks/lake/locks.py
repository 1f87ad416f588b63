"""Locks between processes."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tasks.errors import LakeError

_POLL_SECONDS = 0.05


@contextmanager
def locked(path: Path, timeout_seconds: float, purpose: str) -> Iterator[None]:
    """Hold an advisory lock on ``path``; the kernel releases it when the holder dies (flock(2)).

    Raises LakeError if another process holds it for longer than ``timeout_seconds``, or its folder cannot be written.
    """
    deadline = time.monotonic() + timeout_seconds
    with _opened(path, purpose) as file:
        while not _acquired(file.fileno()):
            if time.monotonic() >= deadline:
                raise LakeError(
                    f"{purpose} {path.parent}: another process has held it for {timeout_seconds:g} s; "
                    "wait until it ends, or end it, then run again"
                )
            time.sleep(_POLL_SECONDS)
        yield


def _opened(path: Path, purpose: str) -> TextIO:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a")
    except OSError as error:
        raise LakeError(f"{purpose} {path.parent}: {error.strerror}; name a folder that you may write to") from error


def _acquired(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
