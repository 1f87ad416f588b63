"""Who stands behind each claim: who utters it, who reports it first, who carries it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import TypeAlias

from tasks.reconciling.corpus import Claim
from tasks.reconciling.credits import Credit
from tasks.reconciling.matching import Match
from tasks.reconciling.scene import Scene
from tasks.reference import outlets
from tasks.reference.ids import content_id
from tasks.reference.outlets import Outlet
from tasks.tables.claim_origins import ClaimOrigin, OriginBasis, OriginRole
from tasks.tables.origin_relations import OriginRelation, OriginRelationKind
from tasks.tables.origins import Origin, OriginKind
from tasks.tables.statements import Statement

Matches: TypeAlias = Mapping[str, Sequence[Match]]  # article id → its matches, in the order of its sentences


@dataclass(frozen=True)
class Attribution:
    """Who stands behind the claims of one article.

    ``owned`` are its origins that an owner may share with others, each with a key of the owner.
    """

    claim_origins: tuple[ClaimOrigin, ...]
    origins: tuple[Origin, ...]
    owned: frozenset[tuple[str, str]]


def origins_of(scene: Scene, matches: Matches) -> dict[str, Attribution]:
    """Article id → who stands behind its claims, for each article with claims here.

    Each claim has a reporter (unknown, if the text shows none), its article's outlet as carrier, and who says it.
    ``matches`` are all matches of these articles and of those that they match, article by article.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in scene.corpus.claims:
        claims[claim.article_id].append(claim)
    return {article_id: _Finder(article_id, scene, matches).find(rows) for article_id, rows in sorted(claims.items())}


class _Finder:
    """Finds who stands behind the claims of one article."""

    def __init__(self, article_id: str, scene: Scene, matches: Matches) -> None:
        self.scene = scene
        self.matches = matches
        self.matches_of: dict[int, list[Match]] = defaultdict(list)
        for match in matches.get(article_id, ()):
            self.matches_of[match.sentence].append(match)
        self.found: dict[str, Origin] = {}
        self.owners: dict[str, set[str]] = defaultdict(set)

    def find(self, claims: Sequence[Claim]) -> Attribution:
        rows = [row for claim in claims for row in self._of_claim(claim)]
        distinct = {(row.claim_id, row.origin_id, row.role): row for row in sorted(rows, key=_preference, reverse=True)}
        named = {row.origin_id for row in rows}
        return Attribution(
            claim_origins=tuple(distinct[key] for key in sorted(distinct)),
            origins=tuple(self.found[key] for key in sorted(named)),
            owned=frozenset((owner, one) for owner, ids in self.owners.items() for one in ids & named),
        )

    def _of_claim(self, claim: Claim) -> Iterator[ClaimOrigin]:
        statement = self._statement(claim)
        if statement and (utterer := self._utterer(statement)):
            yield _row(claim, utterer, "utterer", "credit line")
        if carrier := self._carrier(claim.article_id):
            yield _row(claim, carrier, "carrier", "source")
        yield from self._reporters(claim, statement)

    def _statement(self, claim: Claim) -> Statement | None:
        return claim if isinstance(claim, Statement) else self.scene.corpus.statement.get(claim.statement_id or "")

    def _utterer(self, statement: Statement) -> Origin | None:
        entity_id = self.scene.entities.of(statement.speaker_mention_id)
        if entity_id:
            entity = self.scene.entities.by_id[entity_id]
            if outlets.find(entity.name):
                return None  # an outlet that "says" something reports it
            return self._origin("person" if entity.kind == "person" else "office", entity.name, entity_id)
        if statement.speaker_text:
            name = " ".join(statement.speaker_text.split())
            return self._origin("person", name, statement.article_id, name.casefold())
        return None

    def _carrier(self, article_id: str) -> Origin | None:
        source = self.scene.corpus.source.get(self.scene.corpus.article[article_id].source_id or "")
        if source is None:
            return None
        return self._outlet(outlets.find(source.name), source.name, agency=source.kind == "agency")

    def _reporters(self, claim: Claim, statement: Statement | None) -> Iterator[ClaimOrigin]:
        index = self._sentence(claim)
        direct = self._credited(claim.article_id, index, statement)
        if direct:
            for origin, basis in direct:
                yield _row(claim, origin, "reporter", basis)
            return
        matched = self._matched(claim.article_id, index)
        if matched:
            for origin, article_id in matched:
                yield _row(claim, origin, "reporter", "matched text", article_id)
            return
        yield _row(claim, self._unknown(claim.article_id), "reporter", "none")

    def _sentence(self, claim: Claim) -> int:
        return self.scene.sentences[claim.article_id].index(claim.start)

    def _credited(self, article_id: str, index: int, statement: Statement | None) -> list[tuple[Origin, OriginBasis]]:
        """The reporters that the claim's sentence credits, or its statement's cue, or the article as a whole."""
        credits = self.scene.profiles[article_id].credits
        found = credits.of_sentence.get(index, ())
        if not found and statement and statement.cue_start is not None:
            found = credits.of_sentence.get(self.scene.sentences[article_id].index(statement.cue_start), ())
        found = found or credits.of_article
        named: list[tuple[Origin, OriginBasis]] = [(self._credit(article_id, one), one.basis) for one in found]
        carrier = self._carrier(article_id)
        if not named and carrier and carrier.kind == "agency" and not self._shares_with_other_agency(article_id):
            return [(carrier, "source")]
        return named

    def _shares_with_other_agency(self, article_id: str) -> bool:
        """Whether the article has words of one that credits another agency: then it may not be the agency's own."""
        carrier = self._carrier(article_id)
        others = {match.other_id for match in self.matches.get(article_id, ())}
        return any(
            credit.outlet and credit.outlet.is_agency and carrier and credit.outlet.name != carrier.name
            for other in others
            for credit in self.scene.profiles[other].credits.all()
        )

    def _credit(self, article_id: str, credit: Credit) -> Origin:
        """The credited outlet; the article's own reporting where that is the outlet that published it."""
        if credit.outlet is None:
            return self._own(article_id)
        origin = self._outlet(credit.outlet, credit.outlet.name, agency=credit.outlet.is_agency)
        carrier = self._carrier(article_id)
        return self._own(article_id) if carrier == origin and origin.kind != "agency" else origin

    def _matched(self, article_id: str, index: int) -> list[tuple[Origin, str]]:
        """Reporters of the same words elsewhere: whom the other article credits, else whoever published first."""
        matches = self.matches_of.get(index, [])
        credited = [
            (origin, match.other_id)
            for match in matches
            for origin, _ in self._credited(match.other_id, match.other_sentence, None)
        ]
        if credited or not matches:
            return credited[:1]
        first = min({article_id, *(match.other_id for match in matches)}, key=self._published)
        return [] if first == article_id else [(self._unknown(first), first)]

    def _published(self, article_id: str) -> tuple[date, str]:
        return (self.scene.published(article_id) or date.max, article_id)

    def _outlet(self, outlet: Outlet | None, name: str, *, agency: bool) -> Origin:
        origin = self._origin("agency" if agency else "outlet", outlet.name if outlet else name)
        if outlet and outlet.owner:
            self.owners[outlet.owner].add(origin.origin_id)
        return origin

    def _own(self, article_id: str) -> Origin:
        origin = self._origin("own_reporting", None, article_id)
        if carrier := self._carrier(article_id):
            self.owners[carrier.origin_id] |= {carrier.origin_id, origin.origin_id}
        return origin

    def _unknown(self, article_id: str) -> Origin:
        return self._origin("unknown", None, article_id)

    def _origin(self, kind: OriginKind, name: str | None, *identity: str) -> Origin:
        origin = Origin(origin_id=_origin_id(kind, *(identity or (name or "",))), name=name, kind=kind)
        return self.found.setdefault(origin.origin_id, origin)


def relations_of(attributions: Iterable[Attribution], copies: Iterable[tuple[str, str]]) -> tuple[OriginRelation, ...]:
    """Origins of one owner, each with the smallest of them; and what articles with one text report of their own."""
    owners: dict[str, set[str]] = defaultdict(set)
    named: set[str] = set()
    for one in attributions:
        named.update(origin.origin_id for origin in one.origins)
        for owner, origin_id in one.owned:
            owners[owner].add(origin_id)
    found: set[tuple[str, str, OriginRelationKind]] = {
        (min(ids), other, "owner") for ids in owners.values() for other in ids if other != min(ids)
    }
    for left, right in copies:
        for pair in product(_per_article(left), _per_article(right)):
            if named.issuperset(pair):
                found.add((min(pair), max(pair), "copy"))
    return tuple(OriginRelation(left_id=left, right_id=right, relation=kind) for left, right, kind in sorted(found))


def _per_article(article_id: str) -> tuple[str, str]:
    """The ids of the two origins that each article can have for itself."""
    return (_origin_id("own_reporting", article_id), _origin_id("unknown", article_id))


def _origin_id(kind: OriginKind, *identity: str) -> str:
    return content_id("origin", kind, *identity)


def _row(
    claim: Claim, origin: Origin, role: OriginRole, basis: OriginBasis, matched_article_id: str | None = None
) -> ClaimOrigin:
    return ClaimOrigin(
        claim_id=claim.claim_id,
        origin_id=origin.origin_id,
        role=role,
        basis=basis,
        matched_article_id=matched_article_id,
    )


def _preference(row: ClaimOrigin) -> tuple[str, str, str, str, str]:
    return (row.claim_id, row.origin_id, row.role, row.basis, row.matched_article_id or "")
