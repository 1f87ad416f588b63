"""How kept lines follow each other: a new paragraph, or the same one going on after a break in a name or a line."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from tasks.cleaning.lines import Line

PARAGRAPH, CONTINUATION = "\n\n", " "
MIN_WORDS = 8  # what is shorter is a headline or an item, and ends as it likes
# Text wrapped by hand or by mail programs: lines of 60 to 90 characters (RFC 3676 recommends 78 at most).
WRAP_MIN, WRAP_MAX = 50, 100
WRAPPED_SHARE, WRAPPED_LINES = 0.7, 4
GOING_ON_WORDS = 5  # a sentence goes on with some words; a scrap in lower case is an image's name

_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*\.?)$")
_FIRST_WORD = re.compile(r"([^\W\d_][\w'’-]*)")


@cache
def _openers() -> Mapping[str, frozenset[str]]:
    text = files("tasks.cleaning").joinpath("name_openers.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the page's lines were broken at a width: most lines that a line follows directly nearly fill it."""
    followed = [line for line, after in pairwise(lines) if after.gap == 1]
    filling = sum(1 for line in followed if WRAP_MIN <= len(line.text) <= WRAP_MAX)
    return len(followed) >= WRAPPED_LINES and filling >= WRAPPED_SHARE * len(followed)


def prose_lines(lines: Sequence[Line]) -> tuple[bool, ...]:
    """Which lines are prose: sentences, and lines whose sentence goes on in the next line."""
    wrapped = is_wrapped(lines)
    flags = [line.is_prose for line in lines]
    for index in range(len(lines) - 2, -1, -1):
        line, after = lines[index], lines[index + 1]
        goes_on = continues(line, after, wrapped) and (wrapped or len(after.words) >= GOING_ON_WORDS)
        flags[index] = flags[index] or (goes_on and (flags[index + 1] or after.ends_sentence))
    return tuple(flags)


def continues(before: Line, after: Line, wrapped: bool) -> bool:
    """Whether ``after`` goes on with the sentence or the paragraph that ``before`` began."""
    if wrapped and after.gap == 1 and len(before.text) >= WRAP_MIN:
        return True
    if before.ends_sentence or len(before.words) < MIN_WORDS:
        return False
    first = _FIRST_WORD.match(after.text)
    last = _LAST_WORD.search(before.text[-60:])
    if first is None:
        return False
    if first[1][0].islower():
        return last is not None or before.text.endswith((",", ";"))
    return last is not None and _name_goes_on(last[1], first[1])


def _name_goes_on(last: str, first: str) -> bool:
    words = _openers()
    low = last.casefold().rstrip(".")
    if first.casefold() in words["begins_anew"]:
        return False
    if last[0].isupper():
        return low in words["titles"] or low in words["places"] or low in words["given_names"]
    return low in words["dangling"] or low in words["titles"]
