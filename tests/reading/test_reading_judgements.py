"""Judgements in CSV: one clear line for whatever is wrong with them."""

from pathlib import Path

import pytest

from tasks.errors import UsageError
from tasks.reading.judgements import COLUMNS, read_judgements

HEAD = ",".join(COLUMNS)
GOOD = "reject,c1,,900 dead,Ada Finch,2031-03-09,the mayor took it back"


def folder(tmp_path: Path, text: str, name: str = "desk.csv") -> Path:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_judgements_are_read_from_every_csv_file_whatever_the_order_of_columns(tmp_path: Path) -> None:
    folder(tmp_path, f"\ufeff{HEAD}\r\n{GOOD}\r\n,,,,,,\r\n")
    folder(
        tmp_path,
        "why,kind,left,right,judged_on,who,expect\n"
        '"one man, two names",same_entity,A. Finch,Ada  Finch,2031-03-09,Bo,\n',
        "people/names.CSV",
    )
    folder(tmp_path, "not a judgement", "README.md")
    rows = {row.kind: row for row in read_judgements(tmp_path)}
    assert (rows["reject"].left_side, rows["reject"].right_side, rows["reject"].expect) == ("c1", None, "900 dead")
    names = rows["same_entity"]
    assert (names.right_side, names.why, names.file) == ("Ada Finch", "one man, two names", "people/names.CSV")
    assert [row.judgement_id for row in read_judgements(tmp_path)] == sorted(row.judgement_id for row in rows.values())


def test_no_folder_and_a_file_without_lines_are_no_judgements(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "absent") == read_judgements(folder(tmp_path, HEAD)) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the first line must be kind,left"),
        ("kind;left;right", "unknown column 'kind;left;right'"),
        (HEAD.replace(",why", ""), "the first line must be"),
        (f"{HEAD},why", "the first line must be"),
        (f"{HEAD}\nreject,c1", "line 2: not as many cells"),
        (f"{HEAD}\n{GOOD},and more", "line 2: not as many cells"),
        (f'{HEAD}\nreject,"c1', "after line 1: unexpected end of data"),
        (f"{HEAD}\n{GOOD.replace('reject', 'refuse')}", "kind is 'refuse'; write one of same_entity"),
        (f"{HEAD}\n{GOOD.replace('c1', '')}", "left is blank"),
        (f"{HEAD}\n{GOOD.replace('Ada Finch', ' ')}", "who is blank; reject needs it: your name"),
        (f"{HEAD}\n{GOOD.replace('900 dead', '')}", "expect is blank"),
        (f"{HEAD}\n{GOOD.replace('2031-03-09', '9 March')}", "judged_on is '9 March'; write a day"),
        (f"{HEAD}\n{GOOD.replace('c1,', 'c1,c2')}", "reject is about one claim"),
        (f"{HEAD}\ncomparable,c1,,900,A,2031-03-09,x", "right is blank; comparable needs it"),
        (f"{HEAD}\nsame_entity,Bo,Bo,,A,2031-03-09,x", "left and right are the same"),
        (f"{HEAD}\n{GOOD}\n{GOOD}", "line 3: the same is ruled in"),
        (f"{HEAD}\nsame_entity,A,B,,A,2031-03-09,x\nsame_entity,B,A,,A,2031-03-09,x", "keep one of the two"),
        (f"{HEAD}\n{GOOD}{'x' * 3000}", "why is over 2,000 characters"),
    ],
)
def test_a_wrong_line_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as error:
        read_judgements(folder(tmp_path, text))
    assert message in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "desk.csv"))
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"a\.csv cannot be read as UTF-8"):
        read_judgements(tmp_path)
    (tmp_path / "a.csv").unlink()
    (tmp_path / "b.csv").symlink_to("/etc/hostname")
    with pytest.raises(UsageError, match="a link that leaves the raw folder"):
        read_judgements(tmp_path)
    with pytest.raises(UsageError, match="is no folder"):
        read_judgements(tmp_path / "b.csv")
