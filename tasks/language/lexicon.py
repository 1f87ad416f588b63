"""Word lists: data files in ``lexicons/``, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The tables of ``lexicons/<name>.toml``."""
    return tomllib.loads(files("tasks.language").joinpath("lexicons", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """One list of ``lexicons/<name>.toml``, by the path of its tables; a text is a list of its words."""
    entry: Any = lexicon(name)
    for key in path:
        entry = entry[key]
    return frozenset(entry.split() if isinstance(entry, str) else entry)
