"""Whether a judgement still applies: what it names is there, is what the reviewer saw, and nobody rules the reverse.

One that does not changes nothing and has a ``problem``, one line for people: a correction that silently stops
correcting is worse than none (after owid/etl's corrections, which fail when they match no row).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tasks.reconciling.groups import Groups
from tasks.reconciling.judgements import same_by_reference
from tasks.reference.places import fold
from tasks.tables.judgements import Judgement, JudgementKind

BETWEEN = " | "  # in ``expect``, between what was seen of the left side and of the right
LONGEST = 120  # code points of what is quoted in a problem

_ENTITIES: tuple[JudgementKind, ...] = ("same_entity", "different_entity")
_CLAIMS: tuple[JudgementKind, ...] = ("comparable", "not_comparable", "reject")
_REVERSE: tuple[tuple[JudgementKind, JudgementKind], ...] = (
    ("same_entity", "different_entity"),
    ("comparable", "not_comparable"),
)


@dataclass(frozen=True)
class Seen:
    """Something in the lake that a side may name, as a reviewer sees it.

    ``sort`` is the kind of claim, or "name", "article", "outlet"; ``row_id`` is None for a name; ``shown`` are the
    texts it can be known by.
    """

    sort: str
    row_id: str | None
    shown: tuple[str, ...]
    value: float | None = None


@dataclass(frozen=True)
class Lookup:
    """What the sides of judgements name: claims, mentions, articles and outlets by the words of the side.

    An address or a name may be that of several articles. ``spellings`` are all names of current articles.
    """

    claims: Mapping[str, Seen]
    mentions: Mapping[str, Seen]
    articles: Mapping[str, Sequence[Seen]]
    outlets: Mapping[str, Seen]
    spellings: Iterable[str] = ()


class _Fails(Exception):
    """Says why a judgement does not apply; never leaves this module."""


def settled(judgements: Iterable[Judgement], lookup: Lookup) -> tuple[Judgement, ...]:
    """The judgements with the ids of what they name, and a problem where they do not apply; by id."""
    names = _names(lookup.spellings)
    rows = [_settled(row, lookup, names) for row in judgements]
    problems = _reversed([row for row in rows if row.problem is None])
    rows = [replace(row, problem=problems.get(row.judgement_id, row.problem)) for row in rows]
    rejected = {row.left_id for row in rows if row.kind == "reject" and row.problem is None}
    return tuple(sorted((_unless_rejected(row, rejected) for row in rows), key=lambda row: row.judgement_id))


def _settled(row: Judgement, lookup: Lookup, names: Mapping[str, Sequence[str]]) -> Judgement:
    try:
        sides = tuple(_sides(row, lookup, names))
    except _Fails as failure:
        return replace(row, problem=str(failure))
    row = replace(row, left_id=sides[0].row_id, right_id=sides[1].row_id if len(sides) > 1 else None)
    try:
        _check_sides(row, sides)
        _check_guard(row, sides[:1] if row.kind == "source" else sides)
    except _Fails as failure:
        return replace(row, problem=str(failure))
    return row


def _sides(row: Judgement, lookup: Lookup, names: Mapping[str, Sequence[str]]) -> Iterator[Seen]:
    for side, is_left in ((row.left_side, True), (row.right_side, False)):
        if side is None:
            continue
        if row.kind in _ENTITIES:
            yield lookup.mentions.get(side) or _named(side, names)
        elif row.kind in _CLAIMS:
            yield _found(lookup.claims, side, f"no current article has the claim or fact {side}")
        elif is_left:
            found = lookup.articles.get(side, ())
            if len(found) > 1:
                raise _Fails(f"{len(found)} current articles go by {_quoted(side)}: name one by its id or its path")
            yield _found(
                dict(zip([side], found, strict=False)),
                side,
                f"no article has the id, path, name or address {_quoted(side)}",
            )
        else:
            yield lookup.outlets[side]


def _found(known: Mapping[str, Seen], side: str, missing: str) -> Seen:
    if side in known:
        return known[side]
    raise _Fails(f"{missing}: it was withdrawn or replaced; rule on what is there now, or remove the line")


def _names(spellings: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(spellings)):
        found[fold(name)].append(name)
    return found


def _named(side: str, names: Mapping[str, Sequence[str]]) -> Seen:
    folded = fold(side)
    shown = names.get(folded) or [
        one for other, some in names.items() if same_by_reference(other, folded) for one in some
    ]
    if not shown:
        raise _Fails(f"no current article names {_quoted(side)}: correct the name, or remove the line")
    return Seen("name", None, (side, *shown))


def _check_sides(row: Judgement, sides: Sequence[Seen]) -> None:
    if row.kind in ("reject", "source"):
        return
    left, right = sides
    if left.sort != right.sort:
        raise _Fails(f"a {left.sort} and a {right.sort} have nothing to compare: rule on two claims of one kind")
    if left.row_id is not None and left.row_id == right.row_id:
        raise _Fails("both sides are one: name two (a fact stands for the first of its claims)")
    if row.kind == "different_entity" and _one_spelling(left, right):
        raise _Fails("both names have one spelling, which is one name in the lake: only spellings can be told apart")


def _one_spelling(left: Seen, right: Seen) -> bool:
    """A bare name is one an article, any other name one in the lake."""
    one, two = fold(left.shown[0]), fold(right.shown[0])
    return one == two and (len(one.split()) > 1 or left.row_id is None or right.row_id is None)


def _check_guard(row: Judgement, sides: Sequence[Seen]) -> None:
    if row.expect is None:
        return
    parts = row.expect.split(BETWEEN)
    if len(sides) == 1:
        fits = _shows(sides[0], row.expect)
    else:
        cuts = ((BETWEEN.join(parts[:cut]), BETWEEN.join(parts[cut:])) for cut in range(1, len(parts)))
        fits = any(_shows(sides[0], left) and _shows(sides[1], right) for left, right in cuts)
    if not fits:
        now = BETWEEN.join(_quoted(side.shown[0]) for side in sides)
        raise _Fails(
            f"expected {_quoted(row.expect)}, now it is {now}: look again, then correct expect or remove the line"
        )


def _shows(seen: Seen, expected: str) -> bool:
    """Whether what was seen is there still: one of its texts, a beginning of it that ends with "…", or its value."""
    wanted = _plain(expected)
    begins = wanted.endswith("…") or wanted.endswith("...")
    start = wanted.rstrip("….").rstrip()
    if any(text == wanted or (begins and start and text.startswith(start)) for text in map(_plain, seen.shown)):
        return True
    try:
        return seen.value is not None and float(wanted.replace(",", "")) == seen.value
    except ValueError:
        return False


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _reversed(rows: Sequence[Judgement]) -> dict[str, str]:
    """Judgements that others contradict: none of them applies until people agree."""
    problems: dict[str, str] = {}
    for one_kind, two_kind in _REVERSE:
        one = [row for row in rows if row.kind == one_kind]
        units: Groups[str] = Groups()
        for row in one:
            units.join(*_nodes(row))
        roots = {row.judgement_id: units.root(_nodes(row)[0]) for row in one}
        for two in (row for row in rows if row.kind == two_kind):
            left, right = map(units.root, _nodes(two))
            against = [row for row in one if left == right == roots[row.judgement_id]]
            for row in against:
                problems.setdefault(row.judgement_id, _against(two))
                problems.setdefault(two.judgement_id, _against(row))
    by_article: dict[str | None, list[Judgement]] = defaultdict(list)
    for row in rows:
        if row.kind == "source":
            by_article[row.left_id].append(row)
    for some in by_article.values():
        for row in some:
            if others := [other for other in some if other.right_id != row.right_id]:
                problems[row.judgement_id] = _against(others[0])
    return problems


def _nodes(row: Judgement) -> tuple[str, str]:
    return (row.left_id or fold(row.left_side), row.right_id or fold(row.right_side or ""))


def _against(other: Judgement) -> str:
    sides = " and ".join(_quoted(side) for side in (other.left_side, other.right_side) if side)
    kind = other.kind.replace("_", " ")
    return f"contradicts what {other.who} ruled in {other.file} ({kind}: {sides}): keep one of the two"


def _unless_rejected(row: Judgement, rejected: set[str | None]) -> Judgement:
    if row.problem or row.kind not in ("comparable", "not_comparable") or not {row.left_id, row.right_id} & rejected:
        return row
    return replace(row, problem="a claim of it is rejected by another judgement: keep one of the two")


def _quoted(text: str) -> str:
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}”"
