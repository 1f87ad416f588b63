"""What becomes of ids, by the members that live on."""

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.reconciling import Flow, changes

memberships = st.dictionaries(st.integers(0, 8), st.sampled_from("abcd"), max_size=9)


def became(before: Mapping[int, str], now: Mapping[int, str]) -> list[tuple[str, str, str]]:
    flows = Counter((before[one], now[one]) for one in before.keys() & now.keys())
    return [tuple(change) for change in changes(Flow(*pair, count) for pair, count in flows.items())]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        pytest.param({1: "a", 2: "a"}, {1: "a", 2: "a", 3: "b"}, [], id="nothing moved"),
        pytest.param({1: "b", 2: "b"}, {0: "a", 1: "a", 2: "a"}, [("b", "a", "renamed")], id="a smaller member"),
        pytest.param({1: "a", 2: "b"}, {1: "a", 2: "a"}, [("b", "a", "merged")], id="one joins another"),
        pytest.param(
            {1: "b", 2: "c"},
            {0: "a", 1: "a", 2: "a"},
            [("b", "a", "merged"), ("c", "a", "merged")],
            id="two join a new",
        ),
        pytest.param({1: "a", 2: "a", 3: "a"}, {1: "a", 2: "b", 3: "b"}, [("a", "b", "split")], id="a part leaves"),
        pytest.param(
            {0: "a", 1: "a", 2: "a", 3: "a"},
            {1: "b", 2: "b", 3: "c"},
            [("a", "b", "renamed"), ("a", "c", "split")],
            id="most go on together",
        ),
        pytest.param({1: "a", 2: "a"}, {1: "b", 2: "c"}, [("a", "b", "split"), ("a", "c", "split")], id="two halves"),
        pytest.param({1: "a"}, {2: "b"}, [], id="no member lives on"),
    ],
)
def test_ids_are_renamed_merged_or_split(
    before: dict[int, str], now: dict[int, str], expected: list[tuple[str, str, str]]
) -> None:
    assert became(before, now) == expected


@given(before=memberships, now=memberships)
def test_no_id_vanishes_without_a_row_while_a_member_lives(before: dict[int, str], now: dict[int, str]) -> None:
    living = {before[one] for one in before.keys() & now.keys()}
    assert {old for old, _, _ in became(before, now)} >= living - set(now.values())


@given(before=memberships, now=memberships)
def test_an_id_has_one_successor_at_most(before: dict[int, str], now: dict[int, str]) -> None:
    successors = Counter(old for old, _, change in became(before, now) if change != "split")
    assert set(successors.values()) <= {1}
