"""What a typed statement may do: read the lake, and nothing else.

The connection is read-only, its settings are locked, and DuckDB's file system is closed outside the lake's
folder. Gaps remain, found by trying: the SQLite scanner opens any file by itself, ``COPY`` could write into the
lake's folder, and some table functions take raw pointers. So a statement must be one SELECT (nothing else has a
tree for ``json_serialize_sql``), and each table function it names must be listed here or be a macro of the lake.
"""

import json
import re
from collections.abc import Iterator

import duckdb

from tasks.errors import UsageError
from tasks.lake.sqltext import shipped
from tasks.lake.views import VIEWS

_EXPLAIN = re.compile(r"\s*explain\s+(analyze\s+)?", re.IGNORECASE)
_READS_NOTHING = "range generate_series unnest repeat json_each json_tree histogram histogram_values summary"
_READS_NAMES = (
    "duckdb_tables duckdb_views duckdb_columns duckdb_functions duckdb_databases duckdb_schemas duckdb_types "
    "duckdb_settings duckdb_keywords pragma_version"
)
_READS_HISTORY = (
    "snapshots current_snapshot last_committed_snapshot table_changes table_insertions table_deletions table_info"
)
_TABLE_FUNCTIONS = frozenset(
    [
        *f"{_READS_NOTHING} {_READS_NAMES} {_READS_HISTORY}".split(),
        *(f"ducklake_{name}" for name in _READS_HISTORY.split()),
        *VIEWS,
    ]
)


def check_statement(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Raise UsageError, in one line, unless ``sql`` is one statement that only reads."""
    explained = _EXPLAIN.match(sql)
    text = sql[explained.end() :] if explained else sql
    try:
        (answer,) = connection.execute(shipped("templates/syntax_tree"), [text]).fetchall()[0]
        tree = json.loads(answer)
    except (duckdb.Error, RecursionError) as error:
        raise UsageError(f"the query cannot be read: {str(error).splitlines()[0]}") from error
    if tree["error"]:
        raise UsageError(_refusal(tree))
    if len(tree["statements"]) != 1:
        raise UsageError("give one statement at a time")
    for name in _table_functions(tree):
        if name not in _TABLE_FUNCTIONS:
            raise UsageError(f"the table function {name} is not available here: query the lake's tables and views")


def _refusal(tree: dict[str, str]) -> str:
    if tree["error_type"] == "not implemented":
        return "only SELECT (and EXPLAIN, DESCRIBE, SUMMARIZE, SHOW TABLES) can be run here: the lake is read-only"
    return f"the query cannot be read: {tree['error_message'].splitlines()[0]}"


def _table_functions(tree: object) -> Iterator[str]:
    """Names of the table functions in a syntax tree; walks without recursion, so depth is no matter."""
    pending = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if node.get("type") == "TABLE_FUNCTION":
                yield str(node["function"]["function_name"]).lower()
            pending.extend(node.values())
        elif isinstance(node, list):
            pending.extend(node)
