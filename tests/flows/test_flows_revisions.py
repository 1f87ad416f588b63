"""Edits, corrections, withdrawals and deletions of raw files, with the real flow on a real lake."""

from pathlib import Path

import pytest
from newsrooms import EAST, NORTH, SOUTH, Newsroom, Row

from flows import curate as curate_flow
from tasks.check import Verdict

COURIER = {"source": "The Northern Courier", "url": "https://northern-courier.example/mali"}
FIRST = {"file": "north.txt", "published": "2022-03-01", "retrieved": "2022-03-01T09:00Z"} | COURIER
SECOND = {"file": "north-2.txt", "published": "2022-03-02", "retrieved": "2022-03-02T09:00Z"} | COURIER
THIRD = {"file": "north-3.txt", "published": "2022-03-03", "retrieved": "2022-03-03T09:00Z"} | COURIER
UPDATED = NORTH.replace("450", "470")
CORRECTED = NORTH.replace("450", "480") + "\nCorrection: Norway has 480 troops in Mali, not 470.\n"
WEST = "Denmark sends a ship\n\nDenmark will send 90 sailors to the Gulf of Guinea, the navy said on Tuesday.\n"
WITHDRAWN = "Denmark sends a ship\n\nThis article has been withdrawn. It was published by mistake.\n"
SOUTH_AGAIN = SOUTH.replace("450", "455")


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, prefect: str) -> Newsroom:
    """Published; then a page corrected, one overwritten, one withdrawn, one deleted, and two manifest lines edited."""
    folder = tmp_path_factory.mktemp("edited")
    room = Newsroom(folder, folder / "raw")
    files = {"north.txt": NORTH, "south.txt": SOUTH, "east.txt": EAST, "west.txt": WEST, "gone.txt": UPDATED}
    for name, text in files.items():
        room.write(name, text)
    daily = {"file": "south.txt", "source": "Southern Daily", "published": "2022-03-01"}
    room.manifest(FIRST, daily, {"file": "gone.txt", "source": "Evening Echo", "published": "2022-03-01"})
    with pytest.MonkeyPatch.context() as patch:
        without_check(patch)
        room.run()
    room.write("north-2.txt", CORRECTED)
    room.write("south.txt", SOUTH_AGAIN)
    room.write("west.txt", WITHDRAWN)
    (room.raw / "gone.txt").unlink()
    east = {"file": "east.txt", "source": "Eastern Post", "published": "2022-03-01"}
    room.manifest(FIRST, SECOND, daily | {"retrieved": "2022-03-05"}, east)
    room.run()
    return room


def without_check(patch: pytest.MonkeyPatch) -> None:
    """The check takes most of a run, and writes no content."""
    patch.setattr(curate_flow, "check", lambda *_: Verdict({}, (), ()))


def versions(room: Newsroom, path: str) -> list[Row]:
    """The versions at a path, oldest first."""
    return room.rows(
        "SELECT revision_kind, is_current, articles.text, sources.name AS source "
        "FROM articles JOIN documents USING (document_id) LEFT JOIN sources USING (source_id) "
        f"WHERE path = '{path}' ORDER BY revision_of IS NOT NULL"
    )


def test_a_corrected_page_under_another_name_revises_the_first(edited: Newsroom) -> None:
    ((first,), (second,)) = (versions(edited, path) for path in ("north.txt", "north-2.txt"))
    assert (first["revision_kind"], first["is_current"]) == (None, False)
    assert (second["revision_kind"], second["is_current"]) == ("corrected", True)


def test_facts_stand_on_current_versions_and_history_keeps_the_others(edited: Newsroom) -> None:
    troops = "SELECT DISTINCT value FROM claims JOIN articles USING (article_id) WHERE measure = 'troops'"
    claimed = {row["value"] for row in edited.rows(troops)}
    evident = {row["value"] for row in edited.rows(f"{troops} AND fact_id IS NOT NULL")}
    assert {450, 480, 455, 700} <= claimed
    assert 450 not in evident and {480, 455, 700} <= evident


def test_a_changed_file_is_a_new_document_whose_article_revises_the_old_one(edited: Newsroom) -> None:
    old, new = versions(edited, "south.txt")
    assert ("450" in str(old["text"]), old["is_current"]) == (True, False)
    assert ("455" in str(new["text"]), new["is_current"], new["revision_kind"]) == (True, True, "updated")


def test_a_withdrawn_page_takes_its_claims_out_of_the_facts(edited: Newsroom) -> None:
    old, new = versions(edited, "west.txt")
    assert (old["is_current"], new["is_current"], new["revision_kind"]) == (False, True, "withdrawn")
    assert edited.rows("FROM claims WHERE text LIKE '%90 sailors%' AND fact_id IS NULL") != []
    assert edited.rows("FROM claims WHERE text LIKE '%90 sailors%' AND fact_id IS NOT NULL") == []


def test_a_deleted_file_takes_nothing_away(edited: Newsroom) -> None:
    (kept,) = versions(edited, "gone.txt")
    assert (kept["is_current"], kept["source"]) == (True, "Evening Echo")
    assert {470} <= {row["value"] for row in edited.rows("SELECT value FROM claims WHERE fact_id IS NOT NULL")}


def test_an_edited_manifest_line_changes_the_article_in_place(edited: Newsroom) -> None:
    (article,) = versions(edited, "east.txt")
    assert (article["source"], article["revision_kind"], article["is_current"]) == ("Eastern Post", None, True)


def test_the_queries_of_the_page_on_versions_answer(edited: Newsroom) -> None:
    page = (Path(__file__).parents[2] / "docs" / "revisions.md").read_text(encoding="utf-8")
    queries = [
        query for block in page.split("```sql")[1:] for query in block.split("```")[0].split(";") if query.strip()
    ]
    assert len(queries) == 3
    assert [query for query in queries if not edited.rows(query)] == []


def test_versions_that_arrive_last_first_give_the_same_content_as_all_at_once(
    tmp_path: Path, prefect: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_check(monkeypatch)
    rooms = [Newsroom(tmp_path / name, tmp_path / name / "raw") for name in ("small", "whole")]
    small, whole = rooms
    small.write("north-3.txt", CORRECTED)
    small.manifest(THIRD)
    small.run()
    for room in rooms:
        for row, text in ((FIRST, NORTH), (SECOND, UPDATED), (THIRD, CORRECTED)):
            room.write(row["file"], text)
        room.manifest(SECOND, FIRST, THIRD)
        room.run(batch_size=1)
    assert small.content() == whole.content()
    chain = "SELECT path, revision_kind FROM articles JOIN documents USING (document_id) ORDER BY published_on"
    assert [row["revision_kind"] for row in small.rows(chain)] == [None, "updated", "corrected"]
