"""Facts, findings and quarantine as a reader sees them: rows joined, ids replaced by words, lengths bounded."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tasks.reference.spans import Span
from tasks.reporting.content import DECISIONS_SHOWN, EVIDENCE_SHOWN, Claim, ReportContent, names_in
from tasks.reporting.context import Piece, in_context
from tasks.reporting.sentences import Tally, support_sentence, verdict_sentence
from tasks.reporting.standing import Standing, Standings
from tasks.reporting.wording import day, fact_range, fact_value, safe_url, said, shortened
from tasks.tables.articles import Article
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.decisions import Decision
from tasks.tables.evidence import Evidence, Stance
from tasks.tables.fact_relations import FactRelation
from tasks.tables.facts import Fact
from tasks.tables.fragments import Fragment
from tasks.tables.judgements import Judgement, JudgementKind

NO_HEADLINE = "no headline"
_ROLES = {"utterer": "said by", "reporter": "reported by", "carrier": "carried by"}
_ROLE_ORDER = tuple(_ROLES)
_RELATIONS = {
    ("part_of", True): "part of",
    ("part_of", False): "has the part",
    ("supersedes", True): "replaces",
    ("supersedes", False): "replaced by",
}
_JUDGED: dict[JudgementKind, str] = {
    "same_entity": "one entity:",
    "different_entity": "two entities:",
    "comparable": "comparable:",
    "not_comparable": "not comparable:",
    "source": "the source of",
    "reject": "rejected:",
}
_STANCES = ("conflicts", "superseded", "compatible", "refines", "equal")


@dataclass(frozen=True)
class ArticleView:
    headline: str
    source: str
    published: str
    url: str | None
    path: str
    is_current: bool


@dataclass(frozen=True)
class EvidenceView:
    claim_id: str
    said: str
    stance: Stance
    variant: str | None
    pieces: tuple[Piece, ...]
    article: ArticleView
    origins: tuple[str, ...]


@dataclass(frozen=True)
class DecisionView:
    ruling: str
    left: str
    right: str
    rule: str
    reason: str
    sentence: str


@dataclass(frozen=True)
class NameView:
    """A name in a claim that is another form of whom it means, and why it is taken so."""

    text: str
    entity: str
    rule: str
    reason: str


@dataclass(frozen=True)
class JudgementView:
    """What a person ruled, in a sentence; ``problem``: why it does not apply."""

    ruled: str
    problem: str | None
    judgement: Judgement

    @classmethod
    def of(cls, row: Judgement) -> "JudgementView":
        sides = " and ".join(f"“{shortened(side)}”" for side in (row.left_side, row.right_side) if side)
        return cls(f"{_JUDGED[row.kind]} {sides}: {row.who}, {day(row.judged_on)}: {row.why}", row.problem, row)


@dataclass(frozen=True)
class FactView:
    """``value`` is None where the label says it; ``decisions`` are on what is compared, ``apart`` on what is not."""

    fact: Fact
    verdict: str
    support: str
    standings: tuple[Standing, ...]
    names: tuple[NameView, ...]
    value: str | None
    range: str | None
    about: tuple[tuple[str, str], ...]
    tallies: tuple[Tally, ...]
    evidence: tuple[EvidenceView, ...]
    evidence_more: int
    relations: tuple[tuple[str, Fact], ...]
    decisions: tuple[DecisionView, ...]
    decisions_more: int
    judgements: tuple[JudgementView, ...]
    apart: tuple[DecisionView, ...]
    apart_more: int


class FactViews:
    """Joins the rows of one report; builds the views of its facts one at a time."""

    def __init__(self, content: ReportContent) -> None:
        self._content = content
        self._facts = {row.fact_id: row for row in content.facts}
        self._claims = {row.claim_id: row for row in content.claims}
        self._articles = {row.article_id: row for row in content.articles}
        self._documents = {row.document_id: row for row in content.documents}
        self._sources = {row.source_id: row.name for row in content.sources}
        self._entities = {row.entity_id: row.name for row in content.entities}
        self._origins = {row.origin_id: row for row in content.origins}
        self._standings = Standings(self._origins, content.origin_relations)

    def of(self, fact: Fact) -> FactView:
        rows = sorted(self._evidence[fact.fact_id], key=self._evidence_order)
        claims = {row.claim_id for row in rows}
        rulings = sorted(self._rulings(fact.fact_id, claims), key=lambda row: (row.ruling, row.rule, row.decision_id))
        decisions = [row for row in rulings if row.ruling != "not_comparable"]
        apart = [row for row in rulings if row.ruling == "not_comparable"]
        tallies, relations, standings = self._tallies(fact, rows), self._relations(fact), self._standings_of(rows)
        replacing = [other.label for wording, other in relations if wording == "replaced by"]
        return FactView(
            fact=fact,
            verdict=verdict_sentence(fact, tallies, replacing),
            support=support_sentence(fact, standings),
            standings=standings,
            names=self._names(claims),
            judgements=self._judgements_on(claims),
            value=None if fact_value(fact) in fact.label else fact_value(fact),
            range=fact_range(fact),
            about=self._about(fact),
            tallies=tallies,
            evidence=tuple(self._view(row) for row in rows[:EVIDENCE_SHOWN]),
            evidence_more=max(0, len(rows) - EVIDENCE_SHOWN),
            relations=relations,
            decisions=tuple(self._decision(row) for row in decisions[:DECISIONS_SHOWN]),
            decisions_more=max(0, len(decisions) - DECISIONS_SHOWN),
            apart=tuple(self._decision(row) for row in apart[:DECISIONS_SHOWN]),
            apart_more=max(0, len(apart) - DECISIONS_SHOWN),
        )

    def article(self, article_id: str | None) -> ArticleView | None:
        """An article as it is cited; None where the report has no such row."""
        row = self._articles.get(article_id or "")
        if row is None:
            return None
        document = self._documents.get(row.document_id)
        return ArticleView(
            headline=shortened(row.headline or NO_HEADLINE),
            source=self._source(row),
            published=day(row.published_on) if row.published_on else "date unknown",
            url=safe_url(document.url) if document else None,
            path=document.path if document else "",
            is_current=row.is_current,
        )

    def path(self, document_id: str) -> str:
        document = self._documents.get(document_id)
        return document.path if document else document_id

    @cached_property
    def _evidence(self) -> dict[str, list[Evidence]]:
        return _grouped(self._content.evidence, lambda row: row.fact_id)

    @cached_property
    def _claim_origins(self) -> dict[str, list[ClaimOrigin]]:
        return _grouped(self._content.claim_origins, lambda row: row.claim_id)

    @cached_property
    def _fragments(self) -> dict[str, list[Fragment]]:
        return _grouped(self._content.fragments, lambda row: row.claim_id)

    @cached_property
    def _decisions(self) -> dict[str, list[Decision]]:
        return _by_side(self._content.decisions)

    @cached_property
    def _fact_relations(self) -> dict[str, list[FactRelation]]:
        return _by_side(self._content.fact_relations)

    @cached_property
    def _possible_sources(self) -> dict[str, list[str]]:
        rows = [row for row in self._content.candidates if row.column_name == "source_id"]
        rows.sort(key=lambda row: row.position)
        return {
            row_id: [self._sources.get(row.value, row.value) for row in group]
            for row_id, group in _grouped(rows, lambda r: r.row_id).items()
        }

    def _source(self, article: Article) -> str:
        if article.source_id:
            return self._sources.get(article.source_id, article.source_id)
        possible = self._possible_sources.get(article.article_id)
        return f"source unknown (possibly {' or '.join(map(shortened, possible))})" if possible else "source unknown"

    def _evidence_order(self, row: Evidence) -> tuple[int, str, str]:
        article = self._articles.get(row.article_id)
        published = str(article.published_on) if article and article.published_on else "9999"
        return (_STANCES.index(row.stance), published, row.claim_id)

    def _view(self, row: Evidence) -> EvidenceView:
        claim = self._claims[row.claim_id]
        article = self.article(row.article_id)
        if article is None:
            article = ArticleView(NO_HEADLINE, "source unknown", "date unknown", None, row.article_id, True)
        return EvidenceView(
            claim_id=row.claim_id,
            said=said(claim),
            stance=row.stance,
            variant=row.variant,
            pieces=self._pieces(claim),
            article=article,
            origins=self._origins_of(row.claim_id),
        )

    def _pieces(self, claim: Claim) -> tuple[Piece, ...]:
        article = self._articles.get(claim.article_id)
        if article is None:
            return (Piece(claim.text, True),)
        parts: Sequence[Fragment] | Sequence[Claim] = sorted(
            self._fragments.get(claim.claim_id, ()), key=lambda part: part.position
        ) or [claim]
        return in_context(article.text, [Span(part.start, part.end) for part in parts])

    def _origins_of(self, claim_id: str) -> tuple[str, ...]:
        """Who said it and who reported it; the outlet that carried it is cited with the article."""
        rows = [row for row in self._claim_origins.get(claim_id, ()) if row.basis != "source"]
        rows.sort(key=lambda row: (_ROLE_ORDER.index(row.role), row.origin_id))
        return tuple(self._origin(row) for row in rows)

    def _origin(self, row: ClaimOrigin) -> str:
        origin = self._origins[row.origin_id]
        if origin.kind == "unknown":
            return f"{row.role} unknown" + (" (shared words)" if row.basis == "matched text" else "")
        name = shortened(origin.name or origin.kind.replace("_", " "))
        who = f"own reporting of {name}" if origin.kind == "own_reporting" and origin.name else name
        basis = f" ({row.basis})" if row.role == "reporter" and row.basis != "none" else ""
        return f"{_ROLES[row.role]} {who}{basis}"

    def _judgements_on(self, claim_ids: Collection[str]) -> tuple[JudgementView, ...]:
        """Rulings on the claims, on their articles' sources and on the names in them."""
        mentions = {row.mention_id for row in self._content.mention_entities}
        articles = {self._claims[one].article_id for one in claim_ids}
        near = {*claim_ids, *mentions, *articles}
        rows = sorted(self._content.judgements, key=lambda row: row.judgement_id)
        return tuple(JudgementView.of(row) for row in rows if near & {row.left_id, row.right_id})

    def _standings_of(self, rows: Sequence[Evidence]) -> tuple[Standing, ...]:
        claims = {
            row.claim_id: [one for one in self._claim_origins.get(row.claim_id, ()) if one.role == "reporter"]
            for row in rows
        }
        return self._standings.of(claims, {row.claim_id: self._short(row.article_id) for row in rows})

    def _short(self, article_id: str) -> str:
        """An article in a word: its outlet, or its file where that is not known."""
        article = self._articles.get(article_id)
        if article is None:
            return article_id
        return shortened(self._sources.get(article.source_id or "") or self.path(article.document_id))

    def _names(self, claim_ids: Collection[str]) -> tuple[NameView, ...]:
        """Names in the claims that a ruling brought to whom they mean, each form once."""
        wanted = {name for one in claim_ids for name in names_in(self._claims[one])}
        decisions = {row.decision_id: row for row in self._content.decisions}
        texts = {row.mention_id: row.name for row in self._content.mentions}
        found = {
            NameView(shortened(texts[row.mention_id]), self._entities[row.entity_id], ruling.rule, ruling.reason)
            for row in self._content.mention_entities
            if row.mention_id in wanted and row.mention_id in texts and (ruling := decisions.get(row.decision_id or ""))
        }
        return tuple(sorted(found, key=lambda name: (name.entity, name.text, name.reason)))

    def _about(self, fact: Fact) -> tuple[tuple[str, str], ...]:
        names = {
            "holder": fact.holder_id,
            "place": fact.place_id,
            "actor": fact.actor_id,
            "speaker": fact.speaker_id,
        }
        known = [(role, shortened(self._entities.get(id_, id_))) for role, id_ in names.items() if id_]
        plain = {
            "unit": fact.unit,
            "measure": fact.measure,
            "counted in": fact.includes,
            "change": fact.change if fact.change != "total" else None,
            "event": fact.event,
            "meant as": fact.modality if fact.modality != "asserted" else None,
            "as of": day(fact.as_of_on) if fact.as_of_on else None,
        }
        return (*known, *((name, shortened(value)) for name, value in plain.items() if value))

    def _tallies(self, fact: Fact, rows: Iterable[Evidence]) -> tuple[Tally, ...]:
        """The values given, what most articles say first; a value that is agreed on is no tally."""
        if fact.kind == "statement":
            return ()
        articles: dict[tuple[str, bool], set[str]] = defaultdict(set)
        for row in rows:
            articles[said(self._claims[row.claim_id]), row.stance == "superseded"].add(row.article_id)
        tallies = [Tally(value, len(ids), replaced) for (value, replaced), ids in articles.items()]
        return tuple(sorted(tallies, key=lambda tally: (tally.replaced, -tally.articles, tally.said)))

    def _relations(self, fact: Fact) -> tuple[tuple[str, Fact], ...]:
        found = []
        for row in self._fact_relations.get(fact.fact_id, ()):
            is_left = row.left_id == fact.fact_id
            other = self._facts.get(row.right_id if is_left else row.left_id)
            found += [(_RELATIONS[row.relation, is_left], other)] if other else []
        return tuple(sorted(found, key=lambda relation: (relation[0], relation[1].fact_id)))

    def _rulings(self, fact_id: str, claim_ids: Iterable[str]) -> list[Decision]:
        rows = {row.decision_id: row for side in (fact_id, *claim_ids) for row in self._decisions.get(side, ())}
        return list(rows.values())

    def _decision(self, row: Decision) -> DecisionView:
        left, right = self._side(row.left_id), self._side(row.right_id)
        return DecisionView(row.ruling.replace("_", " "), left, right, row.rule, row.reason, self._sentence(row))

    def _sentence(self, row: Decision) -> str:
        """The reason, and of what: where it quotes both claims, only their articles are left to say."""
        claims = [self._claims[side] for side in (row.left_id, row.right_id) if side in self._claims]
        if len(claims) == 2 and all(f"“{claim.text}”" in row.reason for claim in claims):
            return f"{row.reason} ({self._short(claims[0].article_id)}; {self._short(claims[1].article_id)})"
        return f"{self._side(row.left_id)} and {self._side(row.right_id)}: {row.reason}"

    def _side(self, side_id: str) -> str:
        claim = self._claims.get(side_id)
        if claim is not None:
            article = self.article(claim.article_id)
            return f"“{shortened(claim.text)}” ({article.source if article else claim.article_id})"
        fact = self._facts.get(side_id)
        return shortened(fact.label) if fact else self._entities.get(side_id, side_id)


T = TypeVar("T")
Pair = TypeVar("Pair", Decision, FactRelation)


def _grouped(rows: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _by_side(rows: Iterable[Pair]) -> dict[str, list[Pair]]:
    sides: dict[str, list[Pair]] = defaultdict(list)
    for row in rows:
        for side in {row.left_id, row.right_id}:
            sides[side].append(row)
    return sides
