"""Documents that did not become an article, with the reason."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from tasks.tables.declaration import Owner, References, Table

Reason: TypeAlias = Literal[
    "empty",  # no bytes, or nothing but white space and control characters
    "undecodable",  # not text in any encoding we can name
    "binary",  # NUL bytes or control characters: not a page's text
    "too_large",  # over the size that one document may have
    "malformed",  # a broken JSONL line, or a field of the wrong type
    "unknown_format",  # no reader for this kind of file
    "unreadable",  # a directory, a dangling or looping link, no permission
    "no_text",  # a page without any main text
    "timeout",  # cleaning took longer than one page may take
    "failed_check",  # a critical expectation failed on one of its rows
    "failed",  # a stage raised an error on it
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    document_id: Annotated[str, "the document", References("documents")]
    reason: Annotated[Reason, "why, as a code"]
    detail: Annotated[str, "why, for people: what is wrong and what to do"]


QUARANTINE = Table(
    row=Quarantined,
    name="quarantine",
    grain="one rejected document",
    key=("document_id",),
    owner=Owner.DOCUMENT,
)
