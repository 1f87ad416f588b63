"""CSV files that people write: their lines as cells by column, and one clear line for what is wrong with a file."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from tasks.errors import RejectedInput, UsageError
from tasks.reading.files import read_bytes
from tasks.reading.limits import ReadLimits


def csv_rows(
    folder: Path, file: str, shown: str, check_columns: Callable[[list[str]], None]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each line of a file of ``folder`` stands, for people, and its cells that are not blank, by column.

    ``shown`` is what messages call the file; ``check_columns`` gets the first line's names and raises UsageError if
    they are wrong. Raises UsageError for what is no regular file in the folder, no UTF-8 or no CSV, and for a line
    with too few or too many cells.
    """
    reader = csv.DictReader(io.StringIO(_text(folder, file, shown), newline=""), strict=True)
    try:
        check_columns([name.strip() for name in reader.fieldnames or ()])
        for cells in reader:
            where = f"{shown} line {reader.line_num}"
            if None in cells or None in cells.values():
                raise UsageError(f"{where}: not as many cells as there are columns; quote a cell that has a comma")
            yield where, {name.strip(): value.strip() for name, value in cells.items() if value.strip()}
    except csv.Error as error:
        raise UsageError(f"{shown} after line {reader.line_num}: {error}; check the quotation marks") from error


def _text(folder: Path, file: str, shown: str) -> str:
    try:
        data, _ = read_bytes(folder, file)
    except RejectedInput as error:
        raise UsageError(f"{shown}: {error.detail}") from error
    if data is None:
        raise UsageError(f"{shown} is over {ReadLimits.FILE_BYTES:,} bytes: split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{shown} cannot be read as UTF-8 ({error}): save it as UTF-8") from error
