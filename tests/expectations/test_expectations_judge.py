import time
from pathlib import Path

import pytest
from audit_results import SUITES, Audit, Result, all_results, failed

from expectations.judge import Judgement, judge
from tasks.errors import PublicationBlocked

VERBATIM = Audit(name="text_is_verbatim", expectation="Text is verbatim")
CONFLICTS = Audit("facts", "claims_agree", "info", expectation="Claims agree")


def judged(folder: Path, *given: Result) -> Judgement:
    return judge(all_results(*given), folder / "docs", "run 1", SUITES)


def test_passing_audits_give_no_findings_and_readable_docs(tmp_path: Path) -> None:
    judgement = judged(tmp_path)
    assert (judgement.findings, dict(judgement.rejected), judgement.blocking) == ((), {}, ())
    assert judgement.expectations_count == sum(len(suite.audits) for suite in SUITES)
    assert "articles" in judgement.docs.read_text()


def test_warning_is_a_finding_and_nothing_more(tmp_path: Path) -> None:
    judgement = judged(tmp_path, failed(Audit(severity="warning"), ("a1", "a1", "none")))
    assert [row.severity for row in judgement.findings] == ["warning"]
    assert not judgement.rejected
    assert not judgement.blocking


def test_critical_failure_of_a_row_rejects_its_article_alone(tmp_path: Path) -> None:
    judgement = judged(tmp_path, failed(VERBATIM, ("c1", "a1", "gap"), ("c2", "a1", "gap"), ("c3", "a2", "gap")))
    assert dict(judgement.rejected) == dict.fromkeys(["a1", "a2"], "articles/text_is_verbatim: Text is verbatim")
    assert not judgement.blocking
    assert len(judgement.findings) == 3


@pytest.mark.parametrize(
    "result",
    [
        failed(VERBATIM, ("c1", None, "gap")),
        failed(Audit(name="text_is_verbatim", scope="lake", expectation="Text is verbatim"), ("c1", "a1", "gap")),
    ],
    ids=["row of no article", "scope lake"],
)
def test_critical_failure_of_the_lake_blocks(tmp_path: Path, result: Result) -> None:
    judgement = judged(tmp_path, result)
    assert judgement.blocking == ("articles/text_is_verbatim: Text is verbatim: 1 failed, such as c1: gap",)
    assert not judgement.rejected


def test_more_critical_rows_than_are_named_block(tmp_path: Path) -> None:
    judgement = judged(tmp_path, failed(VERBATIM, ("c1", "a1", "gap"), count=2))
    assert len(judgement.blocking) == 1
    assert list(judgement.rejected) == ["a1"]


def test_audit_that_was_not_run_blocks(tmp_path: Path) -> None:
    results = [result for result in all_results() if result.audit.name != "text_is_verbatim"]
    judgement = judge(results, tmp_path / "docs", "run 1", SUITES)
    assert "text_is_verbatim is run" in judgement.blocking[0]
    assert [(row.expectation, row.observed) for row in judgement.findings] == [("text_is_verbatim", "it was not run")]


@pytest.mark.parametrize(
    ("extra", "message"),
    [(Result(Audit(name="has_weather")), "is in no suite"), (Result(Audit()), "has two results")],
)
def test_result_that_nothing_expects_is_refused(tmp_path: Path, extra: Result, message: str) -> None:
    with pytest.raises(PublicationBlocked, match=message):
        judge([*all_results(), extra], tmp_path / "docs", "run 1", SUITES)


def test_count_decides_even_where_no_row_was_fetched(tmp_path: Path) -> None:
    judgement = judged(tmp_path, failed(Audit(severity="warning"), count=7))
    assert [row.row_id for row in judgement.findings] == ["articles"]


def test_million_failing_rows_cost_no_more_than_the_rows_shown(tmp_path: Path) -> None:
    rows = [(f"c{i:05}", f"a{i:05}", "gap") for i in range(10_000)]
    results = all_results(failed(Audit(severity="warning"), *rows, count=1_000_000))
    started = time.perf_counter()
    judgement = judge(results, tmp_path / "docs", "run 1", SUITES)
    assert time.perf_counter() - started < 10
    assert len(judgement.findings) == 10_001
    pages = "".join(page.read_text() for page in (tmp_path / "docs").rglob("*.html"))
    assert "1,000,000 rows fail" in pages
    assert "c00019" in pages
    assert "c00020" not in pages


def test_judging_is_silent_and_writes_only_its_docs(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path / "here"))
    judged(tmp_path, failed(CONFLICTS, ("f1", None, "2,500; 3,500")))
    assert capfd.readouterr() == ("", "")
    assert list((tmp_path / "here").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if path.name != "here"] == ["docs"]
