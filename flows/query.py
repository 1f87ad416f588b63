"""Results of queries on a terminal or in a pipe."""

import itertools
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet
from rich.console import Console
from rich.table import Table
from rich.text import Text

from expectations.reference_facts import NAME, reference_facts
from tasks.errors import CrosswireError, UsageError
from tasks.lake import Lake, Reader
from tasks.lake.reader import Parameter
from tasks.reference.printable import UNPRINTABLE, printable
from tasks.reporting.difference import (
    ArticleChange,
    Difference,
    EvidenceChange,
    FactChange,
    JudgementChange,
    Publication,
    Renaming,
    Step,
    net_evidence,
    tell,
    under_new_ids,
)

ROWS_SHOWN = 1_000  # rows of a table for people; the other formats give all

R = TypeVar("R")
# RE2 knows no \\u and no half characters, which Arrow's texts cannot have.
_UNPRINTABLE_RE2 = r"[\x00-\x08\x0b-\x1f\x{7f}-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]"
_FORMULA = r"^[\t\r]*[=+\-@\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}]"
_NUMBER = r"^[+-]?[0-9][0-9.,]*%?$"
_HELP = "End a query with ; and leave with .quit or Ctrl-D."


def answer(lake: Lake, query: str, at: int | None, format: str) -> None:
    """Write the result of one query to standard output."""
    if format == "parquet" and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal: redirect it, as in crosswire sql … --format parquet > file")
    with lake.reader(at, relations={NAME: reference_facts()}) as reader:  # the SQL of findings may name them
        result = reader.query(query)
    result = result.rename_columns(_distinct(result.column_names))
    try:
        _write(result, format)
    except (pa.ArrowException, OverflowError) as error:  # an interval in CSV, a year after 9999
        raise UsageError(f"the result cannot be written as {format} ({error}): cast the column to VARCHAR") from error


def print_changes(lake: Lake, from_snapshot: int, to_snapshot: int) -> None:
    """Print what changed after one snapshot and up to another. Raises UsageError if they are not in that order."""
    if from_snapshot > to_snapshot:
        raise UsageError(f"snapshot {from_snapshot} is after {to_snapshot}: give the earlier one first")
    for at in (from_snapshot, to_snapshot):
        with lake.reader(at):
            pass  # raises where there is no such snapshot
    with lake.reader() as reader:
        sys.stdout.write(tell(_difference(reader, from_snapshot, to_snapshot)))


def _difference(reader: Reader, from_snapshot: int, to_snapshot: int) -> Difference:
    span = {"from_snapshot": from_snapshot, "to_snapshot": to_snapshot}
    publications = _rows(reader, "publications", Publication, **span)
    of_run: dict[str | None, list[Renaming]] = {
        run_id: _rows(reader, "lineage_of_run", Renaming, run_id=run_id)
        for run_id in {one.run_id for one in publications}
    }
    steps = [_step(reader, one, of_run[one.run_id]) for one in publications]
    renamings = [row for step in steps for row in step.renamings]
    return Difference(
        from_snapshot=from_snapshot,
        to_snapshot=to_snapshot,
        articles_count=reader.named("runs/article_changes", **span).num_rows,
        facts=under_new_ids(_rows(reader, "fact_changes", FactChange, **span), renamings),
        steps=steps,
    )


def _step(reader: Reader, publication: Publication, renamings: Sequence[Renaming]) -> Step:
    """What one publication changed; of the ids that its run moved, those of this publication's facts."""
    here = {"from_snapshot": publication.snapshot_id - 1, "to_snapshot": publication.snapshot_id}
    rows = _rows(reader, "fact_changes", FactChange, **here)
    ids = {fact.fact_id for fact in rows}
    moved = [row for row in renamings if row.kind != "fact" or {row.old_id, row.new_id} <= ids]
    facts = under_new_ids(rows, moved)
    now = {row.old_id: row.new_id for row in moved if row.change == "renamed"}
    turned = {fact.fact_id for fact in facts if fact.turned}
    wanted = sorted(turned | {old for old, new in now.items() if new in turned})
    return Step(
        publication=publication,
        articles=_rows(reader, "article_changes", ArticleChange, **here),
        judgements=_rows(reader, "judgement_changes", JudgementChange, **here),
        facts=facts,
        evidence=net_evidence(_rows(reader, "evidence_changes", EvidenceChange, facts=wanted, **here), now),
        renamings=moved,
    )


def _rows(reader: Reader, name: str, make: Callable[..., R], **parameters: Parameter) -> list[R]:
    return [make(**row) for row in reader.named(f"runs/{name}", **parameters).to_pylist()]


def prompt(lake: Lake, at: int | None) -> None:
    """Answer queries from the terminal until its end; each sees the newest snapshot, or ``at``."""
    import readline  # noqa: F401 - gives input() its history and its editing keys

    console = Console(stderr=True)
    console.print(_HELP, style="dim")
    for query in _queries():
        try:
            answer(lake, query, at, "table")
        except CrosswireError as error:
            console.print(Text(printable(str(error)), style="red"))


def _queries() -> Iterator[str]:
    lines: list[str] = []
    while True:
        try:
            line = input("crosswire> " if not lines else "       ... ")
        except EOFError:
            return
        except KeyboardInterrupt:
            lines.clear()
            sys.stdout.write("\n")
            continue
        if not lines and line.strip() in (".quit", ".exit"):
            return
        lines.append(line)
        if line.rstrip().endswith(";"):
            yield "\n".join(lines)
            lines.clear()


def _write(result: pa.Table, format: str) -> None:
    match format:
        case "json":
            _write_json(result)
        case "csv":
            pyarrow.csv.write_csv(_guarded(_flat(result)), sys.stdout.buffer)
        case "parquet":
            pyarrow.parquet.write_table(result, pa.PythonFile(sys.stdout.buffer, mode="w"))
        case _:
            _print_table(result)


def _print_table(result: pa.Table) -> None:
    table = Table(header_style="bold")
    for name in result.column_names:
        table.add_column(Text(printable(name)), overflow="fold")
    for row in result.slice(0, ROWS_SHOWN).to_pylist():
        table.add_row(*(Text("" if value is None else printable(_shown(value))) for value in row.values()))
    console = Console(width=None if sys.stdout.isatty() else 160, soft_wrap=False)
    console.print(table)
    more = result.num_rows - ROWS_SHOWN
    if more > 0:
        console.print(f"… and {more:,} more rows: add LIMIT, or --format csv for all", style="dim", highlight=False)


def _write_json(result: pa.Table) -> None:
    """An array of objects, a row a line, so that it is JSON and still reads line by line."""
    write = sys.stdout.write
    write("[")
    separator = "\n"
    for batch in result.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            line = json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False)
            write(separator + UNPRINTABLE.sub(_escaped, line))
            separator = ",\n"
    write("\n]\n")


def _distinct(names: Sequence[str]) -> list[str]:
    """Names of columns, a second one of a name as ``name_2``: JSON has each once, and so has everybody's frame."""
    found: list[str] = []
    for name in names:
        tries = (name if count == 1 else f"{name}_{count}" for count in itertools.count(1))
        found.append(next(one for one in tries if one not in found and (one == name or one not in names)))
    return found


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _guarded(result: pa.Table) -> pa.Table:
    """Texts that no spreadsheet takes for a formula and no terminal for a command.

    A text that begins with = + - @ gets an apostrophe before it, as OWASP advises against CSV injection, unless it is
    a plain number; control characters are replaced. JSON and Parquet give every text as it is.
    """
    for index, field in enumerate(result.schema):
        if pa.types.is_string(field.type) or pa.types.is_large_string(field.type):
            texts = pc.replace_substring_regex(result.column(index), _UNPRINTABLE_RE2, "\N{REPLACEMENT CHARACTER}")
            risky = pc.and_not(pc.match_substring_regex(texts, _FORMULA), pc.match_substring_regex(texts, _NUMBER))
            quoted = pc.binary_join_element_wise("'", texts, "")
            result = result.set_column(index, field.name, pc.if_else(risky, quoted, texts))
    return result


def _flat(result: pa.Table) -> pa.Table:
    """Columns that CSV has no form for, lists and structs, as JSON texts."""
    for index, column in enumerate(result.schema):
        if pa.types.is_nested(column.type):
            texts = [None if value is None else json.dumps(_plain(value)) for value in result.column(index).to_pylist()]
            result = result.set_column(index, column.name, pa.array(texts, pa.string()))
    return result


def _shown(value: object) -> str:
    plain = _plain(value)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _plain(value: object) -> object:
    """``value`` as JSON has it; what is not a number in JSON (NaN, infinity) is null."""
    match value:
        case float() if value != value or abs(value) == float("inf"):
            return None
        case date() | datetime() | time():
            return value.isoformat()
        case timedelta() | Decimal():
            return str(value)
        case bytes():
            return value.hex()
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
    return value
