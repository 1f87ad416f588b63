"""What a statement tells apart from the words around it: its telling words and numbers, and whether it denies."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from tasks.reconciling.words import RARE, tokens, weight

# Calibrated on the incidents set of ../shared (2,484 articles): each of the 11 pairs that only gists join is one.
_SHARE = 0.8  # of the weight of what the shorter tells, that the longer tells too
_ENOUGH_RARE = 2  # words: one alone is a topic, two are a thing said of it
_MARKS = "“”\"'‘([#"


@dataclass(frozen=True)
class Gist:
    """``telling`` are the words that tell something, in order; ``rare`` those of them that are rare and no names."""

    telling: tuple[str, ...]
    rare: frozenset[str]
    numbers: frozenset[str]
    denied: bool

    def runs(self) -> Iterator[tuple[str, str]]:
        """Each two telling words that follow each other."""
        return pairwise(self.telling)


def gist_of(text: str) -> Gist:
    """The gist of the words of a statement. Names are what it is about: they tell, but prove nothing."""
    words = tokens(text)
    names = set(tokens(" ".join(word for word in text.split() if word.lstrip(_MARKS)[:1].isupper())))
    telling = tuple(word for word in words if weight(word) > 0 and not _is_number(word))
    return Gist(
        telling=telling,
        rare=frozenset(word for word in telling if weight(word) >= RARE) - names,
        numbers=frozenset(filter(_is_number, words)),
        denied=any(word in _lexicon("denying") or word.endswith("n't") for word in words),
    )


def same_gist(short: Gist, long: Gist) -> bool:
    """Whether the longer tells all that the shorter does, in words of its own, its numbers too, and denies no more."""
    if short.denied != long.denied or not short.numbers <= long.numbers or len(short.rare & long.rare) < _ENOUGH_RARE:
        return False
    told, words = set(long.telling), set(short.telling)
    return sum(map(weight, words & told)) >= _SHARE * sum(map(weight, words))


def _is_number(word: str) -> bool:
    return word in _lexicon("numerals") or any(character.isdigit() for character in word)


@cache
def _lexicon(name: str) -> frozenset[str]:
    table = tomllib.loads(files("tasks.reconciling").joinpath("gists.toml").read_text(encoding="utf-8"))
    return frozenset(table[name].split())
