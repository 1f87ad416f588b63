"""Notices by which a page speaks of its own versions: corrected, updated, withdrawn (``notices.toml``)."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias, cast

from tasks.cleaning.lines import key_of

NoticeKind: TypeAlias = Literal["corrected", "updated", "withdrawn"]
_KINDS: tuple[NoticeKind, ...] = ("corrected", "updated", "withdrawn")
_SENTENCE = r"[^.!?\n]{0,300}"  # the rest of a notice's sentence, so that two corrections are two notices


class Notice(NamedTuple):
    """What kind of change a page tells of, and its words as a key."""

    kind: NoticeKind
    key: str


def notices_on(page: str) -> frozenset[Notice]:
    """The notices on a page, in whatever block they stand; linear time."""
    return frozenset(
        Notice(kind, key_of(match[0])) for kind, pattern in _patterns().items() for match in pattern.finditer(page)
    )


@cache
def _patterns() -> Mapping[NoticeKind, re.Pattern[str]]:
    data = tomllib.loads(files("tasks.cleaning").joinpath("notices.toml").read_text(encoding="utf-8"))
    piece = cast(str, data["piece"])
    alternatives = {kind: "|".join(data[kind]["patterns"]).replace("{piece}", piece) for kind in _KINDS}
    return {
        kind: re.compile(f"(?:{either}){_SENTENCE}", re.IGNORECASE | re.MULTILINE)
        for kind, either in alternatives.items()
    }
