"""The taxonomy of measures, and the word lists that lead to it."""

import pytest

from tasks.language.lexicon import lexicon
from tasks.language.quantity import counting, measuring, units
from tasks.reference.measures import measures


def test_no_cue_leads_to_two_measures() -> None:
    for kind in ("nouns", "verbs", "groups"):
        cues = [cue for measure in measures().values() for cue in getattr(measure, kind)]
        assert sorted(cues) == sorted(set(cues)), kind


def test_every_dimension_of_units_that_has_a_measure_exists() -> None:
    dimensions = set(lexicon("units")) - {"rates"}
    assert {measure.dimension for measure in measures().values() if measure.dimension} <= dimensions


@pytest.mark.parametrize(
    ("words", "group", "measure"),
    [
        ("troop", False, "troops"),
        ("military personnel", False, "troops"),
        ("American soldier", False, "troops"),
        ("mission", True, "troops"),
        ("mission", False, None),
        ("police officer", False, "police"),
        ("member state", False, "allies"),
        ("unheard-of thing", False, None),
    ],
)
def test_the_measure_of_what_is_counted(words: str, group: bool, measure: str | None) -> None:
    found = measuring.measure_of_noun(words, group)
    assert (found.name if found else None) == measure


@pytest.mark.parametrize(
    ("noun", "people"),
    [
        ("protester", True), ("lawmaker", True), ("grandchild", True), ("classmate", True), ("computer", False),
        ("house", False), ("river", False),
    ],
)  # fmt: skip
def test_people_are_told_from_things(noun: str, people: bool) -> None:
    assert counting.is_people(noun) == people


def test_deaths_belong_to_an_event_and_troops_do_not() -> None:
    assert measures()["deaths"].event_bound
    assert not measures()["troops"].event_bound


@pytest.mark.parametrize(
    ("text", "start", "unit"),
    [
        ("5 km/h", 1, "kilometre per hour"), ("5 square feet", 1, "square foot"), ("5 feet", 1, "foot"),
        ("5 bananas", 1, None),
    ],
)  # fmt: skip
def test_units_are_named_canonically(text: str, start: int, unit: str | None) -> None:
    found = units.after(text, start, 5)
    assert (found.unit.name if found else None) == unit
