"""An amount, as the grammar reads it, and a finding, as the extractor keeps it."""

from dataclasses import dataclass

from tasks.language.anchoring import Tense
from tasks.language.numbers import NumberForm
from tasks.language.timex import Timex
from tasks.reference.spans import Span
from tasks.tables.modality import Modality
from tasks.tables.quantities import Bound, Change, QuantityBasis


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what is written on to it.

    ``span`` takes in hedge and unit, ``number`` the number or range alone. ``value`` is None for a range or a vague
    number; ``low`` and ``high`` are what the wording allows (None: unbounded).
    """

    span: Span
    number: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    form: NumberForm
    unit: str | None = None
    dimension: str | None = None
    sign: bool = False  # the unit is a sign: nothing is counted after it
    hyphen: bool = False  # "90-day", "9,600-strong"
    moved: bool = False  # "rose from 10 to 15": ``value`` is the later one


@dataclass(frozen=True, slots=True)
class Finding:
    """A quantity at ``span``; ``holder`` and ``place`` are spans of the words for whose it is and where."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    counted: str | None
    measure: str | None
    rule: str
    basis: QuantityBasis = "stated"
    change: Change = "total"
    includes: str | None = None
    holder: Span | None = None
    place: Span | None = None
    as_of: Timex | None = None
    tense: Tense | None = None
    modality: Modality = "asserted"
