"""Views and macros: a file in ``sql/views/`` each, kept in the lake, so that any DuckDB that attaches it has them.

A file's header says its grain; ``-- parameters: a, b`` makes it a table macro.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from tasks.lake.sqltext import body, filled, header, literal, quoted, quoted_list, shipped

VIEWS = ("facts_current",)
"""In the order in which they can be made: a view after those it reads."""


@dataclass(frozen=True)
class View:
    """One view, or one table macro where it has parameters."""

    name: str
    grain: str
    parameters: tuple[str, ...]
    select: str

    @classmethod
    def shipped(cls, name: str) -> "View":
        text = shipped(f"views/{name}")
        words = header(text)
        parameters = tuple(word.strip() for word in words.get("parameters", "").split(",") if word.strip())
        return cls(name, words["grain"], parameters, body(text))

    @property
    def statements(self) -> tuple[str, ...]:
        """What makes it, and what says its grain (DuckLake keeps no comment on a macro)."""
        names = {"name": quoted(self.name), "select": self.select, "grain": literal(self.grain)}
        if self.parameters:
            return (filled("templates/macro", parameters=quoted_list(self.parameters), **names),)
        return filled("templates/view", **names), filled("templates/view_comment", **names)


def changed_views(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The statements that bring the lake's views and macros to the shipped ones; none where the text is the same."""
    kept = {name: tuple(rest) for name, *rest in connection.execute(shipped("templates/kept_views")).fetchall()}
    for view in map(View.shipped, VIEWS):
        (definition,) = connection.execute(shipped("templates/normal_form"), [view.select]).fetchall()[0]
        wanted = (definition, view.grain if not view.parameters else None, ", ".join(view.parameters))
        if kept.get(view.name) != wanted:
            yield from view.statements
