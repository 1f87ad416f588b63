"""The same article arrived twice: identical text from the same source."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class ArticlePrint:
    """What tells copies: ``text_sha256`` is of the article's text (:func:`text_print`)."""

    article_id: str
    source_id: str | None
    text_sha256: str


def text_print(text: str) -> str:
    """SHA-256 of an article's text, hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def link(prints: Iterable[ArticlePrint]) -> dict[str, str | None]:
    """``article_id → copy_of`` for the whole lake, whatever the order.

    Articles with identical text and the same source (unknown equals unknown) are one group; the
    smallest id is the original (None), the others are its copies. Another outlet with the same wire
    text is no copy.
    """
    known = list(prints)
    originals: dict[tuple[str | None, str], str] = {}
    for item in known:
        key = (item.source_id, item.text_sha256)
        originals[key] = min(originals.get(key, item.article_id), item.article_id)
    linked: dict[str, str | None] = {}
    for item in known:
        original = originals[(item.source_id, item.text_sha256)]
        linked[item.article_id] = None if original == item.article_id else original
    return linked
