"""Raw inputs as they arrived; every input is a row, whatever becomes of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from tasks.tables.declaration import Owner, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    document_id: Annotated[str, "hash of the bytes and of the locator relative to the raw folder"]
    external_id: Annotated[str | None, "what the input calls itself: file name, JSONL id, WARC record id"]
    path: Annotated[str, "where it was, relative to the raw folder; a JSONL line is file#id or file#Lnumber"]
    url: Annotated[str | None, "address it was retrieved from, as given"]
    media_type: Annotated[str, "text/plain, text/html, application/jsonl, or application/octet-stream when unknown"]
    sha256: Annotated[str, "SHA-256 of the bytes, hexadecimal"]
    retrieved_at: Annotated[datetime | None, "when it was retrieved, as given"]
    encoding: Annotated[str | None, "encoding the bytes were decoded with; null if they were not decoded"]
    metadata: Annotated[
        str, "what the manifest or the JSONL line says of it, as a JSON object with sorted keys; {} if nothing"
    ]
    text: Annotated[str | None, "the page's visible text, the text that raw offsets point into; null if there is none"]


DOCUMENTS = Table(
    row=Document,
    name="documents",
    grain="one raw input",
    key=("document_id",),
    owner=Owner.DOCUMENT,
)
