"""Statements to facts: one utterance, however many outlets report it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from tasks.reconciling.drafts import Draft, Member, shared
from tasks.reconciling.facts import Facts
from tasks.reconciling.judgements import regrouped
from tasks.reconciling.offices import bodies_served, body_named
from tasks.reconciling.rules import LOOKALIKE_RULES, STATEMENT_RULES
from tasks.reconciling.rulings import decision, first_ruling
from tasks.reconciling.scene import Scene
from tasks.reconciling.utterances import Utterance, lookalikes, overlap, utterance_groups
from tasks.reconciling.words import tokens
from tasks.tables.decisions import Decision
from tasks.tables.evidence import Stance
from tasks.tables.fact_relations import FactRelation
from tasks.tables.facts import Verdict
from tasks.tables.mentions import Mention

_PRONOUNS = frozenset({"he", "she", "they", "it", "who"})
_LABEL_CHARACTERS = 120
_MOST_WORDS = 1000  # of a statement that are compared: the comparison is quadratic in them
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]?")  # one that is never closed runs to the end
_FIDELITY = {"direct": 0, "mixed": 1, "indirect": 2}


def utterances_of(scene: Scene) -> tuple[Utterance, ...]:
    """Every statement, in the order of claim ids."""
    mentions = scene.corpus.mention
    serving = _serving(scene)
    return tuple(
        Utterance(
            claim_id=row.claim_id,
            article_id=row.article_id,
            story_id=scene.story_of[row.article_id],
            speaker_id=scene.entities.of(row.speaker_mention_id),
            kind=row.kind,
            text=row.text,
            words=tuple(tokens(row.text)[:_MOST_WORDS]),
            quoted=tuple(tokens(" ".join(match[1] for match in _QUOTED.finditer(row.text)))[:_MOST_WORDS])
            if row.kind == "mixed"
            else (),
            published_on=scene.published(row.article_id),
            by_pronoun=(row.speaker_text or "").casefold() in _PRONOUNS,
            body=body_named(mentions.get(row.speaker_mention_id or "")),
            serves=serving.get((row.article_id, scene.entities.of(row.speaker_mention_id)), frozenset()),
        )
        for row in scene.corpus.statements
    )


def _serving(scene: Scene) -> Mapping[tuple[str, str | None], frozenset[str]]:
    """Article and entity → the bodies whose office it has, as the article says."""
    named: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for row in scene.corpus.mentions:
        if row.role and (entity_id := scene.entities.of(row.mention_id)):
            named[row.article_id, entity_id].append(row)
    return {key: bodies_served(rows) for key, rows in named.items()}


def statement_facts(scene: Scene) -> Facts:
    """Every statement is in exactly one fact; the fact of words that a longer quotation joins to others is its part."""
    grouped = utterance_groups(utterances_of(scene))
    groups = _as_judged(grouped.groups, scene)
    drafts = tuple(_draft(group, scene) for group in groups)
    return Facts(
        drafts=drafts,
        relations=tuple(_parts(drafts, grouped.joined)),
        decisions=tuple(_rulings(groups)),
    )


def _parts(drafts: Sequence[Draft], joined: Iterable[tuple[str, str]]) -> Iterator[FactRelation]:
    """Each part and whole once, by the smallest claim that joins them."""
    fact_of = {member.claim_id: draft.fact_id for draft in drafts for member in draft.members}
    found: dict[tuple[str, str], str] = {}
    for part, whole in joined:
        pair = (fact_of[part], fact_of[whole])
        if pair[0] != pair[1]:
            found[pair] = min(whole, found.get(pair, whole))
    for (left, right), claim in sorted(found.items()):
        yield FactRelation(left_id=left, right_id=right, relation="part_of", claim_id=claim)


def _as_judged(groups: Sequence[Sequence[Utterance]], scene: Scene) -> list[list[Utterance]]:
    """Groups as people ruled, each led by its shortest; who is near is a matter of the words."""
    by_id = {one.claim_id: one for group in groups for one in group}

    def unlike(left: str, right: str) -> float:
        short, long = sorted((by_id[left], by_id[right]), key=_length)
        return 1.0 - overlap(short, long)

    ids = [[one.claim_id for one in group] for group in groups]
    ruled = regrouped(ids, scene.judged.together, scene.judged.apart, unlike)
    return [sorted((by_id[one] for one in group), key=_length) for group in ruled]


def _length(one: Utterance) -> tuple[int, str]:
    return (len(one.words), one.claim_id)


def _rulings(groups: Sequence[Sequence[Utterance]]) -> Iterator[Decision]:
    """Each statement of a fact against the one that gives the fact its words, and like words of other people."""
    for group in groups:
        best = _best(group)
        for one in group:
            if one is not best and (named := first_ruling(STATEMENT_RULES, best, one)):
                yield decision(best.claim_id, one.claim_id, named)
    for left, right in lookalikes(groups):
        if named := first_ruling(LOOKALIKE_RULES, left, right):
            yield decision(left.claim_id, right.claim_id, named)


def _best(group: Sequence[Utterance]) -> Utterance:
    """The words that most articles give; of equals the most literal, then the fullest, then the smallest id."""
    articles: dict[tuple[str, ...], set[str]] = {}
    for one in group:
        articles.setdefault(one.words, set()).add(one.article_id)
    return min(
        group,
        key=lambda one: (-len(articles[one.words]), _FIDELITY[one.kind], -len(one.words), one.claim_id),
    )


def _draft(group: Sequence[Utterance], scene: Scene) -> Draft:
    best = _best(group)
    speaker_id = _speaker(group)
    short = " ".join(best.text.split())
    short = short if len(short) <= _LABEL_CHARACTERS else short[:_LABEL_CHARACTERS].rsplit(" ", 1)[0] + " …"
    return Draft(
        kind="statement",
        label=f"{scene.name(speaker_id, 'Unnamed speaker')}: “{short}”",
        text=best.text,
        verdict=_verdict(group),
        members=tuple(Member(one.claim_id, one.article_id, _stance(one, best), variant(best, one)) for one in group),
        story_id=shared([one.story_id for one in group]),
        speaker_id=speaker_id,
    )


def _speaker(group: Sequence[Utterance]) -> str | None:
    """Who speaks: as far as articles are sure, and rather the person than the body that he speaks for."""
    sure = [one for one in group if not one.unsure]
    people = [one.speaker_id for one in sure if one.body is None]
    return shared(people) or shared([one.speaker_id for one in sure]) or shared([one.speaker_id for one in group])


def _verdict(group: Sequence[Utterance]) -> Verdict:
    if len({one.article_id for one in group}) == 1:
        return "single"
    return "agreed" if len({one.words for one in group}) == 1 else "compatible"


def _stance(one: Utterance, best: Utterance) -> Stance:
    if one.words == best.words:
        return "equal"
    return "refines" if len(one.words) > len(best.words) and overlap(best, one) == 1.0 else "compatible"


def variant(best: Utterance, one: Utterance) -> str | None:
    """How ``one`` differs from ``best`` word by word: ``in the {+weeks and+} months [-to come-]``; None if equal.

    Words that only ``best`` has stand in [- -], words that only ``one`` has in {+ +} (the notation of GNU wdiff).
    """
    if one.words == best.words:
        return None
    parts: list[str] = []
    for block in Indel.opcodes(best.words, one.words):
        if block.tag == "equal":
            parts.append(" ".join(best.words[block.src_start : block.src_end]))
            continue
        if block.src_end > block.src_start:
            parts.append("[-" + " ".join(best.words[block.src_start : block.src_end]) + "-]")
        if block.dest_end > block.dest_start:
            parts.append("{+" + " ".join(one.words[block.dest_start : block.dest_end]) + "+}")
    return " ".join(parts)
