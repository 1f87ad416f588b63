"""How many independent origins stand behind a fact."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.reconciling.groups import Groups
from tasks.reconciling.origins import Origins
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.facts import Support

_UNKNOWN = ""  # all unknown reporters of a fact are one


@dataclass(frozen=True)
class Behind:
    """``count`` origins, all unknown ones being one."""

    count: int
    support: Support


class Supports:
    """Counts the origins of facts."""

    def __init__(self, origins: Origins) -> None:
        self._unknown = {row.origin_id for row in origins.origins if row.kind == "unknown"}
        self._reporters: Mapping[str, list[ClaimOrigin]] = defaultdict(list)
        for row in origins.claim_origins:
            if row.role == "reporter":
                self._reporters[row.claim_id].append(row)
        self._related: Groups[str] = Groups()
        for relation in origins.relations:
            self._related.join(relation.left_id, relation.right_id)

    def of(self, claims: Mapping[str, str]) -> Behind:
        """The support of the claims of one fact; ``claims`` maps claim id to article id.

        Reporters are one origin if they are related, or if one claim credits both and so does not say who was first.
        Two or more known origins corroborate. A known origin beside an unknown one may be the same, and so may the
        unknown ones of two articles: then it cannot be told.
        """
        groups: Groups[str] = Groups()
        for claim_id in claims:
            roots = [self._root(row.origin_id) for row in self._reporters.get(claim_id, ())] or [_UNKNOWN]
            for root in roots:
                groups.join(roots[0], root)
        known = {groups.root(one[0]) for one in groups.sets() if _UNKNOWN not in one}
        count = len(groups.sets())
        if len(known) >= 2:
            return Behind(count, "corroborated")
        return Behind(count, "uncorroborated" if count == 1 and self._one_origin(claims) else "unknown")

    def _root(self, origin_id: str) -> str:
        return _UNKNOWN if origin_id in self._unknown else self._related.root(origin_id)

    def _one_origin(self, claims: Mapping[str, str]) -> bool:
        """Whether it is certain that all claims have one origin: one article, one known reporter, or matched words."""
        origins: set[str] = set()
        for claim_id in claims:
            origins |= {row.origin_id for row in self._reporters.get(claim_id, ())} - {""}
        return len(set(claims.values())) == 1 or not origins & self._unknown or len(origins) == 1
