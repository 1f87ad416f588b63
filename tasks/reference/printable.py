"""Text from pages without what a terminal or a browser would obey."""

import re

# Control characters but tab and newline, overrides of writing direction (Unicode Bidirectional Algorithm, UAX #9), and
# halves of characters.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Without control characters, overrides of writing direction and lone surrogates: safe on a terminal."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))
