"""Nothing is lost: whatever lies in the raw folder ends as an article, a copy, or a quarantine row with a reason."""

import json
from pathlib import Path

import pytest
from newsrooms import EAST, NORTH, Newsroom

LINES = [
    json.dumps({"id": "good", "text": EAST, "published": "2022-03-02"}),
    '{"id": "broken", "text": ',
    json.dumps({"id": "both", "text": EAST, "html": "<p>x</p>"}),
]
BYTES = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "nul.txt": b"\0" * 4096,
    "binary.txt": bytes(range(256)) * 16,
    "latin.txt": NORTH.replace("Oslo", "Tromsø").encode("latin-1"),
    "torn.txt": NORTH.encode() + b"\xe2\x82",
    "long.txt": b"a" * 50_000_000,
    "no_text.html": b"<html><head><title>x</title></head><body><script>x()</script></body></html>",
    "lines.jsonl": "\n".join(LINES).encode(),
    "paper.docx": b"PK\x03\x04",
    "copy_a.txt": EAST.encode(),
    "copy_b.txt": EAST.encode(),
}


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory, prefect: str) -> Newsroom:
    folder = tmp_path_factory.mktemp("zoo")
    room = Newsroom(folder, folder / "raw")
    for name, data in BYTES.items():
        room.write(name, data)
    (room.raw / "folder.txt").mkdir()
    (room.raw / "loop.txt").symlink_to("loop.txt")
    (room.raw / "circle").symlink_to(room.raw)
    (room.raw / "outside.txt").symlink_to(Path("/etc/hostname"))
    room.run()
    return room


def test_every_input_is_an_article_a_copy_or_in_quarantine(zoo: Newsroom) -> None:
    rows = zoo.rows(
        "SELECT path, articles.copy_of IS NOT NULL AS copied, article_id IS NOT NULL AS kept, reason "
        "FROM documents LEFT JOIN articles USING (document_id) LEFT JOIN quarantine USING (document_id)"
    )
    assert all(row["kept"] != (row["reason"] is not None) for row in rows)
    kept = {str(row["path"]) for row in rows if row["kept"]}
    assert {"latin.txt", "copy_a.txt", "copy_b.txt", "lines.jsonl#good"} <= kept
    assert [row["copied"] for row in rows if row["path"] in ("copy_a.txt", "copy_b.txt", "lines.jsonl#good")].count(
        True
    ) == 2


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        ("empty.txt", {"empty"}),
        ("blank.txt", {"empty"}),
        ("nul.txt", {"empty", "binary"}),
        ("binary.txt", {"binary", "undecodable"}),
        ("long.txt", {"too_large"}),
        ("no_text.html", {"no_text", "empty"}),
        ("paper.docx", {"unknown_format"}),
        ("folder.txt", {"unreadable"}),
        ("loop.txt", {"unreadable"}),
        ("outside.txt", {"unreadable"}),
        ("lines.jsonl#L2", {"malformed"}),
        ("lines.jsonl#both", {"malformed"}),
    ],
)
def test_a_refusal_has_its_reason(zoo: Newsroom, name: str, reasons: set[str]) -> None:
    (row,) = zoo.rows(f"SELECT reason, detail FROM quarantine JOIN documents USING (document_id) WHERE path = '{name}'")
    assert row["reason"] in reasons
    assert str(row["detail"]).strip() and "\n" not in str(row["detail"])


def test_a_second_run_changes_nothing(zoo: Newsroom) -> None:
    before = zoo.content()
    assert zoo.run().snapshots == ()
    assert zoo.content() == before
