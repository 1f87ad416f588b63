"""What a number counts in a parsed passage: its noun, the measure of the taxonomy, whose it is, and where."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from tasks.language import clauses
from tasks.language.lexicon import lexicon, words
from tasks.reference.measures import Measure, measures

_INNER_AGE = re.compile(r"\d{1,3}[\s-](?:year|month|week|day)s?[\s-]old|\d{1,4}[a-z]{1,3}(?!\w)")
_NOUNS = ("NOUN", "PROPN")
_DETERMINERS = ("DT", "PDT", "PRP$")
_TYING = frozenset(["-", "–", "'", '"', "“", "”"])
_MODIFYING = ("VBN", "VBG", "RB", "RBR", "RBS", "JJ")
_POINTING = frozenset(["last", "next", "same", "early", "late", "such"])
_REACH = 7  # tokens from a number to the noun it counts


@dataclass(frozen=True, slots=True)
class Counted:
    """The words ``doc[start:end]`` counted; ``name`` is their lemmas, of which the last is the head noun's."""

    head: Token
    start: int
    end: int
    name: str


def counted(doc: Doc, after: int, linked: bool, hyphen: bool = False) -> Counted | None:
    """What the number that ends before token ``after`` counts.

    ``linked`` if "of" may stand between them; ``hyphen`` if it is one word with the number ("six-cylinder").
    """
    start = _after_age(doc, after)
    if linked and start < len(doc) and doc[start].lower_ == "of":
        start += 1
        while start < len(doc) and (
            doc[start].tag_ in _DETERMINERS or doc[start].lower_ in words("counting", "skipped")
        ):
            start += 1
    head = doc[start] if hyphen and start < len(doc) and doc[start].pos_ in (*_NOUNS, "ADJ") else _head(doc, start)
    if head is None:
        return None
    name = _name(doc, start, head)
    return Counted(head, start, head.i + 1, name) if name else None


def _after_age(doc: Doc, start: int) -> int:
    """The token after an age or a measure written before the noun: "three 28-year-old men", "eight 250ml bottles"."""
    if start >= len(doc) or not doc[start].text[0].isdigit():
        return start
    begin = doc[start].idx
    match = _INNER_AGE.match(doc[start : start + 5].text)
    while match and start < len(doc) and doc[start].idx < begin + match.end():
        start += 1
    return start


def _head(doc: Doc, start: int) -> Token | None:
    """The last noun of the run of words that begins at ``start``."""
    head: Token | None = None
    for token in doc[start : start + _REACH]:
        if token.is_sent_start and token.i > start or not _goes_on(doc, token, head):
            break
        if token.pos_ in _NOUNS:
            head = token
    return head


def _goes_on(doc: Doc, token: Token, head: Token | None) -> bool:
    """Whether ``token`` may stand in the run of words that a number counts."""
    if token.text in _TYING:
        return True
    if token.pos_ in _NOUNS:
        return True
    if token.pos_ == "CCONJ":
        return _coordinated(doc, token)
    if token.tag_ == "POS":
        return head is not None
    if head is not None and (head.tag_ in ("NNS", "NNPS") or token.pos_ not in ("ADJ", "NUM")):
        return False
    if token.pos_ == "NUM":
        return token.is_alpha or head is not None
    return token.lower_ not in _POINTING and (token.pos_ == "ADJ" or token.tag_ in _MODIFYING)


def _coordinated(doc: Doc, conjunction: Token) -> bool:
    """ "Kia and Hyundai vehicles", "digital and physical sales": both modify the noun that follows."""
    before, following = doc[max(0, conjunction.i - 1)], doc[conjunction.i + 1 : conjunction.i + 3]
    if len(following) < 2:
        return False
    if before.pos_ == "ADJ":
        return following[0].pos_ in ("ADJ", "VERB") and following[1].pos_ in (*_NOUNS, "ADJ")
    modifies = before.dep_ in ("compound", "amod", "nmod") and before.head.i > conjunction.i
    return modifies and all(token.pos_ in (*_NOUNS, "ADJ") for token in following)


def _name(doc: Doc, start: int, head: Token) -> str:
    """Lemmas of the words that name the thing counted; a hyphen keeps two words one."""
    parts = ""
    for token in doc[start : head.i]:
        if token.text in ("-", "–") and parts and not token.whitespace_:
            parts = f"{parts.rstrip()}-"
        elif _names(token):
            parts += f"{token.text if token.pos_ == 'PROPN' else token.lemma_.lower()} "
    return parts + _singular(head)


def _names(token: Token) -> bool:
    if (
        token.is_punct
        or token.pos_ in ("PART", "ADV", "CCONJ", "VERB")
        or (token.pos_ == "NUM" and token.is_alpha)
        or token.lower_ in words("counting", "skipped")
    ):
        return False
    return not token.text[0].isdigit() or (token.i > 0 and token.nbor(-1).pos_ == "PROPN")


def _singular(head: Token) -> str:
    if head.tag_ not in ("NNP", "NNPS"):
        lemma = head.lemma_.lower()
        return str(lexicon("counting")["lemmas"].get(lemma, lemma))
    plural = (
        head.tag_ == "NNPS" and head.lemma_.endswith("s") and not head.lemma_.endswith("ss") and len(head.lemma_) > 3
    )
    return head.lemma_[:-1] if plural else head.lemma_


def is_people(lemma: str) -> bool:
    """Whether a noun is for people: listed, or by its ending."""
    lemma = lemma.lower()
    if lemma in words("counting", "people"):
        return True
    return (
        lemma.endswith(tuple(words("counting", "people_endings")))
        and lemma not in words("counting", "things")
        and len(lemma) > 4
    )


@cache
def _by_cue() -> dict[tuple[str, str], Measure]:
    """Cue kind and lemma to the first measure that lists it."""
    found: dict[tuple[str, str], Measure] = {}
    for measure in measures().values():
        for kind in ("nouns", "verbs", "states", "groups", "beside"):
            for lemma in getattr(measure, kind):
                found.setdefault((kind, lemma), measure)
        if measure.dimension:
            found.setdefault(("dimension", measure.dimension), measure)
    return found


def measure_of_noun(name: str, group: bool = False) -> Measure | None:
    """The measure of a counted noun: of its last two words, else of its last; ``group`` for "a 9,600-strong mission"."""
    tokens = name.lower().split()
    if not tokens:
        return None
    cues = _by_cue()
    if group and (found := cues.get(("groups", tokens[-1]))):
        return found
    return cues.get(("nouns", " ".join(tokens[-2:]))) or cues.get(("nouns", tokens[-1]))


def measure_of_dimension(dimension: str, near: Iterable[Token]) -> Measure | None:
    """The measure of a unit's dimension, or a closer one that a word near the number tells ("spent", "aid")."""
    cues = _by_cue()
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
    return _by_state(token) or _by_verb(token) or _by_noun(token)


def _by_state(token: Token) -> tuple[Measure, Token] | None:
    """ "12 dead", "three people seriously wounded"; "left dozens of A and hundreds of B dead" holds for A too."""
    last = max([token, *(other for other in token.conjuncts if other.i > token.i)], key=lambda one: one.i)
    for after in {token.i, last.i, last.right_edge.i if last != token else token.i}:
        for near in token.doc[after + 1 : after + 4]:
            if near.lower_ in _PASSED_OVER or near.tag_ == "RB":
                continue
            state = _by_cue().get(("states", near.lower_))
            if (
                state is not None
                and near.tag_ in _STATE_TAGS
                and not any(child.dep_ == "dobj" for child in near.children)
            ):
                return state, near
            break
    return None


_PASSED_OVER = frozenset(
    [
        "people",
        "others",
        "more",
        "were",
        "are",
        "was",
        "left",
        "and",
        "reported",
        "confirmed",
        "feared",
        "still",
        "found",
    ]
)
_STATE_TAGS = ("JJ", "VBN", "NN", "NNS", "VBD")


def _by_verb(token: Token) -> tuple[Measure, Token] | None:
    verb = _event_verb(token)
    if verb is None:
        return None
    found = _by_cue().get(("verbs", verb.lemma_.lower()))
    if found is not None:
        return (measures()["deaths"] if found.name in ("casualties", "injured") and _is_fatal(verb) else found), verb
    if verb.lemma_.lower() not in words("counting", "predicates"):
        return None
    for child in verb.children:
        state = _by_cue().get(("states", child.lower_))
        if state is not None and child.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp", "advcl"):
            return state, child
    return None


def _by_noun(token: Token) -> tuple[Measure, Token] | None:
    """ "the deaths of two civilians", "the arrest of five men"."""
    number = next((above for above in clauses.ancestors(token) if above.dep_ == "pobj"), token)
    if number.head.lower_ != "of" or number.i < number.head.i:
        return None
    noun = number.head.head
    found = _by_cue().get(("nouns", noun.lemma_.lower()))
    return (found, noun) if found is not None and found.name in ("deaths", "injured", "arrested") else None


def _event_verb(token: Token) -> Token | None:
    """The verb that tells what befell ``token``: it is its passive subject, the subject of "die", or its object."""
    below = token
    for above in list(clauses.ancestors(token))[1:6]:
        if above.pos_ in ("VERB", "AUX"):
            return clauses.main_verb(above) if _befalls(below, above) else None
        if above.pos_ not in ("NOUN", "NUM", "PROPN") and above.lower_ != "of":
            return None
        if above.pos_ == "NOUN" and below.lower_ == "of" and above.lower_ not in _PARTS:
            return None  # "the mother of two boys"
        below = above
    return None


_PARTS = frozenset(
    "dozens scores hundreds thousands tens millions group number total half third quarter majority members".split()
)  # noqa: SIM905
_INTRANSITIVE = frozenset(
    "die perish drown disappear vanish flee survive succumb suffocate protest demonstrate march rally be remain lie".split()  # noqa: SIM905
)


def _befalls(token: Token, verb: Token) -> bool:
    if token.dep_ in ("nsubjpass", "dobj", "oprd"):
        return True
    if token.dep_ == "conj" and token.head.i != verb.i:
        return _befalls(token.head, verb)
    active = not any(child.dep_ == "dobj" for child in verb.children)
    return token.dep_ == "nsubj" and active and (verb.lemma_.lower() in _INTRANSITIVE or verb.tag_ == "VBN")


def _is_fatal(verb: Token) -> bool:
    """ "shot dead", "shot and killed", "fatally shot"."""
    following = {token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 4]}
    return bool(following & {"dead", "killed", "death"}) or verb.doc[max(0, verb.i - 1)].lower_ in (
        "fatally",
        "mortally",
    )


def holder(head: Token, number: Token) -> Token | None:
    """Whose it is: a name inside the counted words, their owner, what "with" adds them to, or the subject that has them."""
    doc = head.doc
    inside = [
        doc[i] for i in range(number.i + 1, head.i) if doc[i].pos_ in ("PROPN", "ADJ") and doc[i].text[0].isupper()
    ]
    before = [
        child
        for child in head.children
        if child.i < number.i and (child.dep_ == "poss" or child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod"))
    ]
    if inside or before:
        return (inside or before)[-1]
    for child in head.children:
        if child.lower_ in ("from", "of") and child.dep_ == "prep":
            for grand in child.children:
                if grand.dep_ == "pobj" and grand.pos_ == "PROPN":
                    return grand
    return _holding_subject(head)


def _holding_subject(head: Token) -> Token | None:
    steps = list(clauses.ancestors(head))
    for child, above in zip(steps, steps[1:], strict=False):
        if above.lower_ == "with" and above.dep_ == "prep" and child.dep_ == "pobj":
            if above.head.pos_ in _NOUNS and above.head.i < above.i:
                return above.head
            return next((other for other in above.head.children if other.dep_ in ("nsubj", "nsubjpass")), None)
        if above.pos_ in ("VERB", "AUX"):
            has = above.lemma_.lower() in words("counting", "holding")
            return clauses.actor(above) if child.dep_ in ("dobj", "attr", "oprd") and has else None
        if child.dep_ not in ("conj", "appos", "pobj", "prep", "compound", "nummod", "nmod", "amod", "quantmod"):
            return None
    return None


def place(head: Token) -> Token | None:
    """Where: the name or the word for a place that "in", "at" or "near" puts the counted or its verb in."""
    verb = clauses.verb_of(head)
    for owner in (head, *([verb] if verb is not None and verb != head else [])):
        for child in owner.children:
            if (
                child.dep_ == "prep"
                and child.lower_ in ("in", "at", "near", "across", "inside", "throughout", "around", "outside")
                and child.i > owner.i
            ):
                for grand in child.children:
                    if grand.dep_ == "pobj" and (
                        grand.pos_ == "PROPN" or grand.lemma_.lower() in words("counting", "places")
                    ):
                        return grand
    return None
