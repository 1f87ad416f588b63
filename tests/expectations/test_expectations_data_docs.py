import re
from pathlib import Path

import pytest
from audit_results import SUITES, Audit, Result, all_results, failed

from expectations.judge import judge

HOSTILE = "<script>alert(1)</script> <img src=x onerror=alert(2)> $sql $$ ${value} {{ 7 * 7 }} ' \" &amp;"


def pages(folder: Path, *given: Result, run_id: str = "run 1") -> dict[str, str]:
    judge(all_results(*given), folder, run_id, SUITES)
    return {str(page.relative_to(folder)): page.read_text() for page in folder.rglob("*.html")}


def page_of(found: dict[str, str], start: str) -> str:
    (text,) = (text for name, text in found.items() if name.startswith(start))
    return text


def test_docs_say_what_is_expected_how_many_fail_and_which(tmp_path: Path) -> None:
    rows = [("a1", "a1", "no candidate (a1.txt)"), ("a2", "a2", "2 candidates: A; B (a2.txt)")]
    text = page_of(pages(tmp_path, failed(Audit(severity="warning"), *rows)), "validations/articles/run 1/")
    for words in (
        "Each article has a source (warning: has_source)",
        "2 rows fail",
        "0 rows fail",
        "2 candidates: A; B (a2.txt)",
        "SELECT article_id FROM articles WHERE source_id IS NULL",
    ):
        assert words in text


@pytest.mark.parametrize("where", ["row_id", "article_id", "observed", "sql", "expectation"])
def test_hostile_text_is_shown_and_not_executed(tmp_path: Path, where: str) -> None:
    row = {"row_id": "a1", "article_id": "a1", "observed": "none"} | {where: HOSTILE}
    audit = Audit(expectation=HOSTILE if where == "expectation" else "Sentence")
    result = failed(audit, (row["row_id"], row["article_id"], row["observed"]))
    if where == "sql":
        result = Result(audit, 1, result.rows, sql=HOSTILE)
    text = "".join(pages(tmp_path, result).values())
    assert "<script" not in text
    assert "<img" not in text
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(2)&gt; $sql $$ ${value} {{ 7 * 7 }}" in text
    )


def test_a_page_holds_no_control_character_and_no_override_of_direction(tmp_path: Path) -> None:
    result = failed(Audit(), ("a\x1b1", "a1", "say \x1b]0;owned\x07 \u202eodd \x9b2J"))
    assert not set("\x1b\x07\x9b\u202e") & set("".join(pages(tmp_path, result).values()))


def test_pages_need_no_network_and_no_script(tmp_path: Path) -> None:
    for name, text in pages(tmp_path, failed(Audit(), ("a1", "a1", "none"))).items():
        assert not re.search(r"https?://|<script|<link|@import", text), name


def test_links_between_the_pages_lead_somewhere(tmp_path: Path) -> None:
    for name, text in pages(tmp_path / "docs", failed(Audit(), ("a1", "a1", "none"))).items():
        for address in re.findall(r'href="([^"#]+)"', text):
            target = (tmp_path / "docs" / name).parent / address.replace("%20", " ").partition("?")[0]
            assert target.exists(), (name, address)


def test_docs_of_the_last_run_replace_those_before(tmp_path: Path) -> None:
    before = pages(tmp_path, failed(Audit(), ("a1", "a1", "none")))
    after = pages(tmp_path, run_id="run 2")
    assert len(before) == len(after)
    assert not any("run 1" in name or "run 1" in text for name, text in after.items())
