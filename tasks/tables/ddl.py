"""The contract as DDL: what DuckLake is told, rendered from the declarations.

Identifiers are quoted (``end`` is a keyword). Keys, allowed values and references have no constraint in DuckLake
(https://ducklake.select/docs/stable/duckdb/unsupported_features): the derived audits hold them.
"""

from typing import Any

from tasks.tables.declaration import Column, Table


def create_table(table: Table[Any]) -> str:
    """``CREATE TABLE`` with types and NOT NULL."""
    columns = ",\n".join(f"    {column_definition(column)}" for column in table.columns)
    return f"CREATE TABLE {identifier(table.name)} (\n{columns}\n);"


def comments(table: Table[Any]) -> tuple[str, ...]:
    """``COMMENT ON`` for the table (its grain) and each of its columns."""
    return (table_comment(table), *(column_comment(table, column) for column in table.columns))


def table_comment(table: Table[Any]) -> str:
    return f"COMMENT ON TABLE {identifier(table.name)} IS {_literal(table.grain)};"


def column_comment(table: Table[Any], column: Column) -> str:
    return f"COMMENT ON COLUMN {identifier(table.name)}.{identifier(column.name)} IS {_literal(column.doc)};"


def add_column(table: Table[Any], column: Column) -> str:
    """``ALTER TABLE … ADD COLUMN`` for a column that may be null."""
    return f"ALTER TABLE {identifier(table.name)} ADD COLUMN {identifier(column.name)} {column.sql};"


def relax_column(table: Table[Any], column: str) -> str:
    """``ALTER TABLE … DROP NOT NULL``."""
    return f"ALTER TABLE {identifier(table.name)} ALTER COLUMN {identifier(column)} DROP NOT NULL;"


def drop_table(table: Table[Any]) -> str:
    return f"DROP TABLE {identifier(table.name)};"


def column_definition(column: Column) -> str:
    return f"{identifier(column.name)} {column.sql}" + ("" if column.nullable else " NOT NULL")


def identifier(name: str) -> str:
    """A quoted SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
