"""Who stands behind a fact, and why they count as one origin or as several.

The count is the fact's own (``facts.origins_count``); here it is told: reporters that are related, or that one article
names together, are one, and so are all that are not known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.origin_relations import OriginRelation
from tasks.tables.origins import Origin

_UNKNOWN = ""
_BASES = {"matched text": "by its words", "shared error": "by an error that they share"}
_RELATIONS = {"owner": "one owner", "affiliate": "affiliates", "copy": "one text"}


@dataclass(frozen=True)
class Standing:
    """Reporters that count as one: their names, none if they are not known; the articles that have it from them, each
    with how that is known; and what makes several one.
    """

    names: tuple[str, ...]
    articles: tuple[str, ...]
    why: str | None


class Standings:
    """Tells the origins of facts; relations between origins are the lake's."""

    def __init__(self, origins: Mapping[str, Origin], relations: Iterable[OriginRelation]) -> None:
        self._origins = origins
        self._related: dict[str, list[OriginRelation]] = defaultdict(list)
        for row in relations:
            self._related[row.left_id].append(row)
            self._related[row.right_id].append(row)

    def of(self, claims: Mapping[str, Sequence[ClaimOrigin]], cited: Mapping[str, str]) -> tuple[Standing, ...]:
        """Known reporters by name, then the unknown ones. ``claims`` are the reporters of each claim of a fact;
        ``cited`` names the article of each claim.
        """
        groups: list[set[str]] = []
        by_article: dict[str, list[set[str]]] = defaultdict(list)
        for claim_id, rows in claims.items():
            roots = set[str]().union(*(self._roots(row.origin_id) for row in rows))
            by_article[cited[claim_id]].append(roots or {_UNKNOWN})
        for told in by_article.values():
            for some in [roots for roots in told if _UNKNOWN not in roots] or told:
                groups = _joined(groups, some)
        return tuple(sorted((self._standing(group, claims, cited) for group in groups), key=_order))

    def _roots(self, origin_id: str) -> set[str]:
        """An id for each owner whose reporting it may be: what articles with one text report is that of either."""
        origin = self._origins.get(origin_id)
        if origin is None or origin.kind == "unknown":
            return {_UNKNOWN}
        return {min(self._reached(one, copies=False)) for one in self._reached(origin_id, copies=True)}

    def _reached(self, origin_id: str, *, copies: bool) -> set[str]:
        """The origins that are related to this one by copies, or else by owners, directly or through others."""
        reached, waiting = {origin_id}, [origin_id]
        while waiting:
            rows = [row for row in self._related[waiting.pop()] if (row.relation == "copy") == copies]
            near = {side for row in rows for side in (row.left_id, row.right_id)} - reached
            reached |= near
            waiting += near
        return reached

    def _standing(
        self, group: set[str], claims: Mapping[str, Sequence[ClaimOrigin]], cited: Mapping[str, str]
    ) -> Standing:
        members = [
            (claim_id, row) for claim_id, rows in claims.items() for row in rows if self._roots(row.origin_id) & group
        ]
        articles: dict[str, str] = {}
        for claim_id, row in sorted(members, key=lambda member: (cited[member[0]], member[1].basis)):
            how = _BASES.get(row.basis, row.basis)
            articles.setdefault(cited[claim_id], "" if row.basis in ("none", "source") else f" ({how})")
        if _UNKNOWN in group:
            articles |= {cited[claim_id]: "" for claim_id, rows in claims.items() if not rows}
        ids = {row.origin_id for _, row in members}
        names = {
            self._name(self._origins[origin_id], cited[claim])
            for claim, row in members
            for origin_id in [row.origin_id]
        }
        return Standing(
            names=() if _UNKNOWN in group else tuple(sorted(names)),
            articles=tuple(f"{name}{how}" for name, how in sorted(articles.items())),
            why=self._why(ids) if len(ids) > 1 and _UNKNOWN not in group else None,
        )

    def _name(self, origin: Origin, cited: str) -> str:
        if origin.kind == "own_reporting":
            return f"own reporting of {origin.name or cited}"
        return origin.name or origin.kind

    def _why(self, ids: set[str]) -> str:
        kinds = {_RELATIONS[row.relation] for origin in ids for row in self._related[origin]}
        return ", ".join(sorted(kinds)) or "named together"


def _joined(groups: list[set[str]], roots: set[str]) -> list[set[str]]:
    apart = [group for group in groups if not group & roots]
    return [*apart, roots.union(*(group for group in groups if group & roots))]


def _order(standing: Standing) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    return (not standing.names, standing.names, standing.articles)
