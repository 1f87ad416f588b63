from datetime import date

import pytest

from expectations.reference_facts import SCHEMA, as_relation, read_reference_facts, reference_facts
from tasks.errors import UsageError

FACT = """
[[fact]]
name = "Ships in the harbour"
measure = "ships"
holder = ["Navy", "The Navy"]
place = ["Harbour"]
from = 2021-01-01
to = 2021-01-31
value = 12
tolerance = 1
source = "Harbour office, January 2021"
"""


def test_shipped_facts_have_the_troops_with_tolerance() -> None:
    rows = reference_facts().to_pylist()
    found = {(row["measure"], row["holder"], row["place"]): (row["value"], row["tolerance"]) for row in rows}
    assert found["troops", "united states", "afghanistan"] == (2500, 50)
    assert found["troops", "nato", "afghanistan"] == (9600, 100)
    assert all(row["from_on"] <= date(2021, 4, 14) <= row["to_on"] for row in rows)


def test_each_pair_of_names_is_a_row_of_the_relation() -> None:
    relation = as_relation(read_reference_facts(FACT))
    assert relation.schema == SCHEMA
    assert [(row["holder"], row["place"]) for row in relation.to_pylist()] == [
        ("navy", "harbour"),
        ("the navy", "harbour"),
    ]


def test_no_facts_make_an_empty_relation() -> None:
    assert as_relation(read_reference_facts("")).num_rows == 0


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ('measure = "ships"', "", "fact 1 has no measure"),
        ("value = 12", 'value = "many"', "'many' is not a number"),
        ("value = 12", "value = true", "True is not a number"),
        ("from = 2021-01-01", 'from = "January"', "'January' is not a day"),
        ("from = 2021-01-01", "from = 2021-03-01", "from is after to"),
        ("tolerance = 1", "tolerance = -1", "below zero"),
        ('holder = ["Navy", "The Navy"]', 'holder = "Navy"', "is not a list of names"),
        ("[[fact]]", "[[fact", "not TOML"),
    ],
)
def test_bad_facts_give_one_clear_line(good: str, bad: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as error:
        read_reference_facts(FACT.replace(good, bad))
    assert "\n" not in str(error.value)
