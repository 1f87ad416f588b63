"""The forms of news English in ``texts/``, and which of them are held out.

A quarter of the forms is held out, chosen by the hash of their words: nobody looks at what the pipeline makes of them
while it is being improved, so their figures show whether it learned English or the forms.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Literal, TypeAlias

from benchmarks.newsroom.draws import number

FormSet: TypeAlias = Literal["development", "held_out"]
_SHARE = 4  # one form of so many is held out


@cache
def texts(name: str) -> Mapping[str, Any]:
    """One file of ``texts/``."""
    return tomllib.loads(files("benchmarks.newsroom").joinpath("texts", f"{name}.toml").read_text(encoding="utf-8"))


def is_held_out(form: str) -> bool:
    return number("form", form) % _SHARE == 0


@cache
def forms(name: str, family: str, which: FormSet, key: str = "forms") -> tuple[str, ...]:
    """The forms of one family; of a family too small to be divided, all."""
    every = tuple(texts(name)[family][key])
    return tuple(form for form in every if is_held_out(form) == (which == "held_out")) or every


class Forms:
    """The forms that the writers of one story choose from: who does not copy does not put it like the others, so a
    form is used again only when its family has no other left."""

    def __init__(self, which: FormSet) -> None:
        self._which = which
        self._used: set[tuple[str, str]] = set()

    def pick(self, draw: Random, name: str, family: str, key: str = "forms") -> str:
        every = forms(name, family, self._which, key)
        left = [form for form in every if (family, form) not in self._used]
        if not left:
            self._used -= {(family, form) for form in every}
        form = draw.choice(left or every)
        self._used.add((family, form))
        return form
