"""Reference facts: what is known for sure, as the relation that ``facts/match_reference_facts.sql`` reads.

They are data, in ``reference_facts.toml``. A fact of the lake that none of them is about is not judged by them,
and one that no article reports is no failure.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import product

import pyarrow as pa

from tasks.errors import UsageError

NAME = "reference_facts"
SCHEMA = pa.schema(
    [
        pa.field("reference", pa.string(), nullable=False),
        pa.field("measure", pa.string(), nullable=False),
        pa.field("holder", pa.string(), nullable=False),
        pa.field("place", pa.string(), nullable=False),
        pa.field("from_on", pa.date32(), nullable=False),
        pa.field("to_on", pa.date32(), nullable=False),
        pa.field("value", pa.float64(), nullable=False),
        pa.field("tolerance", pa.float64(), nullable=False),
    ]
)


@dataclass(frozen=True, kw_only=True)
class ReferenceFact:
    """The value of a measure for a holder at a place, for the days ``from_on`` to ``to_on``, and where it is from.

    ``holder`` and ``place`` are names, any of which an entity may go by.
    """

    name: str
    measure: str
    holder: tuple[str, ...]
    place: tuple[str, ...]
    from_on: date
    to_on: date
    value: float
    tolerance: float
    source: str


def read_reference_facts(text: str) -> tuple[ReferenceFact, ...]:
    """The facts of a TOML text. Raises UsageError, in one line, where one is incomplete or contradicts itself."""
    try:
        entries = tomllib.loads(text).get("fact", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"reference facts: not TOML: {error}") from error
    return tuple(_fact(entry, position) for position, entry in enumerate(entries, start=1))


def reference_facts() -> pa.Table:
    """The shipped facts, one row a name of the holder and of the place, both in lower case (:data:`SCHEMA`)."""
    return as_relation(_shipped())


def as_relation(facts: tuple[ReferenceFact, ...]) -> pa.Table:
    """Facts as the relation that the audit reads (:data:`SCHEMA`)."""
    rows = [
        {
            "reference": fact.name,
            "measure": fact.measure,
            "holder": holder.lower(),
            "place": place.lower(),
            "from_on": fact.from_on,
            "to_on": fact.to_on,
            "value": fact.value,
            "tolerance": fact.tolerance,
        }
        for fact in facts
        for holder, place in product(fact.holder, fact.place)
    ]
    return pa.Table.from_pylist(rows, SCHEMA)


@cache
def _shipped() -> tuple[ReferenceFact, ...]:
    return read_reference_facts(files("expectations").joinpath("reference_facts.toml").read_text(encoding="utf-8"))


def _fact(entry: dict[str, object], position: int) -> ReferenceFact:
    try:
        fact = ReferenceFact(
            name=str(entry["name"]),
            measure=str(entry["measure"]),
            holder=_names(entry["holder"]),
            place=_names(entry["place"]),
            from_on=_day(entry["from"]),
            to_on=_day(entry["to"]),
            value=_number(entry["value"]),
            tolerance=_number(entry["tolerance"]),
            source=str(entry["source"]),
        )
    except KeyError as error:
        raise UsageError(f"reference fact {position} has no {error.args[0]}: add it") from error
    except TypeError as error:
        raise UsageError(f"reference fact {position}: {error}") from error
    if fact.from_on > fact.to_on or fact.tolerance < 0:
        raise UsageError(f"reference fact {position}: from is after to, or the tolerance is below zero")
    return fact


def _names(given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not given or not all(isinstance(name, str) for name in given):
        raise TypeError(f"{given!r} is not a list of names")
    return tuple(sorted(set(given)))


def _day(given: object) -> date:
    if type(given) is not date:
        raise TypeError(f"{given!r} is not a day")
    return given


def _number(given: object) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise TypeError(f"{given!r} is not a number")
    return float(given)
