"""schema.org metadata in JSON-LD: which node is the page's article, and what it says."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from lxml import etree

Node: TypeAlias = Mapping[str, object]

SCRIPT_CHARACTERS = 1_000_000  # of one script; longer ones are data of an application
MAX_NODES = 2000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)
# schema.org types of pages that are one text with an author and a date.
_ARTICLE = re.compile(r"(?:Article|Report|BlogPosting|SocialMediaPosting|LiveBlog|OpinionPiece|Review)")
_PAGE = re.compile(r"(?:WebPage|ItemPage)$")
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")


def nodes_of(root: etree._Element) -> Sequence[Node]:
    """The objects that stand at the top of the page's JSON-LD or in a container there, in page order.

    What they nest (updates of a live blog, items of a list of links) describes something else.
    """
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found.extend(_top_level(_load(script.text[:SCRIPT_CHARACTERS])))
        if len(found) >= MAX_NODES:
            break
    return found[:MAX_NODES]


def articles(nodes: Sequence[Node]) -> Sequence[Node]:
    """The nodes that may describe the article, the likeliest first: articles in page order, then the page itself."""
    return [
        *(node for node in nodes if _ARTICLE.search(_types(node))),
        *(node for node in nodes if _PAGE.search(_types(node))),
    ]


def first_text(nodes: Sequence[Node], name: str) -> str | None:
    """The first non-blank text that a node has under ``name``."""
    for node in nodes:
        value = node.get(name)
        values = value if isinstance(value, list) else [value]
        for item in values:
            if isinstance(item, str) and item.strip():
                return _plain(item)
    return None


def named(nodes: Sequence[Node], everything: Sequence[Node], name: str) -> Sequence[str]:
    """Names of the people or organisations that the first node to do so gives under ``name``; ``@id`` is looked up."""
    by_id = {str(node["@id"]): node for node in reversed(everything) if "@id" in node and "name" in node}
    for node in nodes:
        value = node.get(name)
        names = [
            entry
            for item in (value if isinstance(value, list) else [value])
            if (entry := _name(item, by_id)) is not None
        ]
        if names:
            return names
    return ()


def _load(text: str) -> object:
    bare = _WRAPPING.sub("", _WRAPPING.sub("", text))
    for attempt in (bare, html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _top_level(value: object) -> Iterator[Node]:
    pending = [value]
    while pending:
        item = pending.pop(0)
        if isinstance(item, list):
            pending[:0] = item[:MAX_NODES]
        elif isinstance(item, dict):
            yield item
            pending.extend(item[name] for name in _CONTAINERS if isinstance(item.get(name), list | dict))


def _types(node: Node) -> str:
    value = node.get("@type")
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _name(item: object, by_id: Mapping[str, Node]) -> str | None:
    if isinstance(item, dict) and "name" not in item and "@id" in item:
        item = by_id.get(str(item["@id"]))
    value = item.get("name") if isinstance(item, dict) else item
    if isinstance(value, list):
        value = value[0] if value else None
    return _plain(value) if isinstance(value, str) and value.strip() and "://" not in value else None


def _plain(text: str) -> str:
    """Text as shown: entities that editors put into JSON resolved, tags and extra spaces gone."""
    return " ".join(re.sub(r"<[^<>]{1,200}>", "", html.unescape(text)).split())
