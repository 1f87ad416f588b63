"""Organisations and polities whose names no text explains. Data in ``known.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from tasks.reference.places import fold
from tasks.tables.entities import EntityKind


@dataclass(frozen=True, slots=True)
class Known:
    """One entity of general knowledge."""

    key: str
    name: str
    kind: EntityKind


def known(name: str) -> Known | None:
    """The organisation or polity that ``name`` names, if it is a known one."""
    return _by_name().get(fold(name))


@cache
def _by_name() -> Mapping[str, Known]:
    table = tomllib.loads(files("tasks.reconciling").joinpath("known.toml").read_text(encoding="utf-8"))
    found: dict[str, Known] = {}
    for key, entry in table.items():
        if entry["kind"] not in get_args(EntityKind):
            raise ValueError(f"known.toml: {key} has the unknown kind {entry['kind']!r}")
        entity = Known(key, entry["name"], entry["kind"])
        for name in (entity.name, *entry.get("aliases", ())):
            if found.setdefault(fold(name), entity) is not entity:
                raise ValueError(f"known.toml: {name!r} names both {found[fold(name)].key} and {key}")
    return found
