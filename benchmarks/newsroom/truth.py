"""What is true of the pages, as far as their texts show it: verdict, support and origins of every fact.

The rules are those of the design, written down a second time and not taken from the product: numbers by what their
wording allows, days by what was told when, origins by credits and by sentences that one article took from another.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from benchmarks.newsroom.articles import Page
from benchmarks.newsroom.numbers import allowed
from benchmarks.newsroom.pieces import Day, Name, Number, Quote, Truth

Verdict: TypeAlias = Literal["agreed", "compatible", "conflicting", "superseded", "single"]
Kind: TypeAlias = Literal["quantity", "statement", "date"]
GroupKey: TypeAlias = tuple[str, ...]
_UNKNOWN = "?"


@dataclass(frozen=True)
class Claim:
    """One telling of one truth in one article. ``copied_from`` is the article that its article is made of."""

    article: str
    outlet: str
    day: date
    truth: Truth
    start: int
    end: int
    origin: str
    sentence: str
    copied_from: str | None


@dataclass(frozen=True)
class Expected:
    """What the pipeline should say of a group of claims; ``verdicts`` are the answers that are right."""

    verdicts: frozenset[Verdict]
    support: str
    origins_count: int


@dataclass(frozen=True)
class Group:
    """Every telling of one fact."""

    key: GroupKey
    kind: Kind
    claims: tuple[Claim, ...]
    expected: Expected


def claims_of(page: Page) -> list[Claim]:
    article = page.article
    return [
        Claim(article.key, article.outlet.name, article.day, one.truth, one.start, one.end, one.origin, one.sentence,
              article.copied_from)
        for one in page.placed
    ]  # fmt: skip


def groups_of(claims: Iterable[Claim]) -> list[Group]:
    """The facts that the claims tell, each with what is to be said of it."""
    every = list(claims)
    credited = _credited(every)
    found: dict[GroupKey, list[Claim]] = defaultdict(list)
    for claim in every:
        if key := _key(claim.truth):
            found[key].append(claim)
    days: dict[str, list[Claim]] = defaultdict(list)
    for key, members in found.items():
        if key[0] == "date":
            days[key[1]] += members
    return [_group(key, tuple(members), credited, days) for key, members in sorted(found.items())]


def _key(truth: Truth) -> GroupKey | None:
    match truth:
        case Number():
            return ("quantity", truth.matter)
        case Quote():
            return ("statement", truth.utterance, truth.speaker)
        case Day():
            return ("date", truth.matter, truth.day.isoformat())
        case Name():
            return None


def _group(
    key: GroupKey, members: tuple[Claim, ...], credited: Mapping[str, frozenset[str]], days: Mapping[str, list[Claim]]
) -> Group:
    if key[0] == "quantity":
        return Group(key, "quantity", members, Expected(_of_numbers(members), *_support(members, credited)))
    if key[0] == "statement":
        return Group(key, "statement", members, Expected(_of_words(members), *_support(members, credited)))
    rivals = [claim for claim in days[key[1]] if _key(claim.truth) != key]
    verdicts = _of_days(members, rivals)
    told = members + tuple(rivals) if verdicts == {"conflicting"} else members
    return Group(key, "date", members, Expected(verdicts, *_support(told, credited)))


def _of_numbers(claims: Sequence[Claim]) -> frozenset[Verdict]:
    """Later news replaces what nobody tells any more, and what the outlet itself told; the rest must fit together."""
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own[claim.outlet].append(claim)
    replaced = _replaced(claims).union(*(_replaced(some) for some in own.values()))
    current = [claim for index, claim in enumerate(claims) if id(claim) not in replaced]
    numbers = [claim.truth for claim in current if isinstance(claim.truth, Number)]
    ranges = [allowed(number) for number in numbers]
    if max(low for low, _ in ranges) > min(high for _, high in ranges):
        return frozenset({"conflicting"})
    if len({claim.article for claim in current}) == 1:
        return frozenset({"single"})
    if len({number.value for number in numbers}) > 1:
        return frozenset({"compatible"})
    hedges = {number.bound for number in numbers}
    if len(hedges) == 1:
        return frozenset({"agreed"})
    return frozenset({"compatible"}) if "at_least" in hedges else frozenset({"agreed", "compatible"})


def _replaced(claims: Sequence[Claim]) -> set[int]:
    def fits(left: Claim, right: Claim) -> bool:
        assert isinstance(left.truth, Number) and isinstance(right.truth, Number)
        one, two = allowed(left.truth), allowed(right.truth)
        return one[0] <= two[1] and two[0] <= one[1]

    found = set()
    for claim in claims:
        last = max(other.day for other in claims if fits(claim, other))
        for later in claims:
            if fits(claim, later) or later.day <= last:
                continue
            if min(other.day for other in claims if fits(later, other)) > claim.day:
                found.add(id(claim))
    return found


def _of_words(claims: Sequence[Claim]) -> frozenset[Verdict]:
    if len({claim.article for claim in claims}) == 1:
        return frozenset({"single"})
    return frozenset({"agreed" if len({claim.truth.words for claim in claims}) == 1 else "compatible"})


def _of_days(claims: Sequence[Claim], rivals: Sequence[Claim]) -> frozenset[Verdict]:
    """A date is superseded by one that an article gives beside it, or that is told only after it."""
    if rivals:
        both = {claim.article for claim in claims} & {claim.article for claim in rivals}
        first, last = min(claim.day for claim in claims), max(claim.day for claim in claims)
        is_old = claims[0].truth.day < rivals[0].truth.day  # type: ignore[union-attr]
        if both:
            if is_old:
                return frozenset({"superseded"})
        elif last < min(claim.day for claim in rivals):
            return frozenset({"superseded"})
        elif not first > max(claim.day for claim in rivals):
            return frozenset({"conflicting"})
    return frozenset({"single" if len({claim.article for claim in claims}) == 1 else "agreed"})


def _credited(claims: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """Sentence → who is credited for it by any article that prints it; words in common show one source."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.origin.startswith("outlet:"):
            found[claim.sentence].add(claim.origin)
    return {key: frozenset(names) for key, names in found.items()}


def _support(claims: Sequence[Claim], credited: Mapping[str, frozenset[str]]) -> tuple[str, int]:
    """Support and the number of origins: who is credited together is one, and so are all who are unknown."""
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    unknown = set()
    for claim in claims:
        names = credited.get(claim.sentence, frozenset())
        told[claim.article].append(names or frozenset({_UNKNOWN}))
    components: list[set[str]] = []
    for article, sets in told.items():
        named = [names for names in sets if _UNKNOWN not in names]
        if not named:
            unknown.add(article)
        for names in named or sets:
            touching = [one for one in components if one & names]
            components = [one for one in components if not one & names] + [set(names).union(*touching)]
    known = [one for one in components if _UNKNOWN not in one]
    if len(known) > 1:
        return "corroborated", len(components)
    certain = len(components) == 1 and (not unknown or len(told) == 1 or _is_one_text(unknown, claims))
    return "uncorroborated" if certain else "unknown", len(components)


def _is_one_text(articles: set[str], claims: Sequence[Claim]) -> bool:
    """Whether the articles are copies of one text, as the sentences that they share show."""
    source = {claim.article: claim.copied_from or claim.article for claim in claims}

    def root(article: str) -> str:
        above = source.get(article, article)
        return article if above == article else root(above)

    return len({root(article) for article in articles}) == 1
