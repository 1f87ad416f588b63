"""Every input becomes a document, whatever is wrong with it (law 3)."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from tasks.errors import UsageError
from tasks.reading import Reading, ReadLimits, read_folder, read_one
from tasks.reading.files import locator_of, path_of

PAGE = "The harbour master closed the quay on Monday, officials said."


def by_path(raw: Path) -> dict[str, Reading]:
    return {reading.document.path: reading for reading in read_folder(raw)}


def only(raw: Path) -> Reading:
    (reading,) = read_folder(raw)
    return reading


def reason(reading: Reading) -> str | None:
    return reading.rejection.reason if reading.rejection else None


def test_a_text_file_keeps_its_newlines_so_that_offsets_are_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\ntwo\rthree\n")
    document = only(tmp_path).document
    with (tmp_path / "a.txt").open(newline="", encoding="utf-8") as file:
        assert document.text == file.read()
    assert (document.encoding, document.media_type, document.external_id) == ("utf-8", "text/plain", "a.txt")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b" \n\t\r\n ", "empty"),
        ("\u200b\ufeff\n".encode(), "empty"),
        (b"\0" * 100, "binary"),
        (b"text with a \0 inside", "binary"),
        (b"\x01\x02\x03\x04 ab", "binary"),
        ("The caf\u00e9 and the na\u00efve \u2014 ".encode() + b"\xff\xfe broken", "undecodable"),
        (b"\xff\xfe\x00\xd8", "undecodable"),
    ],
)
def test_what_is_no_text_is_quarantined_with_its_reason(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    reading = only(tmp_path)
    assert reason(reading) == expected
    assert reading.document.text is None
    assert reading.rejection and reading.rejection.document_id == reading.document.document_id


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (
            "The mayor\u2019s \u201cplan\u201d for the caf\u00e9 cost \u20ac40 million, she said on Monday.",
            "cp1252",
            "cp1252",
        ),
        ("Harbour closed.", "utf-16", "utf-16"),
        ("Harbour closed.", "utf-8-sig", "utf-8-sig"),
        (PAGE, "utf-32", "utf-32"),
    ],
)
def test_other_encodings_are_decoded_and_named(tmp_path: Path, text: str, encoding: str, expected: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    document = only(tmp_path).document
    assert (document.text, document.encoding) == (text, expected)


def test_a_50_megabyte_line_is_hashed_and_not_kept(tmp_path: Path) -> None:
    digest = hashlib.sha256()
    with (tmp_path / "a.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"x" * 1_000_000)
            digest.update(b"x" * 1_000_000)
    reading = only(tmp_path)
    assert reason(reading) == "too_large"
    assert (reading.document.text, reading.document.sha256) == (None, digest.hexdigest())


def test_too_many_characters_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReadLimits, "TEXT_CHARACTERS", 20)
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.html").write_text(f"<p>{PAGE}</p>")
    assert {reason(reading) for reading in read_folder(tmp_path)} == {"too_large"}


def test_html_shows_its_text_and_hides_scripts_styles_and_templates(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<title>t</title><style>p{}</style><script>alert(1)</script><template>no</template><!-- no -->"
        f"<h1>Quay</h1><p>{PAGE}<br>Second <b>line</b>."
    )
    reading = only(tmp_path)
    assert reading.document.text == f"Quay\n\n{PAGE}\nSecond line."
    assert reading.markup is not None


@pytest.mark.parametrize(
    "content", ["<html><body></body></html>", "<script>var a = 1;</script>", "<p>&nbsp;</p>", "<!-- hidden -->"]
)
def test_html_without_text_is_quarantined(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.html").write_text(content)
    reading = only(tmp_path)
    assert reason(reading) == "no_text"


def test_html_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-1"><p>Z\u00fcrich \u201copened\u201d the quay</p>'
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    document = only(tmp_path).document
    assert (document.encoding, document.text) == ("cp1252", "Z\u00fcrich \u201copened\u201d the quay")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "deep",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
        "<p " + "a=1 " * 50_000 + ">x",
    ],
)
def test_hostile_html_ends_as_a_document(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    assert only(tmp_path).document.path == "a.html"


def test_unknown_extensions_are_quarantined(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK")
    (tmp_path / "plain").write_text(PAGE)
    assert [reason(reading) for reading in read_folder(tmp_path)] == ["unknown_format", "unknown_format"]


def test_a_folder_named_like_a_file_is_a_document_beside_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "in.txt").write_text(PAGE)
    found = by_path(tmp_path)
    assert reason(found["x.txt"]) == "unreadable"
    assert found["x.txt/in.txt"].document.text == PAGE


def test_links_are_followed_only_to_files_of_the_folder(tmp_path: Path) -> None:
    raw, outside = tmp_path / "raw", tmp_path / "secret.txt"
    raw.mkdir()
    outside.write_text("secret words")
    (raw / "a.txt").write_text(PAGE)
    (raw / "again.txt").symlink_to("a.txt")
    (raw / "dangling.txt").symlink_to("nowhere.txt")
    (raw / "leaves.txt").symlink_to(outside)
    (raw / "loop.txt").symlink_to("loop.txt")
    (raw / "round").symlink_to(".")
    found = by_path(raw)
    refused = {path: reason(reading) for path, reading in found.items() if reading.rejection}
    assert refused == dict.fromkeys(["dangling.txt", "leaves.txt", "loop.txt", "round"], "unreadable")
    assert found["again.txt"].document.text == PAGE
    assert "secret" not in str(found)


def test_a_pipe_does_not_block_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(only(tmp_path)) == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_quarantined(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "a.txt").chmod(0)
    assert reason(only(tmp_path)) == "unreadable"


def test_names_that_are_no_text_have_a_locator_that_finds_them_again(tmp_path: Path) -> None:
    names = [b"new\nline.txt", b"caf\xe9.txt", b"back\\slash.txt", b"caf\xc3\xa9.txt", b"hash#1.txt"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text(PAGE + repr(name))
    found = by_path(tmp_path)
    assert sorted(found) == ["back\\\\slash.txt", "caf\\xe9.txt", "caf\u00e9.txt", "hash#1.txt", "new\\x0aline.txt"]
    assert all(path_of(locator_of(os.fsdecode(name))) == os.fsdecode(name) for name in names)
    assert all(read_one(tmp_path, path) == reading for path, reading in found.items())


def test_hidden_files_and_manifests_are_no_documents_and_folders_are_walked(tmp_path: Path) -> None:
    for path in (".hidden.txt", ".git/a.txt", "b/c/d.txt", "a.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(PAGE)
    (tmp_path / "manifest.csv").write_text("file\na.txt\n")
    assert list(by_path(tmp_path)) == ["a.txt", "b/c/d.txt"]


def test_documents_come_in_order_of_locator_and_have_ids_of_bytes_and_place(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a-b.txt", "a/z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    readings = list(read_folder(tmp_path))
    assert [reading.document.path for reading in readings] == sorted(["b.txt", "a.txt", "a-b.txt", "a/z.txt"])
    assert len({reading.document.document_id for reading in readings}) == 4
    assert len({reading.document.sha256 for reading in readings}) == 1


def test_a_folder_that_is_not_there_is_a_usage_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="no document"):
        read_one(tmp_path, "a.txt")


def test_metadata_is_the_manifests_line_as_canonical_json(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "manifest.csv").write_text(
        "url,file,source,retrieved\nhttps://a.example/x,a.txt,The Quay,2024-05-01T10:00+02:00\n"
    )
    document = only(tmp_path).document
    assert list(json.loads(document.metadata)) == ["retrieved", "source", "url"]
    assert document.url == "https://a.example/x"
    assert document.retrieved_at and document.retrieved_at.isoformat() == "2024-05-01T08:00:00+00:00"


def test_a_page_that_shows_too_much_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body>" + "<p>word" * 600_000, encoding="utf-8")
    (reading,) = read_folder(tmp_path)
    assert reading.rejection is not None and reading.rejection.reason == "too_large"
    assert reading.document.text is None
