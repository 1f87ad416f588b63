"""How a table is declared, and what is derived from its declaration.

A table is a frozen dataclass whose fields are ``Annotated[type, "what the column means", ...]``;
a ``Literal`` type lists the allowed values, ``| None`` makes the column nullable, ``References``
names the table whose key it holds. From it come the pyarrow schema (here), the DuckLake DDL
(:mod:`tasks.tables.ddl`), the derived expectations (``expectations/``) and ``docs/tables.md``
(:mod:`tasks.tables.page`).
"""

import dataclasses
import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import (
    Annotated,
    Any,
    ClassVar,
    Generic,
    Literal,
    Protocol,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import pyarrow as pa

_ARROW: Mapping[type, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}
_SQL: Mapping[type, str] = {
    str: "VARCHAR",
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    date: "DATE",
    datetime: "TIMESTAMP WITH TIME ZONE",
}


class Owner(StrEnum):
    """Whose rows a publication replaces together: those of a document, an article, or the lake."""

    DOCUMENT = "document"
    ARTICLE = "article"
    LAKE = "lake"
    LEDGER = "ledger"  # committed on its own, whatever becomes of the content


@dataclass(frozen=True, slots=True)
class References:
    """The column holds keys of ``table`` (one of several, where a claim may be of any kind)."""

    tables: tuple[str, ...]

    def __init__(self, *tables: str) -> None:
        object.__setattr__(self, "tables", tables)


@dataclass(frozen=True, slots=True)
class SpanColumns:
    """Half-open code-point offsets ``[start, end)`` into ``articles.text``, and the words there.

    ``raw_start``/``raw_end`` point at the same words in ``documents.text``; they are None where
    the table keeps no page offsets for this span. ``text`` is None where no column repeats the words.
    """

    start: str
    end: str
    text: str | None
    raw_start: str | None = None
    raw_end: str | None = None


CLAIM_SPAN = SpanColumns("start", "end", "text", "raw_start", "raw_end")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: type
    nullable: bool
    allowed: tuple[str, ...]
    doc: str
    references: tuple[str, ...]

    @property
    def arrow(self) -> pa.Field:
        return pa.field(self.name, _ARROW[self.type], nullable=self.nullable)

    @property
    def sql(self) -> str:
        return _SQL[self.type]


class DataclassRow(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


R = TypeVar("R", bound=DataclassRow)


@dataclass(frozen=True)
class Table(Generic[R]):
    """One table of the contract; ``row`` is the dataclass of its rows."""

    row: type[R]
    name: str
    grain: str
    key: tuple[str, ...]
    owner: Owner
    spans: tuple[SpanColumns, ...] = ()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        hints = get_type_hints(self.row, include_extras=True)
        return tuple(_column(field.name, hints[field.name]) for field in dataclasses.fields(self.row))

    @cached_property
    def schema(self) -> pa.Schema:
        return pa.schema([column.arrow for column in self.columns])

    @property
    def holds_claims(self) -> bool:
        """Whether a row is a claim."""
        return self.key == ("claim_id",)

    @property
    def owner_column(self) -> str | None:
        """The column by which rows are replaced; None in the ledger, where a row replaces the row with its key.

        A table of the lake can be replaced as a whole too; in parts it is by the first column of its key.
        """
        of_lake = {Owner.LAKE: self.key[0]}
        return {Owner.DOCUMENT: "document_id", Owner.ARTICLE: "article_id", **of_lake}.get(self.owner)

    def to_arrow(self, rows: Iterable[R]) -> pa.Table:
        """Rows as a table of this schema, ordered by key (law 5: the order of arrival is free)."""
        names = [column.name for column in self.columns]
        records = sorted(
            ([getattr(row, name) for name in names] for row in rows),
            key=lambda values: [str(values[names.index(name)]) for name in self.key],
        )
        return pa.table(
            [pa.array([record[i] for record in records], field.type) for i, field in enumerate(self.schema)],
            schema=self.schema,
        )

    def from_arrow(self, table: pa.Table) -> list[R]:
        """The rows of a table of this schema (extra columns are ignored)."""
        columns = [table.column(column.name).to_pylist() for column in self.columns]
        names = [column.name for column in self.columns]
        return [self.row(**dict(zip(names, values, strict=True))) for values in zip(*columns, strict=True)]


def _column(name: str, hint: Any) -> Column:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"column {name} has no Annotated documentation")
    inner, doc, *extras = get_args(hint)
    nullable = False
    if get_origin(inner) in (Union, types.UnionType):
        members = [member for member in get_args(inner) if member is not type(None)]
        nullable = len(members) < len(get_args(inner))
        (inner,) = members
    allowed: tuple[str, ...] = ()
    if get_origin(inner) is Literal:
        allowed, inner = get_args(inner), str
    references = next((extra.tables for extra in extras if isinstance(extra, References)), ())
    return Column(name, inner, nullable, allowed, doc, references)
