"""What ``<meta>`` tags, microdata and ``<h1>`` say: OpenGraph, Dublin Core, Parsely and their like."""

import html
from collections.abc import Iterable, Sequence

from lxml import etree

# In order of trust: what is written for sharing is checked by editors, what is written for statistics is not.
TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title")
AUTHORS = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "byl", "dc.creator",
    "dcterms.creator", "og:author", "og:article:author", "cxenseparse:author", "citation_author", "authors", "creator",
)  # fmt: skip
SITES = ("og:site_name", "application-name", "cre", "dc.publisher", "publisher", "twitter:app:name:iphone")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "published_time", "published_date",
    "publication_date", "publicationdate", "pubdate", "pub_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dc.date.created", "article_date_original", "cxenseparse:recs:publishtime",
    "citation_publication_date", "originalpublicationdate", "article.published", "date", "displaydate", "ptime",
    "rnews:datepublished", "citation_date", "release_date", "og:pubdate", "date_published", "mediator_published_time",
    "shareaholic:article_published_time", "vr:published_time", "cse_date", "bt:pubdate", "created", "date.created",
    "datecreated",
)  # fmt: skip
VALUE_CHARACTERS = 400


def values(root: etree._Element, names: Sequence[str]) -> list[str]:
    """Contents of the meta tags called one of ``names``, by order of ``names``, then of the page."""
    found: dict[str, list[str]] = {name: [] for name in names}
    for tag in root.iter("meta"):
        content = " ".join(html.unescape(tag.get("content") or "").split())  # editors escape twice
        if content and len(content) <= VALUE_CHARACTERS:
            for attribute in ("property", "name", "itemprop"):
                name = (tag.get(attribute) or "").strip().lower()
                if name in found:
                    found[name].append(content)
                    break
    return [content for name in names for content in found[name]]


def properties(root: etree._Element, name: str) -> list[str]:
    """Values of visible elements with ``itemprop=name``: machine-readable attributes before their text."""
    found = []
    for element in root.iter():
        if name in (element.get("itemprop") or "").split() and element.tag != "meta":
            value = element.get("datetime") or element.get("content") or text_of(element)
            found.append(" ".join(value.split())[:VALUE_CHARACTERS])
    return [value for value in found if value]


def headings(root: etree._Element) -> list[str]:
    """Texts of the page's first-level headings."""
    return [text for element in root.iter("h1") if (text := text_of(element))]


def title(root: etree._Element) -> str | None:
    """The window's title, which often ends in the outlet's name."""
    return next((text for element in root.iter("title") if (text := text_of(element))), None)


def canonical(root: etree._Element) -> str | None:
    """The page's own address."""
    links = (tag.get("href") for tag in root.iter("link") if (tag.get("rel") or "").lower() == "canonical")
    return next((link for link in links if link and link.startswith("http")), None) or first(values(root, ["og:url"]))


def first(found: Iterable[str]) -> str | None:
    return next(iter(found), None)


def text_of(element: etree._Element) -> str:
    """The element's text with single spaces."""
    return " ".join("".join(element.itertext()).split())
