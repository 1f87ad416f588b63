"""The registry of the world's press (``outlets.toml``): outlets and agencies by name, by domain, in running text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast
from urllib.parse import urlsplit

from tasks.reference.spans import Span
from tasks.tables.sources import SourceKind

_TOKEN = re.compile(r"[^\W_]+(?:[’'.&+-][^\W_]+)*")
_IN_BRACKETS = re.compile(r" ?\(([^()]{2,40})\)")
_PRESS_NOUN = re.compile(
    r"(?:'s|’s)? (?:newspaper|magazine|daily|weekly|tabloid|broadcaster|website|news site|news agency)\b"
)
_ARCHIVED = re.compile(
    r"^https?://(?:web\.archive\.org/web/[\w*]{1,20}|archive\.(?:is|ph|today)/(?:newest|\d{4,14}))/(https?://.+)$"
)
URL_CHARACTERS = 2000  # longer ones are no addresses of articles


@dataclass(frozen=True)
class Outlet:
    """One outlet or agency; ``key`` is its main domain and never changes."""

    key: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: SourceKind
    country: str | None
    owner: str | None
    common_word: (
        bool  # its name is also a plain word ("Time"): found in running text only as "The Sun" or "Sun newspaper"
    )

    @property
    def is_agency(self) -> bool:
        return self.kind == "agency"


@cache
def registry() -> tuple[Outlet, ...]:
    """Every outlet, in order of key."""
    data = tomllib.loads(files("tasks.reference").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return tuple(sorted((_outlet(entry) for entry in data["outlets"]), key=lambda outlet: outlet.key))


def by_key(key: str) -> Outlet | None:
    """The outlet with this registry key."""
    return _keys().get(key)


def find(name: str) -> Outlet | None:
    """The outlet with this name or alias, whatever the case or a leading "The"; None if none or several have it."""
    return _names().get(_normal(name))


def by_domain(host: str) -> Outlet | None:
    """The outlet of a host name or of its longest known parent domain."""
    labels = host.strip().rstrip(".").lower().split(".")
    known = _domains()
    return next((known[domain] for domain in _parents(labels) if domain in known), None)


def host_of(url: str) -> str | None:
    """The host of a web address, without ``www.``; of the page itself where an archive keeps it."""
    try:
        host = urlsplit(unarchived(url)).hostname
    except ValueError:
        return None
    host = (host or "").rstrip(".")
    return host.removeprefix("www.") if "." in host else None


def unarchived(url: str) -> str:
    """The address that an archive's address holds, or the address itself; cut to ``URL_CHARACTERS``."""
    archived = _ARCHIVED.match(url[:URL_CHARACTERS])
    return archived[1] if archived else url[:URL_CHARACTERS]


def is_platform(host: str) -> bool:
    """Whether the host carries other people's articles, so that it says nothing about the source."""
    return any(domain in _platforms() for domain in _parents(host.lower().split(".")))


def mentioned(text: str) -> list[tuple[Span, Outlet]]:
    """Outlets named in running text, in order, longest name first (linear time).

    Names are compared with case. Names that several outlets share, and plain words, are left out
    unless the text says which: "Australian Broadcasting Corporation (ABC)", "The Sun newspaper".
    """
    tokens = list(_TOKEN.finditer(text))
    found: list[tuple[Span, Outlet]] = []
    index = 0
    while index < len(tokens):
        hit = _longest(tokens, index)
        if hit is None or not _is_meant(text, tokens, index, hit):
            index += 1
            continue
        length, outlet = hit
        last = tokens[index + length - 1]
        start, end = tokens[index].start(), last.start() + len(_bare(last[0]))
        bracket = _IN_BRACKETS.match(text, end)
        if bracket and _normal(bracket[1]) in {_normal(alias) for alias in (outlet.name, *outlet.aliases)}:
            end = bracket.end()
        found.append((Span(start, end), outlet))
        while index < len(tokens) and tokens[index].start() < end:
            index += 1
    return found


def _outlet(entry: Mapping[str, object]) -> Outlet:
    domains = tuple(cast(list[str], entry["domains"]))
    return Outlet(
        key=domains[0],
        name=cast(str, entry["name"]),
        aliases=tuple(cast(list[str], entry.get("aliases", []))),
        domains=domains,
        kind=cast(SourceKind, entry["kind"]),
        country=cast(str | None, entry.get("country")),
        owner=cast(str | None, entry.get("owner")),
        common_word=bool(entry.get("common_word", False)),
    )


def _normal(name: str) -> str:
    return " ".join(token[0] for token in _TOKEN.finditer(name.casefold())).removeprefix("the ").replace("’", "'")


def _parents(labels: list[str]) -> Iterator[str]:
    return (".".join(labels[index:]) for index in range(len(labels) - 1))


@cache
def _keys() -> Mapping[str, Outlet]:
    return {outlet.key: outlet for outlet in registry()}


@cache
def _names() -> Mapping[str, Outlet]:
    """By normalised name; what several outlets share belongs to none of them."""
    holders: dict[str, set[str]] = {}
    for outlet in registry():
        for name in (outlet.name, *outlet.aliases):
            holders.setdefault(_normal(name), set()).add(outlet.key)
    return {name: _keys()[next(iter(keys))] for name, keys in holders.items() if len(keys) == 1}


@cache
def _domains() -> Mapping[str, Outlet]:
    return {domain: outlet for outlet in registry() for domain in outlet.domains}


@cache
def _platforms() -> frozenset[str]:
    data = tomllib.loads(files("tasks.reference").joinpath("outlets.toml").read_text(encoding="utf-8"))
    return frozenset(data["platforms"])


@cache
def _by_first_token() -> Mapping[str, tuple[tuple[tuple[str, ...], Outlet], ...]]:
    """Names as token sequences, by their first token, longest first; without a leading "The"."""
    table: dict[str, list[tuple[tuple[str, ...], Outlet]]] = {}
    for outlet in registry():
        for name in (outlet.name, *outlet.aliases):
            tokens = tuple(_TOKEN.findall(name.replace("’", "'").removeprefix("The ")))
            if tokens and find(name) is outlet:
                table.setdefault(tokens[0], []).append((tokens, outlet))
    return {first: tuple(sorted(names, key=lambda item: (-len(item[0]), item[0]))) for first, names in table.items()}


def _longest(tokens: list[re.Match[str]], index: int) -> tuple[int, Outlet] | None:
    here = _bare(tokens[index][0])
    for names, outlet in _by_first_token().get(here, ()):
        words = tuple(_bare(token[0]) for token in tokens[index : index + len(names)])
        if words == names:
            return len(names), outlet
    return None


def _bare(token: str) -> str:
    """A token without a possessive ending."""
    token = token.replace("’", "'")
    return token.removesuffix("'s").removesuffix("'")


def _is_meant(text: str, tokens: list[re.Match[str]], index: int, hit: tuple[int, Outlet]) -> bool:
    length, outlet = hit
    if not outlet.common_word or length > 1:
        return True
    before = index > 0 and tokens[index - 1][0] == "The" and tokens[index - 1].start() > 0
    return before or bool(_PRESS_NOUN.match(text, tokens[index].end()))
