"""Words as reconciliation compares texts: tokens, shingles, and how much a word tells."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_MARKS = re.compile(r"[\u0300-\u036f]+")  # combining diacritical marks
_CLASS_WEIGHTS = {"function": 0.0, "furniture": 0.0, "frequent": 0.5, "news": 0.5, "names": 1.5}
RARE = 4.0  # an unlisted word
_LONGEST_WORD = 40  # longer runs of letters are no words


def fold_text(text: str) -> str:
    """Text without case and accents."""
    if text.isascii():
        return text.casefold()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def tokens(text: str) -> list[str]:
    """The words of a text, folded, without possessive endings, in order."""
    folded = fold_text(text).replace("’", "'")
    found = _TOKEN.findall(folded)
    return [word[:-2] if word.endswith("'s") else word for word in found] if "'" in folded else found


def shingles(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Every run of ``size`` words."""
    return (tuple(words[index : index + size]) for index in range(len(words) - size + 1))


def weight(word: str) -> float:
    """How much a word tells of what a text is about: an inverse document frequency in classes, and frozen."""
    if len(word) > _LONGEST_WORD:
        return 0.0
    return _weights().get(word, RARE)


@cache
def _weights() -> Mapping[str, float]:
    table = tomllib.loads(files("tasks.reconciling").joinpath("frequencies.toml").read_text(encoding="utf-8"))
    found: dict[str, float] = {}
    for name, value in _CLASS_WEIGHTS.items():
        for word in table[name].split():
            for form in (word, word + "s", word + "ed", word + "ing") if name != "names" else (word,):
                found[form] = min(value, found.get(form, value))
    return found
