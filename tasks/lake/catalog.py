"""Connections to a lake: DuckDB with the DuckLake and SQLite extensions of the installed packages.

Nothing is downloaded and nothing is installed into the user's home. DuckDB takes the entry point of
an extension from its file's name, and the packages ship ``sqlite.duckdb_extension`` whose entry point is
``sqlite_scanner``: so each file is loaded through a link of the right name in a folder that lives for
the moment of loading. The packages are pinned by hash where the project is installed, so DuckDB's own check of
their signature (a quarter of a second on every connection) is left out.
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import duckdb

from tasks.errors import LakeError, UsageError
from tasks.lake.place import Place
from tasks.lake.sqltext import filled, literal, shipped

_EXTENSIONS = {"duckdb_extension_ducklake": "ducklake", "duckdb_extension_sqlite": "sqlite_scanner"}
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_unsigned_extensions": "true",
    "python_enable_replacements": "false",  # a name in SQL is never a Python variable
}


@contextmanager
def writing(place: Place) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that may write; the catalog is made if it is missing. Raises LakeError."""
    place.data.mkdir(parents=True, exist_ok=True)
    with _connected() as connection:
        _attach(connection, place, "attach_writing")
        yield connection


@contextmanager
def reading(place: Place, at: int | None) -> Iterator[tuple[duckdb.DuckDBPyConnection, int]]:
    """A read-only connection pinned to one snapshot (the newest if ``at`` is None), and the snapshot's id.

    Nothing outside the lake's folder can be opened through it, and its settings are locked.
    Raises LakeError if there is no lake, UsageError if it has no such snapshot.
    """
    _check_there(place)
    with _connected() as connection:
        if at is None:
            _attach(connection, place, "attach_newest")
            at = current_snapshot(connection)
            connection.execute("DETACH lake")
        _attach(connection, place, "attach_snapshot", snapshot=str(int(at)))
        connection.execute(filled("templates/lock_down", root=literal(f"{place.root}/")))
        yield connection, at


@contextmanager
def exporting(place: Place) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection that may write files elsewhere; not for SQL that somebody typed. Raises LakeError."""
    _check_there(place)
    with _connected() as connection:
        _attach(connection, place, "attach_newest")
        connection.execute("USE lake")
        yield connection


def _check_there(place: Place) -> None:
    if not place.catalog.exists():
        raise LakeError(f"no lake in {place.curated}: run crosswire run --curated {place.curated} first")


def current_snapshot(connection: duckdb.DuckDBPyConnection) -> int:
    """The id of the snapshot that the connection sees."""
    return scalar(connection, "FROM lake.current_snapshot()")


def describe_snapshot(connection: duckdb.DuckDBPyConnection, cause: str, details: dict[str, str]) -> None:
    """What the line of the coming snapshot in ``lake.snapshots()`` says: why, and by what."""
    connection.execute(shipped("templates/message"), {"cause": cause, "details": json.dumps(details)})


def scalar(connection: duckdb.DuckDBPyConnection, statement: str) -> int:
    """The one number that a statement gives."""
    (value,) = connection.execute(statement).fetchall()[0]
    return int(value)


@contextmanager
def _connected() -> Iterator[duckdb.DuckDBPyConnection]:
    with tempfile.TemporaryDirectory(prefix="crosswire-") as folder:  # for the links, and for what exceeds memory
        connection = duckdb.connect(":memory:", config={**_CONFIG, "temp_directory": f"{folder}/spill"})
        try:
            connection.execute("SET TimeZone = 'UTC'")
            for package, entry_point in _EXTENSIONS.items():
                _load(connection, package, Path(folder) / f"{entry_point}.duckdb_extension")
            yield connection
        finally:
            connection.close()


def _load(connection: duckdb.DuckDBPyConnection, package: str, link: Path) -> None:
    name = package.removeprefix("duckdb_extension_")
    try:
        with as_file(files(package) / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension") as file:
            link.symlink_to(file)
            connection.execute(f"LOAD {literal(str(link))}")
    except (ModuleNotFoundError, FileNotFoundError, duckdb.Error) as error:
        raise LakeError(
            f"DuckDB {duckdb.__version__} cannot load its extension {name} from the package {package}: "
            f"install the project's locked requirements again ({first_line(error)})"
        ) from error


def _attach(connection: duckdb.DuckDBPyConnection, place: Place, template: str, **parts: str) -> None:
    catalog, data = literal(f"ducklake:sqlite:{place.catalog}"), literal(f"{place.data}/")
    try:
        connection.execute(filled(f"templates/{template}", catalog=catalog, data=data, **parts))
    except duckdb.Error as error:
        if "snapshot" in parts and isinstance(error, duckdb.InvalidInputException):
            raise UsageError(
                f"the lake in {place.curated} has no snapshot {parts['snapshot']}: "
                'crosswire sql "FROM lake.snapshots()" lists them'
            ) from error
        raise LakeError(f"cannot open the lake in {place.curated}: {first_line(error)}") from error


def first_line(error: BaseException) -> str:
    """DuckDB's message without its class, its hints and the echo of the statement."""
    return str(error).strip().splitlines()[0].removeprefix("Failed to probe DuckLake metadata: ")
