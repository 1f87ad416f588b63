"""Source, byline, headline and publication: the most trusted basis is taken, contradictions are recorded."""

import json
from datetime import UTC, date, datetime

import pytest

from tasks.cleaning import Cleaned, clean, headline_span, without_headline
from tasks.errors import RejectedInput
from tasks.reference.reading_record import Reading
from tasks.reference.rendering import parse, render
from tasks.tables.documents import Document
from tasks.tables.quarantine import Quarantined

BODY = "The council of Belmar voted on Tuesday to close the last coal plant of the region by 2030, eight years early."


def document(text: str | None, url: str | None = None, retrieved: datetime | None = None, **fields: str) -> Document:
    return Document(
        document_id="d", external_id="d", path="d", url=url, media_type="text/plain", sha256="0",
        retrieved_at=retrieved, encoding="utf-8", metadata=json.dumps(fields), text=text,
    )  # fmt: skip


def of_text(text: str, url: str | None = None, **known: str) -> Cleaned:
    return clean(Reading(document(text, url, **known)), "test")


def of_html(markup: str, url: str | None = None, retrieved: datetime | None = None, **known: str) -> Cleaned:
    text = render(parse(markup)).text
    return clean(Reading(document(text, url, retrieved, **known), None, markup), "test")


def html(head: str = "", body: str = "") -> str:
    article = f"<article>{body}<p>{BODY}</p><p>{BODY.upper()}</p></article>"
    return f"<html><head>{head}</head><body><nav><a href='/'>Home</a></nav>{article}</body></html>"


def source_of(cleaned: Cleaned) -> tuple[str | None, str | None]:
    return (cleaned.source and cleaned.source.name, cleaned.article.source_basis)


def test_manifest_then_url_then_markup_then_text() -> None:
    page = html('<meta property="og:site_name" content="BBC">', "<p>\u00a9 2021 The Belmar Bugle</p>")
    assert source_of(of_html(page, source="Reuters", url="https://www.dawn.com/a")) == ("Reuters", "manifest")
    assert source_of(of_html(page, url="https://www.dawn.com/a")) == ("Dawn", "url")
    assert source_of(of_html(page)) == ("BBC News", "markup")
    assert source_of(of_text(f"{BODY}\n\n\u00a9 2021 The Belmar Bugle. All rights reserved.")) == (
        "Belmar Bugle",
        "text",
    )


def test_less_trusted_answers_that_differ_are_candidates() -> None:
    cleaned = of_text(BODY, source="Reuters", url="https://www.dawn.com/a")
    assert [(row.column_name, row.value, row.basis) for row in cleaned.candidates] == [("source_id", "Dawn", "address")]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2021 The Associated Press. All rights reserved.",
        "A diplomat told Reuters that the plant would close.",
        "(Reporting by Ana Kor, Reuters)",
    ],
)
def test_a_credited_agency_is_not_the_source(line: str) -> None:
    assert source_of(of_text(f"{BODY}\n\n{line}")) == (None, None)


def test_a_source_row_is_a_function_of_its_id() -> None:
    first, second = of_text(BODY, source="the  Belmar Bugle"), of_text(BODY + " Again.", source="the Belmar Bugle")
    assert first.source == second.source
    by_alias, by_url = of_text(BODY, source="AFP"), of_text(BODY, url="https://www.afp.com/en/x")
    assert by_alias.source == by_url.source
    unknown = of_text(BODY, url="https://news.belmar.example/x").source
    assert unknown is not None
    assert (unknown.name, unknown.domain) == ("news.belmar.example", "news.belmar.example")


def test_a_platforms_address_is_no_source() -> None:
    assert source_of(of_text(BODY, url="https://www.facebook.com/a")) == (None, None)


def test_json_ld_gives_headline_authors_and_moment() -> None:
    data = {
        "@graph": [
            {"@type": "Person", "@id": "#1", "name": "Ana Kor"},
            {
                "@type": "NewsArticle", "headline": "Belmar closes coal plant &amp; mine",
                "author": [{"@id": "#1"}, {"name": "Paul Hay"}],
                "datePublished": "2021-04-14T01:40:00+02:00", "publisher": {"name": "Belmar Bugle"},
            },
        ]
    }  # fmt: skip
    article = of_html(html(f'<script type="application/ld+json">{json.dumps(data)}</script>')).article
    assert (article.headline, article.byline) == ("Belmar closes coal plant & mine", "Ana Kor, Paul Hay")
    assert (article.published_on, article.published_at) == (
        date(2021, 4, 14),
        datetime(2021, 4, 13, 23, 40, tzinfo=UTC),
    )
    assert {article.headline_basis, article.byline_basis, article.published_basis, article.source_basis} == {"markup"}


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[[[[",
        "null",
        "[1, 2]",
        '{"@graph": 3}',
        '{"@type": ["NewsArticle"], "author": {"@id": "#x"}}',
        "[" * 20_000,
    ],
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    assert of_html(html(f'<script type="application/ld+json">{broken}</script>')).article.byline is None


def test_the_printed_heading_is_in_the_text_and_a_title_only_in_the_markup_is_not() -> None:
    printed = of_html(html("<title>Plant to close | Dawn</title>", "<h1>Coal plant to close</h1>"))
    span = headline_span(printed.blocks)
    assert span is not None
    assert printed.article.text[span.start : span.end] == "Coal plant to close"
    hidden = of_html(html('<meta property="og:title" content="Nobody prints this title">'))
    assert hidden.article.headline == "Nobody prints this title"
    assert headline_span(hidden.blocks) is None
    assert "Nobody" not in hidden.article.text


def test_the_text_without_the_headline_begins_with_the_first_paragraph() -> None:
    cleaned = of_text(f"Coal plant of Belmar to close\n\nBy Ana Kor\n\n{BODY}\n\n{BODY.upper()}")
    assert cleaned.article.text.startswith("Coal plant")
    text, blocks = without_headline(cleaned.article.text, cleaned.blocks)
    assert text == f"{BODY}\n\n{BODY.upper()}"
    places = {(block.kind, block.start, block.end) for block in blocks if block.kind in ("headline", "body")}
    assert places == {("headline", None, None), ("body", 0, len(BODY)), ("body", len(BODY) + 2, len(text))}


def test_the_manifests_headline_and_byline_overrule_the_page() -> None:
    cleaned = of_text(f"Coal plant of Belmar to close\n\nBy Ana Kor\n\n{BODY}", headline="Another", byline="Paul Hay")
    assert (cleaned.article.headline, cleaned.article.headline_basis) == ("Another", "manifest")
    assert (cleaned.article.byline, cleaned.article.byline_basis) == ("Paul Hay", "manifest")
    assert ("byline", "Ana Kor") in [(row.column_name, row.value) for row in cleaned.candidates]


def test_a_publication_after_retrieval_is_refused_with_its_reason() -> None:
    retrieved = datetime(2021, 4, 14, tzinfo=UTC)
    page = html('<meta property="article:published_time" content="2031-01-02T10:00:00Z">')
    cleaned = of_html(page, retrieved=retrieved)
    assert cleaned.article.published_on is None
    assert [(row.value, row.basis) for row in cleaned.candidates if row.column_name == "published_on"] == [
        ("2031-01-02", "refused: after retrieval")
    ]


def test_the_day_of_the_view_is_not_the_publications() -> None:
    assert of_text(f"Friday, 9 February 2024\n\nCoal plant of Belmar to close\n\n{BODY}").article.published_on is None


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("BELMAR, March 3, 2023 (Coastline Press) —", date(2023, 3, 3)),
        ("BELMAR, 3 March 2023 -", date(2023, 3, 3)),
        ("Belmar, March 3, 2023 –", date(2023, 3, 3)),
        ("BELMAR, March 3, 2023 /Quaywire/ --", date(2023, 3, 3)),
        ("BELMAR, March 3 (Coastline Press) —", None),
    ],
)
def test_a_dateline_with_its_year_dates_an_article_that_nothing_else_dates(dateline: str, day: date | None) -> None:
    page = f"Coal plant of Belmar to close\n\n{dateline} {BODY}\n\n{BODY.upper()}"
    alone, told = of_text(page).article, of_text(page, published="2023-03-05").article
    assert (alone.published_on, alone.published_basis) == (day, "text" if day else None)
    assert [block.kind for block in of_text(page).blocks if block.kind == "dateline"] == ["dateline"]
    assert told.published_on == date(2023, 3, 5)


@pytest.mark.parametrize("line", ["Share on Facebook (1,245)", "Tweet 12", "Share this article 3k"])
def test_a_share_button_with_its_count_is_furniture(line: str) -> None:
    cleaned = of_text(f"Coal plant of Belmar to close\n\n{line}\n\n{BODY}")
    assert line not in cleaned.article.text


def test_rejected_documents_and_empty_ones_are_refused() -> None:
    rejected = Reading(document(None), Quarantined(document_id="d", reason="binary", detail="x"))
    with pytest.raises(RejectedInput, match="binary"):
        clean(rejected, "test")
    with pytest.raises(RejectedInput, match="no_text"):
        of_text("\u00a0\n")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Der Rat von Belmar stimmte am Dienstag f\u00fcr das Ende des letzten Kohlekraftwerks der Region.",
            "de",
        ),
        ("Belmar", None),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert of_text(text).article.language == language


def test_hostile_markup_is_text_and_nothing_more() -> None:
    words = "<a href='javascript:alert(1)'>link</a> &lt;script&gt;alert(2)&lt;/script&gt;"
    cleaned = of_html(html("", f"<p onclick=x()>A {words} stays words in the council of Belmar, they said.</p>"))
    assert "<script>alert(2)</script>" in cleaned.article.text
    assert "javascript" not in cleaned.article.text


def test_an_address_that_bears_the_outlets_name_is_no_contradiction() -> None:
    assert of_text(BODY, source="The Belmar Bugle", url="https://www.belmar-bugle.example/a").candidates == ()
    assert len(of_text(BODY, source="The Belmar Bugle", url="https://www.other.example/a").candidates) == 1


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Coal plant of Belmar to close | Reuters\n\n{BODY}", "Reuters"),
        (f"{BODY}\n\nPublished in Dawn, April 15th, 2021", "Dawn"),
        (f"{BODY}\n\nThe BBC is not responsible for the content of external sites.", "BBC News"),
        (f"{BODY}\n\nThe Belmar Bugle is the leading independent news website of the valley.", "Belmar Bugle"),
    ],
)
def test_what_the_page_says_of_its_outlet_is_the_source(text: str, outlet: str) -> None:
    assert source_of(of_text(text)) == (outlet, "text")
    assert outlet not in of_text(text).article.text
