"""``docs/tables.md``, rendered from the declarations: ``python -m tasks.tables.page`` writes it."""

from pathlib import Path
from typing import Any

from tasks.tables import TABLES
from tasks.tables.declaration import Column, Owner, Table

PAGE = Path("docs/tables.md")

_OWNERS = {
    Owner.DOCUMENT: "replaced with its document",
    Owner.ARTICLE: "replaced with its article",
    Owner.LAKE: "replaced as a whole, or in parts by the first column of the key",
    Owner.LEDGER: "ledger: added to on its own, whatever becomes of the content",
}
_HEAD = """\
# The tables

Generated from `tasks/tables/` by `python -m tasks.tables.page`; change the declarations, not this page.

Each table is declared once. From the declaration come this page, the pyarrow schema, the lake's DDL and the checks
that hold types, keys, allowed values, references and spans. DuckLake itself enforces types and NOT NULL only.

A column's ending says what it holds: `_id` a text id (a content hash), `_at` a moment in UTC, `_on` a local day,
`_basis` how we know, `_count` a number of things, `_share` a part of 1. `start`/`end` are half-open code-point offsets
into `articles.text`, `raw_start`/`raw_end` into `documents.text`.
"""


def render() -> str:
    """The page as Markdown: a list of the tables, then each with its grain, key, owner and columns."""
    return "\n".join([_HEAD, *_contents(), *(line for table in TABLES for line in _section(table))])


def _contents() -> list[str]:
    rows = [f"| [{table.name}](#{table.name}) | {table.grain} | {_code(table.key)} |" for table in TABLES]
    return ["| table | a row is | key |", "|---|---|---|", *rows, ""]


def _section(table: Table[Any]) -> list[str]:
    return [
        f"## {table.name}",
        "",
        f"One row is {table.grain}. Key: {_code(table.key)}. Rows are {_OWNERS[table.owner]}.",
        "",
        "| column | type | null | meaning |",
        "|---|---|---|---|",
        *map(_row, table.columns),
        "",
    ]


def _row(column: Column) -> str:
    meaning = column.doc
    if column.allowed:
        meaning += f". One of: {_code(column.allowed)}"
    if column.references:
        meaning += f". Key of {' or '.join(f'[{name}](#{name})' for name in column.references)}"
    null = "yes" if column.nullable else "no"
    return f"| `{column.name}` | {column.sql} | {null} | {meaning.replace('|', chr(92) + '|')} |"


def _code(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
