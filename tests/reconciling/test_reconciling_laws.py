"""What holds whatever the rows: order, idempotence, intervals, groups."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import Desk

from tasks.reconciling import Corpus, reconcile
from tasks.reconciling.groups import Groups
from tasks.reconciling.intervals import rounding
from tasks.reconciling.names import spelled_alike
from tasks.reconciling.sentences import Sentences

values = st.sampled_from([0, 7, 58, 59, 950, 1000, 1400, 9592, 9600])
bounds = st.sampled_from(["exact", "about", "at_least"])
numbers = st.lists(
    st.tuples(values, bounds, st.integers(1, 3), st.sampled_from(["Norway", "Kenya"])), min_size=1, max_size=7
)


def _corpus(rows: list[tuple[int, str, int, str]]) -> Corpus:
    desk = Desk()
    for index, (value, bound, day, country) in enumerate(rows):
        page = desk.page(f"Page {index}: {country} keeps {value} troops in Chad.", f"2031-03-0{day}")
        page.count(f"{value} troops", value, bound=bound, holder_mention_id=page.name(country, "place"))
    return desk.corpus()


def _shuffled(corpus: Corpus, seed: int) -> Corpus:
    chance = random.Random(seed)
    rows = (corpus.articles, corpus.sources, corpus.mentions, corpus.quantities, corpus.statements, corpus.dates)
    return Corpus(*(tuple(chance.sample(some, len(some))) for some in rows))  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(rows=numbers, seed=st.integers(0, 99))
def test_the_order_of_rows_changes_nothing(rows: list[tuple[int, str, int, str]], seed: int) -> None:
    corpus = _corpus(rows)
    assert reconcile(_shuffled(corpus, seed), "test") == reconcile(corpus, "test")


@settings(max_examples=40, deadline=None)
@given(rows=numbers)
def test_every_count_is_in_one_fact_and_verdicts_match_their_evidence(rows: list[tuple[int, str, int, str]]) -> None:
    corpus = _corpus(rows)
    found = reconcile(corpus, "test")
    assert sorted(row.claim_id for row in found.evidence) == sorted(row.claim_id for row in corpus.quantities)
    for fact in found.facts:
        current = [row for row in found.evidence if row.fact_id == fact.fact_id and row.stance != "superseded"]
        assert current
        assert (fact.verdict == "conflicting") == any(row.stance == "conflicts" for row in current)
        assert fact.verdict != "single" or len({row.article_id for row in current}) == 1


@settings(max_examples=25, deadline=None)
@given(rows=numbers)
def test_a_claim_told_twice_changes_no_conflict(rows: list[tuple[int, str, int, str]]) -> None:
    once, twice = reconcile(_corpus(rows), "test"), reconcile(_corpus(rows + rows), "test")
    conflicts = [sorted(fact.label for fact in found.facts if fact.verdict == "conflicting") for found in (once, twice)]
    assert conflicts[0] == conflicts[1]


@given(value=st.integers(0, 10_000_000))
def test_a_number_lies_in_what_it_can_mean(value: int) -> None:
    interval = rounding(float(value), counted=True)
    assert interval.low <= value <= interval.high


@pytest.mark.parametrize(
    ("precise", "rounded", "fits"),
    [
        (9592, 9600, True),
        (2500, 2500, True),
        (1400, 1000, False),
        (59, 58, False),
        (9649, 9600, True),
        (9651, 9600, False),
    ],
)
def test_a_round_number_stands_for_what_rounds_to_it(precise: float, rounded: float, fits: bool) -> None:
    assert rounding(precise, counted=True).meets(rounding(rounded, counted=True)) is fits


@given(pairs=st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))), seed=st.integers(0, 99))
def test_groups_do_not_depend_on_the_order_of_pairs(pairs: list[tuple[int, int]], seed: int) -> None:
    one, two = Groups(range(21)), Groups(range(21))
    for left, right in pairs:
        one.join(left, right)
    for left, right in random.Random(seed).sample(pairs, len(pairs)):
        two.join(right, left)
    assert one.sets() == two.sets()


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("antony", "anthony", True),
        ("zabiullah", "zabihullah", True),
        ("daniel", "danielle", False),
        ("maria", "mario", False),
        ("ali", "ari", False),
        ("lindqvist", "lindqist", True),
        ("okafor", "halvorsen", False),
    ],
)
def test_spellings_of_one_name_are_told_from_two_names(left: str, right: str, alike: bool) -> None:
    assert spelled_alike(left, right) is spelled_alike(right, left) is alike


@given(text=st.text(alphabet='ab.!?"” \n', max_size=80))
def test_sentences_cover_their_text_in_order(text: str) -> None:
    spans = Sentences.of(text).spans
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", [".", "“", '"', "!?", ".” ", "told ", "A. ", "\n.", "12,", "(AFP) - "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    desk = Desk()
    desk.page(piece * (400_000 // len(piece)), headline=piece * 1000)
    start = time.process_time()
    desk.reconciled()
    assert time.process_time() - start < 10
