"""Whether a judgement still applies."""

from dataclasses import replace
from datetime import date

import pytest

from tasks.reconciling.guards import Lookup, Seen, settled
from tasks.tables.judgements import Judgement

LOOKUP = Lookup(
    claims={
        "c1": Seen("quantity", "c1", ("about 1,500 troops",), 1500.0),
        "c2": Seen("quantity", "c2", ("900",), 900.0),
        "f2": Seen("quantity", "c2", ("900",), 900.0),
        "d1": Seen("date", "d1", ("May 1", "2031-05-01", "2031-05-01")),
        "s1": Seen("statement", "s1", ("we leave when the job is done",)),
    },
    mentions={"m1": Seen("name", "m1", ("Ruiz",)), "m2": Seen("name", "m2", ("Ruiz",))},
    articles={
        "a.txt": (Seen("article", "a", ("Storm | sinks the ferry",)),),
        "index.html": (Seen("article", "a", ("One",)), Seen("article", "b", ("Two",))),
    },
    outlets={"Reuters": Seen("outlet", "r", ("Reuters",)), "AFP": Seen("outlet", "p", ("AFP",))},
    spellings=("Ada Finch", "Adda Finch", "U.S."),
)


def judgement(line: str, **columns: object) -> Judgement:
    """kind; left; right; expect"""
    kind, left, right, expect = (part.strip() or None for part in line.split(";"))
    row = Judgement(
        judgement_id=line,
        kind=kind,  # type: ignore[arg-type]
        left_side=left or "",
        right_side=right,
        left_id=None,
        right_id=None,
        expect=expect,
        who="Ada Finch",
        judged_on=date(2031, 3, 9),
        why="asked",
        file="desk.csv",
        problem=None,
    )
    return replace(row, **columns)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "reject; c1;; about 1,500 TROOPS",
        "reject; c1;; 1500",
        "reject; c1;; 1,500",
        "reject; c1;; about 1,500…",
        "reject; s1;; we leave when...",
        "reject; d1;; 2031-05-01",
        "comparable; c1; c2; about 1,500 troops | 900",
        "not_comparable; c1; f2; 1500 | 900",
        "source; a.txt; Reuters; Storm | sinks the ferry",
        "same_entity; the Ada Finch; Adda Finch;",
        "same_entity; United States; Ada Finch;",
        "different_entity; m1; m2; Ruiz | Ruiz",
    ],
)
def test_what_is_there_and_is_as_expected_applies(line: str) -> None:
    (row,) = settled([judgement(line)], LOOKUP)
    assert row.problem is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("reject; c9;; 900", "no current article has the claim or fact c9"),
        ("reject; c1;; 1,600", "expected “1,600”, now it is “about 1,500 troops”: look again"),
        ("reject; c1;; …", "expected “…”"),
        ("comparable; c1; c2; about 1,500 troops", "expected “about 1,500 troops”, now it is"),
        ("comparable; c1; c2; 900 | 1500", "expected “900 | 1500”"),
        ("comparable; c1; d1; 1500 | May 1", "a quantity and a date have nothing to compare"),
        ("comparable; c2; f2; 900 | 900", "both sides are one"),
        ("same_entity; Nobody Known; Ada Finch;", "no current article names “Nobody Known”"),
        ("different_entity; Ada Finch; The Ada Finch;", "both names have one spelling"),
        ("source; b.txt; Reuters; x", "no article has the id, path, name or address “b.txt”"),
        ("source; index.html; Reuters; One", "2 current articles go by “index.html”"),
        ("source; a.txt; Reuters; Storm", "expected “Storm”, now it is “Storm | sinks the ferry”"),
    ],
)
def test_what_is_gone_or_not_as_expected_has_a_problem_in_one_line(line: str, problem: str) -> None:
    (row,) = settled([judgement(line)], LOOKUP)
    assert row.problem is not None
    assert row.problem.startswith(problem)
    assert "\n" not in row.problem


@pytest.mark.parametrize(
    "lines",
    [
        ("comparable; c1; c2; 1500 | 900", "not_comparable; f2; c1; 900 | 1500"),
        ("same_entity; Ada Finch; Adda Finch;", "different_entity; Adda Finch; Ada Finch;"),
        ("source; a.txt; Reuters; Storm | sinks the ferry", "source; a.txt; AFP; Storm | sinks the ferry"),
    ],
)
def test_two_that_contradict_each_other_both_have_a_problem(lines: tuple[str, str]) -> None:
    rows = settled([judgement(line) for line in lines], LOOKUP)
    assert [str(row.problem).split(" in desk.csv")[0] for row in rows] == ["contradicts what Ada Finch ruled"] * 2


def test_a_chain_that_contradicts_a_third_leaves_unconcerned_rulings_in_force() -> None:
    lines = ("same_entity; Ada Finch; m1;", "same_entity; m1; Adda Finch;", "different_entity; Ada Finch; Adda Finch;")
    rows = settled([*map(judgement, lines), judgement("same_entity; U.S.; m2;")], LOOKUP)
    assert {row.judgement_id: row.problem is None for row in rows} == {
        **dict.fromkeys(lines, False),
        "same_entity; U.S.; m2;": True,
    }


def test_a_ruling_on_a_rejected_claim_has_a_problem_and_the_rejection_none() -> None:
    rows = settled([judgement("reject; c1;; 1500"), judgement("comparable; c1; c2; 1500 | 900")], LOOKUP)
    assert [(row.kind, row.problem is None) for row in rows] == [("comparable", False), ("reject", True)]


def test_ids_of_what_is_named_are_kept() -> None:
    (row,) = settled([judgement("not_comparable; c1; f2; 1500 | 900")], LOOKUP)
    assert (row.left_id, row.right_id) == ("c1", "c2")
