"""manifest.csv: one clear line for whatever is wrong with it."""

import json
import os
from pathlib import Path

import pytest

from tasks.errors import UsageError
from tasks.reading import read_folder, read_one


def folder(tmp_path: Path, manifest: str, *names: str) -> Path:
    for name in names or ("a.txt",):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("The quay was closed.")
    (tmp_path / "manifest.csv").write_bytes(manifest.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("file,outlet\na.txt,X\n", "unknown column 'outlet'"),
        ("source\nX\n", "'file'"),
        ("", "'file'"),
        ("file,file\na.txt,a.txt\n", "each column once"),
        ("file\nb.txt\n", "line 2: there is no file 'b.txt'"),
        ("file\na.txt\na.txt\n", "line 3: 'a.txt' already has a line"),
        ("file\n../a.txt\n", "not in the manifest's folder"),
        ("file\n/etc/passwd\n", "not in the manifest's folder"),
        ("file,source\n,X\n", "'file' is blank"),
        ("file,source\na.txt\n", "not as many cells"),
        ("file,source\na.txt,X,Y\n", "not as many cells"),
        ('file,source\na.txt,"X\n', "line"),
        ("file,published\na.txt,14 April\n", "line 2: published is '14 April'"),
        ("file,published\na.txt,2021-04-14T10:00\n", "published"),
        ("file,published\na.txt,2021-02-30\n", "published"),
        ("file,retrieved\na.txt,yesterday\n", "line 2: retrieved"),
    ],
)
def test_a_wrong_manifest_is_refused_in_one_line(tmp_path: Path, manifest: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        read_folder(folder(tmp_path, manifest))
    assert message in str(error.value)
    assert str(error.value).startswith("manifest.csv")
    assert "\n" not in str(error.value)


def test_a_manifest_that_is_no_text_is_refused(tmp_path: Path) -> None:
    folder(tmp_path, "")
    (tmp_path / "manifest.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        read_folder(tmp_path)


def test_a_pipe_in_place_of_a_manifest_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "manifest.csv")
    with pytest.raises(UsageError, match=r"manifest\.csv: not a regular file"):
        read_folder(tmp_path)


def test_a_manifest_is_no_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").symlink_to("/dev/zero")
    with pytest.raises(UsageError, match=r"manifest\.csv: a link that leaves the raw folder"):
        read_folder(tmp_path)


def test_blank_cells_say_nothing_and_a_byte_order_mark_is_no_column(tmp_path: Path) -> None:
    (reading,) = read_folder(folder(tmp_path, "\ufefffile,source,published\na.txt, ,2021-04-14T01:40Z\n"))
    assert json.loads(reading.document.metadata) == {"published": "2021-04-14T01:40Z"}


def test_a_manifest_in_a_subfolder_speaks_of_its_folder(tmp_path: Path) -> None:
    raw = folder(tmp_path, "file,source\nsub/b.txt,Above\n", "a.txt", "sub/b.txt", "sub/c.txt")
    (raw / "sub" / "manifest.csv").write_text("file,source\nc.txt,Below\n")
    found = {reading.document.path: json.loads(reading.document.metadata) for reading in read_folder(raw)}
    assert found == {"a.txt": {}, "sub/b.txt": {"source": "Above"}, "sub/c.txt": {"source": "Below"}}
    assert json.loads(read_one(raw, "sub/c.txt").document.metadata) == {"source": "Below"}


def test_two_manifests_may_not_both_speak_of_a_file(tmp_path: Path) -> None:
    raw = folder(tmp_path, "file\nsub/b.txt\n", "sub/b.txt")
    (raw / "sub" / "manifest.csv").write_text("file\nb.txt\n")
    with pytest.raises(UsageError, match="already has a line"):
        read_folder(raw)


def test_a_changed_line_changes_the_document_and_not_its_id(tmp_path: Path) -> None:
    (before,) = read_folder(folder(tmp_path, "file,source\na.txt,X\n"))
    (after,) = read_folder(folder(tmp_path, "file,source\na.txt,Y\n"))
    assert before.document != after.document
    assert before.document.document_id == after.document.document_id
