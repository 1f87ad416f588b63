from dataclasses import replace

from audit_results import Audit, failed
from hypothesis import given
from hypothesis import strategies as st

from expectations.findings import OBSERVED_LIMIT, findings_of, merge
from tasks.tables.findings import Finding

FINDING = findings_of(failed(Audit(), ("a1", "a1", "no source")), "run 1")[0]
ledgers = st.lists(
    st.builds(
        lambda number, first, last: replace(
            FINDING, finding_id=f"f{number}", first_run=f"run {first}", last_run=f"run {last}"
        ),
        *[st.integers(0, 5)] * 3,
    ),
    unique_by=lambda finding: finding.finding_id,
)


def test_each_failing_row_is_a_finding_with_the_sql_that_shows_it() -> None:
    found = findings_of(failed(Audit(), ("a2", "a2", "none"), ("a1", "a1", "2 candidates: A; B")), "run 1")
    assert [(row.row_id, row.article_id, row.observed) for row in found] == [
        ("a1", "a1", "2 candidates: A; B"),
        ("a2", "a2", "none"),
    ]
    assert {row.sql for row in found} == {"SELECT article_id FROM articles WHERE source_id IS NULL"}
    assert {(row.first_run, row.last_run, row.table_name) for row in found} == {("run 1", "run 1", "articles")}


def test_rows_beyond_those_given_are_counted_in_a_finding_on_the_table() -> None:
    found = findings_of(failed(Audit(), ("a1", "a1", "none"), count=1_000_000), "run 1")
    assert [row.row_id for row in found] == ["a1", "articles"]
    assert found[1].observed == "999,999 more of 1,000,000 rows fail; the SQL shows them all"


def test_two_failures_of_one_row_are_one_finding() -> None:
    rows = [("c1", "a1", "touches an advert"), ("c1", "a1", "touches a caption"), ("c1", "a1", "touches an advert")]
    (found,) = findings_of(failed(Audit(), *rows), "run 1")
    assert found.observed == "touches a caption; touches an advert"


def test_table_row_and_the_rest_share_one_finding() -> None:
    (found,) = findings_of(failed(Audit(), ("articles", None, "broken"), count=3), "run 1")
    assert found.observed == "2 more of 3 rows fail; the SQL shows them all; broken"


def test_long_observations_are_cut() -> None:
    (found,) = findings_of(failed(Audit(), ("a1", "a1", "x" * 10_000)), "run 1")
    assert len(found.observed) == OBSERVED_LIMIT


def test_id_of_a_finding_outlives_what_was_observed() -> None:
    (again,) = findings_of(failed(Audit(), ("a1", "a1", "other words")), "run 2")
    assert again.finding_id == FINDING.finding_id
    (other,) = findings_of(failed(Audit(name="has_headline"), ("a1", "a1", "no source")), "run 1")
    assert other.finding_id != FINDING.finding_id


def test_finding_seen_again_keeps_its_first_run() -> None:
    (merged,) = merge([FINDING], [replace(FINDING, first_run="run 2", last_run="run 2", observed="other")])
    assert (merged.first_run, merged.last_run, merged.observed) == ("run 1", "run 2", "other")


def test_resolved_finding_stays_as_it_was() -> None:
    assert merge([FINDING], []) == (FINDING,)


@given(ledgers, ledgers)
def test_merging_is_idempotent_ordered_and_loses_nothing(earlier: list[Finding], found: list[Finding]) -> None:
    merged = merge(earlier, found)
    assert merge(merged, found) == merged == merge(reversed(earlier), reversed(found))
    assert {row.finding_id for row in merged} == {row.finding_id for row in [*earlier, *found]}
    first_runs = {row.finding_id: row.first_run for row in [*found, *earlier]}
    assert all(row.first_run == first_runs[row.finding_id] for row in merged)
