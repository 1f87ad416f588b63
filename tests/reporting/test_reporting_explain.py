from collections.abc import Callable
from dataclasses import replace

import pytest
from reporting_rows import PAGES

from tasks.errors import UsageError
from tasks.reporting import ReportContent, explain


def test_a_fact_is_explained_with_verdict_evidence_origins_and_decisions(content: ReportContent) -> None:
    text = explain(content, "f0")
    assert "conflicting, uncorroborated: 2 articles, 1 known source, 1 independent origin" in text
    assert "    It carried [1,100] lorries a day." in text
    assert "The Weir, 3 May 2021: Bridge closed" in text and "reported by Lowland Wire (credit line)" in text
    assert "conflicts by same_measure" in text


def test_a_page_cannot_write_to_the_terminal(content_of: Callable[..., ReportContent]) -> None:
    hostile = replace(PAGES[0], headline="x\x1b]0;owned\x07\rover", text="It \x1b[2J carried 1,100 lorries.")
    text = explain(content_of(hostile), "f0")
    assert not {"\x1b", "\x07", "\r"} & set(text)


def test_an_unknown_fact_is_a_usage_error(content: ReportContent) -> None:
    with pytest.raises(UsageError, match="no fact has the id"):
        explain(content, "nope")
