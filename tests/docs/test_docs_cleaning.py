"""The worked examples of docs/cleaning.md work, written as they are there."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tasks.cleaning import rules
from tasks.cleaning.page_text import read_page
from tasks.reading import folder
from tasks.reference import outlets

PAGE = (Path(__file__).parents[2] / "docs" / "cleaning.md").read_text(encoding="utf-8")
BODY = "The ferry to the outer islands will sail again on Monday, the harbour master of Harborlight said."


def example(section: str, language: str) -> str:
    text = PAGE.partition(f"## {section}\n")[2].partition("\n## ")[0]
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)[0]


def module(section: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(example(section, "python"), names)
    return names


def test_the_outlet_is_an_entry_of_the_registry() -> None:
    (entry,) = tomllib.loads(example("Add an outlet", "toml"))["outlets"]
    outlet = outlets._outlet(entry)
    assert (outlet.key, outlet.kind, outlet.owner) == ("harborlight-gazette.example", "newspaper", None)


def test_the_rule_removes_its_lines_and_no_body(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"Ferry to sail again on Monday\n03:12 Play · Download\n{BODY}\nPlay on the ferry, he said, will be free."
    assert 1 not in {index for index, label in read_page(page, None, None).labels.items() if label.reason == "player"}
    monkeypatch.setattr(rules, "BY_WORDS", (*rules.BY_WORDS, module("Add a block rule")["label"]))
    labels = read_page(page, None, None).labels
    assert {index for index, label in labels.items() if label.reason == "player"} == {1}
    assert {2, 3}.isdisjoint(labels)


@pytest.mark.parametrize(("content", "reason"), [(BODY, None), ("", "empty"), ("a\0b", "binary")])
def test_the_reader_reads_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, reason: str | None
) -> None:
    (tmp_path / "ferry.md").write_text(content, encoding="utf-8")
    (before,) = folder.read_folder(tmp_path)
    assert before.rejection is not None and before.rejection.reason == "unknown_format"
    monkeypatch.setattr(folder, "FORMATS", (*folder.FORMATS, module("Add a reader")["MARKDOWN"]))
    (reading,) = folder.read_folder(tmp_path)
    assert (reading.rejection and reading.rejection.reason) == reason
    assert reading.document.text == (content if reason is None else None)


def test_every_path_on_the_page_exists() -> None:
    written = {"tasks/cleaning/rules/player.py", "tasks/reading/markdown.py"}
    paths = set(re.findall(r"`((?:tasks|tests)/[\w./-]+)`", PAGE)) - written
    assert len(paths) > 10
    assert [path for path in sorted(paths) if not (Path(__file__).parents[2] / path).exists()] == []
