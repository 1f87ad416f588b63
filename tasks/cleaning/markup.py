"""What an HTML page says of itself in its markup, in this order of trust: JSON-LD, meta tags, microdata, headings.

trafilatura's and htmldate's readings are asked last, for what none of these says.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from tasks.cleaning import json_ld, meta_tags
from tasks.cleaning.authors import authors_of
from tasks.cleaning.json_ld import Node
from tasks.cleaning.lines import key_of
from tasks.cleaning.titles import MARKS
from tasks.reference import outlets

HEADLINE_WORDS = 3  # a first-level heading of fewer words is a section or the outlet


@dataclass(frozen=True)
class PageMetadata:
    """Null where the markup says nothing. ``printed``: the headline as a heading of the page prints it.

    ``published``: dates said to be the publication's, as written, best first, each with where it stood.
    """

    headline: str | None = None
    printed: str | None = None
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: tuple[tuple[str, str], ...] = ()


def metadata_of(root: etree._Element | None, url: str | None) -> PageMetadata:
    """The metadata of a parsed page."""
    if root is None:
        return PageMetadata()
    nodes = json_ld.nodes_of(root)
    articles = json_ld.articles(nodes)
    site = _site(root, nodes, articles)
    headline, printed = _headlines(root, articles, site)
    byline = ", ".join(authors_of(root, json_ld.named(articles, nodes, "author"), site))
    return PageMetadata(
        headline=headline,
        printed=printed,
        byline=byline or None,
        site=site,
        url=meta_tags.canonical(root) or url,
        published=tuple(_published(root, articles)),
    )


def _site(root: etree._Element, nodes: Sequence[Node], articles: Sequence[Node]) -> str | None:
    """The outlet's name: the article's publisher, then the site's own name; a name the registry knows goes first."""
    names = [
        *json_ld.named(articles, nodes, "publisher"),
        *meta_tags.values(root, meta_tags.SITES),
    ]
    known = next((name for name in names if outlets.find(name) is not None), None)
    return known or meta_tags.first(names)


def _headlines(root: etree._Element, articles: Sequence[Node], site: str | None) -> tuple[str | None, str | None]:
    """The headline, and as a heading prints it.

    Where a heading and a title for sharing agree they overrule JSON-LD, unless the window's title backs it.
    """
    headings = [text for text in meta_tags.headings(root) if len(text.split()) >= HEADLINE_WORDS]
    keys = {key_of(text) for text in headings}
    declared = json_ld.first_text(articles, "headline")
    shared = [_without_site(text, site, keys) for text in meta_tags.values(root, meta_tags.TITLES)]
    window = meta_tags.title(root)
    agreed = next((text for text in shared if key_of(text) in keys), None)
    declared = _without_site(declared, site, keys) if declared else None
    backed = declared and (key_of(declared) in keys or key_of(window or "").startswith(key_of(declared)))
    if agreed and not backed:
        declared = agreed
    headline = declared or agreed or meta_tags.first([*shared, *headings])
    if headline is None and window is not None:
        headline = _without_site(window, site, keys)
    said = {key_of(text) for text in (headline, *shared) if text}
    printed = next((text for text in headings if key_of(text) in said), meta_tags.first(headings[:1]))
    return headline, printed


def _without_site(text: str, site: str | None, headings: set[str]) -> str:
    """A title without the outlet's name behind it: a heading stands before the mark, or an outlet behind."""
    for mark in MARKS:
        before, found, behind = text.partition(mark)
        while found:
            if key_of(before) in headings:
                return before
            following = behind
            rest, found, behind = following.partition(mark)
            if not found and _is_site(following, site):
                return before
            before = f"{before}{mark}{rest}"
    return text


def _is_site(text: str, site: str | None) -> bool:
    return outlets.find(text) is not None or (site is not None and key_of(text) == key_of(site))


def _published(root: etree._Element, articles: Sequence[Node]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name in ("datePublished", "dateCreated"):
        value = json_ld.first_text(articles, name)
        if value:
            found.append((value, f"JSON-LD {name}"))
            break
    found += [(value, "meta tag") for value in meta_tags.values(root, meta_tags.PUBLISHED)]
    found += [(value, "microdata") for value in meta_tags.properties(root, "datePublished")]
    return found
