"""Counts without a number: none ("no casualties"), one ("a man was shot dead", "he died"), and what words for people
add up to ("a woman and her two sons were killed", "both men", "a double murder").

Only of what befalls people, where it is the number that matters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from tasks.language.clauses import VERBS
from tasks.language.lexicon import lexicon, words
from tasks.language.naming import names_of
from tasks.language.quantity.counting import is_people
from tasks.language.quantity.measuring import measure_of_noun
from tasks.language.quantity.model import Finding
from tasks.language.quantity.outcomes import outcome
from tasks.language.quantity.passage import Passage
from tasks.reference.measures import Measure
from tasks.reference.spans import Span

_NONE = re.compile(r"(?<![^\W_])no[\s\"“”'’]{1,3}(?=\w)", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?<!\w)(?:an?|another|the|this|his|her|their|our|my)\s(?!(?:dozen|couple|lot|few|third|half|quarter)\b)",
    re.IGNORECASE,
)
# A cheap gate: without one of these, nobody was harmed or taken.
_HARM = re.compile(
    r"(?<!\w)(?:kill|die|dead|death|murder|homicid|shot|shoot|gun|bullet|pellet|wound|injur|slain|slay|stab|drown|arrest|hurt|fatal|graze"
    r"|abduct|kidnap|bod(?:y|ies)\b|deceas|condition\b|surviv|recover)",
    re.IGNORECASE,
)
_AGE = re.compile(r"\d{1,3}[\s-](?:year|month|week|day)[\s-]old(?!\w)", re.IGNORECASE)
_OPENING = re.compile(r"\A|(?<=:\s)|(?<=;\s)|(?<=,\s)(?=\w)")
_STOPPED = re.compile(r"[.!?][\"”’)]?\Z")
_MULTIPLE = re.compile(
    r"(?<!\w)(?P<times>double|triple|quadruple|quintuple)[\s-](?:\w{3,10}\s)?(?P<noun>[a-z]{6,9})(?!\w)"
)
_MURDER_SUICIDE = re.compile(r"(?<!attempted\s)(?<!\w)murder[\s-]suicide(?!\w)")
_NONE_OF = frozenset(["deaths", "injured", "casualties", "missing", "arrested", "cases", "troops", "hostages"])
_ONE_OF = frozenset(["deaths", "injured", "casualties", "arrested", "hostages"])
_MOST_TOLD_ONE_BY_ONE = 12  # people in a row of "a woman, her son and …"


@dataclass(frozen=True, slots=True)
class _Somebody:
    """Words for ``count`` people."""

    head: Token
    span: Span
    count: float
    lemmas: str

    def found(self, passage: Passage, measure: Measure, rule: str) -> Finding:
        count = self.count
        finding = Finding(
            self.span, count, count, count, "exact", None, self.lemmas, measure.name, rule, basis="implied"
        )
        return passage.placed(finding, self.head, self.head)


def none(passage: Passage) -> Iterator[Finding]:
    """ "no casualties": none of what is worth a count."""
    for match in _NONE.finditer(passage.text):
        what = passage.counted(match.end())
        measure = measure_of_noun(what.name) if what is not None and what.head.tag_ != "NN" else None
        if what is not None and measure is not None and measure.name in _NONE_OF:
            span = Span(match.start(), passage.end_of(what))
            finding = Finding(span, 0.0, 0.0, 0.0, "exact", None, what.name, measure.name, "none")
            yield passage.placed(finding, what.head, what.head)


def implied(passage: Passage) -> Iterator[Finding]:
    """ "a man was shot dead" is one death; "a man and two women were shot dead" are three."""
    if not _HARM.search(passage.text) or not passage.parsed:
        return
    single = {
        one.head.i: one for one in [*_headlined(passage), *_described(passage), *_meant(passage), *_both(passage)]
    }
    for one in single.values():
        measure = _befell(one.head)
        if measure is not None:
            yield one.found(passage, measure, "implied")
    yield from _added_up(passage, single)
    yield from _multiples(passage)


def named(passage: Passage) -> Iterator[Finding]:
    """ "Ann Smith was shot dead" is one death, and whose it is."""
    if not _HARM.search(passage.text) or not passage.parsed:
        return
    for one in _people_named(passage):
        measure = _befell(one.head)
        if measure is not None and measure.name == "deaths":
            yield replace(one.found(passage, measure, "implied, named"), holder=one.span)


def _befell(head: Token) -> Measure | None:
    found = outcome(head)
    return found[0] if found is not None and found[0].name in _ONE_OF else None


def _described(passage: Passage) -> Iterator[_Somebody]:
    """ "a man", "the 17-year-old", "another woman"."""
    for match in _DETERMINER.finditer(passage.text):
        what = passage.counted(match.end())
        if what is not None:
            if what.head.tag_ == "NN" and what.people:
                yield _Somebody(what.head, Span(match.start(), passage.end_of(what)), 1.0, what.name)
        elif age := _AGE.match(passage.text, match.end()):
            yield _Somebody(passage.token_at(age.end() - 1), Span(match.start(), age.end()), 1.0, "person")


def _headlined(passage: Passage) -> Iterator[_Somebody]:
    """ "Man shot dead", "Police: 7-year-old killed": headlines leave out articles."""
    if _STOPPED.search(passage.text[-3:]):
        return
    for match in _OPENING.finditer(passage.text):
        what = passage.counted(match.end())
        if (
            what is not None
            and what.head.tag_ in ("NN", "NNP")
            and what.people
            and passage.doc[what.start].pos_ != "NUM"
        ):
            yield _Somebody(what.head, Span(match.end(), passage.end_of(what)), 1.0, what.name)
        elif age := _AGE.match(passage.text, match.end()):
            yield _Somebody(passage.token_at(age.end() - 1), Span(match.end(), age.end()), 1.0, "person")


def _meant(passage: Passage) -> Iterator[_Somebody]:
    """ "he", "another"."""
    for token in passage.doc:
        if token.lower_ in words("outcomes", "single") and (token.pos_ == "PRON" or token.dep_.startswith("nsubj")):
            yield _Somebody(token, _span(token), 1.0, "person")


def _both(passage: Passage) -> Iterator[_Somebody]:
    """ "both men"."""
    for token in passage.doc[:-1]:
        following = token.nbor()
        if token.lower_ == "both" and following.tag_ == "NNS" and is_people(following.lemma_.lower()):
            span = Span(token.idx, following.idx + len(following))
            yield _Somebody(following, span, 2.0, following.lemma_.lower())


def _people_named(passage: Passage) -> Iterator[_Somebody]:
    for name in names_of(passage.doc):
        head = passage.doc[name.end - 1]
        if name.label == "person" and head.pos_ == "PROPN":
            yield _Somebody(head, Span(passage.doc[name.start].idx, head.idx + len(head)), 1.0, "person")


def _added_up(passage: Passage, single: dict[int, _Somebody]) -> Iterator[Finding]:
    """ "a woman, her son and two neighbours": the sum, if it is told how many each is."""
    known = {**single, **{one.head.i: one for one in [*_people_named(passage), *_numbered(passage)]}}
    for leader in list(known.values()):
        if leader.head.dep_ in ("conj", "appos"):
            continue  # "Ann Lee, a neighbour and close friend" is one
        row = [known.get(token.i) or _bare(token) for token in _joined(leader.head)]
        people = [one for one in row if one is not None]
        if not 1 < len(people) == len(row) <= _MOST_TOLD_ONE_BY_ONE:
            continue
        measure = _common([one.head for one in people])
        span = Span(min(one.span.start for one in people), max(one.span.end for one in people))
        if measure is not None and not _has_verb(passage, span):
            yield _Somebody(leader.head, span, sum(one.count for one in people), "people").found(
                passage, measure, "implied, added up"
            )


def _joined(leader: Token) -> list[Token]:
    """A token and those that "and" joins to it, also where the parser takes them for a second subject."""
    row = [leader, *leader.conjuncts]
    if any(child.dep_ == "cc" for child in row[-1].rights):
        row += [one for one in leader.head.children if one.dep_ == leader.dep_ and one.i > row[-1].i]
    return row


def _has_verb(passage: Passage, span: Span) -> bool:
    """ "a woman who had hidden herself and a child": it is uncertain what "and" joins."""
    words_inside = passage.doc.char_span(span.start, span.end, alignment_mode="expand")
    return words_inside is None or any(token.pos_ in VERBS for token in words_inside)


def _numbered(passage: Passage) -> Iterator[_Somebody]:
    """ "two neighbours"."""
    for amount in passage.amounts:
        what = passage.counted(amount.span.end) if amount.unit is None and amount.bound == "exact" else None
        if what is not None and what.people and amount.value is not None and not amount.value % 1:
            yield _Somebody(what.head, Span(amount.span.start, passage.end_of(what)), amount.value, what.name)


def _bare(token: Token) -> _Somebody | None:
    """ "son" of "a mother and son"."""
    is_one = token.tag_ == "NN" and is_people(token.lemma_.lower())
    return _Somebody(token, _span(token), 1.0, token.lemma_.lower()) if is_one else None


def _common(heads: Sequence[Token]) -> Measure | None:
    """What befell all of them: the same, as far as it is told of each."""
    measures = {measure.name: measure for head in heads if (measure := _befell(head)) is not None}
    return next(iter(measures.values())) if len(measures) == 1 else None


def _multiples(passage: Passage) -> Iterator[Finding]:
    """ "a double murder", "a murder-suicide": how many died, or were shot."""
    for match in _MULTIPLE.finditer(passage.text):
        name = next(
            (key for key in lexicon("outcomes")["multiplied"] if match["noun"] in words("outcomes", "multiplied", key)),
            None,
        )
        if name is not None:
            count = float(lexicon("outcomes")["multiples"][match["times"]])
            yield _of_multiple(passage, match, count, name)
    for match in _MURDER_SUICIDE.finditer(passage.text):
        yield _of_multiple(passage, match, 2.0, "deaths")


def _of_multiple(passage: Passage, match: re.Match[str], count: float, measure: str) -> Finding:
    head = passage.token_at(match.end() - 1)
    finding = Finding(
        Span(match.start(), match.end()), count, count, count, "exact", None, "people", measure, "implied, multiple",
        basis="implied",
    )  # fmt: skip
    return passage.placed(finding, head, head)


def _span(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))
