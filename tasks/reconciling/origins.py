"""Who stands behind each claim: who utters it, who reports it first, who carries it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import TypeAlias

from tasks.reconciling.corpus import Claim
from tasks.reconciling.credits import Credit, credit_of_own
from tasks.reconciling.matching import COPIED_RUNS, Match, Place
from tasks.reconciling.same_sentences import SentenceWords, same_sentences, sentence_words
from tasks.reconciling.scene import Scene
from tasks.reference import outlets
from tasks.reference.ids import content_id
from tasks.reference.outlets import Outlet
from tasks.reference.press_names import outlet_of
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
    same = _SameText(scene)
    return {key: _Finder(key, scene, matches, same).find(rows) for key, rows in sorted(claims.items())}


class _SameText:
    """The sentences that two articles with one text share, each pair of articles compared once."""

    def __init__(self, scene: Scene) -> None:
        self._sentences = scene.sentences
        self._line_of = scene.line_of
        self._words: dict[str, Sequence[SentenceWords]] = {}
        self._found: dict[tuple[str, str], list[tuple[int, int]]] = {}

    def sentences(self, left: str, right: str) -> list[tuple[int, int]]:
        """Numbers of the sentences of ``left``, each with that of the same sentence of ``right``."""
        low, high = sorted((left, right))
        if (low, high) not in self._found:
            one_line = self._line_of[low] == self._line_of[high]
            self._found[low, high] = same_sentences(self._of(low), self._of(high), one_line=one_line)
        found = self._found[low, high]
        return found if low == left else [(one, other) for other, one in found]

    def _of(self, article_id: str) -> Sequence[SentenceWords]:
        if article_id not in self._words:
            self._words[article_id] = sentence_words(self._sentences[article_id])
        return self._words[article_id]


class _Finder:
    """Finds who stands behind the claims of one article."""

    def __init__(self, article_id: str, scene: Scene, matches: Matches, same: "_SameText") -> None:
        self.article_id = article_id
        self.scene = scene
        self.same = same
        self.matches = matches
        self.matches_of: dict[int, list[Match]] = defaultdict(list)
        for match in matches.get(article_id, ()):
            if match.runs >= COPIED_RUNS:
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
        outlet = outlet_of(source.name)
        return self._outlet(outlet, agency=source.kind == "agency" or outlet.is_agency)

    def _reporters(self, claim: Claim, statement: Statement | None) -> Iterator[ClaimOrigin]:
        index = self._sentence(claim)
        direct = self._credited(claim.article_id, index, statement)
        if direct:
            for origin, basis in direct:
                yield _row(claim, origin, "reporter", basis)
            for origin, article_id in self._credits_at(self._elsewhere(index)):
                if origin not in [one for one, _ in direct]:
                    yield _row(claim, origin, "reporter", "matched text", article_id)
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
        found = self._of_sentence(article_id, index)
        if not found and statement and statement.cue_start is not None:
            found = self._of_sentence(article_id, self.scene.sentences[article_id].index(statement.cue_start))
        found = found or self.scene.profiles[article_id].credits.of_article
        named: list[tuple[Origin, OriginBasis]] = [(self._credit(article_id, one), one.basis) for one in found]
        carrier = self._carrier(article_id)
        if not named and carrier and carrier.kind == "agency" and not self._shares_with_other_agency(article_id):
            return [(carrier, "source")]
        return named

    def _of_sentence(self, article_id: str, index: int) -> tuple[Credit, ...]:
        """Whom a sentence credits; its article's own outlet may have a name that no form tells."""
        found = self.scene.profiles[article_id].credits.of_sentence.get(index, ())
        source = self.scene.corpus.source.get(self.scene.corpus.article[article_id].source_id or "")
        sentences = self.scene.sentences[article_id]
        if found or source is None or not sentences.spans:
            return found
        span = sentences.spans[index]
        return credit_of_own(sentences.text[span.start : span.end], outlet_of(source.name))

    def _shares_with_other_agency(self, article_id: str) -> bool:
        """Whether the article has words of one that credits another agency: then it may not be the agency's own."""
        carrier = self._carrier(article_id)
        others = {match.other_id for match in self.matches.get(article_id, ())}
        others = {other for other in others if self.same.sentences(article_id, other)}
        return any(
            credit.outlet and credit.outlet.is_agency and carrier and credit.outlet.name != carrier.name
            for other in others
            for credit in self.scene.profiles[other].credits.all()
        )

    def _credit(self, article_id: str, credit: Credit) -> Origin:
        """The credited outlet; the article's own reporting where that is the outlet that published it."""
        if credit.outlet is None:
            return self._own(article_id)
        origin = self._outlet(credit.outlet, agency=credit.outlet.is_agency)
        carrier = self._carrier(article_id)
        return self._own(article_id) if carrier == origin and origin.kind != "agency" else origin

    def _matched(self, article_id: str, index: int) -> list[tuple[Origin, str]]:
        """Reporters of the same words elsewhere: whom the other article credits, else whoever published first."""
        same = self._elsewhere(index)
        if credited := self._credits_at(same):
            return credited
        line = self.scene.line_of[article_id]
        matches = [
            (match.other_id, match.other_sentence)
            for match in self.matches_of.get(index, ())
            if self.scene.line_of[match.other_id] == line
        ]
        credited = self._credits_at(matches)
        if credited or not (places := [*same, *matches]):
            return credited[:1]
        first = min({article_id, *(other for other, _ in places)}, key=self._published)
        return [] if first == article_id else [(self._unknown(first), first)]

    def _elsewhere(self, index: int) -> list[Place]:
        """The same sentence in other articles with the same text: two credits for one text are one source."""
        others = sorted({match.other_id for match in self.matches.get(self.article_id, ())})
        return [
            (other, there)
            for other in others
            for here, there in self.same.sentences(self.article_id, other)
            if here == index
        ]

    def _credits_at(self, places: Iterable[Place]) -> list[tuple[Origin, str]]:
        return [(origin, other) for other, index in places for origin, _ in self._credited(other, index, None)]

    def _published(self, article_id: str) -> tuple[date, str]:
        return (self.scene.published(article_id) or date.max, article_id)

    def _outlet(self, outlet: Outlet, *, agency: bool) -> Origin:
        origin = self._origin("agency" if agency else "outlet", outlet.name)
        if outlet.owner:
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
