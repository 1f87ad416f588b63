"""Judgements in a run: one cause a snapshot, an error when they no longer apply, nothing lost when withdrawn."""

import pytest
from newsrooms import NORTH, Newsroom

from tasks.errors import CheckFailed, UsageError

OPPOSITION = "SELECT claim_id FROM quantities WHERE value = 700"
TROOPS = "SELECT value, verdict, articles_count FROM facts WHERE measure = 'troops' ORDER BY value"


def causes(room: Newsroom, snapshots: tuple[int, ...]) -> list[object]:
    rows = {row["snapshot_id"]: row["commit_message"] for row in room.rows("FROM snapshots()")}
    return [rows[snapshot] for snapshot in snapshots]


def claim(room: Newsroom) -> object:
    (row,) = room.rows(OPPOSITION)
    return row["claim_id"]


def test_a_rejected_claim_leaves_its_fact_in_a_snapshot_of_its_own_and_comes_back(newsroom: Newsroom) -> None:
    before = newsroom.content()
    (disputed,) = newsroom.rows(TROOPS)
    assert disputed["verdict"] == "conflicting"
    newsroom.rule(f"reject;{claim(newsroom)};;700")
    outcome = newsroom.run()
    assert causes(newsroom, outcome.snapshots) == ["judgement"]
    assert newsroom.rows(TROOPS) == [{"value": 450.0, "verdict": "agreed", "articles_count": 2}]
    assert newsroom.rows(OPPOSITION)
    (ruled,) = newsroom.rows("FROM decisions WHERE rule = 'judgement'")
    assert (ruled["ruling"], ruled["reason"]) == ("rejected", "Ada Finch ruled on 4 March 2022: I asked them")
    assert newsroom.run().snapshots == ()
    newsroom.rule()
    assert causes(newsroom, newsroom.run().snapshots) == ["judgement"]
    assert newsroom.content() == before


def test_new_rulings_and_new_input_are_two_snapshots(newsroom: Newsroom) -> None:
    other = newsroom.rows("SELECT min(claim_id) AS claim_id FROM quantities WHERE value = 450")[0]["claim_id"]
    newsroom.rule(f"not_comparable;{claim(newsroom)};{other};700 | 450")
    newsroom.write("west.txt", NORTH.replace("450", "455").replace("Oslo", "Bergen"))
    assert causes(newsroom, newsroom.run().snapshots) == ["judgement", "input"]


def test_a_ruling_on_what_comes_in_with_it_is_no_error_on_the_way(newsroom: Newsroom) -> None:
    newsroom.write("west.txt", NORTH.replace("450", "455").replace("Ingrid Solberg", "Ingrid Solvang"))
    newsroom.rule("same_entity;Ingrid Solvang;Ingrid Solberg;")
    assert causes(newsroom, newsroom.run().snapshots) == ["input"]
    meant = "FROM mention_entities JOIN mentions USING (mention_id) WHERE name LIKE 'Ingrid Sol%'"
    assert newsroom.rows(f"SELECT count(DISTINCT entity_id) AS n {meant}") == [{"n": 1}]


def test_the_source_of_an_article_is_what_people_say_and_again_what_the_page_says(newsroom: Newsroom) -> None:
    before = newsroom.content()
    newsroom.rule(
        "source;east.txt;Reuters;Mali mission ends, Oslo says",
        "source;south.txt;Reuters;Last Norwegian soldiers leave in June",
    )
    newsroom.run()
    rows = (
        "SELECT path, source_basis, name FROM articles JOIN documents USING (document_id) "
        "LEFT JOIN sources USING (source_id) ORDER BY path"
    )
    assert [tuple(row.values()) for row in newsroom.rows(rows)] == [
        ("east.txt", "judgement", "Reuters"),
        ("north.txt", "manifest", "The Northern Courier"),
        ("south.txt", "judgement", "Reuters"),
    ]
    assert newsroom.rows("SELECT name, basis FROM candidates JOIN sources ON source_id = value") == [
        {"name": "Southern Daily", "basis": "overruled: manifest"}
    ]
    newsroom.rule()
    newsroom.run()
    assert newsroom.content() == before


def test_a_judgement_that_no_longer_applies_is_an_error_and_keeps_nothing_back(newsroom: Newsroom) -> None:
    problem = "expected “900 troops”, now it is “700 troops”"
    newsroom.rule(f"reject;{claim(newsroom)};;900 troops")
    newsroom.write("west.txt", NORTH.replace("450", "455").replace("Oslo", "Bergen"))
    for _ in range(2):  # until somebody looks
        with pytest.raises(CheckFailed, match=f"a judgement no longer applies: .*{problem}"):
            newsroom.run()
    assert newsroom.rows("SELECT count(*) AS n FROM articles") == [{"n": 4}]
    (finding,) = newsroom.rows("FROM findings WHERE suite = 'judgements'")
    assert (finding["severity"], problem in str(finding["observed"])) == ("critical", True)


def test_a_folder_of_judgements_that_went_away_is_wrong_usage(newsroom: Newsroom) -> None:
    newsroom.rule(f"reject;{claim(newsroom)};;700")
    newsroom.run()
    newsroom.judgements.rename(newsroom.folder / "elsewhere")
    with pytest.raises(UsageError, match="the lake stands on 1 judgements: name it with --judgements"):
        newsroom.run()
