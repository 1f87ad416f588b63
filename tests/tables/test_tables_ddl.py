from dataclasses import dataclass
from typing import Annotated

import duckdb
import pytest

from tasks.tables import TABLES, ddl
from tasks.tables.declaration import Owner, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    end: Annotated[str, "it's a keyword"]
    select: Annotated[int | None, 'so is this: "select"']


ODD = Table(row=Odd, name='order "by"', grain="one odd row; -- not a comment", key=("end",), owner=Owner.LAKE)


@pytest.mark.parametrize("table", [*TABLES, ODD], ids=lambda table: table.name)
def test_the_ddl_makes_the_declared_table(table: Table[Odd]) -> None:
    connection = duckdb.connect()
    for statement in (ddl.create_table(table), *ddl.comments(table)):
        connection.execute(statement)
    columns = connection.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns() WHERE NOT internal"
    ).fetchall()
    assert columns == [(column.name, column.sql, column.nullable, column.doc) for column in table.columns]
    assert connection.execute("SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal").fetchall() == [
        (table.name, table.grain)
    ]


def test_a_column_can_be_added_and_relaxed() -> None:
    connection = duckdb.connect()
    connection.execute('CREATE TABLE "order ""by""" ("end" VARCHAR NOT NULL)')
    connection.execute(ddl.add_column(ODD, ODD.columns[1]))
    connection.execute(ddl.relax_column(ODD, "end"))
    connection.execute('INSERT INTO "order ""by""" VALUES (NULL, 1)')
    connection.execute(ddl.drop_table(ODD))
