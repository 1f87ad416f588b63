"""Laws 1 and 2 for any page: blocks tile it, the article is verbatim slices, offsets map both ways."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tasks.cleaning import Cleaned, alignment_of, clean, headline_span, without_headline
from tasks.errors import RejectedInput
from tasks.reference.reading_record import Reading
from tasks.reference.rendering import parse, render
from tasks.reference.spans import Span
from tasks.tables.documents import Document

LINES_OF_PAGES = """Quay closed after storm damages harbour wall
The harbour master closed the quay on Monday, officials said.
Advertisement
- Advertisement -
Share
0
By Jane Doe
Jane Doe
Jane Doe is a reporter at The Quay Times.
7.5 C
Troms\u00f8
Sunday, March 6, 2022
Published: 0915 GMT March 2, 2022
Leave a Reply
Name:
Email:
\u00a0
\u200b
KABUL (Reuters) \u2013 The quay of the harbour was closed on Monday, two officials of the port said.
former President Donald
Trump to
port, storm,
\u201cWe will reopen,\u201d she said.
Tags
\u00a9 2021 The Quay Times"""
LINES = st.sampled_from(LINES_OF_PAGES.split("\n"))
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028", " ", "\t", "\x0b"])
PAGES = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(st.one_of(LINES, st.text(max_size=40)), BREAKS), max_size=25).map(
        lambda pairs: "".join(line + gap for line, gap in pairs)
    ),
)


def reading(page: str, markup: str | None = None, metadata: str = "{}") -> Reading:
    document = Document(
        document_id="d", external_id="d", path="d", url=None, media_type="text/plain", sha256="0",
        retrieved_at=None, encoding="utf-8", metadata=metadata, text=page,
    )  # fmt: skip
    return Reading(document, None, markup)


def check_laws(given_page: Reading) -> None:
    page = given_page.document.text or ""
    try:
        cleaned = clean(given_page, "test")
    except RejectedInput as error:
        assert error.reason == "no_text"
        return
    text, blocks = cleaned.article.text, cleaned.blocks
    assert "".join(page[block.raw_start : block.raw_end] for block in blocks) == page
    assert [block.position for block in blocks] == list(range(len(blocks)))
    kept = [block for block in blocks if block.start is not None and block.end is not None]
    behind = 0
    alignment = alignment_of(blocks)
    for block in kept:
        assert block.start is not None and block.end is not None
        assert text[behind : block.start].strip() == ""
        assert text[block.start : block.end] == page[block.raw_start : block.raw_end] != ""
        span, raw = Span(block.start, block.end), Span(block.raw_start, block.raw_end)
        assert alignment.to_raw(span) == raw
        behind = block.end
    assert behind == len(text)
    span = headline_span(blocks)
    assert span is None or text[span.start : span.end].strip()
    check_without_headline(cleaned, page)


def check_without_headline(cleaned: Cleaned, page: str) -> None:
    text, blocks = without_headline(cleaned.article.text, cleaned.blocks)
    behind = 0
    for block, whole in zip(blocks, cleaned.blocks, strict=True):
        assert (block.start is None) == (whole.start is None or whole.kind == "headline")
        if block.start is not None and block.end is not None:
            assert text[behind : block.start].strip() == ""
            assert text[block.start : block.end] == page[block.raw_start : block.raw_end]
            behind = block.end
    assert behind == len(text)
    assert text == text.lstrip("\n")


@given(PAGES)
@example("Donald\n\nTrump")
@example("\ufeff\n\u00ad")
@example("The harbour master closed the quay on Monday, officials said.\nPlans\n- one\n- two\nThree")
@example("The harbour master closed the quay on Monday, officials said.\nPlans:\n1 One")
@settings(max_examples=200, deadline=None)
def test_any_text_is_tiled_and_sliced(page: str) -> None:
    check_laws(reading(page))


@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h1", "h2", "li", "div", "span", "figcaption", "article"]), LINES), max_size=20
    )
)
@settings(max_examples=40, deadline=None)
def test_any_markup_is_tiled_and_sliced(elements: list[tuple[str, str]]) -> None:
    markup = "<html><body>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in elements) + "</body></html>"
    check_laws(reading(render(parse(markup)).text, markup))


@given(PAGES)
@settings(max_examples=30, deadline=None)
def test_cleaning_is_a_function_of_the_page(page: str) -> None:
    def result() -> object:
        try:
            return clean(reading(page), "test")
        except RejectedInput as error:
            return error.detail

    assert result() == result()


ADVERSARIAL = {
    "no newline and no space": "x" * 1_000_000,
    "no newline": "word " * 200_000,
    "capitalised": "Aa " * 300_000,
    "short lines": "abc\n" * 20_000,
    "numbers": "1\n" * 20_000,
    "shares": "Share\n0\n" * 10_000,
    "capitalised lines": "New York\n\n" * 10_000,
    "names": "Jane Doe\n" * 10_000,
    "biographies": "Jane Doe\nJane Doe is a reporter at The Quay.\n" * 4_000,
    "quotes and brackets": '((((""""' * 100_000,
    "blanks": "\u00a0\n" * 20_000 + "word",
    "lines of 600": ("a " * 299 + "\n") * 500,
    "lines of blurbs": ("the a is the " * 45 + "\n") * 500,
    "commas": ("a, " * 190 + "\n") * 500,
    "slashes": ("a / " * 140 + "\n") * 500,
    "dashes": ("- " * 290 + "\n") * 500,
    "copyright": ("\u00a9 2021 by " * 50 + "\n") * 500,
    "dates": ("April 14, 2021 10:00 " * 7 + "\n") * 1000,
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_hostile_pages_take_linear_time(name: str) -> None:
    began = time.process_time()
    check_laws(reading(ADVERSARIAL[name]))
    assert time.process_time() - began < 5
