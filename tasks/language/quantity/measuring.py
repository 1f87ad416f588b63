"""Which measure of the taxonomy a quantity has: by its noun, its unit, or what befell those counted."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise, takewhile

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import lexicon, words
from tasks.language.quantity.groups import total_of
from tasks.language.quantity.losses import measure_of_loss
from tasks.reference.measures import Measure, measures

_STATE_REACH = 6  # tokens from those counted to what is said of them


@cache
def by_cue() -> dict[tuple[str, str], Measure]:
    """Cue kind and lemma to the first measure that lists it."""
    found: dict[tuple[str, str], Measure] = {}
    for measure in measures().values():
        for kind in ("nouns", "verbs", "states", "groups", "beside", "idioms"):
            for lemma in getattr(measure, kind):
                found.setdefault((kind, lemma), measure)
        if measure.dimension:
            found.setdefault(("dimension", measure.dimension), measure)
    return found


def measure_of_noun(name: str, group: bool = False) -> Measure | None:
    """The measure of a counted noun, by its last two words or its last; ``group`` for "a 9,600-strong mission"."""
    tokens = name.lower().split()
    if not tokens:
        return None
    cues = by_cue()
    if group and (found := cues.get(("groups", tokens[-1]))):
        return found
    return cues.get(("nouns", " ".join(tokens[-2:]))) or cues.get(("nouns", tokens[-1]))


def measure_of_dimension(dimension: str, near: Iterable[Token]) -> Measure | None:
    """The measure of a unit's dimension, or a closer one that a word near the number tells ("spent", "aid")."""
    cues = by_cue()
    for token in near:
        found = cues.get(("beside", token.lemma_.lower()))
        if found is not None and found.unit == dimension:
            return found
    return cues.get(("dimension", dimension))


def measure_of_event(token: Token) -> tuple[Measure, Token] | None:
    """The measure that a verb or a state makes of people, and its word.

    "12 were killed", "killed 12", "12 dead", "left 40 homeless", "the deaths of two". ``token`` is the head of what is
    counted, or the number where it stands alone.
    """
    return (
        _by_state(token)
        or _by_idiom(token)
        or _by_group(token)
        or _by_verb(token)
        or _by_modifier(token)
        or _by_noun(token)
        or _by_clause(token)
        or _by_wounds(token)
        or _by_absence(token)
    )


def measure_of_object(first: Token) -> Measure | None:
    """The measure that the verb right before ``first`` makes of its object, whatever the parser hangs that on.

    Headlines' "kills" and "injures" are taken for nouns.
    """
    verb = first.nbor(-1) if first.i > first.sent.start else None
    if verb is None or verb.lemma_.lower() in words("counting", "befalling"):
        return None
    harming = verb.tag_ == "NNS" and verb.lemma_.lower() in words("counting", "harming")
    return by_cue().get(("verbs", verb.lemma_.lower())) if harming or verb.pos_ == "VERB" else None


def _by_absence(token: Token) -> tuple[Measure, Token] | None:
    """ "12 miners have not been found", "had yet to be accounted for": they are missing; suspects are at large."""
    verb = clauses.verb_of(token)
    suspects = {*measures()["arrested"].people, *measures()["fighters"].nouns}
    if verb is None or token.dep_ not in ("nsubj", "nsubjpass") or token.lemma_.lower() in suspects:
        return None
    awaited = verb.lemma_ in ("have", "be") and any(child.lower_ == "yet" for child in verb.children)
    traced = next((child for child in verb.children if child.dep_ == "xcomp"), verb) if awaited else verb
    return (measures()["missing"], traced) if (awaited and _is_tracing(traced)) or is_untraced(verb) else None


def is_untraced(verb: Token) -> bool:
    """Whether the verb is of those of whom "have not been found" is said: what it denies leaves them missing."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    denied = any(child.dep_ == "neg" for child in verb.children)
    return denied and bool(helpers & {"has", "have", "had", "'ve"}) and _is_tracing(verb)


def _is_tracing(verb: Token) -> bool:
    """ "be found", "been accounted for"; not "been found guilty"."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    said_more = any(child.dep_ in ("oprd", "acomp", "xcomp", "ccomp") for child in verb.children)
    particle = " for" if verb.doc[verb.i + 1 : verb.i + 2].text.lower() == "for" else ""
    return passive and not said_more and f"{verb.lemma_.lower()}{particle}" in lexicon("counting")["tracing"]


def _by_state(token: Token) -> tuple[Measure, Token] | None:
    """ "12 dead", "three people seriously wounded"; "left dozens of A and hundreds of B dead" holds for A too."""
    last = max([token, *(other for other in token.conjuncts if other.i > token.i)], key=lambda one: one.i)
    for after in {token.i, last.i, last.right_edge.i if last != token else token.i}:
        for near in token.doc[after + 1 : after + _STATE_REACH]:
            if near.lower_ in words("counting", "passed_over") or near.tag_ == "RB":
                continue
            state = by_cue().get(("states", near.lower_))
            if (
                state is not None
                and near.tag_ in _STATE_TAGS
                and not any(child.dep_ == "dobj" for child in near.children)
            ):
                return state, near
            break
    return None


_STATE_TAGS = ("JJ", "VBN", "VBG", "NN", "NNS", "VBD", "VBP")


def _by_idiom(token: Token) -> tuple[Measure, Token] | None:
    """A verb with a noun: "12 people lost their lives", "was treating 12 for their injuries", "drew 300 to a march"."""
    told = total_of(token)
    verb = clauses.verb_of(told)
    by = told.dep_ == "pobj" and told.head.dep_ == "agent"  # "the rally was attended by 300"
    given = told.dep_ == "pobj" and told.head.lower_ in ("to", "for") and told.head.dep_ in ("dative", "prep")
    if given and verb is not None and told.head.head in (verb, *verb.children):
        idioms = (f"{verb.lemma_.lower()} {child.lemma_.lower()}" for child in verb.children)
        named = next((one for idiom in idioms if (one := by_cue().get(("idioms", idiom)))), None)
        return (named, verb) if named is not None and named.name == "employees" else None
    if verb is None or not (by or told.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")):
        return None
    near = [child for child in verb.children if child != told]
    near += [below for child in near if child.dep_ in ("prep", "dobj", "prt") for below in child.children]
    near += [below for child in near if child.dep_ == "prep" for below in child.children]
    for word in near:
        link = f"{word.head.lower_} " if word.dep_ == "pobj" else ""  # "took to the streets"
        for between in ("", link):
            if found := by_cue().get(("idioms", f"{verb.lemma_.lower()} {between}{word.lemma_.lower()}")):
                return found, verb
    return None


def _by_group(token: Token) -> tuple[Measure, Token] | None:
    """ "a workforce of 300 people"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return None
    group = token.head.head
    found = by_cue().get(("groups", group.lemma_.lower()))
    return (found, group) if found is not None and found.name == "employees" else None


def _by_modifier(token: Token) -> tuple[Measure, Token] | None:
    """What is said of people before they are named: "12 wounded soldiers", "61 missing people"."""
    for child in token.lefts:
        if child.dep_ == "amod" and (found := by_cue().get(("states", child.lower_))):
            return found, child
    return None


def _by_verb(token: Token) -> tuple[Measure, Token] | None:
    verb = _let_go(token) or _event_verb(token)
    if verb is None:
        return None
    found = measure_of_verb(verb)
    if found is not None:
        return (measures()["deaths"] if found.name in _OPEN and _is_fatal(verb) else found), verb
    known = next((child for child in verb.children if child.dep_ == "xcomp"), None)
    if (
        known is not None
        and verb.tag_ == "VBN"
        and verb.lemma_.lower() in words("counting", "known")
        and (found := measure_of_verb(known))
    ):
        return found, known
    if verb.lemma_.lower() not in words("counting", "predicates"):
        return None
    for child in verb.children:
        state = by_cue().get(("states", child.lower_))
        if state is not None and child.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp", "advcl"):
            return state, child
    return None


def _let_go(token: Token) -> Token | None:
    """ "Let" of "let 300 workers go", whose subject the parser makes of them."""
    verb = token.head
    return verb.head if token.dep_ == "nsubj" and verb.lemma_ == "go" and verb.head.lemma_ == "let" else None


def measure_of_verb(verb: Token) -> Measure | None:
    """The measure of a verb, with its particle if that makes another of it: "lay off", "let go"."""
    lemma = verb.lemma_.lower()
    particles = (child.lower_ for child in verb.children if child.dep_ in ("prt", "xcomp", "ccomp"))
    phrasal = (by_cue().get(("verbs", f"{lemma} {particle}")) for particle in particles)
    return next(filter(None, phrasal), None) or by_cue().get(("verbs", lemma))


def _by_noun(token: Token) -> tuple[Measure, Token] | None:
    """ "the deaths of two civilians", "the arrest of five men", "the fatal shooting of a girl"."""
    number = next((above for above in clauses.ancestors(token) if above.dep_ == "pobj"), token)
    if number.head.lower_ != "of" or number.i < number.head.i:
        return None
    noun = number.head.head
    if lost := measure_of_loss(noun):
        return lost if lost[0].name == "deaths" else None  # "took the lives of 12 people"
    found = by_cue().get(("nouns", noun.lemma_.lower()))
    if found is None and noun.lemma_.lower() in words("counting", "violence"):
        fatal = any(child.lower_ in ("fatal", "deadly") for child in noun.children)
        return (measures()["deaths"] if fatal else measures()["casualties"]), noun
    return (found, noun) if found is not None and found.name in ("deaths", "injured", "arrested") else None


def _by_clause(token: Token) -> tuple[Measure, Token] | None:
    """ "nine miners who were shot", "a total of nine miners that were killed"."""
    total = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    for verb in (child for child in (*token.rights, *total.rights) if child.dep_ == "relcl"):
        befell = any(child.dep_ == "nsubjpass" and child.lower_ in ("who", "that") for child in verb.children)
        found = measure_of_verb(verb) if befell else None
        if found is not None:
            return (measures()["deaths"] if found.name in _OPEN and _is_fatal(verb) else found), verb
    return None


def _by_wounds(token: Token) -> tuple[Measure, Token] | None:
    """ "two men suffered minor injuries", "six others with gunshot wounds"."""
    bearers = [child for child in token.rights if child.lower_ == "with" or child.dep_ == "acl"]
    if token.dep_ in ("nsubj", "nsubjpass"):
        bearers.append(token.head)
        near = token.doc[token.head.i + 1 : token.head.i + _STATE_REACH]
        bearers += [word for word in near if word.lower_ == "with"]  # "taken to hospital with a wound"
    for bearer in bearers:
        if bearer.lower_ == "with" or bearer.lemma_.lower() in words("counting", "suffering"):
            links = [bearer, *(child for child in bearer.rights if child.lower_ in ("from", "with"))]
            for wound in (child for link in links for child in link.rights if child.dep_ in ("pobj", "dobj")):
                if wound.lemma_.lower() in words("counting", "wounds"):
                    return _of_wound(wound), wound
    return None


def _of_wound(wound: Token) -> Measure:
    """Who has "a gunshot wound", and no more is said of it, may have died of it: that is to be shot."""
    said = {child.lower_ for child in wound.lefts if child.dep_ not in ("det", "nummod", "poss")}
    if any(child.lower_ in ("fatal", "mortal") and child.nbor(-1).text != "-" for child in wound.lefts):
        return measures()["deaths"]
    weapons = words("outcomes", "weapons")
    by_weapon = said & weapons and said <= weapons | words("outcomes", "several")
    following = takewhile(_goes_on, wound.doc[wound.i + 1 : wound.i + _STATE_REACH])
    survived = any(part.lemma_.lower() in words("outcomes", "limbs") for part in following)
    return measures()["casualties" if by_weapon and not survived else "injured"]


_OPEN = ("casualties", "injured")  # measures of those who may have died of it


def _event_verb(token: Token) -> Token | None:
    """The verb that tells what befell ``token``: it is its passive subject, the subject of "die", or its object."""
    below = token
    for above in list(clauses.ancestors(token))[1:6]:
        if above.pos_ in ("VERB", "AUX"):
            return clauses.main_verb(above) if befalls(below, above) else None
        if above.pos_ not in ("NOUN", "NUM", "PROPN", "PRON") and above.lower_ != "of":
            return None
        if above.pos_ == "NOUN" and below.lower_ == "of" and above.lower_ not in words("counting", "parts"):
            return None  # "the mother of two boys"
        below = above
    return None


def befalls(token: Token, verb: Token) -> bool:
    """Whether a verb tells what befell those that ``token`` counts or stands for."""
    for one in clauses.ancestors(token):
        if one.dep_ != "conj" or one.head == verb:
            token = one
            break
    if token.dep_ in ("nsubjpass", "dobj", "oprd"):
        return True
    active = not any(child.dep_ == "dobj" for child in verb.children)
    befell = verb.lemma_.lower() in words("counting", "befalling") or verb.tag_ == "VBN"
    return token.dep_ == "nsubj" and active and befell


def _goes_on(token: Token) -> bool:
    """Whether the clause goes on: "six were shot -- two killed" parts them."""
    return token.text not in ("-", "--", "–", "—", ";", ":", ".")


def _is_fatal(verb: Token) -> bool:
    """ "shot dead", "shot and killed", "shot four people to death", "fatally shot"."""
    following = [token.lower_ for token in takewhile(_goes_on, verb.doc[verb.i + 1 : verb.i + 8])]
    fatal = {"dead", "killed"} & set(following[:3]) or ("to", "death") in pairwise(following)
    return bool(fatal) or verb.doc[max(0, verb.i - 1)].lower_ in ("fatally", "mortally")
