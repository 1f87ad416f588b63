"""An article as the grouping into stories sees it: its names, what its lead names, ages, and the headline's words."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from tasks.reconciling.words import RARE, tokens, weight
from tasks.reference.press_names import mentioned

LEAD = 500  # characters: who, what and where stand in the first two paragraphs of a report
_NAME_WEIGHT = 1.0  # a word of less weight is no name, however it is written: see words.weight
_OCCURRENCE_WITHIN = 300  # characters
_LONGEST_HEADLINE = 120  # characters
_ENDS = frozenset(".:;,”\"'’")  # of a line that is part of the text
_LONGEST_WORD = 40
_PIECE = re.compile(r"[^\W\d_][\w'’.-]*|\d[\d:,.]*|[.!?\n\"“”|–—:]")
_STOPS = frozenset('.!?\n"“”|–—:')
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}$")  # of North American broadcasters
_AGE = re.compile(r"\b(\d{1,2})-year-old|, (\d{1,2}),")
_PEOPLE_WITHIN = 2000  # characters: whoever it happened to is told of in them; who speaks of it may come later
_BLOCK = re.compile(r"\b(\d[\d,]{0,6}) block\b", re.IGNORECASE)
_TIME = re.compile(r"\b(\d{1,2}(?::\d\d)?) ?[ap]\.?m\b")
_NUMBER = re.compile(r"\d[\d,]{2,11}")
_BEFORE_ANOTHER = re.compile(r"[\w$€£./:'’-]$")  # of a sum of money, a code, a decimal number or a time of day
_INSIDE_ANOTHER = re.compile(r"[\w'’-]|[./:]\d")
_TELLING_DIGITS = 3  # that are not noughts at the end: two events share no such number by chance
_SUFFIX = re.compile(r" (?:-|\||::|–|—) ")
_OF_OUTLET = re.compile(
    r"\b(?:[KW][A-Z]{2,3}|News|NEWS|TV|FOX|ABC|CBS|NBC|Channel|Times|Tribune|Herald|Post|Journal|Weather)\b|\.com\b"
)


@dataclass(frozen=True)
class StoryText:
    """``names`` maps words written as names to their weight, at most 1; ``pairs`` are names of two rare words.

    ``ages`` are of anybody, ``victims`` of those told of first; ``blocks`` are those of streets, in digits ("the 2500
    block of Elm Street"); ``figures`` are telling numbers, in digits; ``title`` is what the article is called: its
    headline, or else its first line.
    """

    article_id: str
    published_on: date | None
    title: str
    names: Mapping[str, float]
    lead: frozenset[str]
    pairs: frozenset[str]
    ages: frozenset[str]
    victims: frozenset[str]
    blocks: frozenset[str]
    times: frozenset[str]
    headline: frozenset[str]
    figures: frozenset[str]
    kinds: frozenset[str]

    @classmethod
    def of(cls, article_id: str, published_on: date | None, headline: str | None, text: str) -> "StoryText":
        """Read an article; a name of the outlet behind the headline ("Title - WXYZ News") is left out."""
        headline = headline or _first_line(text)
        reader = _Reader(_headline_pieces(headline))
        reader.read(_without_the_press(text))
        names = {word: weight(word) / RARE for word in reader.names() if weight(word) >= _NAME_WEIGHT}
        return cls(
            article_id=article_id,
            published_on=published_on,
            title=headline or text.strip().partition("\n")[0] or article_id,
            names=names,
            lead=frozenset(reader.lead & reader.names()),
            pairs=frozenset(pair for pair in reader.pairs if _telling(pair)),
            ages=_ages(text),
            victims=_ages(text[:_PEOPLE_WITHIN]),
            blocks=frozenset(block.replace(",", "") for block in _BLOCK.findall(text)),
            times=frozenset(_TIME.findall(text)),
            headline=frozenset(headline_words(headline)),
            figures=frozenset(_figures(text)),
            kinds=_kinds_of(f"{headline} {text[:_OCCURRENCE_WITHIN]}"),
        )

    @cached_property
    def weight(self) -> float:
        """The weight of all names."""
        return sum(self.names.values())

    @cached_property
    def lead_weight(self) -> float:
        """The weight of the names in headline and lead."""
        return sum(weight(word) for word in self.lead) / RARE

    def rare_names(self) -> frozenset[str]:
        """Names that no frequency class lists."""
        return frozenset(word for word, value in self.names.items() if value >= 1)


def _ages(text: str) -> frozenset[str]:
    return frozenset(one or two for one, two in _AGE.findall(text))


def _figures(text: str) -> Iterator[str]:
    """Numbers by which an event is known: "21,459 protesters", no round ones, years, sums of money, codes or times."""
    for match in _NUMBER.finditer(text):
        figure = match.group().rstrip(",")
        start, end = match.start(), match.start() + len(figure)
        part = _BEFORE_ANOTHER.match(text[start - 1 : start]) or _INSIDE_ANOTHER.match(text, end)
        is_year = len(figure) == 4 and figure[:2] in ("19", "20")
        significant = figure.replace(",", "").rstrip("0")
        if len(significant) >= _TELLING_DIGITS and not is_year and not part:
            yield figure.replace(",", "")


def _without_the_press(text: str) -> str:
    """The text with breaks in place of outlets: who reports is no part of what happened."""
    pieces, end = [], 0
    for span, _ in mentioned(text):
        if span.start >= end:
            pieces += [text[end : span.start], "|" * (span.end - span.start)]
            end = span.end
    return "".join([*pieces, text[end:]])


def _kinds_of(text: str) -> frozenset[str]:
    """The kinds of occurrence of ``occurrences.toml`` that a headline and lead tell of."""
    told = set(tokens(text))
    return frozenset(kind for kind, known in _occurrences().items() if not told.isdisjoint(known))


@cache
def _occurrences() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(files("tasks.reconciling").joinpath("occurrences.toml").read_text(encoding="utf-8"))
    return {
        kind: frozenset(form for word in said.split() for form in (word, f"{word}s")) for kind, said in table.items()
    }


def _first_line(text: str) -> str:
    """The line that stands alone before the text, where the page marks no headline."""
    first, _, rest = text.strip().partition("\n")
    return first if rest and len(first) <= _LONGEST_HEADLINE and first[-1:] not in _ENDS else ""


def _telling(pair: str) -> bool:
    weights = sorted(weight(word) for word in pair.split())
    return weights[0] >= 1.5 and weights[1] >= RARE


def headline_words(headline: str) -> list[str]:
    """The folded words of a headline, without the outlet behind it."""
    return [word for piece in _headline_pieces(headline) for word in tokens(piece)]


def _headline_pieces(headline: str) -> list[str]:
    parts = _SUFFIX.split(headline)
    own = [
        part for index, part in enumerate(parts) if index == 0 or not any(map(_OF_OUTLET.search, parts[1 : index + 1]))
    ]
    return [piece for part in own for piece in _PIECE.findall(part) if piece not in _STOPS]


class _Reader:
    """Tells names from other words: a name is capitalised where no sentence begins, and hardly ever written small."""

    def __init__(self, title: list[str]) -> None:
        self.title = title
        self.lead: set[str] = set()
        self.pairs: set[str] = set()
        self._capital: Counter[str] = Counter()
        self._small: Counter[str] = Counter()

    def read(self, text: str) -> None:
        begins, before = True, ""
        for match in _PIECE.finditer(text):
            piece = match.group()
            if piece in _STOPS:
                begins, before = True, ""
                continue
            word = _word(piece)
            if not _is_name(piece, word):
                self._small[word] += piece[0].islower()
                begins, before = False, ""
                continue
            if not begins or before:
                self._capital[word] += 1
                if match.start() < LEAD:
                    self.lead.add(word)
            if before:
                self._capital[before] += 0
                self.pairs.add(f"{before} {word}")
            before = "" if piece.endswith(".") and len(word) > 3 else word
            begins = False
        self._read_title()

    def _read_title(self) -> None:
        for piece in self.title:
            word = _word(piece)
            if _is_name(piece, word) and not self._small[word]:
                self._capital[word] += 1
                self.lead.add(word)

    def names(self) -> set[str]:
        return {word for word, count in self._capital.items() if not self._small[word] or count > 2 * self._small[word]}


@lru_cache(maxsize=65536)
def _word(piece: str) -> str:
    return next(iter(tokens(piece)), "")


def _is_name(piece: str, word: str) -> bool:
    return piece[0].isupper() and 1 < len(word) <= _LONGEST_WORD and not _CALL_SIGN.match(piece)


def shared_words(left: StoryText, right: StoryText) -> Iterator[str]:
    """Names that both have."""
    return (word for word in left.names if word in right.names)
