from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from reporting_rows import PAGES, Page, a_fact, a_finding, a_judgement

from tasks.reporting import ReportContent, report
from tasks.reporting.content import EVIDENCE_SHOWN, FINDINGS_SHOWN
from tasks.tables.fragments import Fragment
from tasks.tables.quarantine import Quarantined


class Markup(HTMLParser):
    """Collects the tags of a page, the words inside <mark>, and all attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.marked: list[str] = []
        self._in_mark = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._in_mark = tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._in_mark = False

    def handle_data(self, data: str) -> None:
        if self._in_mark:
            self.marked.append(data)


def test_evidence_is_marked_with_the_exact_words(content: ReportContent) -> None:
    assert Markup(report(content)).marked[:2] == ["1,300", "1,100"]


def test_a_page_cites_headline_source_day_file_and_origin(content: ReportContent) -> None:
    page = report(content)
    for words in ("Bridge closed", "The Weir, 3 May 2021", "source unknown, 4 May 2021", "page-0.txt"):
        assert words in page
    assert "reported by Lowland Wire (credit line)" in page and "no value satisfies both" in page


def test_findings_carry_their_query_and_quarantine_its_reason(content: ReportContent) -> None:
    page = report(content)
    assert "SELECT article_id FROM articles WHERE source_id IS NULL" in page
    assert "zero bytes: nothing to read" in page and "<code>empty</code>" in page


def test_judgements_are_listed_those_that_do_not_apply_first(content: ReportContent) -> None:
    rows = [a_judgement(), a_judgement(judgement_id="j1", why="<b>seen</b>", problem="no article names “X”")]
    page = report(replace(content, judgements=rows))
    assert "<strong>1 no longer applies</strong>" in page
    assert "Ada Finch, 6 May 2021: &lt;b&gt;seen&lt;/b&gt;" in page
    assert page.index("no article names “X”") < page.index("the second counts the ferry too")
    assert "Nobody ruled anything" in report(content)


def test_markup_in_an_article_stays_text(content_of: Callable[..., ReportContent]) -> None:
    hostile = Page(
        text='It said <script>alert("x")</script> and <img src=x onerror=alert(1)> 12 times.',
        number="12",
        value=12.0,
        headline='"><script>alert(2)</script><a href="javascript:alert(3)">',
        url='https://one.example/" onmouseover="alert(4)',
    )
    markup, plain = Markup(report(content_of(hostile))), Markup(report(content_of(PAGES[0])))
    assert markup.tags.count("script") == plain.tags.count("script") == 1
    assert "img" not in markup.tags
    assert not [name for name, _ in markup.attributes if name.startswith("on")]


def test_an_address_that_is_not_of_the_web_is_no_link(content_of: Callable[..., ReportContent]) -> None:
    page = report(content_of(replace(PAGES[0], url="javascript:alert(1)")))
    assert "javascript:" not in page


def test_a_page_points_at_nothing_that_it_would_load(content: ReportContent) -> None:
    markup = Markup(report(content))
    assert not {"link", "img", "iframe", "object", "embed", "base", "form"} & set(markup.tags)
    assert not [name for name, _ in markup.attributes if name in ("src", "style", "srcset")]
    assert ("referrer" in dict(markup.attributes).values()) or ("name", "referrer") in markup.attributes


def test_what_is_not_shown_is_counted(content: ReportContent) -> None:
    facts = [*content.facts, *(a_fact(f"g{i}") for i in range(30))]
    page = report(replace(content, facts=facts))
    assert "30 more:" in page and "FROM facts WHERE verdict = 'conflicting'" in page


def test_long_lists_are_cut_and_say_so(content: ReportContent) -> None:
    findings = [a_finding(i) for i in range(FINDINGS_SHOWN + 5)]
    quarantine = [Quarantined(document_id=f"x{i}", reason="empty", detail="nothing") for i in range(FINDINGS_SHOWN + 3)]
    evidence = [replace(content.evidence[0], claim_id="q0") for _ in range(EVIDENCE_SHOWN + 4)]
    page = report(replace(content, findings=findings, quarantine=quarantine, evidence=evidence))
    assert "5 more: run the query below" in page and "3 more:" in page and "4 more:" in page


def test_an_empty_lake_has_a_page_that_says_what_to_do() -> None:
    page = report(ReportContent())
    assert "There are no facts yet" in page and "Every document became an article." in page


def test_the_pieces_of_an_interrupted_claim_are_marked_apart(content: ReportContent) -> None:
    text = content.articles[0].text
    fragments = [
        Fragment(
            claim_id="q0",
            position=i,
            article_id="a0",
            text=words,
            start=text.index(words),
            end=text.index(words) + len(words),
            raw_start=0,
            raw_end=0,
        )
        for i, words in enumerate(("closed", "Monday"))
    ]
    assert Markup(report(replace(content, fragments=fragments))).marked[1:3] == ["closed", "Monday"]


def test_the_same_rows_in_another_order_give_the_same_page(content: ReportContent) -> None:
    turned = replace(
        content,
        evidence=list(reversed(content.evidence)),
        claims=list(reversed(content.claims)),
        articles=list(reversed(content.articles)),
    )
    assert report(turned) == report(content)


def test_a_lone_surrogate_does_not_break_the_page(content_of: Callable[..., ReportContent]) -> None:
    page = report(content_of(replace(PAGES[0], headline="odd \ud800 headline")))
    assert "odd � headline" in page and page.encode()


def test_a_value_that_the_label_says_is_not_said_twice(content: ReportContent) -> None:
    told = replace(content, facts=[a_fact(label="lorries a day: 1,100")])
    assert '<p class="value">' in report(content) and '<p class="value">' not in report(told)


def test_how_a_quotation_differs_is_marked_up(content: ReportContent) -> None:
    varied = [replace(row, variant="safe {+and <b>sound</b>+}") for row in content.evidence]
    assert "<ins>and &lt;b&gt;sound&lt;/b&gt;</ins>" in report(replace(content, evidence=varied))


def test_a_finding_about_a_fact_links_to_it(content: ReportContent) -> None:
    about = replace(a_finding(), table_name="facts", row_id="f0", article_id=None)
    assert '<a href="#fact-f0">' in report(replace(content, findings=[about]))
