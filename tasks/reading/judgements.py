"""Judgements: ``*.csv`` files in which people rule, kept in git.

Columns: ``kind, left, right, expect, who, judged_on, why``, in any order; docs/judgements.md explains them. A file
that is wrong ends the run before it begins: a ruling that nobody can read must not pass for none.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import get_args

from tasks.errors import UsageError
from tasks.reading.csv_rows import csv_rows
from tasks.reading.files import paths
from tasks.reference.ids import content_id
from tasks.tables.judgements import Judgement, JudgementKind

SUFFIX = ".csv"
COLUMNS = ("kind", "left", "right", "expect", "who", "judged_on", "why")
KINDS: tuple[JudgementKind, ...] = get_args(JudgementKind)
LONGEST = 2_000  # code points of one cell

_ALWAYS = ("left", "who", "judged_on", "why")
_GUARDED = ("comparable", "not_comparable", "source", "reject")  # ids and paths do not say what they name; names do


def read_judgements(folder: Path) -> tuple[Judgement, ...]:
    """Every judgement under ``folder``, in the order of their ids; none where there is no such folder.

    Raises UsageError, with the file and the line, for what is not as docs/judgements.md says.
    """
    if not folder.exists():
        return ()
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder: name the folder of the judgements' CSV files")
    found: dict[str, tuple[Judgement, str]] = {}
    for file in paths(folder, (SUFFIX,)):
        if file.lower().endswith(SUFFIX):
            for where, row in _rows(folder, file):
                judgement = _judgement(row, file, where)
                if judgement.judgement_id in found:
                    earlier = found[judgement.judgement_id][1]
                    raise UsageError(f"{where}: the same is ruled in {earlier}; keep one of the two")
                found[judgement.judgement_id] = (judgement, where)
    return tuple(found[key][0] for key in sorted(found))


def _rows(folder: Path, file: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Where each line stands, and its cells that are not blank, with single spaces; blank lines are left out."""
    shown = str(folder / file)
    for where, row in csv_rows(folder, file, shown, partial(_check_columns, where=shown)):
        if row:
            yield where, {name: " ".join(value.split()) for name, value in row.items()}


def _check_columns(names: list[str], where: str) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    missing = [name for name in COLUMNS if name not in names]
    if unknown:
        raise UsageError(f"{where}: unknown column {unknown[0]!r}; the columns are {','.join(COLUMNS)}")
    if missing or len(names) > len(COLUMNS):
        raise UsageError(f"{where}: the first line must be {','.join(COLUMNS)}, each once, in any order")


def _judgement(row: Mapping[str, str], file: str, where: str) -> Judgement:
    kind, left, right = _kind(row, where), row.get("left", ""), row.get("right")
    for name, value in row.items():
        if len(value) > LONGEST:
            raise UsageError(f"{where}: {name} is over {LONGEST:,} characters: shorten it")
    wanted = (*_ALWAYS, *(["right"] if kind != "reject" else []), *(["expect"] if kind in _GUARDED else []))
    for name in wanted:
        if name not in row:
            raise UsageError(f"{where}: {name} is blank; {kind} needs it: {_NEEDS[name]}")
    if kind == "reject" and right is not None:
        raise UsageError(f"{where}: reject is about one claim: leave right blank")
    if left == right:
        raise UsageError(f"{where}: left and right are the same: name two")
    sides = [left, right or ""] if kind == "source" else sorted([left, right or ""])
    return Judgement(
        judgement_id=content_id("judgement", kind, *sides),
        kind=kind,
        left_side=left,
        right_side=right,
        left_id=None,
        right_id=None,
        expect=row.get("expect"),
        who=row["who"],
        judged_on=_day(row["judged_on"], where),
        why=row["why"],
        file=file,
        problem=None,
    )


_NEEDS: Mapping[str, str] = {
    "left": "what is ruled on",
    "right": "the other side",
    "expect": "the words or the value that you saw, so that the ruling ends with them",
    "who": "your name",
    "judged_on": "the day, as 2021-04-14",
    "why": "the reason, for readers",
}


def _kind(row: Mapping[str, str], where: str) -> JudgementKind:
    kind = row.get("kind", "")
    if kind not in KINDS:
        raise UsageError(f"{where}: kind is {kind!r}; write one of {', '.join(KINDS)}")
    return kind


def _day(value: str, where: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{where}: judged_on is {value!r}; write a day, as 2021-04-14") from error
