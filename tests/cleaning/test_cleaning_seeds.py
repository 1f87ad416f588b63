"""The five real articles against their gold: what is removed, what is kept, what is known."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tasks.cleaning import Cleaned, clean
from tasks.reading import read_folder

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "bench" / "data" / "story_gold.json"

if not GOLD.is_file():
    pytest.skip(
        "../shared is not here: the seeds and their gold are not part of the repository", allow_module_level=True
    )

ANNOTATIONS = {entry["file"]: entry for entry in json.loads(GOLD.read_text(encoding="utf-8"))["files"]}
PAGES = {reading.document.path: reading.document.text or "" for reading in read_folder(SHARED / "seeds")}
CLEANED = {reading.document.path: clean(reading, "test") for reading in read_folder(SHARED / "seeds")}
FILES = sorted(ANNOTATIONS)


def starting(prefix: str) -> Cleaned:
    return next(cleaned for path, cleaned in CLEANED.items() if path.startswith(prefix))


@pytest.mark.parametrize("file", FILES)
def test_every_boilerplate_span_is_removed_and_nothing_else(file: str) -> None:
    page = PAGES[file]
    gold = {
        offset
        for entry in ANNOTATIONS[file]["metadata"]["boilerplate"]
        for offset in range(entry["span"]["start"], entry["span"]["end"])
    }
    kept = {
        offset
        for block in CLEANED[file].blocks
        if block.start is not None
        for offset in range(block.raw_start, block.raw_end)
    }
    shown = {offset for offset, character in enumerate(page) if character.isalnum()}
    assert not (gold & kept & shown)
    assert not (shown - gold - kept)


@pytest.mark.parametrize("file", FILES)
def test_headline_and_byline_are_the_golds_or_null(file: str) -> None:
    gold, article = ANNOTATIONS[file]["metadata"], CLEANED[file].article
    assert article.headline == gold["title"]["value"]
    assert article.byline == (gold["byline"] and gold["byline"]["value"])
    assert article.language == "en"


@pytest.mark.parametrize("file", FILES)
def test_publication_is_the_golds_and_never_the_day_of_the_view(file: str) -> None:
    article = CLEANED[file].article
    assert article.published_on == date.fromisoformat(ANNOTATIONS[file]["metadata"]["published"]["value"])


def test_a_printed_time_with_its_zone_is_a_moment_known_from_the_text() -> None:
    article = starting("004").article
    assert (article.published_at, article.published_basis) == (datetime(2021, 4, 14, 1, 40, tzinfo=UTC), "text")


@pytest.mark.parametrize("file", FILES)
def test_the_source_is_known_only_where_the_page_names_one_outlet(file: str) -> None:
    outlet, cleaned = ANNOTATIONS[file]["metadata"]["outlet"], CLEANED[file]
    expected = outlet["name"] if outlet["known_from_text"] is True else None
    assert (cleaned.source and cleaned.source.name) == expected
    assert cleaned.article.source_basis == ("text" if expected else None)


def test_two_outlets_in_a_biography_are_both_candidates() -> None:
    cleaned = starting("003")
    answers = [candidate for candidate in cleaned.candidates if candidate.column_name == "source_id"]
    assert [answer.value for answer in answers] == ["Australian Broadcasting Corporation", "Transcontinental Times"]
    assert all(answer.row_id == cleaned.article.article_id and answer.raw_start for answer in answers)


def test_a_name_broken_over_a_paragraph_reads_as_one() -> None:
    assert "Donald Trump to" in starting("002").article.text
