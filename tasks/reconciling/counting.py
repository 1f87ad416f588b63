"""Rows of quantities to comparable counts."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from tasks.reconciling.counts import MOVED, PLACED, VICTIMS, Count, CountKey, Scope, bound_to_event, earlier_year
from tasks.reconciling.holders import Holders, described_owner
from tasks.reconciling.intervals import Interval, interval_of
from tasks.reconciling.outbreaks import Outbreaks, outbreaks_of
from tasks.reconciling.scene import Scene
from tasks.reconciling.scopes import scopes_of
from tasks.reconciling.words import tokens, weight
from tasks.reference.measures import measures
from tasks.reference.places import country, country_of_people
from tasks.tables.mentions import Mention
from tasks.tables.quantities import Change, Quantity

_PEOPLE = frozenset({"people", "person", "individual", "man", "woman", "child", "victim", "human", "life", "other"})
_LOCALS = frozenset({"resident", "inhabitant", "villager"})
_ILL = frozenset({"patient"})
_BESIDE_THE_DEAD = frozenset({"injured", "missing"})
_ON_TOP = re.compile(
    r"\b(?:bring\w*|total(?! of)|since|already|earlier|further|additional|new|rose|risen|now)\b", re.IGNORECASE
)

# Units that are whole multiples of another: claims in either are compared in the smaller one.
_MULTIPLES: Mapping[str, tuple[str, int]] = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "fortnight": ("day", 14),
    "week": ("day", 7),
    "kilometre": ("metre", 1000),
    "tonne": ("kilogram", 1000),
}
_IN_LAND = re.compile(r", (?:(?:in|near) )?(?:the )?(?:\w{4,12} (?:of |in )?)?(?=[A-Z])")
_APPOSITION = 40  # characters
_DETERMINER_REACH = 40
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|his|her|our|these|those)|\w['’]s|s['’])\s+(?:\w+\s+)?$", re.IGNORECASE)


def counts_of(scene: Scene) -> tuple[Count, ...]:
    """Every quantity claim that says a number, in the order of claim ids."""
    holders = Holders(scene.entities)
    around = _Surroundings(
        scene,
        holders,
        _parts_of_sums(scene.corpus.quantities),
        scopes_of(scene.corpus.quantities),
        outbreaks_of(scene),
        {row.article_id: _named(row.article_id, holders, scene) for row in scene.corpus.articles},
    )
    return tuple(
        _count(row, interval, around) for row in scene.corpus.quantities if (interval := interval_of(row)) is not None
    )


def _named(article_id: str, holders: Holders, scene: Scene) -> frozenset[str]:
    """Whom an article names: the entities, and the owners of those that are forces."""
    ids = {scene.entities.of(row.mention_id) for row in scene.corpus.mentions_of[article_id]}
    return frozenset(owner for one in ids if one for owner in (one, holders.behind(one)))


@dataclass(frozen=True)
class _Surroundings:
    """What a key depends on beside the claim: ``parts`` of sums, outbreaks, and whom each article names."""

    scene: Scene
    holders: Holders
    parts: frozenset[str]
    scopes: Mapping[str, Scope]
    outbreaks: Outbreaks
    named: Mapping[str, frozenset[str]]


def _parts_of_sums(rows: Iterable[Quantity]) -> frozenset[str]:
    """Claims inside the words of a sum of the same measure: of "a man and two children", the two children."""
    stated: dict[tuple[str, str | None], list[Quantity]] = defaultdict(list)
    sums: list[Quantity] = []
    for row in sorted((row for row in rows if row.measure in VICTIMS), key=lambda row: row.start):
        if row.basis == "stated":
            stated[row.article_id, row.measure].append(row)
        else:
            sums.append(row)
    return frozenset(row.claim_id for whole in sums for row in _within(whole, stated[whole.article_id, whole.measure]))


def _within(whole: Quantity, stated: Sequence[Quantity]) -> Iterator[Quantity]:
    """Those of ``stated``, in order of the text, whose words stand inside those of ``whole``."""
    first = bisect_left(stated, whole.start, key=lambda row: row.start)
    inside = takewhile(lambda row: row.start < whole.end, (stated[at] for at in range(first, len(stated))))
    return (row for row in inside if row.end <= whole.end)


def _count(row: Quantity, interval: Interval, around: _Surroundings) -> Count:
    scene = around.scene
    story_id = scene.story_of[row.article_id]
    unit, factor = _MULTIPLES.get(row.unit or "", (row.unit, 1))
    sentence = scene.sentences[row.article_id].words_at(row.start)
    place_id = _place(row, scene) if row.basis == "stated" else None
    whose = described_owner(row, scene)
    holder_id = around.holders.of(row, scene)
    if whose and holder_id and country(scene.name(holder_id, "")):
        holder_id = None  # "Norway has 900 of the alliance's 7,000 troops"
    if holder_id and _is_place(row, holder_id, scene):
        holder_id, place_id = None, place_id or holder_id
    return Count(
        claim_id=row.claim_id,
        article_id=row.article_id,
        source_id=scene.corpus.article[row.article_id].source_id,
        key=CountKey(
            measure=row.measure,
            counted=_counted(row, around) if row.basis == "stated" else None,
            sort=_sort(row, around) if row.basis == "stated" else None,
            unit=unit,
            change=_change(row, sentence),
            modality="asserted" if row.modality == "planned" and _is_given(row, scene) else row.modality,
            story_id=story_id if bound_to_event(row, sentence) else None,
            holder_id=holder_id,
            place_id=place_id,
            year=earlier_year(row, sentence),
            whose=None if holder_id else whose,
        ),
        text=row.text,
        value=None if row.value is None else row.value * factor,
        bound=row.bound,
        interval=Interval(interval.low * factor, interval.high * factor),
        as_of_on=row.as_of_on,
        start=row.start,
        end=row.end,
        story=story_id,
        line=scene.line_of[row.article_id],
        context=_context(sentence),
        named=around.named[row.article_id],
        scope=around.scopes.get(row.claim_id),
        in_country=place_id is not None and country(scene.name(place_id, "")) is not None,
    )


def _change(row: Quantity, sentence: str) -> Change:
    """ "12 were killed, another 30 injured": the thirty come on top of the dead, and are all the injured there are."""
    beside = row.change == "more" and row.measure in _BESIDE_THE_DEAD and not _ON_TOP.search(sentence)
    return "total" if beside else row.change


@lru_cache(maxsize=1024)
def _context(sentence: str) -> frozenset[str]:
    """The telling words of a sentence, found once however many counts it has."""
    return frozenset(word for word in tokens(sentence) if weight(word) > 0 and not word.isdigit())


def _place(row: Quantity, scene: Scene) -> str | None:
    """Where it holds; a people is no place ("American troops" says whose they are, not where)."""
    mention = scene.corpus.mention.get(row.place_mention_id or "") or _inside_holder(row, scene)
    if mention is None or mention.label == "group" or mention.mention_id == row.holder_mention_id:
        return None
    measure = measures().get(row.measure or "")
    lasts = measure is not None and not measure.event_bound
    return (_land_of(mention, scene) if lasts else None) or scene.entities.of(mention.mention_id)


def _inside_holder(row: Quantity, scene: Scene) -> Mention | None:
    """The place in a description of the holder: "the alliance's mission in Chad has 300 soldiers"."""
    holder = scene.corpus.mention.get(row.holder_mention_id or "")
    if holder is None or holder.label != "description":
        return None
    inside = (
        mention
        for mention in scene.corpus.mentions_of[row.article_id]
        if mention.label == "place" and holder.start < mention.start and mention.end <= holder.end
    )
    return max(inside, key=lambda mention: mention.start, default=None)


def _land_of(town: Mention, scene: Scene) -> str | None:
    """The country of a town, where the text says so: "Sanda, in the north of Chad". A force is a country's guest."""
    if country(town.name):
        return None
    after = scene.corpus.article[town.article_id].text[town.end : town.end + _APPOSITION]
    said = _IN_LAND.match(after)
    for mention in scene.corpus.mentions_of[town.article_id] if said else ():
        if said and mention.start == town.end + said.end() and country(mention.name):
            return scene.entities.of(mention.mention_id)
    return None


def _is_given(row: Quantity, scene: Scene) -> bool:
    """Whether the number stands in a definite phrase: who plans to end "the alliance's 9,000-strong mission" says
    nothing planned about its size. Definite descriptions presuppose what they describe (Strawson 1950).
    """
    before = scene.corpus.article[row.article_id].text[max(0, row.start - _DETERMINER_REACH) : row.start]
    return row.change == "total" and bool(_DEFINITE.search(before))


def _counted(row: Quantity, around: _Surroundings) -> str | None:
    """What is counted, where the measure leaves it open: "troops" and "soldiers" are the measure's own words.

    A part of a sum keeps its noun ("two children" of "a man and two children").
    """
    if row.counted is None or row.unit is not None:
        return None
    measure = measures().get(row.measure or "")
    lemma = row.counted.casefold()
    head = lemma.split()[-1] if lemma.split() else lemma
    own = measure and row.measure != "people" and row.claim_id not in around.parts
    if own and measure and {lemma, head} & (measure.nouns | measure.groups | measure.people | _people(row, around)):
        return None
    return head or None


def _sort(row: Quantity, around: _Surroundings) -> str | None:
    """The nation or disease of those counted. A nationality tells groups apart where the number is of an event;
    elsewhere the holder does.
    """
    measure = measures().get(row.measure or "")
    if row.unit is not None or (measure is not None and not measure.event_bound):
        return None
    words = (row.counted or "").casefold().split()
    lands = [land for word in words if (land := country_of_people(word) or country(word))]
    nations = [land.demonyms[0] if land.demonyms else land.name for land in lands]
    return nations[0] if nations else around.outbreaks.case(row)


def _people(row: Quantity, around: _Surroundings) -> frozenset[str]:
    """Words for whoever it befell: residents whom a flood moves, patients who die in an outbreak."""
    if row.measure in MOVED:
        return _PEOPLE | _LOCALS
    return _PEOPLE | _ILL if row.article_id in around.outbreaks.of_article else _PEOPLE


def _is_place(row: Quantity, holder_id: str, scene: Scene) -> bool:
    """Whether the holder is where it holds: "Chad's 300 cases", "900 residents of Port Halda were evacuated"."""
    if country(scene.name(holder_id, "")):
        return row.measure in PLACED
    return row.measure in MOVED and scene.entities.by_id[holder_id].kind == "place"
