"""Documents from what was read: accepted with their text, or rejected with a reason."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from tasks.errors import RejectedInput
from tasks.reference.ids import content_id
from tasks.reference.moments import parse_moment
from tasks.reference.reading_record import Reading
from tasks.tables.documents import Document
from tasks.tables.quarantine import Quarantined, Reason

UNKNOWN_MEDIA_TYPE = "application/octet-stream"


@dataclass(frozen=True)
class Input:
    """What is known of one raw input before its text: where, what, and what was said of it."""

    locator: str
    external_id: str
    media_type: str
    fields: Mapping[str, str]


def accept(source: Input, sha256: str, text: str, encoding: str, markup: str | None = None) -> Reading:
    """The reading of an input that has text."""
    return Reading(_document(source, sha256, text, encoding), None, markup)


def reject(source: Input, sha256: str, error: RejectedInput, encoding: str | None = None) -> Reading:
    """The reading of an input that has none: a document without text, and its quarantine row."""
    document = _document(source, sha256, None, encoding)
    reason = cast(Reason, error.reason)  # RejectedInput documents that it is one
    return Reading(document, Quarantined(document_id=document.document_id, reason=reason, detail=error.detail))


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _document(source: Input, sha256: str, text: str | None, encoding: str | None) -> Document:
    return Document(
        document_id=content_id("document", sha256, source.locator),
        external_id=source.external_id,
        path=source.locator,
        url=source.fields.get("url"),
        media_type=source.media_type,
        sha256=sha256,
        retrieved_at=_moment(source.fields.get("retrieved")),
        encoding=encoding,
        metadata=json.dumps(dict(source.fields), sort_keys=True, ensure_ascii=False, separators=(",", ":")),
        text=text,
    )


def _moment(text: str | None) -> datetime | None:
    """A retrieval moment; a bare day is that day's beginning in UTC."""
    if text is None:
        return None
    moment = parse_moment(text)
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return moment.astimezone(UTC)
