"""Authors as the markup names them: JSON-LD, meta tags, microdata, then elements that are marked as a byline."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from tasks.cleaning import meta_tags
from tasks.cleaning.lines import key_of
from tasks.cleaning.names import MAX_NAMES, byline_names, names_in

AUTHOR_CHARACTERS = 60
BYLINE_CHARACTERS = 120
_SPLIT = re.compile(r"\s*(?:,|;|&|\||\band\b)\s*")
_PREFIX = re.compile(r"^\s*(?:by|written by|author|authors)\b\s*:?\s*", re.IGNORECASE)
_NO_AUTHOR = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:admin|administrator|editor|root|user|guest|none|null|undefined)$", re.IGNORECASE
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_MARKED = re.compile(
    r"\b(?:by-?line|authors?|article-author|post-author|entry-author|writer)(?:__|--|-|_)?(?:name|names|link|title)?\b"
)


def authors_of(root: etree._Element, declared: Sequence[str], site: str | None) -> Sequence[str]:
    """The authors, in the order the first source names them; the outlet itself only if no source names another."""
    house: Sequence[str] = ()
    for names in (declared, meta_tags.values(root, meta_tags.AUTHORS), *_elements(root)):
        found = _people(names)
        if found and site is not None and all(key_of(name) == key_of(site) for name in found):
            house = house or found
        elif found:
            return found
    return house


def _people(values: Iterable[str]) -> Sequence[str]:
    names: dict[str, str] = {}
    for value in values:
        parts = [part.strip(" .") for part in _SPLIT.split(_PREFIX.sub("", value))]
        for part in parts:
            if part and len(part) <= AUTHOR_CHARACTERS and not _NO_AUTHOR.search(part) and not _SLUG.fullmatch(part):
                names.setdefault(key_of(part), part)
    return tuple(names.values())[:MAX_NAMES]


def _elements(root: etree._Element) -> Iterator[Sequence[str]]:
    """Names in microdata, in links to the author, in elements whose class says byline."""
    yield _names(meta_tags.properties(root, "author"))
    yield _names(
        meta_tags.text_of(element) for element in root.iter("a") if "author" in (element.get("rel") or "").split()
    )
    yield _names(meta_tags.text_of(element) for element in root.iter() if _is_marked(element))


def _is_marked(element: etree._Element) -> bool:
    return element.tag in ("a", "span", "div", "p", "address", "li", "cite", "strong", "h3", "h4", "h5") and bool(
        _MARKED.search((element.get("class") or "").lower())
    )


def _names(texts: Iterable[str]) -> Sequence[str]:
    """The names in the first text that is nothing but names or a byline."""
    for text in texts:
        if len(text) <= BYLINE_CHARACTERS and (names := byline_names(text) or names_in(text)):
            return names
    return ()
