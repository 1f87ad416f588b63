"""What the README shows works as it stands."""

import re
import shlex
from pathlib import Path

import duckdb
import pytest
from commands import ROOT, crosswire
from duckdb_extensions import import_extension
from newsrooms import Newsroom

from flows.cli import app

README = (ROOT / "README.md").read_text(encoding="utf-8")
SQL = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
QUERIES = re.findall(r"^\.venv/bin/crosswire (sql .*)$", README, re.MULTILINE)


@pytest.fixture
def folder(published: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which ``data/curated`` is a published lake."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "curated").symlink_to(published.curated)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_plain_tables_can_be_queried_as_shown(folder: Path, published: Newsroom) -> None:
    query, _ = SQL
    rows = duckdb.sql(query).fetchall()
    assert len(rows) == len(published.rows("FROM facts WHERE kind = 'quantity'")) > 0


def test_the_lake_can_be_attached_as_shown(folder: Path, published: Newsroom) -> None:
    _, attach = SQL
    with duckdb.connect(config={"extension_directory": str(folder / "extensions")}) as connection:
        for name in ("ducklake", "sqlite"):
            import_extension(name, con=connection)
            connection.load_extension(name)
        connection.execute(attach)
        count = connection.execute("SELECT count(*) FROM facts").fetchall()
    assert count == [(len(published.rows("FROM facts")),)]


@pytest.mark.parametrize("query", QUERIES)
def test_the_commands_run_as_shown(folder: Path, published: Newsroom, query: str) -> None:
    done = crosswire(*shlex.split(query), "--curated", published.curated)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 1


def test_every_command_is_listed_and_no_other() -> None:
    listed = re.findall(r"^\| `crosswire (\w+)", README, re.MULTILINE)
    assert sorted(listed) == sorted(one.callback.__name__ for one in app.registered_commands if one.callback)


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links and all((ROOT / link).exists() for link in links)
