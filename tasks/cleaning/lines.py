"""A page's text as lines with exact offsets; what lines say, apart from how they are typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from tasks.reference.spans import Span

RULE_CHARACTERS = 600  # longer lines are prose; no rule about furniture reads them, so hostile lines cost nothing

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# What shows nothing: soft hyphen, zero-width and direction marks, byte order mark.
_UNSHOWN = re.compile("[\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_QUOTES = str.maketrans("‘’‚‛“”„‟«»′″", '\'\'\'\'""""""\'"')
_OPENING, _CLOSING = " \t•·●▪■◦‣►▶»›>→–—-*|", " \t:|»›>→…•·–—-*"
_SENTENCE_END = re.compile(r"[.!?…。؟।][\"'’”»)\]\s]*$")
_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")
# Bullets, brackets, numbers and days before an item.
_LIST_ITEM = re.compile(r"[•·▪‣*(–—-]|\d|[A-Z][a-z]{2,8}\.? \d{1,2}\b")
PROSE_WORDS = 9  # a terminated line of so many words is prose; sub-headlines and links rarely are


@dataclass(frozen=True)
class Line:
    """A line without the white space around it: ``page[start:end] == text``; ``gap``: line breaks before it."""

    start: int
    end: int
    text: str
    gap: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @cached_property
    def key(self) -> str:
        """The line for comparison: NFKC, lower case, straight quotes, single spaces, no bullets or arrows around."""
        return key_of(self.text[: RULE_CHARACTERS + 1])

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(self.text))

    @cached_property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text[-12:]))

    @cached_property
    def is_prose(self) -> bool:
        """Sentences, beyond doubt."""
        return (self.ends_sentence and len(self.words) >= PROSE_WORDS) or len(self.words) >= 3 * PROSE_WORDS

    @cached_property
    def is_list_item(self) -> bool:
        """An item of a list that says so itself (a bullet, a number, a day), or the line that announces one."""
        return self.text.endswith(":") or bool(_LIST_ITEM.match(self.text[:40]))

    @property
    def is_short(self) -> bool:
        return len(self.text) <= RULE_CHARACTERS


def key_of(text: str) -> str:
    """See :attr:`Line.key`."""
    plain = unicodedata.normalize("NFKC", _UNSHOWN.sub("", text.translate(_QUOTES))).casefold()
    return " ".join(plain.split()).lstrip(_OPENING).rstrip(_CLOSING)


def lines_of(page: str) -> tuple[Line, ...]:
    """The lines that show something, in page order (linear time)."""
    found: list[Line] = []
    behind = 0
    for match in _LINE.finditer(page):
        start, end = trim(page, match.start(), match.end())
        if start < end:
            found.append(Line(start, end, page[start:end], len(_BREAK.findall(page, behind, start))))
            behind = end
    return tuple(found)


def trim(page: str, start: int, end: int) -> tuple[int, int]:
    """``[start, end)`` without what shows nothing at either end."""
    while start < end and _shows_nothing(page[start]):
        start += 1
    while end > start and _shows_nothing(page[end - 1]):
        end -= 1
    return start, end


def _shows_nothing(character: str) -> bool:
    return character.isspace() or bool(_UNSHOWN.match(character))
