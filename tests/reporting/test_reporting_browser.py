"""The page in a real browser: nothing of an article runs, nothing is requested, the filter works."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab
from reporting_rows import Page

from tasks.reporting import ReportContent, report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: install the chromium package")

HOSTILE = Page(
    text="Lead. </script><script>document.title='owned'</script><img src=https://evil.example/x onerror="
    "\"document.title='owned'\"> <style>*{display:none}</style> ' onfocus='x 12 \" autofocus. End.",
    number="12",
    value=12.0,
    headline="'\"><svg onload=\"document.title='owned'\"><a href=\"javascript:document.title='owned'\">x",
    url="javascript:document.title='owned'",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[ReportContent], tuple[Tab, list[str], list[str]]]]:
    """Opens a report from a file; gives the tab, the addresses requested, and what the console said."""
    tab = browser.new_page()

    def open_report(content: ReportContent) -> tuple[Tab, list[str], list[str]]:
        path = tmp_path / "report.html"
        path.write_text(report(content), encoding="utf-8")
        requests: list[str] = []
        said: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(path.as_uri())
        return tab, [url for url in requests if url != path.as_uri()], said

    yield open_report
    tab.close()


def test_a_hostile_article_runs_nothing_and_shows_as_text(opened, content_of) -> None:
    tab, requests, said = opened(content_of(HOSTILE))
    assert tab.title().startswith("Crosswire") and requests == [] and said == []
    assert "</script><script>document.title='owned'" in tab.inner_text(".fact blockquote")
    assert tab.locator("a[href^=javascript], svg, img").count() == 0
    assert tab.locator(".fact mark").all_inner_texts() == ["12"]


def test_the_policy_stops_a_script_that_gets_in(opened, content: ReportContent) -> None:
    tab, _, said = opened(content)
    tab.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title=1\">')")
    tab.evaluate(
        "const s = document.createElement('script'); s.textContent = 'document.title = 1'; document.body.append(s)"
    )
    assert tab.title().startswith("Crosswire")
    assert any("Content Security Policy" in line for line in said)


def test_words_and_kinds_filter_the_facts(opened, content: ReportContent) -> None:
    tab, _, _ = opened(content)
    tab.fill("#find", "lowland WIRE")
    assert tab.locator(".fact:visible").count() == 1
    assert tab.inner_text("#found") == "1 of 1 facts on this page"
    tab.fill("#find", "nowhere")
    assert tab.locator(".fact:visible").count() == 0
    tab.fill("#find", "")
    tab.select_option("#kind", "statement")
    assert tab.locator(".fact:visible").count() == 0


def test_a_link_to_a_single_fact_opens_its_section(opened, content: ReportContent) -> None:
    single = replace(content, facts=[replace(content.facts[0], verdict="single")])
    tab, _, _ = opened(single)
    assert tab.locator("#fact-f0").is_hidden()
    tab.evaluate("location.hash = 'fact-f0'")
    tab.wait_for_selector("#fact-f0", state="visible")


def test_every_table_has_headers_and_headings_do_not_skip(opened, content: ReportContent) -> None:
    tab, _, _ = opened(content)
    assert tab.evaluate("[...document.querySelectorAll('table')].every(t => t.querySelector('th[scope]'))")
    levels = tab.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1 and all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_the_contrast_that_wcag_asks_for(browser: Browser, tmp_path: Path, content, scheme) -> None:
    path = tmp_path / "report.html"
    path.write_text(report(content), encoding="utf-8")
    tab = browser.new_page(color_scheme=scheme)
    tab.goto(path.as_uri())
    ratios = tab.evaluate(_CONTRASTS)
    tab.close()
    assert len(ratios) > 30 and min(ratios) >= 4.5  # WCAG 2.2, success criterion 1.4.3


_CONTRASTS = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    const colour = rgb(getComputedStyle(node).backgroundColor);
    return colour.length === 4 && colour[3] === 0 && node.parentElement ? ground(node.parentElement) : colour;
  };
  const texts = [...document.querySelectorAll("header *, main *")]
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()));
  return texts.map((node) => {
    const pair = [light(rgb(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
  });
}"""
