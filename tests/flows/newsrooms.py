"""Newsrooms to run the main job on: a few articles of our own, and the lake that is made of them."""

import csv
from dataclasses import dataclass
from pathlib import Path

from flows.curate import Outcome, curate
from tasks.lake import Lake
from tasks.tables import CONTENT

Row = dict[str, object]

NORTH = """Norway to bring its troops home from Mali

Norway has 450 troops in Mali, the defence minister said on Tuesday.

"It is time to come home," Ingrid Solberg, the defence minister, said in Oslo.

The last of the soldiers will leave by June 1, 2022, according to the ministry.
"""
SOUTH = """Last Norwegian soldiers leave in June

OSLO: Norway, which has 450 troops in Mali, will pull them out by June 1, 2022.

Defence minister Ingrid Solberg told reporters that the mission had done what it could.
"""
EAST = """Mali mission ends, Oslo says

Norway has 700 troops in Mali, a spokesman for the opposition said on Wednesday.

He said that the government should have asked parliament first.
"""


@dataclass
class Newsroom:
    """A raw folder and the lake that is made of it."""

    folder: Path
    raw: Path

    @property
    def curated(self) -> Path:
        return self.folder / "curated"

    @property
    def judgements(self) -> Path:
        return self.folder / "judgements"

    @property
    def lake(self) -> Lake:
        return Lake(self.curated)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def manifest(self, *rows: dict[str, str]) -> None:
        with (self.raw / "manifest.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, ["file", "source", "url", "published", "retrieved"])
            writer.writeheader()
            writer.writerows(rows)

    def rule(self, *rows: str) -> None:
        """Let the only file of judgements have these lines: kind, left, right and expect, separated by ``;``."""
        self.judgements.mkdir(exist_ok=True)
        with (self.judgements / "desk.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["kind", "left", "right", "expect", "who", "judged_on", "why"])
            writer.writerows(
                [*map(str.strip, row.split(";")), "Ada Finch", "2022-03-04", "I asked them"] for row in rows
            )

    def run(self, batch_size: int | None = None) -> Outcome:
        return curate(self.raw, self.curated, batch_size, self.judgements)

    def rows(self, sql: str) -> list[Row]:
        with self.lake.reader() as reader:
            rows: list[Row] = reader.query(sql).to_pylist()
        return rows

    def content(self) -> dict[str, list[Row]]:
        """Every row of every content table."""
        with self.lake.reader() as reader:
            return {table.name: sorted(reader.query(f"FROM {table.name}").to_pylist(), key=repr) for table in CONTENT}


def three_articles(folder: Path) -> Newsroom:
    room = Newsroom(folder, folder / "raw")
    room.write("north.txt", NORTH)
    room.write("south.txt", SOUTH)
    room.write("east.txt", EAST)
    room.manifest(
        {"file": "north.txt", "source": "The Northern Courier", "published": "2022-03-01"},
        {"file": "south.txt", "source": "Southern Daily", "published": "2022-03-01"},
        {"file": "east.txt", "published": "2022-03-01"},
    )
    return room
