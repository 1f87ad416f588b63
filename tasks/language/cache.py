"""Findings of passages already analysed, in a SQLite file outside the lake (law 10)."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from tasks.errors import CrosswireError

_SCHEMA = "CREATE TABLE IF NOT EXISTS findings (key TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID"
_RECALL = "SELECT key, found FROM findings WHERE key IN (SELECT value FROM json_each(?))"
_REMEMBER = "INSERT OR IGNORE INTO findings VALUES (?, ?)"
_BUSY_SECONDS = 60.0


def passage_key(text: str, version: str) -> str:
    """The cache key of one passage as analysed by one ``version`` of model and code."""
    return hashlib.sha256(f"{version}\x1f{text}".encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def _open(path: Path) -> Iterator[sqlite3.Connection]:
    """Raises CrosswireError if the file cannot be made, read or written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            with connection:
                connection.execute(_SCHEMA)
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise CrosswireError(
            f"cannot use the cache of passages {path} ({error}): set CROSSWIRE_STATE to a folder that you may write "
            "to, or remove the file if it is broken"
        ) from error


def recall(path: Path, keys: Iterable[str]) -> dict[str, str]:
    """What is stored under ``keys``, as JSON; keys not stored are left out."""
    with _open(path) as connection:
        return dict(connection.execute(_RECALL, [json.dumps(sorted(set(keys)))]))


def remember(path: Path, found: Mapping[str, str]) -> None:
    """Store findings; what another process stored first stays (it is the same)."""
    with _open(path) as connection, connection:
        connection.executemany(_REMEMBER, sorted(found.items()))
