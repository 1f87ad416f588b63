"""Countries by their names, demonyms and capitals. Names from pycountry (ISO 3166-1), the rest in ``places.toml``."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import pycountry

_REMEMBERED = 65536  # names: the same ones come again and again
_ARTICLE = re.compile(r"^the\s+")


@dataclass(frozen=True, slots=True)
class Country:
    """``code`` is ISO 3166-1 alpha-2; ``name`` the usual name in the news; ``official_name`` the state's own."""

    code: str
    name: str
    official_name: str | None
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def fold(name: str) -> str:
    """A name for comparison: no accents, case, points, apostrophes, doubled space or leading article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.casefold().replace(".", "").replace("’", "").replace("'", "")
    return _ARTICLE.sub("", " ".join(plain.split()))


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code."""
    ours = tomllib.loads(files("tasks.reference").joinpath("places.toml").read_text(encoding="utf-8"))
    listed = {country.alpha_2: country for country in pycountry.countries}
    found = {}
    for code in sorted(listed.keys() | ours.keys()):
        iso, entry = listed.get(code), ours.get(code, {})
        known = str(getattr(iso, "common_name", None) or getattr(iso, "name", code))
        found[code] = Country(
            code=code,
            name=str(entry.get("name", known)),
            official_name=getattr(iso, "official_name", None),
            aliases=(*entry.get("aliases", ()), *([iso.name, known] if iso else [])),
            demonyms=tuple(entry.get("demonyms", ())),
            capitals=tuple(entry.get("capitals", ())),
        )
    return found


def country(name: str) -> Country | None:
    """The country that ``name`` names ("the U.S.", "Britain"); None for any other name, an official name too."""
    code = _names().get(fold(name))
    return countries()[code] if code else None


def country_of_people(name: str) -> Country | None:
    """The country of a demonym ("Afghan", "the Americans")."""
    code = _demonyms().get(fold(name))
    return countries()[code] if code else None


def country_of_capital(name: str) -> Country | None:
    """The country that is governed from ``name`` ("Kabul")."""
    code = _capitals().get(fold(name))
    return countries()[code] if code else None


@cache
def _names() -> Mapping[str, str]:
    return _index((one.code, name) for one in countries().values() for name in (one.name, *one.aliases))


@cache
def _demonyms() -> Mapping[str, str]:
    return _index(
        (one.code, form) for one in countries().values() for name in one.demonyms for form in (name, name + "s")
    )


@cache
def _capitals() -> Mapping[str, str]:
    return _index((one.code, name) for one in countries().values() for name in one.capitals)


def _index(pairs: Iterator[tuple[str, str]]) -> Mapping[str, str]:
    """Folded name → code, without the names that two countries share."""
    codes: dict[str, set[str]] = {}
    for code, name in pairs:
        codes.setdefault(fold(name), set()).add(code)
    return {name: next(iter(several)) for name, several in codes.items() if len(several) == 1}
