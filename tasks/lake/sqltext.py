"""SQL texts: the shipped files, and templates filled with quoted identifiers and literals only."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def shipped(name: str) -> str:
    """The text of ``sql/<name>.sql``."""
    return files("tasks.lake").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def filled(name: str, /, **parts: str) -> str:
    """The shipped template with each ``{part}`` replaced by a quoted identifier, a list of them, or a literal."""
    text = shipped(name)
    for part, value in parts.items():
        text = text.replace("{" + part + "}", value)
    return text


def header(text: str) -> dict[str, str]:
    """The ``-- word: value`` lines at the head of a file, a line each; other comments there are for people."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        word, colon, value = line.removeprefix("--").strip().partition(": ")
        if colon and word.isidentifier():
            found[word] = value.strip()
    return found


def body(text: str) -> str:
    """The statement after the header, without its closing semicolon."""
    lines = text.splitlines()
    while lines and (lines[0].startswith("--") or not lines[0].strip()):
        lines.pop(0)
    return "\n".join(lines).strip().removesuffix(";")


def quoted(identifier: str) -> str:
    """An SQL identifier."""
    return '"' + identifier.replace('"', '""') + '"'


def quoted_list(identifiers: Iterable[str]) -> str:
    return ", ".join(map(quoted, identifiers))


def literal(text: str) -> str:
    """An SQL string literal."""
    return "'" + text.replace("'", "''") + "'"
