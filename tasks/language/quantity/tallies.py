"""Which measure a bare number has: what it is a tally of, or says the size of."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import words
from tasks.language.quantity.counting import is_people
from tasks.language.quantity.groups import group_of, numbered
from tasks.language.quantity.measuring import befalls, by_cue, measure_of_noun, measure_of_verb
from tasks.reference.measures import Measure, measures

_TOLL_REACH = 14  # tokens from "toll" to its number
_TALLIES = ("nsubj", "nsubjpass", "dobj")


def measure_of_tally(number: Token) -> tuple[Measure, Token] | None:
    """What a bare number is a tally of, and the noun for those tallied.

    "The toll rose to 40", "put the number of dead at 40", "a death toll of 40", "a crowd of 300", "double its troops to
    1,000", "deaths now total 412".
    """
    group = group_of(number, number)
    if group is not None and (sized := measure_of_noun(group.lemma_, group=True)):
        return sized, group
    those = next((one for one in numbered(number) if one.lower_ == "those"), None)
    if those is not None and (befell := _of_those(those)):
        return befell, those
    for noun in told_of(number):
        lemma = noun.lemma_.lower()
        if lemma == "toll":
            return measures()["deaths"], noun
        if lemma in words("counting", "tallies") and (tallied := _tallied(noun)):
            return tallied
        if noun.i < number.i and (found := _sized(noun, number)):
            return found, noun
    toll = next(_tolls(number), None)
    return None if toll is None else (measures()["deaths"], toll)


def _tolls(number: Token) -> Iterator[Token]:
    """The toll of a headline's number, whatever the parser makes of the two: "Death toll in Ulm fire at 40",
    "Deaths in ferry accident rise to 40".
    """
    first = number.sent.start if number.doc.has_annotation("DEP") else 0
    before = [number.doc[index] for index in range(number.i - 1, max(first, number.i - _TOLL_REACH) - 1, -1)]
    said = list(takewhile(lambda one: not one.is_punct and one.pos_ != "NUM", before))
    linked = [one for one in said if one.pos_ not in ("ADV", "ADJ")]
    if linked and linked[0].lower_ in ("at", "to"):
        rising = len(linked) > 1 and linked[1].lemma_.lower() in words("counting", "reaching")
        yield from (one for one in said if one.lower_ == "toll" or (rising and one.lower_ == "deaths"))


def told_of(number: Token) -> list[Token]:
    """The nouns that a bare number may be said of: its verb's subject and object, or what its "of" hangs on."""
    step = _linking(number)
    verb = step.head
    if step == number and verb.lower_ == "toll":
        return [verb]  # "Ulm fire: death toll now 12"
    told = [child for child in verb.children if child.dep_ in _TALLIES and child.i < number.i]
    told += [toll for noun in told for toll in noun.lefts if toll.lower_ == "toll"]  # "Toll in mine blast reaches 40"
    if verb.pos_ in clauses.VERBS:
        objects = [child for child in told if child.dep_ == "dobj"]
        estimated = objects if verb.lemma_.lower() in words("counting", "estimating") else []
        return estimated or told or ([verb.head] if verb.dep_ == "acl" else [])
    if step.lower_ == "to" and verb.lemma_.lower() in words("counting", "reaching"):
        return told or [child for child in verb.lefts if child.dep_ == "compound"]  # "toll climbs" taken for a noun
    return [verb] if step.lower_ == "of" else []


def _linking(number: Token) -> Token:
    """The preposition that ties a number to the rest ("from 12 to 15": the first of two), or the number itself."""
    if number.dep_ != "pobj":
        return number
    step = number.head
    return step.head if step.lower_ == "to" and step.head.lower_ == "from" else step


def _sized(noun: Token, number: Token) -> Measure | None:
    """The measure of what a number says the size of: "troop levels fell to 8,600", "strikers numbered 5,000"."""
    step, lemma = _linking(number), noun.lemma_.lower()
    if step.lower_ == "of":
        return by_cue().get(("groups", lemma)) or (measures()["population"] if lemma == "population" else None)
    verb = step.head.lemma_.lower()
    estimated = step.lower_ == "at" and verb in words("counting", "estimating")
    numbered = estimated or (step == number and verb in words("counting", "numbering"))
    reached = step != number and step.lower_ in ("to", "at", "from") and verb in words("counting", "reaching")
    told = numbered or reached or (step == number and verb in words("counting", "totalling"))
    if lemma in words("counting", "gatherings"):
        return _gathered(noun) if told or (step == number and verb == "be") else None
    if not told:
        return None
    if lemma in words("counting", "levels"):
        named = (child for child in noun.lefts if child.dep_ in ("compound", "nmod"))
        return next((found for child in named if (found := measure_of_noun(child.lemma_))), None)
    if noun.lower_ == "those":
        return _of_those(noun)
    group = numbered or (reached and lemma in measures()["employees"].groups)
    return measure_of_noun(noun.lemma_, group) or by_cue().get(("states", noun.lower_))


def _gathered(noun: Token) -> Measure:
    """The measure of a turnout or an attendance: of protesters, if it is that of a protest."""
    events = (event for link in noun.children if link.dep_ == "prep" for event in link.children)
    found = (by_cue().get(("idioms", f"attend {event.lemma_.lower()}")) for event in events)
    return next(filter(None, found), measures()["people"])


def _of_those(pronoun: Token) -> Measure | None:
    """ "those killed in the fire", "those who died": what befell whom a pronoun is for."""
    for verb in pronoun.rights:
        befell = verb.dep_ == "acl" and verb.tag_ == "VBN"
        who = next((child for child in verb.children if child.lower_ in ("who", "that")), None)
        if befell or (verb.dep_ == "relcl" and who is not None and befalls(who, verb)):
            return measure_of_verb(verb) or by_cue().get(("states", verb.lower_))
    return None


def _tallied(noun: Token) -> tuple[Measure, Token] | None:
    """Of "the number of dead", "the number of people killed" or "the case count", the measure and who is numbered."""
    links = (child for child in noun.children if child.lower_ == "of")
    numbered = [one for link in links for one in link.children if one.dep_ == "pobj"]
    for what in (*numbered, *(child for child in noun.lefts if child.pos_ == "NOUN")):
        found = by_cue().get(("states", what.lower_)) or _befallen(what, noun) or measure_of_noun(what.lemma_)
        if found is not None:
            return found, what
    return None


def _befallen(what: Token, tally: Token) -> Measure | None:
    """ "The number of people killed", "of those injured", "of passengers who died"; a parser may tie it to "number"."""
    return (_of_those(what) or _of_those(tally)) if what.pos_ == "PRON" or is_people(what.lemma_) else None
