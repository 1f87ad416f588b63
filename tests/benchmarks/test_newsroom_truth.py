"""What the newsroom says is to be said of its facts, on cases whose answer is plain."""

from datetime import date

import pytest

from benchmarks.newsroom.numbers import exact
from benchmarks.newsroom.pieces import Day, Number, Quote
from benchmarks.newsroom.truth import Claim, Expected, groups_of

FIRST = date(2022, 3, 1)


def claim(
    article: str, truth: object, day: int = 1, origin: str = "", sentence: str = "", copied: str | None = None
) -> Claim:
    return Claim(
        article=article,
        outlet=f"outlet of {article}",
        day=FIRST.replace(day=day),
        truth=truth,  # type: ignore[arg-type]
        start=0,
        end=1,
        origin=origin or f"unknown:{article}",
        sentence=sentence or article,
        copied_from=copied,
    )


def toll(value: int, bound: str = "exact") -> Number:
    plain = exact("toll", value, 0)
    return Number("toll", value, bound, plain.words, plain.initial, 0)  # type: ignore[arg-type]


def expected(*claims: Claim) -> Expected:
    (group,) = groups_of(claims)
    return group.expected


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ([(12, "exact", 1)], "single"),
        ([(12, "exact", 1), (12, "exact", 1)], "agreed"),
        ([(12, "exact", 1), (10, "at_least", 1)], "compatible"),
        ([(9592, "exact", 1), (9600, "exact", 1)], "compatible"),
        ([(58, "exact", 1), (59, "exact", 1)], "conflicting"),
        ([(58, "exact", 1), (59, "exact", 2)], "single"),  # the later number replaces the earlier
        ([(58, "exact", 1), (59, "exact", 2), (59, "exact", 2)], "agreed"),
        ([(58, "exact", 1), (59, "exact", 2), (58, "exact", 3)], "conflicting"),  # told late
    ],
)
def test_numbers(told: list[tuple[int, str, int]], verdict: str) -> None:
    claims = [claim(f"a{index}", toll(value, bound), day) for index, (value, bound, day) in enumerate(told)]
    assert verdict in expected(*claims).verdicts


@pytest.mark.parametrize(
    ("claims", "support", "count"),
    [
        ([claim("a", toll(12))], "uncorroborated", 1),
        ([claim("a", toll(12)), claim("b", toll(12))], "unknown", 1),
        ([claim("a", toll(12), origin="outlet:X"), claim("b", toll(12))], "unknown", 2),
        ([claim("a", toll(12), origin="outlet:X"), claim("b", toll(12), origin="outlet:X")], "uncorroborated", 1),
        ([claim("a", toll(12), origin="outlet:X"), claim("b", toll(12), origin="outlet:Y")], "corroborated", 2),
        (
            [claim("a", toll(12), origin="outlet:X", sentence="s"), claim("b", toll(12), sentence="s")],
            "uncorroborated",
            1,
        ),
        ([claim("a", toll(12), sentence="s"), claim("b", toll(12), sentence="s", copied="a")], "uncorroborated", 1),
    ],
)
def test_support(claims: list[Claim], support: str, count: int) -> None:
    found = expected(*claims)
    assert (found.support, found.origins_count) == (support, count)


def test_a_moved_deadline_supersedes() -> None:
    old, new = Day("deadline", date(2022, 5, 1), ""), Day("deadline", date(2022, 9, 1), "")
    groups = groups_of([claim("a", old), claim("b", new, 2), claim("c", new, 3)])
    assert [set(group.expected.verdicts) for group in groups] == [{"superseded"}, {"agreed"}]


def test_words_of_two_speakers_are_two_facts() -> None:
    said = [
        Quote("u", "one", "We are done"),
        Quote("u", "one", "We are done here", "altered"),
        Quote("u", "two", "We are done"),
    ]
    groups = groups_of(claim(f"a{index}", quote) for index, quote in enumerate(said))
    assert [set(group.expected.verdicts) for group in groups] == [{"compatible"}, {"single"}]
