"""The outlets and wire services of the newsroom, with their habits."""

from dataclasses import dataclass
from functools import cache

from benchmarks.newsroom.forms import texts


@dataclass(frozen=True, kw_only=True)
class Outlet:
    """The habits are shares: see ``texts/outlets.toml``. ``short`` is an agency's initials."""

    name: str
    domain: str
    short: str | None = None
    is_agency: bool = False
    rounds: float = 0.0
    hedges: float = 0.1
    misspells: float = 0.02
    copies: float = 0.0
    credits: float = 1.0
    rewrites: float = 0.1
    truncates: float = 0.1
    alters: float = 0.05
    reassigns: float = 0.01
    stale: float = 0.03
    errs: float = 0.01
    own: float = 0.0
    anonymous: float = 0.05


@cache
def agencies() -> tuple[Outlet, ...]:
    return tuple(Outlet(is_agency=True, **entry) for entry in texts("outlets")["agencies"])


@cache
def outlets() -> tuple[Outlet, ...]:
    return tuple(Outlet(**entry) for entry in texts("outlets")["outlets"])
