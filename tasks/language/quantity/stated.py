"""Quantities that a passage states: counts, measurements, ages, shares, and numbers that stand alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import words
from tasks.language.quantity import measuring, refusals, units
from tasks.language.quantity.counting import Counted
from tasks.language.quantity.model import Amount, Finding
from tasks.language.quantity.passage import Passage
from tasks.reference.measures import Measure, measures
from tasks.reference.spans import Span
from tasks.tables.quantities import Change

_OLDEST = 120
_STRONG = re.compile(r"[\s-]strong(?!\w)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?<!\w)(?:aged?|ages|(?:the\s)?ages?\sof)\s(?:about\s|between\s)?\Z", re.IGNORECASE)
_AGE_AFTER_NAME = re.compile(r"[^\W\d_]\.?\s?,\s?\Z")
_MORE = re.compile(r"\s(?:more|additional|extra|further|new)(?!\w)(?!\s(?:than|often|likely))", re.IGNORECASE)
_FEWER = re.compile(r"\s(?:fewer|less)(?!\w)(?!\sthan)", re.IGNORECASE)
_ANOTHER = re.compile(r"(?<!\w)(?:another|additional|extra|(?:a\s)?further)\s(?:\w{1,14}\s)?\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?P<verb>[^\W\d_]{2,14})\s(?P<by>by\s)?(?:(?:about|around|some|nearly|almost|more\sthan|over|at\sleast|up\sto"
    r"|as\smuch\sas|another|a\sfurther)\s)?\Z",
    re.IGNORECASE,
)
# "two-" in "two-, three- and four-bedroom", "280" in "280 of the 500 seats": what they count comes later
_SUSPENDED = re.compile(
    r"-(?:,|\s(?:and|or|to)\s)|\sof\s(?:(?:the|its|their|a\stotal(?:\sof)?)\s)?(?:[\w'’]{3,14}\s)?[$€£]?\d",
    re.IGNORECASE,
)
# Between a part and its whole: "nine of the 12 passengers"
_PARTITIVE = re.compile(r"\sof\s(?:(?:the|its|their|his|her|all|about|some)\s){0,2}(?:[\w'’]{3,14}\s)?")
_ALSO = re.compile(r",?\s(?:and\s)?")
_GAP_BEFORE = frozenset([",", ";", "and", "while", "but"])
_LONGEST_NAME = 5  # tokens
_HAVING = re.compile(r"(?<!\w)(?:has|have|had)\s\Z", re.IGNORECASE)
_PARALLEL = re.compile(
    r"(?:^|\W)(?:to|from|and|including|with|than|is|by|at|or|was|whom|which|to\send|versus|vs\.?|against|,)\s\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Previous:
    """The quantity before, whose unit a bare number may share."""

    finding: Finding
    number: Token
    owned: "_Previous | None" = None
    gapped: bool = False

    @property
    def owner(self) -> "_Previous | None":
        """It, or the one before it, that tells whose it is."""
        return self if self.finding.holder else self.owned


def stated(passage: Passage) -> Iterator[Finding]:
    """Every quantity that ``passage`` states, in order of the text."""
    previous: _Previous | None = None
    waiting: list[Finding] = []
    last = 0
    for amount in passage.amounts:
        number = passage.token_at(amount.number.end - 1)
        if amount.unit is None and _SUSPENDED.match(passage.text, amount.number.end):
            part = measures()["share"] if amount.form == "fraction" else None
            waiting.append(passage.placed(_finding(passage, amount, "suspended", measure=part), number, number))
            last = amount.number.end
            continue
        gap = _gap(passage, amount, previous)
        finding = _stated(passage, amount, number, previous, gap)
        if finding is not None:
            yield from (_like(one, finding) for one in waiting)
            if finding.counted and _PARTITIVE.fullmatch(passage.text[last : amount.span.start]):
                whole = measuring.measure_of_noun(finding.counted)  # what befell the part did not befall the whole
                finding = replace(finding, measure=whole.name if whole else None)
            yield finding
            owned = previous.owner if previous else None
            previous, waiting = _Previous(finding, number, owned and replace(owned, owned=None), gap is not None), []
        last = amount.number.end


def _like(finding: Finding, other: Finding) -> Finding:
    return replace(finding, unit=other.unit, counted=other.counted, measure=finding.measure or other.measure)


def _gap(passage: Passage, amount: Amount, previous: _Previous | None) -> Span | None:
    """Whose a number is in a list that says its verb once: "France sent 200 men, Italy 60 and Egypt three planes"."""
    if previous is None or previous.finding.holder is None or not passage.parsed:
        return None
    first = passage.token_at(amount.span.start)
    if first.sent.start != previous.number.sent.start:
        return None
    if previous.gapped and _ALSO.fullmatch(passage.text[previous.finding.span.end : amount.span.start]):
        return previous.finding.holder
    at = first.i
    while at > first.sent.start and first.i - at < _LONGEST_NAME and passage.doc[at - 1].pos_ == "PROPN":
        at -= 1
    named = at < first.i and at - 1 > previous.number.i
    before = passage.doc[at - 2 if named and passage.doc[at - 1].lower_ == "the" else at - 1]
    if not named or before.lower_ not in _GAP_BEFORE:
        return None
    name = passage.doc[first.i - 1]
    return Span(name.idx, name.idx + len(name))


def _stated(
    passage: Passage, amount: Amount, number: Token, previous: _Previous | None, gap: Span | None
) -> Finding | None:
    if refusals.counts_nothing(passage, amount, number):
        return None
    if gap is not None and previous is not None:
        return replace(_gapped(passage, amount, number, previous), holder=gap)
    if strong := _STRONG.match(passage.text, amount.number.end):
        group = passage.counted(strong.end())
        return _count(passage, amount, group, number, "strong") if group else None
    if amount.unit in (None, "year") and _is_age(passage, amount):
        return passage.placed(
            _finding(passage, amount, "age", "year of age", measure=measures()["age"]), number, number
        )
    if amount.unit is not None:
        return _measurement(passage, amount, number)
    if refusals.is_name(passage, amount, number):
        return None
    return _counted(passage, amount, number, previous)


def _gapped(passage: Passage, amount: Amount, number: Token, previous: _Previous) -> Finding:
    if amount.unit is not None:
        return _measurement(passage, amount, number)
    found = _counted(passage, amount, number, previous) if passage.counted(amount.span.end) else None
    bare = passage.placed(_finding(passage, amount, "bare, as the one before"), number, number)
    return found or _like(bare, previous.finding)


def _counted(passage: Passage, amount: Amount, number: Token, previous: _Previous | None) -> Finding | None:
    """A number with a noun after it, or with none."""
    what = passage.counted(amount.span.end + amount.hyphen, linked=True, hyphen=amount.hyphen)
    if what is None or not passage.together(what.head, number):
        return _bare(passage, amount, number, previous)
    if unit := units.named(what.head.lemma_.lower()):  # "three straight months"
        span = Span(amount.span.start, passage.end_of(what))
        return _measurement(passage, replace(amount, unit=unit.name, dimension=unit.dimension, span=span), number)
    if amount.form == "digits" and what.head.tag_ == "NNP" and not what.people:
        return None  # "6733 Orchard Loop" is an address
    if amount.moved:
        amount = replace(amount, bound="exact", low=amount.value, high=amount.value)  # so many there are now
    return _count(passage, amount, what, number, "counted")


def _count(passage: Passage, amount: Amount, what: Counted, number: Token, rule: str) -> Finding:
    """A count of things or people."""
    event = measuring.measure_of_event(what.head) if what.people else measuring.measure_of_loss(what.head)
    measure = event[0] if event else measuring.measure_of_noun(what.name, group=rule == "strong")
    name, end = what.name, max(amount.span.end, passage.end_of(what))
    if per := units.rate(passage.text, end):
        name, end = f"{name} per {per[0]}", per[1]
    if amount.form == "fraction":
        measure = measures()["share"]
    finding = _finding(passage, amount, rule, counted=name, measure=measure, end=end)
    return passage.placed(finding, what.head, number)


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


def _is_age(passage: Passage, amount: Amount) -> bool:
    """ "aged 44", "the age of 21", "Ann Smith, 44,": a number of years of age."""
    value = amount.value if amount.value is not None else amount.high
    if value is None or not 0 <= value < _OLDEST or value % 1:
        return False
    lead = passage.lead(amount, 24)
    return bool(_AGE_BEFORE.search(lead)) or (amount.unit is None and _follows_person(passage, amount, lead))


def _follows_person(passage: Passage, amount: Amount, lead: str) -> bool:
    closed = passage.rest(amount, 1) in (",", ".", ";", ")", "")
    if amount.form != "digits" or not closed or not _AGE_AFTER_NAME.search(lead):
        return False
    before = passage.token_at(amount.span.start - 1)
    while before.i and (before.is_space or before.is_punct):
        before = before.nbor(-1)
    return before.pos_ == "PROPN"


def _bare(passage: Passage, amount: Amount, number: Token, previous: _Previous | None) -> Finding | None:
    """A number that stands alone: of people whom something befell, of what was just counted, or of nothing said."""
    event = measuring.measure_of_event(number) or measuring.measure_of_tally(number)
    if event is not None:
        measure, word = event
        end = word.idx + len(word) if 0 < word.i - number.i <= 2 else None
        counted = "people" if measure.unit == "people" else None
        finding = _finding(passage, amount, "befallen", counted=counted, measure=measure, end=end)
    elif amount.form == "fraction":
        finding = _finding(passage, amount, "bare", measure=measures()["share"])
    elif amount.form != "digits" or amount.hyphen or not refusals.may_stand_alone(passage, amount, number):
        return None
    else:
        finding = _finding(passage, amount, "bare")
        like = _like_which(passage, amount, number, previous) if previous is not None else None
        if like is not None:
            finding = replace(_like(finding, like), rule="bare, as the one before")
    return passage.placed(finding, number, number)


def _like_which(passage: Passage, amount: Amount, number: Token, previous: _Previous) -> Finding | None:
    """The quantity whose unit a bare number shares.

    "7.5 percent, compared with 6.1": in the same sentence, after a word that sets two numbers side by side. "Norway has
    70 troops at two bases. Latvia has 35.": the last that somebody has.
    """
    owned = previous.owner
    if _HAVING.search(passage.lead(amount, 10)) and passage.parsed and owned is not None:
        return owned.finding if owned.number.sent.end >= number.sent.start else None
    share_of_more = previous.finding.unit == "percentage" and (amount.value or 0) > 100
    parallel = _PARALLEL.search(passage.lead(amount, 10))
    shares = bool(parallel) and not share_of_more and passage.together(previous.number, number)
    return previous.finding if shares else None


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
