"""Hostile texts: nothing raises, and twice the length takes about twice the time."""

import random
import string
import sys
from collections.abc import Callable, Mapping
from datetime import date

from benchmarks.speed.clock import Row, cpu_seconds
from tasks.language import DEFAULT_MODEL, ArticleText, Extraction, extract

# Twice the length takes twice the time; a quarter more for noise and for what a longer run leaves in no cache.
MOST = 2.5
# CPU seconds; of less, the ratio says nothing.
_TOO_SHORT = 1.0
_SEED = 7


def _random_unicode(size: int) -> str:
    """Any code points whatever, surrogates and controls too, with a space now and then."""
    chance = random.Random(_SEED)
    return "".join(chance.choice((chr(chance.randrange(sys.maxunicode + 1)), " ")) for _ in range(size))


def _random(*parts: str) -> Callable[[int], str]:
    """``parts`` in no order, some with a space after them."""

    def made(size: int) -> str:
        chance = random.Random(_SEED)
        return "".join(chance.choice(parts) + chance.choice(("", " ")) for _ in range(size))[:size]

    return made


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _numbered(template: str) -> Callable[[int], str]:
    """``template`` again and again, each time with another number or name, so that no passage is like another."""

    def made(size: int) -> str:
        chance = random.Random(_SEED)
        pieces = (
            template.format(
                n=chance.randrange(10**4), name="".join(chance.choices(string.ascii_lowercase, k=5)).title()
            )
            for _ in range(size // len(template) + 1)
        )
        return "".join(pieces)[:size]

    return made


def _nested(size: int) -> str:
    return "“a " * (size // 6) + "b” " * (size // 6)


# What, at how many characters (and at twice as many), and how it is made.
TEXTS: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "random Unicode": (100_000, _random_unicode),
    "random words and marks": (
        100_000,
        _random("said", "he", "Ann", "12", "per", "cent", "“", "”", '"', "'", ",", ".", "-", "of", "May", "\n", "$"),
    ),
    "no space": (500_000, _repeated("x")),
    "10,000 quotation marks": (5_000, _repeated('"')),
    "quotation marks apart": (20_000, _random('" ', "“ ", "” ", "' ")),
    "dense numbers": (500_000, _numbered("{n} dead, {n} hurt, ")),
    "nested quotations": (60_000, _nested),
    "short lines": (500_000, _numbered("Line {n}\n")),
    "one long sentence": (100_000, _numbered("and he told {name} that she said ")),
    "times and dates": (400_000, _numbered("May 1, {n}, 2 p.m. Monday to {name} ")),
    "brackets and names": (100_000, _numbered("({name} Lee, of the Ministry of ")),
}


def extracted(text: str) -> Extraction:
    return extract([ArticleText.plain("hostile", text, date(2021, 4, 14))], model=DEFAULT_MODEL, cache=None)[0]


def rows(share: float = 1.0) -> list[Row]:
    """A line of the table a text; ``share`` scales the lengths."""
    extracted("Loaded before the first is timed.")
    return [_row(name, max(1, round(full * share)), make) for name, (full, make) in TEXTS.items()]


def _row(name: str, size: int, make: Callable[[int], str]) -> Row:
    once, twice = _seconds(make(size)), _seconds(make(2 * size))
    ratio = twice / once
    value = f"{once:.2f} s, {twice:.2f} s: {ratio:.1f} times"
    return Row(
        "hostile texts", f"{name}, {size:,} and {2 * size:,}", value, f"≤ {MOST}", ratio <= MOST or twice < _TOO_SHORT
    )


def _seconds(text: str) -> float:
    return cpu_seconds(lambda: extracted(text))
