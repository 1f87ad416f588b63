"""How much one document may have; what is over it is quarantined as ``too_large``, never read whole."""


class ReadLimits:
    """Named limits. An article is rarely over 100 kB and a page rarely over 5 MB, so these only stop the absurd."""

    FILE_BYTES = 10_000_000  # one text or HTML file
    LINE_BYTES = 10_000_000  # one line of JSONL
    TEXT_CHARACTERS = 2_000_000  # visible text of one page: beyond it no language stage ends in useful time
    CHUNK_BYTES = 1 << 20  # what is in memory while an oversized input is hashed
