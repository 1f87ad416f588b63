"""Counts without a number: who died or was hurt, by all that a sentence says of them."""

import pytest

from tasks.language import DEFAULT_MODEL, ArticleText, extract
from tasks.tables.quantities import Quantity


def read(text: str) -> tuple[Quantity, ...]:
    (found,) = extract([ArticleText.plain("a", text)], model=DEFAULT_MODEL, cache=None)
    return found.quantities


def implied(text: str) -> list[Quantity]:
    return [row for row in read(text) if row.basis == "implied"]


def measured(text: str, words: str) -> list[tuple[str | None, float | None]]:
    return [(row.measure, row.value) for row in read(text) if row.text == words and row.measure != "age"]


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("He later died at Mercy Hospital.", "He", "deaths"),
        ("The teen was pronounced dead beside his bicycle.", "The teen", "deaths"),
        ("A 4-year-old girl fatally shot herself in the barn.", "A 4-year-old girl", "deaths"),
        ("A man was shot in the chest and later died.", "A man", "deaths"),
        ("A woman was taken to a clinic, where she was pronounced dead.", "A woman", "deaths"),
        ("A man was shot in the leg on Monday.", "A man", "injured"),
        ("The boy was flown to a clinic in critical condition.", "The boy", "injured"),
        ("A cyclist who was shot is expected to survive.", "A cyclist", "injured"),
        ("A hiker is dead and another is injured.", "another", "injured"),
        ("A stray bullet hit a farmer near the mill.", "a farmer", "casualties"),
        ("A girl was struck in the hand by a stray bullet.", "A girl", "injured"),
        ("The killing of the mayor's brother shocked the town; his death is a mystery.", "his", "deaths"),
    ],
)
def test_what_became_of_one_person_is_read_from_the_whole_sentence(text: str, words: str, measure: str) -> None:
    assert measured(text, words) == [(measure, 1)]


@pytest.mark.parametrize(
    ("text", "words", "measure", "value"),
    [
        ("A woman and toddler died after the fire.", "A woman and toddler", "deaths", 2),
        ("A boy and 4 men were shot beside a ferry.", "A boy and 4 men", "casualties", 5),
        ("Ann Miller, 15, and a 16-year-old boy died.", "Ann Miller, 15, and a 16-year-old boy", "deaths", 2),
        ("Both men inside the car were killed.", "Both men", "deaths", 2),
        ("Police are investigating a double homicide in Elm Park.", "double homicide", "deaths", 2),
        ("The deaths are thought to be a murder-suicide.", "murder-suicide", "deaths", 2),
    ],
)
def test_people_told_one_by_one_are_added_up(text: str, words: str, measure: str, value: float) -> None:
    assert measured(text, words) == [(measure, value)]


@pytest.mark.parametrize(
    ("text", "words", "measure", "value"),
    [
        ("4 shot at lakeside house party", "4 shot", "casualties", 4),
        ("One Dead, Three Wounded In Harbour Shooting", "One Dead", "deaths", 1),
        ("6 Shot, 1 Fatally, At South Side Party", "1 Fatally", "deaths", 1),
        ("Two Juveniles Shot in Quarrel", "Two Juveniles", "casualties", 2),
        ("Police: 7-year-old accidentally shot, killed in Elm Park", "7-year-old", "deaths", 1),
        ("Woman killed at picnic, four others shot in Elm Park", "Woman", "deaths", 1),
        ("Student killed in shooting at bar, 5 others injured", "5 others", "injured", 5),
    ],
)
def test_headlines_leave_out_verbs_and_articles(text: str, words: str, measure: str, value: float) -> None:
    assert measured(text, words) == [(measure, value)]


@pytest.mark.parametrize(
    "text",
    [
        "She fatally shot the wolf near her barn.",
        "His murder trial begins on Monday.",
        "Her killing of intruders was ruled lawful.",
        "The patient is in good condition after surgery.",
        "Police said an attempted murder-suicide was averted.",
        "The bullets nearly killed his father.",
        "The mayor said twelve people were killed.",
        "Nine people were killed when a pier collapsed on Tuesday, Mara Tolson, the envoy to Selima, said.",
        "A bullet struck the house and a man was hit by a hail of words.",
    ],
)
def test_nobody_is_harmed_where_nobody_is_said_to_be(text: str) -> None:
    assert [row.text for row in implied(text)] == []


def test_people_in_a_clause_of_their_own_are_not_added_up() -> None:
    rows = implied("Officers killed a woman who had barricaded herself and a child inside a flat.")
    assert max(row.value or 0 for row in rows) == 1


def test_two_quantities_in_the_same_words_have_ids_of_their_own() -> None:
    rows = [row for row in read("3-year-old accidentally shot in Elm Park") if row.text == "3-year-old"]
    assert {row.measure for row in rows} == {"age", "casualties"}
    assert len({row.claim_id for row in rows}) == 2


@pytest.mark.parametrize("text", ["One person killed in Elm Park", "One woman was wounded.", "At least one man died"])
def test_what_is_stated_is_not_implied_again(text: str) -> None:
    assert [row.basis for row in read(text) if row.measure in ("deaths", "injured")] == ["stated"]
