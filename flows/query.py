"""Results of queries on a terminal or in a pipe."""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tasks.errors import CrosswireError, UsageError
from tasks.lake import Lake
from tasks.reporting.wording import printable

ROWS_SHOWN = 1_000  # rows of a table for people; the other formats give all

_HELP = "End a query with ; and leave with .quit or Ctrl-D."


def answer(lake: Lake, query: str, at: int | None, format: str) -> None:
    """Write the result of one query to standard output."""
    if format == "parquet" and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal: redirect it, as in crosswire sql … --format parquet > file")
    with lake.reader(at) as reader:
        result = reader.query(query)
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
    span = {"from_snapshot": from_snapshot, "to_snapshot": to_snapshot}
    with lake.reader() as reader:
        articles = reader.named("runs/article_changes", **span)
        facts = reader.named("runs/fact_changes", **span)
    sys.stdout.write(f"{articles.num_rows} articles differ\n")
    for row in articles.to_pylist():
        _write_change(row, row["article_id"], row["headline"] or "(no headline)", "")
    sys.stdout.write(f"{facts.num_rows} facts differ\n")
    for row in facts.to_pylist():
        differences = (_difference(row, name) for name in ("verdict", "support", "value", "articles"))
        _write_change(row, row["fact_id"], row["label"], "; ".join(filter(None, differences)))


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


def _write_change(row: Mapping[str, object], row_id: str, name: str, differences: str) -> None:
    line = f"  {row['snapshot_id']:>4} {row['cause']:<6} {row['change']:<8} {row_id}  {' '.join(name.split())}"
    sys.stdout.write(printable(f"{line}  ({differences})" if differences else line) + "\n")


def _difference(row: Mapping[str, object], name: str) -> str:
    before, after = row[f"{name}_before"], row[f"{name}_after"]
    return f"{name} {_shown(before)} → {_shown(after)}" if row["change"] == "changed" and before != after else ""


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
            pyarrow.csv.write_csv(_flat(result), sys.stdout.buffer)
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
            write(separator + json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False))
            separator = ",\n"
    write("\n]\n")


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
