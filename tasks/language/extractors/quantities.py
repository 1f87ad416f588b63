"""Quantities: what is counted or measured, with its bounds, whose it is, where, when and how it is meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Token

from tasks.language import amounts, clauses, counting, timex, units
from tasks.language.amounts import Amount
from tasks.language.antecedents import antecedent
from tasks.language.anchoring import Anchor, Tense
from tasks.language.article import Extraction
from tasks.language.context import Context, Located
from tasks.language.counting import Counted
from tasks.language.lexicon import words
from tasks.language.timex import Timex
from tasks.reference.ids import claim_id
from tasks.reference.measures import Measure, measures
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention
from tasks.tables.modality import Modality
from tasks.tables.quantities import Bound, Change, Quantity, QuantityBasis

_LENGTHS = ("counted_from", "stretch", "duration")  # expressions of time that are quantities too
_STRONG = re.compile(r"[\s-]strong(?!\w)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"(?<!\w)(?:aged?|ages|(?:the\s)?ages?\sof)\s(?:about\s|between\s)?\Z", re.IGNORECASE)
_AGE_AFTER_NAME = re.compile(r"[^\W\d_]\.?\s?,\s?\Z")
_INCLUDING = re.compile(
    r"(?:\s[\w'-]{1,20}){0,6},?\s(?:including|among\sthem|not\scounting)\s(?P<what>[^,.;:()\"“”]{2,60})"
)
_MORE = re.compile(r"\s(?:more|additional|extra|further|new)(?!\w)(?!\s(?:than|often|likely))", re.IGNORECASE)
_FEWER = re.compile(r"\s(?:fewer|less)(?!\w)(?!\sthan)", re.IGNORECASE)
_ANOTHER = re.compile(r"(?<!\w)(?:another|additional|extra|a\sfurther|further)\s(?:\w{1,14}\s)?\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"(?<!\w)(?P<verb>[^\W\d_]{2,14})\s(?:by\s)?(?:(?:about|around|some|nearly|almost|more\sthan|over|at\sleast|up\sto|as\smuch\sas|another|a\sfurther)\s)?\Z",
    re.IGNORECASE,
)
_OWNERS = ("organisation", "place", "group", "force", "person", "description")
_OLDEST = 120
_MILLION = 1e6
_LONGEST_UNPARTED = 5
_COUNTABLE_AS_NONE = frozenset(
    ["deaths", "injured", "casualties", "missing", "arrested", "cases", "troops", "hostages"]
)
_NONE = re.compile(r"(?<![^\W_])(?:no|zero)[\s\"“”'’]{1,3}(?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:an?|another)\s", re.IGNORECASE)
_HARM = re.compile(
    r"(?<!\w)(?:kill|die|dead|death|murder|shot|shoot|wound|injur|slain|stab|drown|arrest|hurt|fatal|abduct|kidnap)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A quantity at ``span``; ``holder`` and ``place`` are spans of the words for whose it is and where."""

    span: Span
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    counted: str | None
    measure: str | None
    rule: str
    basis: QuantityBasis = "stated"
    change: Change = "total"
    includes: str | None = None
    holder: Span | None = None
    place: Span | None = None
    as_of: Timex | None = None
    tense: Tense | None = None
    modality: Modality = "asserted"


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every quantity in a passage, in order."""
    passage = _Passage(doc)
    found = [*passage.stated(), *passage.none(), *passage.implied()]
    return tuple(sorted(found, key=lambda one: (one.span, one.rule)))


class _Passage:
    """One passage while its quantities are found."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.times = timex.scan(self.text)
        self.amounts = amounts.scan(
            self.text, [Span(time.start, time.end) for time in self.times if time.rule not in _LENGTHS]
        )
        self._starts = {token.idx: token.i for token in doc}

    @cached_property
    def parsed(self) -> bool:
        return self.doc.has_annotation("DEP")

    def stated(self) -> Iterator[Finding]:
        previous: tuple[Finding, Token] | None = None
        waiting: list[
            Finding
        ] = []  # "four-" and "five-" in "four-, five- and six-cylinder", "280" in "280 of the 500 seats"
        for amount in self.amounts:
            number = self.token_at(amount.number.end - 1)
            if _SUSPENDED.match(self.text, amount.number.end) and amount.unit is None:
                waiting.append(
                    self.placed(self.raw_finding(amount, amount.span, None, None, None, "suspended"), number, number)
                )
                continue
            finding = self.finding(amount, number, previous)
            if finding is not None:
                previous = (finding, number)
                yield from (
                    replace(one, unit=finding.unit, counted=finding.counted, measure=finding.measure) for one in waiting
                )
                waiting = []
                yield finding

    def finding(self, amount: Amount, number: Token, previous: tuple[Finding, Token] | None) -> Finding | None:
        if self.is_one(amount) and not self.counts_as_one(amount, number):
            return None
        if (
            amount.form == "fraction"
            and not (amount.unit and amount.dimension != "times")
            and not self.is_share(amount)
        ):
            return None
        if strong := _STRONG.match(self.text, amount.number.end):
            what = counting.counted(self.doc, self.token_after(strong.end()), linked=False)
            return self.built(amount, what, number, "strong", group=True) if what else None
        if amount.unit in (None, "year") and (age := self.age(amount, number)):
            return age
        if amount.unit is not None:
            return self.measured(amount, number)
        if self.is_name(amount, number):
            return None
        what = counting.counted(
            self.doc, self.token_after(amount.span.end + amount.hyphen), linked=True, hyphen=amount.hyphen
        )
        if what is not None and what.head.sent.start != number.sent.start:
            what = None
        if what is not None and (unit := units.named(what.head.lemma_.lower())):
            return self.measured(
                replace(
                    amount, unit=unit.name, dimension=unit.dimension, span=Span(amount.span.start, self.end_of(what))
                ),
                number,
            )
        if (
            what is not None
            and amount.form == "digits"
            and what.head.tag_ == "NNP"
            and not counting.is_people(what.head.lemma_)
        ):
            return None  # "6733 Orchard Loop" is an address
        if what is not None and amount.moved:
            amount = replace(amount, bound="exact", low=amount.value, high=amount.value)  # so many there are now
        if what is not None:
            return self.built(amount, what, number, "counted")
        return self.bare(amount, number, previous)

    # -- the kinds of stated quantities

    def built(self, amount: Amount, what: Counted, number: Token, rule: str, group: bool = False) -> Finding:
        """A count of things or people."""
        event = counting.measure_of_event(what.head) if counting.is_people(what.head.lemma_) else None
        measure = event[0] if event else counting.measure_of_noun(what.name, group)
        end = max(amount.span.end, self.end_of(what))
        name = what.name
        if per := units.rate(self.text, end):
            name, end = f"{name} per {per[0]}", per[1]
        if amount.form == "fraction":
            measure = measures()["share"]
        start = amount.span.start
        return self.placed(self.raw_finding(amount, Span(start, end), None, name, measure, rule), what.head, number)

    def measured(self, amount: Amount, number: Token) -> Finding:
        """A number with a unit."""
        head = next(
            (above for above in list(clauses.ancestors(number))[1:4] if above.pos_ in ("NOUN", "PROPN", "VERB")), number
        )
        near = [*list(clauses.ancestors(number))[1:5], *head.children]
        dimension = (
            (amount.dimension or "") if " per " not in (amount.unit or "") or amount.dimension == "money" else ""
        )
        measure = counting.measure_of_dimension(dimension, near) if dimension else None
        finding = self.raw_finding(amount, amount.span, amount.unit, None, measure, "unit")
        return self.placed(finding, head, number)

    def age(self, amount: Amount, number: Token) -> Finding | None:
        """ "aged 44", "the age of 21", "Ann Smith, 44,": a number of years of age."""
        value = amount.value if amount.value is not None else amount.high
        if value is None or not 0 <= value < _OLDEST or value % 1:
            return None
        lead = self.text[max(0, amount.span.start - 24) : amount.span.start]
        if not _AGE_BEFORE.search(lead) and (amount.unit or not self.follows_person(amount, lead)):
            return None
        finding = self.raw_finding(amount, amount.span, "year of age", None, measures()["age"], "age")
        return self.placed(finding, number, number)

    def follows_person(self, amount: Amount, lead: str) -> bool:
        after = self.text[amount.number.end : amount.number.end + 1]
        if amount.form != "digits" or not _AGE_AFTER_NAME.search(lead) or after not in (",", ".", ";", ")", ""):
            return False
        before = self.token_at(amount.span.start - 1)
        while before.is_space or before.is_punct:
            if before.i == 0:
                return False
            before = before.nbor(-1)
        return before.pos_ == "PROPN"

    def bare(self, amount: Amount, number: Token, previous: tuple[Finding, Token] | None) -> Finding | None:
        """A number that stands alone: of people whom something befell, of what was just counted, or of nothing said."""
        event = counting.measure_of_event(number)
        if event is not None and amount.value != 1:
            end = event[1].idx + len(event[1]) if 0 < event[1].i - number.i <= 2 else amount.span.end
            finding = self.raw_finding(amount, Span(amount.span.start, end), None, "people", event[0], "befallen")
            return self.placed(finding, number, number)
        share = amount.form == "fraction"
        if not share and (amount.form != "digits" or amount.hyphen or not self.may_stand_alone(amount)):
            return None
        if not share and self.is_code(amount):
            return None
        finding = self.raw_finding(amount, amount.span, None, None, measures()["share"] if share else None, "bare")
        if share:
            return self.placed(finding, number, number)
        if (
            previous is not None
            and previous[1].sent == number.sent
            and previous[0].basis == "stated"
            and self.parallel(amount)
        ):
            said = previous[0]
            if said.unit == "percentage" and (amount.value or 0) > 100:
                return self.placed(finding, number, number)
            finding = replace(
                finding, unit=said.unit, counted=said.counted, measure=said.measure, rule="bare, as the one before"
            )
        return self.placed(finding, number, number)

    def is_code(self, amount: Amount) -> bool:
        """Digits without a separator, or two tied by a dash, that nothing measures: a telephone or a page number."""
        words_ = self.text[amount.number.start : amount.number.end]
        return (amount.bound == "between" and bool(re.search(r"\d[-–]\d", words_))) or (
            amount.bound == "exact" and len(words_) > _LONGEST_UNPARTED and words_.isdigit()
        )

    def may_stand_alone(self, amount: Amount) -> bool:
        """After a word that leads to an amount; a number in apposition or in a name is none."""
        lead = self.text[max(0, amount.span.start - 16) : amount.span.start]
        return (
            amount.bound != "exact"
            or (amount.value or 0) >= _MILLION
            or bool(_LEADS_TO_NUMBER.search(lead))
            or (amount.value or 0) % 1 != 0
            or "," in self.text[amount.number.start : amount.number.end]
        )

    def parallel(self, amount: Amount) -> bool:
        lead = self.text[max(0, amount.span.start - 10) : amount.span.start]
        return bool(_PARALLEL.search(lead))

    # -- zero, and what is implied

    def none(self) -> Iterator[Finding]:
        """ "no casualties", "zero troops": none of what is worth a count."""
        for match in _NONE.finditer(self.text):
            what = counting.counted(self.doc, self.token_after(match.end()), linked=False)
            if what is None or match[0][0] in "zZ":
                continue
            measure = counting.measure_of_noun(what.name)
            if measure is None or measure.name not in _COUNTABLE_AS_NONE or what.head.tag_ == "NN":
                continue
            finding = Finding(
                Span(match.start(), self.end_of(what)), 0.0, 0.0, 0.0, "exact", None, what.name, measure.name, "none"
            )
            yield self.placed(finding, what.head, what.head)

    def implied(self) -> Iterator[Finding]:
        """ "a man was shot dead" is one death."""
        if not _HARM.search(self.text):
            return
        for match in _ARTICLE.finditer(self.text):
            what = counting.counted(self.doc, self.token_after(match.end()), linked=False)
            if what is None or what.head.tag_ != "NN" or not counting.is_people(what.head.lemma_):
                continue
            if self.text[match.end() : match.end() + 5].lower() in (
                "dozen",
                "coupl",
                "lot o",
                "few s",
                "third",
                "half ",
            ):
                continue
            event = counting.measure_of_event(what.head)
            if event is None or event[0].name not in ("deaths", "injured", "casualties", "arrested", "hostages"):
                continue
            span = Span(match.start(), self.end_of(what))
            finding = Finding(span, 1.0, 1.0, 1.0, "exact", None, what.name, event[0].name, "implied", basis="implied")
            yield self.placed(finding, what.head, what.head)

    # -- what a number is not

    def is_one(self, amount: Amount) -> bool:
        return (
            amount.value == 1
            and amount.form == "words"
            and self.text[amount.number.start : amount.number.end].lower() == "one"
        )

    def counts_as_one(self, amount: Amount, number: Token) -> bool:
        """ "one man", "one of the best cars"; a pronoun ("the one", "one another", "one day") counts nothing."""
        if amount.unit:
            return (
                amount.dimension != "time" or number.nbor(-1).lower_ in ("than", "in", "for", "about", "just", "only")
                if number.i
                else False
            )
        following = self.text[amount.number.end : amount.number.end + 9].lower()
        before = number.nbor(-1).lower_ if number.i else ""
        if following.startswith((" another", " by one", " day", "'s", " or the", " thing")) or before in (
            "no",
            "the",
            "this",
            "that",
            "each",
            "every",
            "any",
            "another",
            "which",
            "some",
            "by",
        ):
            return False
        return number.dep_ in ("nummod", "quantmod") or following.startswith(" of ") or number.pos_ == "NUM"

    def is_share(self, amount: Amount) -> bool:
        """ "half of", "a third of", "one in five": a part of a whole, or hedged."""
        following = self.text[amount.number.end : amount.number.end + 14].lower()
        words_ = self.text[amount.number.start : amount.number.end].lower()
        before = self.text[max(0, amount.number.start - 8) : amount.number.start].lower()
        if words_ == "half":
            return not before.endswith(_HALVES) and (
                following.startswith(" of ") or (amount.bound != "exact" and following[:1] == " ")
            )
        if words_.startswith(("a ", "a-", "an ")):
            return following.startswith(" of ")  # "a third man" is no third of a man
        return not following.startswith("-") or following[1:2].isdigit()

    def is_name(self, amount: Amount, number: Token) -> bool:
        """Whether a number belongs to a name: "Game 6", "S&P 500", "Group of 20", "the Fortune 100"."""
        first = self.token_at(amount.number.start)
        if first.i == 0:
            return False
        before = first.nbor(-1)
        if (
            amount.form == "digits"
            and before.lower_.rstrip(".") in words("counting", "labels")
            and before.text[0].isupper()
        ):
            return True
        if before.lower_ == "of" and before.i and before.nbor(-1).text in ("Group", "Big", "Council"):
            return True
        after = self.token_after(amount.number.end)
        if amount.form == "digits" and after < len(self.doc) and self.is_numbered(after):
            return True
        if amount.form == "words" and self.is_titled(first, after):
            return True
        if self.text[amount.span.start : amount.span.end] in words("counting", "emergency"):
            return True
        if (
            amount.form == "words"
            and first.text[0].isupper()
            and before.text[0].isupper()
            and before.pos_ == "PROPN"
            and not first.is_sent_start
        ):
            return True
        return (
            amount.form == "digits"
            and before.pos_ == "PROPN"
            and not before.is_sent_start
            and not self.is_counting(number)
        )

    def is_titled(self, first: Token, after: int) -> bool:
        """ "Zero Hedge", "One Direction": a number word in a name, within a sentence."""
        begins = first.is_sent_start or not first.nbor(-1).is_alpha
        return first.text[0].isupper() and not begins and after < len(self.doc) and self.doc[after].text[0].isupper()

    def is_numbered(self, after: int) -> bool:
        """ "the 600 index", "16-18 Industrial Avenue": the number tells which, not how many."""
        return any(token.lower_ in words("counting", "numbered") for token in self.doc[after : after + 2])

    def is_counting(self, number: Token) -> bool:
        return number.i + 1 < len(self.doc) and number.nbor().tag_ in ("NNS", "NNPS", "JJ")

    # -- how it is said

    def raw_finding(
        self, amount: Amount, span: Span, unit: str | None, name: str | None, measure: Measure | None, rule: str
    ) -> Finding:
        what = measure.name if measure else None
        value = None if amount.bound in ("between", "vague") else amount.value
        return Finding(
            span, value, amount.low, amount.high, amount.bound, unit, name, what, rule, change=self.change(amount, span)
        )

    def change(self, amount: Amount, span: Span) -> Change:
        lead = self.text[max(0, amount.span.start - 40) : amount.span.start]
        after = self.text[amount.number.end : amount.number.end + 14]
        if _ANOTHER.search(lead) or _MORE.match(after):
            return "more"
        if _FEWER.match(after):
            return "fewer"
        if (amount.unit or " by " in lead[-12:]) and amount.bound != "between" and (match := _CHANGED.search(lead)):
            verb = self.token_at(amount.span.start - len(lead) + match.start("verb"))
            if verb.lemma_.lower() in words("counting", "changes", "more"):
                return "more"
            if verb.lemma_.lower() in words("counting", "changes", "fewer"):
                return "fewer"
        return "total"

    def placed(self, finding: Finding, head: Token, number: Token) -> Finding:
        """``finding`` with its holder, place, time and modality from the parse."""
        if not self.parsed:
            return finding
        holder = (
            None
            if finding.measure in ("duration", "age", "distance", "deaths", "injured", "casualties")
            else counting.holder(head, number)
        )
        place = counting.place(head)
        includes = _INCLUDING.match(self.text, finding.span.end)
        return replace(
            finding,
            holder=_span(holder),
            place=_span(place),
            includes=includes["what"].strip() if includes and finding.counted else None,
            as_of=self.as_of(head),
            tense=clauses.tense(head),
            modality=clauses.modality(head),
        )

    def as_of(self, head: Token) -> Timex | None:
        """The day that the clause of the quantity is dated by."""
        verb = clauses.verb_of(head)
        reached = 0
        for time in self.times:
            if time.end <= reached:
                continue  # the day of the attacks, inside their anniversary
            reached = time.end
            if time.kind in ("date", "time") and time.meaning in ("day", "weekday", "shift", "anniversary"):
                token = self.token_at(time.start)
                if verb is not None and token.sent == head.sent and clauses.verb_of(token) == verb:
                    return time
        return None

    # -- tokens and characters

    def token_at(self, offset: int) -> Token:
        """The token in which the character at ``offset`` stands, or the one before it."""
        while offset not in self._starts and offset > 0:
            offset -= 1
        return self.doc[self._starts.get(offset, 0)]

    def token_after(self, offset: int) -> int:
        """The index of the first token that begins at or after ``offset``."""
        token = self.token_at(min(offset, len(self.text) - 1))
        return token.i if token.idx >= offset else token.i + 1

    def end_of(self, what: Counted) -> int:
        last = self.doc[what.end - 1]
        return last.idx + len(last)


_SUSPENDED = re.compile(
    r"-(?:,|\s(?:and|or|to)\s)|\sof\s(?:the|its|their|a\stotal(?:\sof)?)?\s?(?:\w{3,10}\s)?[$€£]?\d", re.IGNORECASE
)
_HALVES = ("first ", "second ", "last ", "other ", "latter ", "top ", "bottom ", "other-", "better ")
_LEADS_TO_NUMBER = re.compile(
    r"(?<!\w)(?:to|at|of|from|is|was|are|were|be|by|than|with|reached|reaching|hit|total(?:l?ed|l?ing)?|against|below|above|around|versus|vs\.?|a|near|for"
    r"|and|the|including|just|only|average|averaged|least)\s\Z",
    re.IGNORECASE,
)
_PARALLEL = re.compile(
    r"(?:^|\W)(?:to|from|and|including|with|than|is|by|at|or|is|was|to\send|versus|vs\.?|against|,)\s\Z", re.IGNORECASE
)


def _span(token: Token | None) -> Span | None:
    return None if token is None else Span(token.idx, token.idx + len(token))


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """The article's rows, in order of the text."""
    return Extraction(quantities=tuple(_row(context, located) for located in found))


def _row(context: Context, located: Located[Finding]) -> Quantity:
    finding = located.finding
    span = located.at(finding.span)
    raw = context.raw(span)
    holder = _owner(context, located.at(finding.holder), finding) if finding.holder else None
    place = _meant(context, located.at(finding.place), ("place",)) if finding.place else None
    statement = context.statement_at(span)
    return Quantity(
        claim_id=claim_id(context.article.article_id, "quantity", raw.start, raw.end),
        article_id=context.article.article_id,
        text=context.text(span),
        start=span.start,
        end=span.end,
        raw_start=raw.start,
        raw_end=raw.end,
        value=finding.value,
        value_low=finding.low,
        value_high=finding.high,
        bound=finding.bound,
        basis=finding.basis,
        change=finding.change,
        includes=finding.includes,
        unit=finding.unit,
        counted=finding.counted,
        measure=finding.measure,
        holder_mention_id=holder.mention_id if holder else None,
        place_mention_id=place.mention_id if place else None,
        as_of_on=_as_of(context.article.published_on, finding),
        modality=finding.modality,
        statement_id=statement.claim_id if statement else None,
        rule=finding.rule,
    )


def _owner(context: Context, span: Span, finding: Finding) -> Mention | None:
    """Whose it is; a person has no troops, prisoners or countries, whoever the sentence says sends them."""
    meant = _meant(context, span, _OWNERS)
    belongs = finding.measure is not None and measures()[finding.measure].unit != "money"
    return None if meant is None or (belongs and finding.counted and meant.label == "person") else meant


def _meant(context: Context, span: Span, labels: tuple[str, ...]) -> Mention | None:
    named = context.resolve(span)
    if named is None or named.label == "description":
        named = antecedent(context, span, labels) or named
    return named if named is not None and named.label in labels else None


def _as_of(published_on: date | None, finding: Finding) -> date | None:
    """The day the clause names, else the day of publication."""
    if finding.as_of is None:
        return published_on
    anchored = Anchor(published_on).resolve(finding.as_of, finding.tense)
    return anchored.latest_on if anchored.latest_on and anchored.latest_on == anchored.earliest_on else published_on
