"""Runs of words that articles share, found by their hashes: linear in the text, and exact, nothing is sampled."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

Hashes: TypeAlias = bytes  # of 64 bits each, one after the other

_MASK = (1 << 64) - 1


def run_hashes(words: Sequence[str], size: int) -> list[int]:
    """Every run of ``size`` words in order, as 64 bits that are the same in each process.

    Among a billion runs two that differ are to be expected under one number in one lake of forty.
    """
    numbers = [_word_hash(word) for word in words]
    return [hash(tuple(numbers[at : at + size])) & _MASK for at in range(len(words) - size + 1)]


@lru_cache(maxsize=65536)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


def packed(hashes: Iterable[int]) -> Hashes:
    return array("Q", hashes).tobytes()


def unpacked(hashes: Hashes) -> Sequence[int]:
    return array("Q", hashes)


class Sharing:
    """Which articles have which runs of words: finds the other holders of an article's runs without an index."""

    def __init__(self, hashes_of: Mapping[str, Hashes]) -> None:
        self._hashes_of = hashes_of
        self._ids = sorted(hashes_of)
        self._ends = list(accumulate(len(hashes_of[one]) // 8 for one in self._ids))
        self._all = _array(b"".join(hashes_of[one] for one in self._ids))

    def holders(self, article_ids: Collection[str]) -> Mapping[int, Sequence[tuple[str, int]]]:
        """Each run that one of the articles shares → who has it, and as which of its runs; sorted."""
        own = _array(b"".join(self._hashes_of[one] for one in article_ids if one in self._hashes_of))
        counts = pc.value_counts(self._all.filter(pc.is_in(self._all, value_set=pc.unique(own))))
        often = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
        places = pc.indices_nonzero(pc.is_in(self._all, value_set=often))
        found: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for place, run in zip(places.to_pylist(), self._all.take(places).to_pylist(), strict=True):
            index = bisect_right(self._ends, place)
            found[run].append((self._ids[index], place - (self._ends[index - 1] if index else 0)))
        return found


def _array(hashes: Hashes) -> pa.Array:
    return pa.Array.from_buffers(pa.uint64(), len(hashes) // 8, [None, pa.py_buffer(hashes)])
