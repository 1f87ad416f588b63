"""``.html``: a web page; its text is what the page shows."""

from collections.abc import Iterator
from pathlib import Path

from tasks.errors import RejectedInput
from tasks.reading.decode import check_text, decode
from tasks.reading.files import read_bytes
from tasks.reading.formats import Format
from tasks.reading.limits import ReadLimits
from tasks.reading.record import Input, accept, reject
from tasks.reference.reading_record import Reading
from tasks.reference.rendering import parse, render


def read(raw: Path, relative: str, source: Input) -> Iterator[Reading]:
    """One document; the decoded markup goes along in flight."""
    data, sha256 = read_bytes(raw, relative)
    try:
        if data is None:
            raise RejectedInput("too_large", f"over {ReadLimits.FILE_BYTES:,} bytes: not a page")
        markup, encoding = decode(data, declared=True)
    except RejectedInput as error:
        yield reject(source, sha256, error)
    else:
        yield of_markup(source, sha256, markup, encoding)


def of_markup(source: Input, sha256: str, markup: str, encoding: str) -> Reading:
    """The reading of a decoded page."""
    text = render(parse(markup), ReadLimits.TEXT_CHARACTERS).text
    try:
        if not text:
            raise RejectedInput("no_text", "the page shows no text")
        check_text(text)
        if len(text) > ReadLimits.TEXT_CHARACTERS:
            raise RejectedInput("too_large", f"over {ReadLimits.TEXT_CHARACTERS:,} characters: not a page's text")
    except RejectedInput as error:
        reason = "no_text" if error.reason == "empty" else error.reason
        return reject(source, sha256, RejectedInput(reason, error.detail), encoding)
    return accept(source, sha256, text, encoding, markup)


HTML = Format((".html", ".htm", ".xhtml"), "text/html", read)
