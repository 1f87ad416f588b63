import pytest
from audit_results import Audit, Result

from expectations.judge import expectations_of
from expectations.suite import Suite
from expectations.suites import SUITES
from tasks.lake.audits import all_audits
from tasks.tables import TABLES


def test_each_table_has_one_suite() -> None:
    assert [suite.table for suite in SUITES] == list(TABLES)


def test_suites_name_exactly_the_audits_of_the_lake() -> None:
    assert {(suite.name, name) for suite in SUITES for name in suite.audits} == {
        (audit.suite, audit.name) for audit in all_audits()
    }


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_great_expectations_drops_no_expectation_of_a_suite(suite: Suite) -> None:
    built = expectations_of(suite.name, {name: Result(Audit(suite.name, name)) for name in suite.audits})
    assert len({expectation.audit for expectation in built.expectations}) == len(suite.audits) >= 2


@pytest.mark.parametrize("audit", all_audits(), ids=lambda audit: f"{audit.suite}/{audit.name}")
def test_audits_say_what_they_expect_of_which_table(audit: Audit) -> None:
    assert audit.severity in ("critical", "warning", "info")
    assert audit.scope in ("row", "lake", "run")
    assert audit.table == audit.suite
    assert len(audit.expectation.split()) >= 3
