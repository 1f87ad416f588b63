"""Near copies among articles: Crosswire's search, and datasketch's MinHash LSH on the same texts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from datasketch import MinHash, MinHashLSH

from benchmarks.quality.product import Record, read_lines
from tasks.reconciling.copies import CopyText, copies

Pair: TypeAlias = tuple[str, str]  # ids, the smaller first

PERMUTATIONS = 128
SHINGLE = 5  # words
JACCARD = 0.1  # the threshold at which the peer does best on copies_dev
_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    headline: str
    text: str


def labelled(path: Path) -> list[Record]:
    """The pairs of ``copies_dev``."""
    return read_lines(path)


def texts_of(rows: Iterable[Record]) -> dict[str, Text]:
    """The articles of labelled pairs by id."""
    return {side["id"]: Text(side["title"], side["text"]) for row in rows for side in (row["a"], row["b"])}


def ours(texts: Mapping[str, Text]) -> list[Pair]:
    return copies(CopyText.of(one, row.headline, row.text) for one, row in texts.items())


def peers(texts: Mapping[str, Text]) -> list[Pair]:
    """What datasketch's index of MinHash signatures gives for each article, and the signatures bear out."""
    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    signatures = {one: _signature(row.text) for one, row in texts.items()}
    for one, signature in signatures.items():
        index.insert(one, signature)
    found = {
        (min(one, other), max(one, other))
        for one, signature in signatures.items()
        for other in index.query(signature)
        if one != other and signature.jaccard(signatures[other]) >= JACCARD
    }
    return sorted(found)


def _signature(text: str) -> MinHash:
    words = _WORD.findall(text.lower())
    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([" ".join(words[at : at + SHINGLE]).encode() for at in range(len(words) - SHINGLE + 1)])
    return signature


def records(pairs: Sequence[Pair]) -> list[Record]:
    """As the scorer reads them."""
    return [{"left": left, "right": right} for left, right in pairs]
