"""Bytes to text: UTF-8 first, then what the input declares, then detection; never with replaced characters."""

import codecs
import re

from charset_normalizer import from_bytes

from tasks.errors import RejectedInput

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The WHATWG Encoding Standard reads these labels as windows-1252.
_LATIN_LABELS = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "cp1252"})
_DECLARED = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.ASCII)
_DECLARATION_BYTES = 4096  # HTML wants it in the first 1024; real pages are late
_DETECTION_BYTES = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_WORD = re.compile(r"[^\W_]")
CONTROL_SHARE = 0.001  # text pages have a stray control character at most


def decode(data: bytes, declared: bool = False) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding; ``declared``: trust an HTML ``charset``.

    Raises RejectedInput with reason ``empty``, ``binary`` or ``undecodable``.
    """
    text, encoding = _decode(data, declared)
    check_text(text)
    return text, encoding


def check_text(text: str) -> None:
    """Raises RejectedInput if ``text`` is empty or is no text."""
    if "\0" in text:
        raise RejectedInput("binary", "the input holds NUL characters: it is not text")
    controls = len(_CONTROL.findall(text))
    if not _WORD.search(text):
        raise RejectedInput("empty", "the input has no words")
    if controls > max(1, CONTROL_SHARE * len(text)):
        raise RejectedInput("binary", f"{controls} control characters: the input is not text")


def _decode(data: bytes, declared: bool) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\0" in data:
        raise RejectedInput("binary", "the input holds NUL bytes: it is not text")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        where = error.start
    name = declared_encoding(data) if declared else None
    if name is not None:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            pass  # a wrong declaration is common; detection decides
    return _detected(data, where)


def _strictly(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise RejectedInput("undecodable", f"the mark says {encoding}, but {error.reason}") from error


def declared_encoding(data: bytes) -> str | None:
    """The ``charset`` an HTML page names near its start, as Python names it; None if there is none or it is UTF-8."""
    found = _DECLARED.search(data[:_DECLARATION_BYTES])
    if found is None:
        return None
    label = found[1].decode("ascii").lower()
    if label in _LATIN_LABELS:
        return "cp1252"
    try:
        name = codecs.lookup(label).name
        "".encode(name)  # only text encodings: "charset=zlib" names a codec too
    except (LookupError, TypeError, ValueError):
        return None
    return None if name.startswith(("utf-8", "idna", "punycode", "unicode", "raw-unicode")) else name


def _detected(data: bytes, where: int) -> tuple[str, str]:
    refusal = RejectedInput(
        "undecodable", f"not UTF-8 (byte {where}) nor any other encoding that can be told: save it as UTF-8"
    )
    if _broken_utf8(data):
        raise refusal
    best = from_bytes(data[:_DETECTION_BYTES]).best()
    if best is None:
        raise refusal
    names = [best.encoding, *best.could_be_from_charset]
    encoding = "cp1252" if "cp1252" in names or best.encoding == "latin_1" else best.encoding
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise refusal from error
    if _CONTROL.search(text):
        raise refusal
    return text, encoding


def _broken_utf8(data: bytes) -> bool:
    """UTF-8 with a few damaged bytes: another encoding would turn the sound ones into mojibake."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("�")
    sound = sum(1 for character in text if character > "\x7f") - damaged
    return sound >= damaged
