"""Rules of the house that import-linter cannot say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("flows", "tasks", "expectations")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}


def names_in(module: Path) -> Iterator[str]:
    """Dotted names of the attributes that a module reads, and the names that it imports."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def texts_in(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_only_the_settings_read_the_environment() -> None:
    readers = {"os.environ", "os.getenv", "os.environb", "os.putenv"}
    assert [str(module.relative_to(ROOT)) for module in MODULES if readers & set(names_in(module))] == [
        "flows/settings.py"
    ]


def test_no_module_has_a_vague_name() -> None:
    assert [module for module in MODULES if module.stem in VAGUE] == []


def test_sql_is_in_sql_files() -> None:
    """But for the declarations' own DDL, and the cache of passages, which is no part of the lake."""
    allowed = {ROOT / "tasks" / "tables" / "ddl.py", ROOT / "tasks" / "language" / "cache.py"}
    statement = re.compile(r"\s*(SELECT|INSERT|DELETE|UPDATE|CREATE|WITH)\s.*\b(FROM|INTO|TABLE|AS)\b", re.DOTALL)
    found = [module for module in MODULES if any(map(statement.match, texts_in(module)))]
    assert set(found) <= allowed


def test_every_sql_file_begins_with_its_grain() -> None:
    files = sorted((ROOT / "tasks" / "lake" / "sql").rglob("*.sql"))
    folders = {"views", "audits", "runs"}
    queries = [file for file in files if folders & set(file.parts)]
    assert queries
    assert [file for file in queries if not file.read_text(encoding="utf-8").startswith("-- grain:")] == []


def test_the_lock_names_no_registry() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock and "index-url" not in lock
