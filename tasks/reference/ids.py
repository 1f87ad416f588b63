"""Ids that survive new code and new articles: hashes of what a row is, never of what we think of it."""

import hashlib

_SEPARATOR = "\x1f"  # ASCII unit separator: parts cannot run into each other


def content_id(*parts: str | int) -> str:
    """A 20-digit hexadecimal id (80 bits of SHA-256) of ``parts``, in their order."""
    return hashlib.sha256(_SEPARATOR.join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def claim_id(article_id: str, kind: str, raw_start: int, raw_end: int, ordinal: int = 0) -> str:
    """The id of a claim: ``ordinal`` tells claims of one kind with the same raw span apart."""
    return content_id("claim", article_id, kind, raw_start, raw_end, ordinal)


def mention_id(article_id: str, raw_start: int, raw_end: int, label: str) -> str:
    """The id of an entity mention."""
    return content_id("mention", article_id, raw_start, raw_end, label)
