"""The development sets: what is handed to Crosswire and to the peers that run here."""

import csv
import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality import incidents, near_copies, peers
from benchmarks.quality.product import Record, crosswire, read_lines

STORY_DAYS = {"003": "2021-03-24"}  # the publication days that the shared README gives; the others:
STORY_DAY = "2021-04-14"
_COPIES = "copies_dev.jsonl"


@dataclass(frozen=True)
class DevelopmentSet:
    """``task`` is the scorer's; ``predict`` gets the folder of data and a scratch folder, ``peer`` the former."""

    name: str
    task: str
    gold: str
    predict: Callable[[Path, Path], list[Record]]
    peer: Callable[[Path], list[Record]] | None = None


def _story(data: Path, _scratch: Path) -> list[Record]:
    seeds = data.parent.parent / "seeds"
    lines = []
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")  # offsets count carriage returns
        lines.append({"id": path.name, "text": text, "published_on": STORY_DAYS.get(path.name[:3], STORY_DAY)})
    return crosswire("extract", "--page", "-", lines=lines)


def _texts(gold: str, published: str | None = None) -> Callable[[Path, Path], list[Record]]:
    def predict(data: Path, _scratch: Path) -> list[Record]:
        lines = []
        for row in read_lines(data / gold):
            day = {"published_on": row[published][:10]} if published and row.get(published) else {}
            lines.append({"id": row["doc_id"], "text": row["text"], **day})
        return crosswire("extract", "-", lines=lines)

    return predict


def _pages(folder: str) -> Callable[[Path, Path], list[Record]]:
    def predict(data: Path, scratch: Path) -> list[Record]:
        pages = scratch / folder
        pages.mkdir()
        with (pages / "manifest.csv").open("w", newline="", encoding="utf-8") as file:
            manifest = csv.writer(file)
            manifest.writerow(["file", "url"])
            for row in read_lines(data / f"{folder}.jsonl"):
                (pages / f"{row['doc_id']}.html").write_bytes(page_bytes(data, folder, row["doc_id"]))
                manifest.writerow([f"{row['doc_id']}.html", row["url"]])
        return [row | {"id": row["id"].removesuffix(".html")} for row in crosswire("clean", str(pages))]

    return predict


def _peer_pages(folder: str, read: Callable[[bytes, str], Record]) -> Callable[[Path], list[Record]]:
    def predict(data: Path) -> list[Record]:
        rows = read_lines(data / f"{folder}.jsonl")
        return [{"id": row["doc_id"], **read(page_bytes(data, folder, row["doc_id"]), row["url"])} for row in rows]

    return predict


def _incidents(data: Path, _scratch: Path) -> list[Record]:
    return list(incidents.predicted(data))


def _copies(data: Path, _scratch: Path) -> list[Record]:
    return near_copies.records(near_copies.ours(near_copies.texts_of(near_copies.labelled(data / _COPIES))))


def _peer_copies(data: Path) -> list[Record]:
    return near_copies.records(near_copies.peers(near_copies.texts_of(near_copies.labelled(data / _COPIES))))


def page_bytes(data: Path, folder: str, doc_id: str) -> bytes:
    return gzip.decompress((data / folder / f"{doc_id}.html.gz").read_bytes())


SETS: tuple[DevelopmentSet, ...] = (
    DevelopmentSet("story", "story", "story_gold.json", _story),
    DevelopmentSet("newsquant", "quantities", "newsquant_dev.jsonl", _texts("newsquant_dev.jsonl")),
    DevelopmentSet("polnear", "statements", "polnear_dev.jsonl", _texts("polnear_dev.jsonl", "date")),
    DevelopmentSet("timebank", "dates", "timebank_dev.jsonl", _texts("timebank_dev.jsonl", "dct")),
    DevelopmentSet("aeb", "text", "aeb_dev.jsonl", _pages("aeb_dev"), _peer_pages("aeb_dev", peers.main_text)),
    DevelopmentSet("fundus", "pages", "fundus_dev.jsonl", _pages("fundus_dev"), _peer_pages("fundus_dev", peers.page)),
    DevelopmentSet(
        "htmldate",
        "published",
        "htmldate_dev.jsonl",
        _pages("htmldate_dev"),
        _peer_pages("htmldate_dev", peers.publication_day),
    ),
    DevelopmentSet("stories", "clusters", incidents.GOLD, _incidents),
    DevelopmentSet("incidents", "incidents", incidents.GOLD, _incidents),
    DevelopmentSet("copies", "pairs", _COPIES, _copies, _peer_copies),
)
