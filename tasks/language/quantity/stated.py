"""Quantities that a passage states: counts, measurements, ages, shares, and numbers that stand alone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import words
from tasks.language.quantity import ages, measuring, outcomes, parts, refusals, sharing, tallies, units
from tasks.language.quantity.counting import Counted
from tasks.language.quantity.groups import strong_group
from tasks.language.quantity.losses import measure_of_loss
from tasks.language.quantity.model import Amount, Finding
from tasks.language.quantity.passage import Passage
from tasks.language.quantity.sharing import Previous
from tasks.reference.measures import Measure, measures
from tasks.reference.spans import Span
from tasks.tables.quantities import Change

_STRONG = re.compile(r"[\s-]strong(?!\w)", re.IGNORECASE)
# What befell "none of the 12" did not befall them
_NONE_OF = re.compile(r"(?<!\w)(?:none|neither|not\sone)\sof\s(?:\w{2,5}\s)?\Z", re.IGNORECASE)
_MORE = re.compile(r"\s(?:more|additional|extra|further|new)(?!\w)(?!\s(?:than|often|likely))", re.IGNORECASE)
_FEWER = re.compile(r"\s(?:fewer|less)(?!\w)(?!\sthan)", re.IGNORECASE)
_ANOTHER = re.compile(r"(?<!\w)(?:another|additional|extra|(?:a\s)?further)\s(?:\w{1,14}\s)?\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?P<verb>[^\W\d_]{2,14})\s(?P<by>by\s)?(?:(?:about|around|some|nearly|almost|more\sthan|over|at\sleast|up\sto"
    r"|as\smuch\sas|another|a\sfurther)\s)?\Z",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?<!\w)(?:(?:up|down)\sfrom|compared\s(?:with|to)|rather\sthan)\s\Z", re.IGNORECASE)
# Between a part and its whole: "nine of the 12 passengers"
_PARTITIVE = re.compile(r"\sof\s(?:(?:the|its|their|his|her|all|about|some)\s){0,2}(?:[\w'’]{3,14}\s)?")


def stated(passage: Passage) -> Iterator[Finding]:
    """Every quantity that ``passage`` states, in order of the text."""
    previous: Previous | None = None
    waiting: list[tuple[Finding, Token]] = []
    last = 0
    for amount, following in zip_longest(passage.amounts, passage.amounts[1:]):
        number = passage.token_at(amount.number.end - 1)
        if amount.unit is None and sharing.waits(passage, amount, following):
            part = measures()["share"] if _is_share(amount) else None
            one = passage.placed(_finding(passage, amount, "suspended", measure=part), number, number)
            waiting.append((one, number))
            last = amount.number.end
            continue
        gap = sharing.gap(passage, amount, previous)
        finding = _stated(passage, amount, number, previous, gap)
        if finding is not None:
            yield from (parts.of_later(sharing.like(one, finding), at, finding) for one, at in waiting)
            if finding.counted and _PARTITIVE.fullmatch(passage.text[last : amount.span.start]):
                whole = measuring.measure_of_noun(finding.counted)  # what befell the part did not befall the whole
                finding = replace(finding, measure=whole.name if whole else None)
            finding = parts.included(passage, finding, previous.finding if previous else None)
            yield finding
            owned = previous.owner if previous else None
            previous, waiting = Previous(finding, number, owned and replace(owned, owned=None), gap is not None), []
        else:
            waiting = []
        last = amount.number.end


def _stated(
    passage: Passage, amount: Amount, number: Token, previous: Previous | None, gap: Span | None
) -> Finding | None:
    if refusals.counts_nothing(passage, amount, number):
        return None
    before = previous.finding if previous else None
    if amount.unit in (None, "year") and ages.is_age(passage, amount, number, before):
        return passage.placed(_finding(passage, amount, "age", ages.UNIT, measure=measures()["age"]), number, number)
    if gap is not None and previous is not None:
        return replace(_gapped(passage, amount, number, previous), holder=gap)
    if strong := _STRONG.match(passage.text, amount.number.end):
        return _strong(passage, amount, number, strong.end())
    if amount.unit is not None:
        return _measurement(passage, amount, number)
    if refusals.is_name(passage, amount, number):
        return None
    return _counted(passage, amount, number, previous)


def _strong(passage: Passage, amount: Amount, number: Token, end: int) -> Finding | None:
    """ "A 600-strong mission", "their mission is 600 strong"; ``end`` is where "strong" ends."""
    group = passage.counted(end)
    if group is not None:
        return _count(passage, amount, group, number, "strong")
    sized = strong_group(number) if passage.parsed else None
    measure = measuring.by_cue().get(("groups", sized.lemma_.lower())) if sized else None
    if sized is None or measure is None:
        return None
    finding = _finding(passage, amount, "strong", counted=sized.lemma_.lower(), measure=measure, end=end)
    return passage.placed(finding, number, number, sized)


def _gapped(passage: Passage, amount: Amount, number: Token, previous: Previous) -> Finding:
    if amount.unit is not None:
        return _measurement(passage, amount, number)
    found = _counted(passage, amount, number, previous) if passage.counted(amount.span.end) else None
    bare = passage.placed(_finding(passage, amount, "bare, as the one before"), number, number)
    return found or sharing.like(bare, previous.finding)


def _counted(passage: Passage, amount: Amount, number: Token, previous: Previous | None) -> Finding | None:
    """A number with a noun after it, or with none."""
    what = passage.counted(amount.span.end + amount.hyphen, linked=True, hyphen=amount.hyphen)
    if what is not None:
        what = outcomes.without(what, one=amount.value == 1)
    if what is None or not passage.together(what.head, number):
        return _bare(passage, amount, number, previous)
    if unit := units.named(what.head.lemma_.lower()):  # "three straight months"
        span = Span(amount.span.start, passage.end_of(what))
        return _measurement(passage, replace(amount, unit=unit.name, dimension=unit.dimension, span=span), number)
    if what.head.tag_ == "NNP" and not what.people and refusals.is_plain(passage, amount):
        return None  # "6733 Orchard Loop" is an address
    return _count(passage, _latest(amount), what, number, "counted")


def _latest(amount: Amount) -> Amount:
    """Of "rose from 10 to 15", the 15 that there are now."""
    return replace(amount, bound="exact", low=amount.value, high=amount.value) if amount.moved else amount


def _count(passage: Passage, amount: Amount, what: Counted, number: Token, rule: str) -> Finding:
    """A count of things or people."""
    event = outcomes.outcome(what.head) if what.people else measure_of_loss(what.head)
    first = passage.token_at(amount.span.start)
    done = measuring.measure_of_object(first) if what.people and event is None and passage.parsed else None
    measure = event[0] if event else done or measuring.measure_of_noun(what.name, group=rule == "strong")
    name, end = _ranked(passage, amount, what), max(amount.span.end, passage.end_of(what))
    if per := units.rate(passage.text, end):
        name, end = f"{name} per {per[0]}", per[1]
    if _is_share(amount):
        measure = measures()["share"]
    finding = _finding(passage, amount, rule, counted=name, measure=measure, end=end)
    return passage.placed(finding, what.head, number)


def _is_share(amount: Amount) -> bool:
    """ "a third", "one in five"; "4 5/8" is none."""
    return amount.form == "fraction" and amount.value is not None and amount.value < 1


def _ranked(passage: Passage, amount: Amount, what: Counted) -> str:
    """What is counted, with a word before the number that tells which: "the top three seeds" are top seeds."""
    first = passage.token_at(amount.span.start)
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    return f"{before} {what.name}" if before in words("counting", "ranking") else what.name


def _measurement(passage: Passage, amount: Amount, number: Token) -> Finding:
    """A number with a unit."""
    head = _phrase_head(number)
    near = [*list(clauses.ancestors(head))[:3], *head.children]
    is_rate = " per " in (amount.unit or "") and amount.dimension != "money"
    measure = measuring.measure_of_dimension(amount.dimension, near) if amount.dimension and not is_rate else None
    found = passage.placed(
        _finding(passage, amount, "unit", amount.unit, measure=measure), head, passage.token_at(amount.span.end - 1)
    )
    inside = found.holder is not None and found.span.contains(found.holder)  # "5 million U.S. dollars"
    return replace(found, holder=None) if inside else found


def _phrase_head(number: Token) -> Token:
    """The noun that a number modifies ("a $20 million loss"), or the number where it stands for one."""
    head = number
    for above in clauses.ancestors(number):
        if above.pos_ not in ("NUM", "SYM", "NOUN", "PROPN", "ADJ", "ADV"):
            break
        head = above
        if above.pos_ in ("NOUN", "PROPN"):
            break
    return head


def _bare(passage: Passage, amount: Amount, number: Token, previous: Previous | None) -> Finding | None:
    """A number that stands alone: of people whom something befell, of what was just counted, or of nothing said."""
    part = parts.of_whole(passage, amount, number, previous.finding if previous else None)
    if part is not None:
        finding = passage.placed(_finding(passage, amount, parts.PART), number, number)
        return replace(sharing.like(finding, part), holder=part.holder, place=part.place)
    event = outcomes.outcome(number)
    tally = None if event else tallies.measure_of_tally(number)
    first = passage.token_at(amount.span.start)
    done = measuring.measure_of_object(first) if passage.parsed else None
    told = event or tally or (None if done is None else (done, first))
    if told is not None and not _NONE_OF.search(passage.lead(amount, 24)):
        measure, word = told
        amount = _latest(amount)
        end = word.idx + len(word) if 0 < word.i - number.i <= 2 else None
        counted = "people" if measure.unit == "people" else None
        finding = _finding(passage, amount, "befallen", counted=counted, measure=measure, end=end)
    elif _is_share(amount):
        finding = _finding(passage, amount, "bare", measure=measures()["share"])
    elif amount.form == "words" and (like := _compared(passage, amount, number, previous)) is not None:
        finding = replace(sharing.like(_finding(passage, amount, "bare"), like), rule="bare, as the one before")
    elif (
        amount.form not in ("digits", "fraction")
        or amount.hyphen
        or not refusals.may_stand_alone(passage, amount, number)
    ):
        return None
    else:
        finding = _finding(passage, amount, "bare")
        like = sharing.like_which(passage, amount, number, previous) if previous is not None else None
        if like is None and previous is not None and sharing.is_level(passage, amount, number, previous):
            finding = replace(finding, unit=sharing.POINT, measure="points", rule="level of an index")
        if like is not None:
            finding = replace(sharing.like(finding, like), rule="bare, as the one before")
    return passage.placed(finding, number, number, tally[1] if tally else None)


def _compared(passage: Passage, amount: Amount, number: Token, previous: Previous | None) -> Finding | None:
    """ "13 plants, up from seven": what a number in words is set beside."""
    if previous is None or not _COMPARED.search(passage.lead(amount, 16)):
        return None
    return sharing.like_which(passage, amount, number, previous)


def _finding(
    passage: Passage,
    amount: Amount,
    rule: str,
    unit: str | None = None,
    counted: str | None = None,
    measure: Measure | None = None,
    end: int | None = None,
) -> Finding:
    """An amount as a finding, up to ``end`` of the words counted."""
    return Finding(
        span=Span(amount.span.start, end or amount.span.end),
        value=None if amount.bound in ("between", "vague") else amount.value,
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=unit,
        counted=counted,
        measure=measure.name if measure else None,
        rule=rule,
        change=_change(passage, amount),
    )


def _change(passage: Passage, amount: Amount) -> Change:
    """Whether the number is a change: "5,000 more", "another 12", "rose 4 per cent", "fell by 300"."""
    lead, after = passage.lead(amount, 40), passage.rest(amount, 14)
    if _ANOTHER.search(lead) or _MORE.match(after):
        return "more"
    if _FEWER.match(after):
        return "fewer"
    match = _CHANGED.search(lead)
    if match is None or amount.bound == "between" or not (amount.unit or match["by"]):
        return "total"
    verb = passage.token_at(amount.span.start - len(lead) + match.start("verb")).lemma_.lower()
    changes: tuple[Change, ...] = ("more", "fewer")
    return next((change for change in changes if verb in words("counting", "changes", change)), "total")
