"""The main job on the sample newsroom: what a newcomer sees after ``make run``."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.lake import Lake

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw"


class Newsroom:
    """A lake of the newsroom, asked as its users ask."""

    def __init__(self, folder: Path) -> None:
        self.curated = folder / "curated"
        self._environment = os.environ | {"CROSSWIRE_STATE": str(folder / "state")}

    def crosswire(self, *arguments: str) -> str:
        command = [
            sys.executable,
            "-c",
            "from flows.cli import main; main()",
            *arguments,
            "--curated",
            str(self.curated),
        ]
        done = subprocess.run(command, cwd=ROOT, env=self._environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def sql(self, query: str) -> list[dict[str, object]]:
        with Lake(self.curated).reader() as reader:
            return reader.query(query).to_pylist()


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    newsroom = Newsroom(tmp_path_factory.mktemp("newsroom"))
    newsroom.crosswire("run", "--raw", str(RAW))
    yield newsroom


@pytest.mark.parametrize(
    ("verdict", "label"),
    [
        ("agreed", "Georgia troops in Afghanistan: 860"),
        ("compatible", "Henrike Aldous: %"),
        ("conflicting", "Germany troops in Afghanistan: %"),
        ("superseded", "%1 May 2021%"),
    ],
)
def test_the_newsroom_shows_every_verdict(newsroom: Newsroom, verdict: str, label: str) -> None:
    (count,) = newsroom.sql(f"SELECT count(*) AS n FROM facts WHERE verdict = '{verdict}' AND label LIKE '{label}'")
    assert count["n"] == 1


def test_a_later_version_of_a_page_replaces_the_earlier_one_in_the_facts(newsroom: Newsroom) -> None:
    versions = newsroom.sql(
        "SELECT older.headline = newer.headline AS same, older.is_current AS was, "
        "newer.is_current, newer.revision_kind "
        "FROM articles AS newer JOIN articles AS older ON older.article_id = newer.revision_of"
    )
    assert versions == [{"same": True, "was": False, "is_current": True, "revision_kind": "updated"}]
    rows = newsroom.sql(
        "SELECT DISTINCT quantities.text FROM evidence JOIN quantities USING (claim_id) JOIN facts USING (fact_id) "
        "WHERE label LIKE 'United Kingdom troops%'"
    )
    assert rows == [{"text": "750 troops"}]
    assert newsroom.sql("SELECT is_current, fact_id FROM claims WHERE text = '700 troops'") == [
        {"is_current": False, "fact_id": None}
    ]


def test_what_is_wrong_with_the_newsroom_is_reported(newsroom: Newsroom) -> None:
    reasons = newsroom.sql("SELECT reason, count(*) AS n FROM quarantine GROUP BY ALL ORDER BY ALL")
    assert reasons == [{"reason": "empty", "n": 2}, {"reason": "malformed", "n": 1}]
    without = newsroom.sql("SELECT observed FROM findings WHERE expectation = 'has_source' ORDER BY observed")
    assert [str(row["observed"]).rpartition("(")[2] for row in without] == ["04-saved-page.txt)", "15-roundup.txt)"]
    (copies,) = newsroom.sql("SELECT count(copy_of) AS n FROM articles")
    assert copies["n"] == 1


def test_the_report_and_the_explanation_show_the_exact_words(newsroom: Newsroom) -> None:
    page = (newsroom.curated / "report.html").read_text(encoding="utf-8")
    assert "<mark>1,300 troops</mark>" in page and "<mark>1,100 troops</mark>" in page
    (fact,) = newsroom.sql("SELECT fact_id FROM facts WHERE label LIKE 'Germany troops in Afghanistan: %'")
    assert "Germany has [1,300 troops] in Afghanistan" in newsroom.crosswire("explain", str(fact["fact_id"]))
