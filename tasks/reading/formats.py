"""What a reader is: suffixes, a media type, and a function from a file to readings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tasks.reading.record import Input
from tasks.reference.reading_record import Reading


@dataclass(frozen=True)
class Format:
    """One file format.

    ``read(raw, relative, input)`` gives the documents of the file ``raw / relative``, rejected ones
    too; it raises RejectedInput only for a file that cannot be opened. A format whose files hold
    many documents says in ``read_part`` how to read one by its locator again.
    """

    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[Path, str, Input], Iterator[Reading]]
    read_part: Callable[[Path, str, Input, str], Reading] | None = None
