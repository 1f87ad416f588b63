"""The search for near copies against datasketch's MinHash LSH: CPU time, and how many of the labelled it finds."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from benchmarks.quality import near_copies
from benchmarks.quality.near_copies import Pair, Text
from benchmarks.quality.product import read_lines
from benchmarks.speed.clock import Row, cpu_seconds


def rows(labelled: Path, others: Path) -> list[Row]:
    """The lines of the table for the articles of both files; ``labelled`` has pairs that are copies and pairs that
    are not.
    """
    pairs = near_copies.labelled(labelled)
    texts = near_copies.texts_of(pairs)
    texts |= {row["doc_id"]: Text(row["title"], row["text"]) for row in read_lines(others)}
    dependent = {tuple(sorted((row["a"]["id"], row["b"]["id"]))) for row in pairs if row["dependent"]}
    ours, ours_found = _timed(near_copies.ours, texts)
    peer, peer_found = _timed(near_copies.peers, texts)
    ours_recall, peer_recall = _recall(ours_found, dependent), _recall(peer_found, dependent)
    what = f"near copies among {len(texts):,} articles"
    return [
        Row(what, "datasketch's MinHash LSH", f"{peer:.2f} s"),
        Row(what, "ours", f"{ours:.2f} s", "faster", ours < peer),
        Row(what, "datasketch: labelled copies found", f"{peer_recall:.1%}"),
        Row(what, "ours: labelled copies found", f"{ours_recall:.1%}", "no fewer", ours_recall >= peer_recall),
    ]


def _timed(find: Callable[[Mapping[str, Text]], list[Pair]], texts: Mapping[str, Text]) -> tuple[float, set[Pair]]:
    found: set[Pair] = set()
    return cpu_seconds(lambda: found.update(find(texts))), found


def _recall(found: Collection[Pair], wanted: Collection[tuple[str, ...]]) -> float:
    return sum(pair in found for pair in wanted) / max(1, len(wanted))
