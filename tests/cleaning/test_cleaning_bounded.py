"""Large HTML pages are cleaned in a process of their own, which a page that takes too long cannot outlive."""

import pytest
from test_cleaning_metadata import BODY, document, html

from tasks.cleaning import BoundedCleaner, Cleaned, clean
from tasks.errors import RejectedInput
from tasks.reference.reading_record import Reading
from tasks.reference.rendering import parse, render


def reading(markup: str) -> Reading:
    return Reading(document(render(parse(markup)).text), None, markup)


PAGE = reading(html("<title>Coal plant to close</title>", "<h1>Coal plant to close</h1>"))
ENDLESS = reading("<html><body>" + "<div><p>a</p></div>" * 40_000 + f"<p>{BODY}</p></body></html>")
EMPTY = Reading(document("\u00a0"), None, "<html><body>\u00a0</body></html>")


def refusal(cleaner: BoundedCleaner, page: Reading) -> str:
    with pytest.raises(RejectedInput) as refused:
        cleaner.clean(page, "test")
    return refused.value.reason


def test_a_page_past_its_time_is_refused_and_the_next_one_is_cleaned() -> None:
    with BoundedCleaner(seconds=1, small_markup=0) as cleaner:
        assert refusal(cleaner, ENDLESS) == "timeout"
        first = cleaner.clean(PAGE, "test")
        assert refusal(cleaner, EMPTY) == "no_text"
        assert first == cleaner.clean(PAGE, "test") == clean(PAGE, "test")


def test_a_process_that_is_killed_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tasks.cleaning.bounded._START", "import os, sys; sys.stdin.buffer.read(9); os.kill(os.getpid(), 9)"
    )
    with BoundedCleaner(small_markup=0) as cleaner:
        assert refusal(cleaner, PAGE) == "failed"
        monkeypatch.undo()
        assert isinstance(cleaner.clean(PAGE, "test"), Cleaned)


def test_the_process_ends_with_the_cleaner() -> None:
    with BoundedCleaner(small_markup=0) as cleaner:
        cleaner.clean(PAGE, "test")
        process = cleaner._process
        assert process is not None and process.poll() is None
    assert process.poll() == 0


def test_a_small_page_starts_no_process() -> None:
    with BoundedCleaner() as cleaner:
        cleaner.clean(PAGE, "test")
        assert cleaner._process is None
