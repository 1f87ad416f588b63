"""The two searches for near copies that the benchmarks compare; texts are ours."""

from collections.abc import Callable, Mapping

import pytest

from benchmarks.quality import near_copies
from benchmarks.quality.near_copies import Pair, Text

WIRE = (
    "The council of Elm Park voted on Tuesday to rebuild the old pier that a storm had torn loose in March. "
    "Work on the first of the four sections will begin before the autumn and is to be paid for by the ferry company. "
    "Residents who had collected signatures against the plan said they would take the decision to the county court."
)
OTHER = (
    "A bakery in Port Halda has won the regional prize for its rye bread for the third time since it opened its doors. "
    "The owner, who learned the trade from her grandmother, said that patience was the only secret of a good crust."
)
TEXTS = {
    "a": Text("Council votes to rebuild old pier in Elm Park", WIRE),
    "b": Text("Elm Park council votes to rebuild pier", WIRE + " The mayor was not at the meeting of the council."),
    "c": Text("Bakery wins prize for rye bread", OTHER),
}


@pytest.mark.parametrize("search", [near_copies.ours, near_copies.peers])
def test_each_search_finds_the_copy_and_nothing_else(search: Callable[[Mapping[str, Text]], list[Pair]]) -> None:
    assert search(TEXTS) == [("a", "b")]
