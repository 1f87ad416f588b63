"""Views and macros: a file in ``sql/views/`` each, kept in the lake, so that any DuckDB that attaches it has them.

A file's header says its grain; ``-- parameters: a, b`` makes it a table macro.
"""

from dataclasses import dataclass

from tasks.lake.sqltext import body, filled, header, literal, quoted, quoted_list, shipped

VIEWS = (
    "claims",
    "quantities_named",
    "dates_named",
    "who_said_what",
    "facts_current",
    "conflicts",
    "coverage",
    "origin_groups",
    "changes",
    "without_origin",
    "members",
    "id_now",
)
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
        """What makes it in the lake, and says its grain (DuckLake keeps no comment on a macro)."""
        names = {"name": quoted(self.name), "select": self.select, "grain": literal(self.grain)}
        if self.parameters:
            return (filled("templates/macro", parameters=quoted_list(self.parameters), **names),)
        return filled("templates/view", **names), filled("templates/view_comment", **names)


def view_statements() -> tuple[str, ...]:
    """What makes all views and macros."""
    return tuple(statement for name in VIEWS for statement in View.shipped(name).statements)
