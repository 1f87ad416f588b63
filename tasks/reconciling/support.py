"""How many independent origins stand behind a fact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tasks.reconciling.groups import Groups
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.facts import Support
from tasks.tables.origin_relations import OriginRelation
from tasks.tables.origins import Origin

_UNKNOWN = ""  # all unknown reporters of a fact are one


@dataclass(frozen=True)
class Behind:
    """``count`` origins, all unknown ones being one."""

    count: int
    support: Support


class Owners:
    """Whose an origin may be.

    All that one owner reports is one origin. A copy makes one origin of what two articles report, and not of all else
    that their outlets do: whose the reporting of the copied text is cannot be told, so it counts as that of either.
    """

    def __init__(self, relations: Iterable[OriginRelation]) -> None:
        rows = list(relations)
        self._owners = _joined(row for row in rows if row.relation != "copy")
        copies = _joined(row for row in rows if row.relation == "copy").sets()
        self._of_copies = {one: frozenset(map(self._owners.root, some)) for some in copies for one in some}

    def of(self, origin_id: str) -> frozenset[str]:
        """An id for each owner; two origins with one in common are not independent."""
        return self._of_copies.get(origin_id) or frozenset((self._owners.root(origin_id),))


def _joined(relations: Iterable[OriginRelation]) -> Groups[str]:
    groups: Groups[str] = Groups()
    for relation in relations:
        groups.join(relation.left_id, relation.right_id)
    return groups


class Supports:
    """Counts the origins of facts."""

    def __init__(
        self, origins: Iterable[Origin], relations: Iterable[OriginRelation], rows: Iterable[ClaimOrigin]
    ) -> None:
        """``rows`` are the origins of the claims asked for."""
        self._unknown = {row.origin_id for row in origins if row.kind == "unknown"}
        self._reporters: Mapping[str, list[ClaimOrigin]] = defaultdict(list)
        for row in rows:
            if row.role == "reporter":
                self._reporters[row.claim_id].append(row)
        self._owners = Owners(relations)

    def of(self, claims: Mapping[str, str]) -> Behind:
        """The support of the claims of one fact; ``claims`` maps claim id to article id.

        Reporters are one origin if they are related, or if one claim credits both and so does not say who was first.
        An article that credits a fact once need not do so each time it tells it. Two or more known origins
        corroborate. A known origin beside an unknown one may be the same, and so may the unknown ones of two
        articles: then it cannot be told.
        """
        groups: Groups[str] = Groups()
        counted = self._counted(claims)
        for claim_id in counted:
            roots = self._roots(claim_id)
            for root in roots:
                groups.join(min(roots), root)
        origins = groups.sets()
        known = [one for one in origins if _UNKNOWN not in one]
        if len(known) >= 2:
            return Behind(len(origins), "corroborated")
        return Behind(len(origins), "uncorroborated" if len(origins) == 1 and self._is_one(counted) else "unknown")

    def _counted(self, claims: Mapping[str, str]) -> Mapping[str, str]:
        """The claims without those that an article credits to nobody though it credits another of them."""
        credited = {claim_id for claim_id in claims if _UNKNOWN not in self._roots(claim_id)}
        crediting = {claims[claim_id] for claim_id in credited}
        return {one: article for one, article in claims.items() if one in credited or article not in crediting}

    def _roots(self, claim_id: str) -> frozenset[str]:
        found = [self._roots_of(row.origin_id) for row in self._reporters.get(claim_id, ())]
        return frozenset().union(*found) or frozenset((_UNKNOWN,))

    def _roots_of(self, origin_id: str) -> frozenset[str]:
        return frozenset((_UNKNOWN,)) if origin_id in self._unknown else self._owners.of(origin_id)

    def _is_one(self, claims: Mapping[str, str]) -> bool:
        """Whether what counts as one origin is one for certain: one article, known reporters, or one text."""
        origins = {row.origin_id for claim_id in claims for row in self._reporters.get(claim_id, ())}
        groups: Groups[str] = Groups()
        for owners in map(self._owners.of, sorted(origins)):
            for owner in owners:
                groups.join(min(owners), owner)
        return len(set(claims.values())) == 1 or not origins & self._unknown or len(groups.sets()) == 1
