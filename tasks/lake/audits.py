"""Audits: queries that return the rows that are wrong, one a file, and those that the contract implies.

``sql/audits/<suite>/<name>.sql`` is one audit; ``sql/audits/derived/*.sql`` are templates, filled for each
table with quoted identifiers of :mod:`tasks.tables` and nothing else. A suite has its table's name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

import duckdb
import pyarrow as pa

from tasks.errors import LakeError
from tasks.lake.catalog import first_line, scalar
from tasks.lake.sqltext import body, filled, header, literal, quoted, quoted_list, shipped
from tasks.tables import TABLES
from tasks.tables.declaration import Column, Owner, SpanColumns, Table
from tasks.tables.findings import Severity

Scope = Literal["row", "lake", "run"]


@dataclass(frozen=True)
class Audit:
    """One query (columns row_id, article_id, observed) that should return nothing, and what a row of it means."""

    suite: str
    name: str
    severity: Severity
    scope: Scope
    table: str
    expectation: str
    sql: str


@dataclass(frozen=True)
class AuditResult:
    """``count`` rows are wrong; ``rows`` are the first of them; ``sql`` shows them all when run on the lake."""

    audit: Audit
    count: int
    rows: pa.Table
    sql: str


@cache
def all_audits() -> tuple[Audit, ...]:
    """Derived audits in the order of the contract, then the written ones by suite and name."""
    return (*(audit for table in TABLES for audit in _derived(table)), *_written())


def run_audit(connection: duckdb.DuckDBPyConnection, audit: Audit, limit: int) -> AuditResult:
    """Count the bad rows in SQL and fetch at most ``limit``. Raises LakeError if the query itself fails."""
    try:
        rows = connection.execute(filled("templates/audit_rows", audit=audit.sql), [limit]).to_arrow_table()
        count = rows.num_rows  # all of them, unless the limit cut them off
        if count >= limit:
            count = scalar(connection, filled("templates/audit_count", audit=audit.sql))
    except duckdb.Error as error:
        raise LakeError(f"the audit {audit.suite}/{audit.name} does not run: {first_line(error)}") from error
    return AuditResult(audit, count, rows, audit.sql)


def _written() -> Iterator[Audit]:
    for suite in sorted(files("tasks.lake").joinpath("sql", "audits").iterdir(), key=lambda entry: entry.name):
        if suite.name != "derived" and suite.is_dir():
            for file in sorted(suite.iterdir(), key=lambda entry: entry.name):
                name = file.name.removesuffix(".sql")
                yield _audit(suite.name, name, shipped(f"audits/{suite.name}/{name}"))


def _derived(table: Table[Any]) -> Iterator[Audit]:
    declared = ", ".join(f"({literal(column.name)}, {literal(column.sql)})" for column in table.columns)
    yield _of_template(table, "types", "columns_have_declared_types", declared=declared, name=literal(table.name))
    yield _of_template(table, "unique_key", f"{'_'.join(table.key)}_is_unique", key=quoted_list(table.key))
    for column in table.columns:
        yield from _of_column(table, column)
    for span in table.spans:
        yield _of_span(table, span)
    if table.holds_claims:
        yield _of_template(table, "none_from_removed_blocks", "none_from_removed_blocks")
        yield _of_template(table, "none_on_copies", "none_on_copies")


def _of_column(table: Table[Any], column: Column) -> Iterator[Audit]:
    name = quoted(column.name)
    if not column.nullable:
        yield _of_template(table, "not_null", f"{column.name}_is_not_null", column=name)
    if column.allowed:
        values = ", ".join(map(literal, column.allowed))
        yield _of_template(table, "allowed_values", f"{column.name}_is_allowed", column=name, values=values)
    if column.references:
        keys = "\nUNION ALL\n".join(_keys_of(target) for target in column.references)
        yield _of_template(table, "references", f"{column.name}_is_known", column=name, keys=keys)


def _keys_of(table: str) -> str:
    (target,) = (one for one in TABLES if one.name == table)
    return body(filled("audits/derived/keys", table=quoted(table), key=quoted(target.key[0])))


def _of_span(table: Table[Any], span: SpanColumns) -> Audit:
    parts = {
        "start": quoted(span.start),
        "end": quoted(span.end),
        "text": quoted(span.text) if span.text else "NULL",
        "raw_start": quoted(span.raw_start) if span.raw_start else "NULL",
        "raw_end": quoted(span.raw_end) if span.raw_end else "NULL",
        "interrupted": body(shipped("audits/derived/interrupted")) if table.holds_claims else "FALSE",
    }
    return _of_template(table, "spans", f"{span.start}_reproduces_text", **parts)


def _of_template(table: Table[Any], template: str, name: str, /, **parts: str) -> Audit:
    article = quoted("article_id") if any(column.name == "article_id" for column in table.columns) else "NULL"
    words = {
        "severity": "warning" if table.owner is Owner.LEDGER else "critical",
        "scope": "row" if table.owner is Owner.ARTICLE else "lake",
    }
    text = filled(
        f"audits/derived/{template}",
        table=quoted(table.name),
        row_key=quoted_list(table.key),
        article=article,
        **parts,
        **words,
    )
    return _audit(table.name, name, text)


def _audit(suite: str, name: str, text: str) -> Audit:
    words = header(text)
    return Audit(
        suite=suite,
        name=name,
        severity=cast(Severity, words["severity"]),
        scope=cast(Scope, words["scope"]),
        table=words["table"].strip('"'),
        expectation=words["expectation"],
        sql=body(text),
    )
