"""JSONL: one document a line, broken lines too."""

import json
from pathlib import Path

import pytest

from tasks.errors import UsageError
from tasks.reading import Reading, ReadLimits, read_folder, read_one

PAGE = "The harbour master closed the quay on Monday."


def read(raw: Path, *lines: str | bytes) -> list[Reading]:
    data = b"".join(line.encode() + b"\n" if isinstance(line, str) else line + b"\n" for line in lines)
    (raw / "wire.jsonl").write_bytes(data)
    return list(read_folder(raw))


def line(**fields: object) -> str:
    return json.dumps({"text": PAGE, **fields})


def test_each_line_is_a_document_with_its_own_fields(tmp_path: Path) -> None:
    first, second = read(tmp_path, line(id="a", source="The Quay", other=1), "", line(id=7, published="2024-05-01"))
    assert (first.document.path, first.document.external_id, first.document.text) == ("wire.jsonl#a", "a", PAGE)
    assert json.loads(first.document.metadata) == {"source": "The Quay"}
    assert (second.document.path, second.document.metadata) == ("wire.jsonl#7", '{"published":"2024-05-01"}')


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('{"id": "x", "text": ', "malformed"),
        ("[1, 2]", "malformed"),
        ("null", "malformed"),
        ("[" * 100_000, "malformed"),
        (b'{"text": "\xff"}', "malformed"),
        (line(text=3), "malformed"),
        (line(id=["x"]), "malformed"),
        (line(source={"name": "X"}), "malformed"),
        (line(published="last week"), "malformed"),
        (line(html="<p>both</p>"), "malformed"),
        ('{"id": "x"}', "malformed"),
        ('{"text": "half \\ud800 a character"}', "malformed"),
        ('{"text": "nul \\u0000"}', "binary"),
        (line(text="  "), "empty"),
        ('{"html": "<script>1</script><i></i>"}', "no_text"),
    ],
)
def test_a_broken_line_is_a_quarantined_document_and_the_others_are_read(
    tmp_path: Path, broken: str | bytes, reason: str
) -> None:
    bad, good = read(tmp_path, broken, line(id="good"))
    assert bad.rejection and bad.rejection.reason == reason
    assert "line 1" in bad.rejection.detail or reason == "no_text"
    assert bad.document.text is None
    assert good.rejection is None


def test_lines_without_an_id_or_with_one_already_taken_are_named_by_number(tmp_path: Path) -> None:
    paths = [
        reading.document.path for reading in read(tmp_path, line(), line(id="a"), line(id="a", x=1), line(id="L1", y=1))
    ]
    assert paths == ["wire.jsonl#L1", "wire.jsonl#a", "wire.jsonl#L3", "wire.jsonl#L4"]


def test_any_document_can_be_read_again_by_its_path(tmp_path: Path) -> None:
    lines = [
        line(),
        line(id="a"),
        line(id="a", x=1),
        line(id="L1"),
        "{broken",
        line(id="b#c"),
        line(id="\u00e9", html=None),
    ]
    readings = read(tmp_path, *lines)
    assert [read_one(tmp_path, reading.document.path) for reading in readings] == readings
    with pytest.raises(UsageError, match="no line"):
        read_one(tmp_path, "wire.jsonl#gone")


def test_a_manifest_line_for_the_file_holds_for_each_of_its_lines_unless_they_say_otherwise(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file,source,licence\nwire.jsonl,Wire,CC0\n")
    first, second = read(tmp_path, line(id="a"), line(id="b", source="Other"))
    assert json.loads(first.document.metadata) == {"licence": "CC0", "source": "Wire"}
    assert json.loads(second.document.metadata) == {"licence": "CC0", "source": "Other"}


def test_a_line_over_the_limit_is_hashed_and_the_next_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReadLimits, "LINE_BYTES", 200)
    monkeypatch.setattr(ReadLimits, "CHUNK_BYTES", 64)
    large, small = read(tmp_path, line(id="large", text="x" * 1000), line(id="small"))
    assert large.rejection and large.rejection.reason == "too_large"
    assert small.document.path == "wire.jsonl#small"
    assert read_one(tmp_path, large.document.path) == large


def test_html_lines_are_pages(tmp_path: Path) -> None:
    (reading,) = read(tmp_path, json.dumps({"id": "a", "html": f"<p>{PAGE}</p>"}))
    assert (reading.document.text, reading.markup) == (PAGE, f"<p>{PAGE}</p>")


def test_a_file_without_lines_is_one_empty_document(tmp_path: Path) -> None:
    (reading,) = read(tmp_path, "", "  ")
    assert reading.rejection and reading.rejection.reason == "empty"
    assert reading.document.path == "wire.jsonl"
