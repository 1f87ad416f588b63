"""The simulated newsroom: the same for a seed, of any size, and true to what it prints."""

import re
from itertools import islice

import pytest

from benchmarks.newsroom.forms import forms, is_held_out, texts
from benchmarks.newsroom.newsroom import pages
from benchmarks.newsroom.numbers import allowed
from benchmarks.newsroom.pieces import Day, Name, Number
from benchmarks.newsroom.raw import record
from benchmarks.newsroom.truth import claims_of, groups_of
from benchmarks.newsroom.world import story

FAMILIES = [(name, family) for name in ("quantities", "headlines") for family in texts(name)]


def test_a_seed_gives_the_same_pages() -> None:
    assert [record(one) for one in pages(80, 7)] == [record(one) for one in pages(80, 7)]
    assert [record(one) for one in pages(5, 7)] != [record(one) for one in pages(5, 8)]


def test_a_smaller_newsroom_is_the_beginning_of_a_larger_one() -> None:
    assert [one.text for one in pages(40, 3)] == [one.text for one in islice(pages(10_000_000, 3), 40)]


@pytest.mark.parametrize("which", ["development", "held_out"])
def test_every_truth_stands_in_its_page(which: str) -> None:
    for page in pages(150, 5, which):  # type: ignore[arg-type]
        assert all(page.text[one.start : one.end] == one.truth.words for one in page.placed)


def test_sentences_are_filled_and_well_formed() -> None:
    for page in pages(300, 11):
        assert not re.search(r"[{}~|]|,\.|\.\.|  |,,|“ | ”", page.text), page.text


def test_numbers_say_what_is_true_unless_they_are_wrong_or_disputed() -> None:
    told = [story(2, index) for index in range(60)]
    values = {matter.key: matter for one in told for matter in one.matters}
    for page in pages(300, 2):
        for one in page.placed:
            if isinstance(one.truth, Number) and not one.truth.wrong:
                matter, (low, high) = values[one.truth.matter], allowed(one.truth)
                meant = [matter.states[one.truth.state][1], matter.rival or -1]
                assert any(low <= value <= high for value in meant), (one.truth, meant)


def test_no_two_people_share_a_name_and_some_share_a_surname() -> None:
    people = [person for index in range(400) for person in story(1, index).people]
    assert len({(one.spellings[0], one.surname) for one in people}) == len(people)
    assert any(person.namesake for person in people)


def test_deadlines_are_moved_to_later_days() -> None:
    found = [told.deadline for index in range(200) if (told := story(4, index)).deadline]
    assert found and all(one.first < one.then for one in found)


@pytest.mark.parametrize(("name", "family"), FAMILIES)
def test_a_family_of_forms_has_some_of_each_set(name: str, family: str) -> None:
    every = texts(name)[family]["forms"]
    assert len(set(every)) == len(every)
    assert set(forms(name, family, "development")) <= set(every) >= set(forms(name, family, "held_out"))
    if any(map(is_held_out, every)):
        assert not set(forms(name, family, "development")) & set(forms(name, family, "held_out"))


def test_the_newsroom_has_every_habit() -> None:
    claims = [claim for page in pages(1500, 1) for claim in claims_of(page)]
    truths = [claim.truth for claim in claims]
    assert any(isinstance(one, Name) and one.words != one.right for one in truths)
    assert any(isinstance(one, Number) and one.wrong for one in truths)
    assert any(isinstance(one, Day) for one in truths)
    assert {claim.copied_from is None for claim in claims} == {True, False}
    verdicts = {verdict for group in groups_of(claims) for verdict in group.expected.verdicts}
    assert verdicts == {"agreed", "compatible", "conflicting", "superseded", "single"}
    assert {group.expected.support for group in groups_of(claims)} == {"corroborated", "uncorroborated", "unknown"}
