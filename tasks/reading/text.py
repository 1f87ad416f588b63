"""``.txt``: a page's text as scraped, without markup."""

from collections.abc import Iterator
from pathlib import Path

from tasks.errors import RejectedInput
from tasks.reading.decode import decode
from tasks.reading.files import read_bytes
from tasks.reading.formats import Format
from tasks.reading.limits import ReadLimits
from tasks.reading.record import Input, accept, reject
from tasks.reference.reading_record import Reading


def read(raw: Path, relative: str, source: Input) -> Iterator[Reading]:
    """One document; its text is the file as decoded, newlines as they are in the file."""
    data, sha256 = read_bytes(raw, relative)
    try:
        if data is None:
            raise RejectedInput("too_large", f"over {ReadLimits.FILE_BYTES:,} bytes: not a page's text")
        text, encoding = decode(data)
        if len(text) > ReadLimits.TEXT_CHARACTERS:
            raise RejectedInput("too_large", f"{len(text):,} characters: not a page's text")
        yield accept(source, sha256, text, encoding)
    except RejectedInput as error:
        yield reject(source, sha256, error)


TEXT = Format((".txt", ".text"), "text/plain", read)
