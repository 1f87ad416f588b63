"""Datelines at the head of a paragraph. Places and agencies are ours."""

import pytest

from tasks.reference.datelines import dateline_length


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT CITY (Newswire) -",
        "PORT CITY, March 3, 2023 –",
        "EASTPORT —",
        "EASTPORT, Fla. (WXYZ) --",
        "Port City (NWP) —",
        "(Newswire) -",
    ],
)
def test_a_dateline_ends_with_its_dash(dateline: str) -> None:
    assert dateline_length(f"{dateline} Two boats sank off the pier.") == len(dateline)


@pytest.mark.parametrize(
    "text", ["Two boats sank - nobody was hurt.", "Maria Lopez - the mayor - left.", "", "KABUL", "PORT CITY -"]
)
def test_what_has_none(text: str) -> None:
    assert dateline_length(text) == 0
