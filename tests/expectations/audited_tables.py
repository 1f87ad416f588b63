"""Every table of the contract in plain DuckDB, to run audits on."""

from datetime import date, datetime
from typing import Any

import duckdb
import pyarrow as pa

from expectations.reference_facts import NAME, reference_facts
from tasks.lake.audits import AuditResult, all_audits, run_audit
from tasks.tables import TABLES
from tasks.tables.articles import ARTICLES
from tasks.tables.blocks import BLOCKS
from tasks.tables.declaration import Table
from tasks.tables.documents import DOCUMENTS

BLANKS: dict[type, Any] = {
    str: "blank",
    int: 0,
    float: 0.0,
    bool: True,
    date: date(2021, 4, 14),
    datetime: datetime(2021, 4, 14),
}


class AuditedTables:
    """Empty tables, one state to be judged and one published (``lake.<table>``)."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        connection.execute("SET TimeZone = 'UTC'; ATTACH ':memory:' AS lake")
        connection.register(NAME, reference_facts())
        for table in TABLES:
            connection.register("empty", table.schema.empty_table())
            connection.execute(f"CREATE TABLE lake.{table.name} AS FROM empty")
            connection.execute(f"CREATE TEMP TABLE {table.name} AS FROM empty")

    def put(self, table: Table[Any], *, published: bool = False, **values: object) -> None:
        """A row with these values; the others are null where they may be, else blank."""
        blank = {c.name: None if c.nullable else c.allowed[0] if c.allowed else BLANKS[c.type] for c in table.columns}
        assert values.keys() <= blank.keys(), values.keys() - blank.keys()
        self.connection.register("new", pa.Table.from_pylist([blank | values], table.schema))
        self.connection.execute(f"INSERT INTO {'lake' if published else 'temp'}.{table.name} FROM new")

    def page(self, article_id: str, *pieces: str, **article: object) -> None:
        """A document of these pieces, its article, and its blocks: a piece is removed if it is blank or in brackets."""
        kept = [piece for piece in pieces if piece.strip() and not piece.startswith("[")]
        document_id = f"document of {article_id}"
        self.put(DOCUMENTS, document_id=document_id, path=f"{article_id}.txt", text="".join(pieces))
        given = {"article_id": article_id, "document_id": document_id, "text": "\n".join(kept), "copy_of": None}
        self.put(ARTICLES, **(given | article))
        raw = start = 0
        for position, piece in enumerate(pieces):
            end = start + len(piece)
            here = {"kind": "body", "start": start, "end": end} if piece in kept else {"kind": "advert"}
            kind = {"kind": "whitespace"} if piece.isspace() else {}
            row = {"article_id": article_id, "position": position, "raw_start": raw, "raw_end": raw + len(piece)}
            self.put(BLOCKS, **(row | here | kind))
            raw += len(piece)
            start = end + 1 if piece in kept else start

    def audit(self, path: str, limit: int = 100) -> AuditResult:
        """What the audit ``<suite>/<name>`` finds."""
        suite, _, name = path.partition("/")
        (audit,) = (audit for audit in all_audits() if (audit.suite, audit.name) == (suite, name))
        return run_audit(self.connection, audit, limit)

    def failing(self, path: str) -> list[str]:
        """The row ids that the audit ``<suite>/<name>`` finds."""
        return [str(row_id) for row_id in self.audit(path).rows.column("row_id").to_pylist()]

    def observed(self, path: str) -> list[str]:
        """What the audit ``<suite>/<name>`` says of each."""
        return [str(text) for text in self.audit(path).rows.column("observed").to_pylist()]
