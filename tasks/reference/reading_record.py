"""What reading hands to cleaning: one document, and what becomes of it."""

from dataclasses import dataclass

from tasks.tables.documents import Document
from tasks.tables.quarantine import Quarantined


@dataclass(frozen=True)
class Reading:
    """One raw input as read.

    ``rejection`` is set if it cannot become an article. ``markup`` is the decoded HTML of a page
    whose visible text is ``document.text``; it is kept in flight only.
    """

    document: Document
    rejection: Quarantined | None = None
    markup: str | None = None
