"""Fingerprints of code and data: what a stage's rows were made by (law 10)."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def fingerprint(packages: tuple[str, ...], *versions: str) -> str:
    """A 16-digit hexadecimal hash of every source and data file of ``packages`` and of ``versions``.

    ``versions`` names what is not in the packages: a model, a library, a setting.
    """
    digest = hashlib.sha256()
    for package in packages:
        _feed(digest, files(package), package)
    for version in versions:
        digest.update(version.encode() + b"\0")
    return digest.hexdigest()[:16]


def _feed(digest: "hashlib._Hash", folder: Traversable, name: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                _feed(digest, entry, f"{name}/{entry.name}")
        elif not entry.name.endswith(".pyc"):
            digest.update(f"{name}/{entry.name}".encode() + b"\0" + entry.read_bytes() + b"\0")
