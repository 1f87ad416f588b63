"""What became of people whom the text does not count: who died, who was hurt, by all that their sentence says of them.

:mod:`tasks.language.quantity.measuring` reads the nearest verb or state. Here the rest of the sentence counts too:
"was shot and later died", "was taken to hospital, where he was pronounced dead", "is in critical condition".
"""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import words
from tasks.language.quantity.counting import Counted
from tasks.language.quantity.measuring import by_cue, measure_of_event
from tasks.reference.measures import Measure, measures

_SUBJECTS = ("nsubj", "nsubjpass")
_GRAVEST_FIRST = ("deaths", "injured", "casualties")
_ITSELF = frozenset(["himself", "herself", "themselves", "itself"])
_SINGULAR, _PLURAL = frozenset(["he", "she", "who"]), frozenset(["they", "who"])
_HEADLINE_TAGS = ("NN", "NNP", "VB", "VBP")  # of a verb that begins like a noun
_NEXT = 4  # tokens after "shot" that say what came of it
_WOUNDED = frozenset(["wounded", "injured", "hurt"])
_FATALLY = frozenset(["fatally", "mortally"])


def outcome(token: Token) -> tuple[Measure, Token] | None:
    """The gravest thing that a sentence says befell ``token``, the head of the words for somebody, and its word."""
    if token.dep_ == "poss":
        return _by_noun(token)
    if _is_of_somebody(token):
        return None
    said, nearest = _said_next(token), measure_of_event(token)
    if said is None and token.pos_ == "NUM" and token.dep_ == "appos":
        return None  # "Boy, 9, shoots himself"
    found = [one for one in (said or nearest,) if one is not None]
    verbs = list(_verbs(token)) if said is None and token.doc.has_annotation("DEP") else []
    found += (one for verb in verbs if (one := _of_verb(verb)) is not None)
    if found or verbs:
        found += (one for verb in _later(token) if (one := _of_verb(verb)) is not None and one[0].name == "deaths")
    return min((one for one in found if not _is_averted(one[1])), key=_gravity, default=None)


def _is_of_somebody(token: Token) -> bool:
    """ "a father of 3", "the mother of two boys": what befalls the one does not befall the others."""
    link = token.head
    return token.dep_ == "pobj" and link.lower_ == "of" and link.head.lemma_.lower() in words("outcomes", "kin")


def _is_averted(word: Token) -> bool:
    """ "nearly killed"."""
    return any(child.lower_ in ("nearly", "almost") for child in word.children)


def without(what: Counted, one: bool) -> Counted | None:
    """What is counted in "two teenagers shot", "4 shot" and "3 Dead", where the parser takes the outcome for a noun.

    ``one`` if one is counted: "one shot" was fired.
    """
    head = what.head
    if not one and head.i == what.start and head.tag_ in ("NN", "NNP") and _happening(head):
        return None  # "9,000 march in Ulm"
    if head.lower_ not in words("outcomes", "dead") | _WOUNDED and (one or head.lower_ != "shot"):
        return what
    if head.i <= what.start:
        return None
    noun = head.nbor(-1)
    name = noun.lower_.removesuffix("s") if noun.tag_ in ("NNS", "NNPS") else noun.lemma_.lower()
    return Counted(noun, what.start, what.end - 1, name)


def _happening(word: Token) -> Measure | None:
    """The measure of a word that is a verb in headlines, whatever the tagger says: "9 perish", "9,000 march"."""
    return by_cue().get(("verbs", word.lower_)) if word.lower_ in words("counting", "befalling") else None


def _said_next(token: Token) -> tuple[Measure, Token] | None:
    """ "4 shot", "one Dead", "two people shot": the word after those counted, as headlines leave out "were"."""
    if token.doc[token.i + 1 : token.i + 2].text.lower() in _FATALLY and token.pos_ == "NUM":
        return measures()["deaths"], token.nbor()  # "six shot, one fatally"
    following = next((one for one in token.doc[token.i + 1 : token.i + 3] if one.tag_ != "RB"), None)
    if following is None or _has_object(following, headline=token.pos_ == "NUM"):
        return None
    word = following.lower_
    if token.pos_ == "NUM" and following == token.nbor() and following.tag_ in _HEADLINE_TAGS:
        happening = _happening(following)
        if happening is not None:
            return happening, following
    if word in words("outcomes", "dead"):
        return measures()["deaths"], following
    if word in _WOUNDED:
        return measures()["injured"], following
    after = token.doc[following.i + 1 : following.i + 2].text.lower()
    aims = token.pos_ != "NUM" and following.tag_ != "VBN" and after in ("at", "into", "toward", "towards", "back")
    return (_shot(following), following) if word == "shot" and not aims else None


def _has_object(verb: Token, headline: bool) -> bool:
    """Whether a verb has an object that is no part of a headline's place ("8 killed in Ulm hotel fire")."""
    links = [child.i for child in verb.rights if child.dep_ == "prep" and headline]
    return any(child.dep_ == "dobj" and not any(link < child.i for link in links) for child in verb.children)


def _gravity(found: tuple[Measure, Token]) -> tuple[int, int]:
    name = found[0].name
    return (_GRAVEST_FIRST.index(name) if name in _GRAVEST_FIRST else -1, found[1].i)


def _verbs(token: Token) -> Iterator[Token]:
    """The verbs of which ``token`` is the subject, also by way of "and"; of an active verb with an object only the
    reflexive ("shot himself"), and the one it is the object of.
    """
    joined = ("conj",) if token.pos_ == "NUM" else ("conj", "appos")
    head = next((one for one in clauses.ancestors(token) if one.dep_ not in joined), token)
    verb = head.head
    if head.dep_ == "dobj":
        yield verb
    elif head.dep_ in _SUBJECTS and verb.pos_ in clauses.VERBS:
        yield from (one for one in _and_then(verb) if _is_borne(one))


def _and_then(verb: Token) -> Iterator[Token]:
    """A verb and those after it that share its subject: "was shot and died"."""
    yield verb
    for other in verb.conjuncts:
        if other.i > verb.i and other.pos_ in clauses.VERBS and not _has_subject(other):
            yield other


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _is_borne(verb: Token) -> bool:
    """Whether the subject bears what the verb tells: passive, intransitive, or done to oneself."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return not objects or any(one.lower_ in _ITSELF for one in objects) or verb.lemma_.lower() in _SUFFERING


_SUFFERING = words("counting", "suffering")


def _of_verb(verb: Token) -> tuple[Measure, Token] | None:
    """What a verb whose subject or object bears it amounts to."""
    lemma = verb.lemma_.lower()
    passive = verb.tag_ == "VBN" or any(child.lower_ in _ITSELF or child.dep_ == "dobj" for child in verb.children)
    if lemma in words("outcomes", "dying"):
        return measures()["deaths"], verb
    if passive and lemma in words("outcomes", "killing"):
        return measures()["deaths"], verb
    if passive and (lemma in words("outcomes", "shooting") or _is_hit(verb)):
        return _shot(verb), verb
    if passive and lemma in words("outcomes", "wounding"):
        return measures()["deaths" if _is_fatal(verb) else "injured"], verb
    return _of_predicate(verb)


def _is_hit(verb: Token) -> bool:
    """ "was struck in the back by a bullet", "a stray bullet hit her", "hit by gunfire"."""
    if verb.lemma_.lower() not in words("outcomes", "hitting"):
        return False
    agents = (one for child in verb.children if child.dep_ == "agent" for one in child.children)
    by = [*agents, *(child for child in verb.children if child.dep_ == "nsubj")]
    return any(one.lemma_.lower() in words("outcomes", "bullets") for one in by)


def _is_fatal(verb: Token) -> bool:
    """ "fatally shot", "wounded fatally"; not "six shot, one fatally"."""
    return bool(_FATALLY & {token.lower_ for token in verb.doc[max(0, verb.i - 2) : verb.i + 2]})


def _shot(verb: Token) -> Measure:
    """Dead, if so said; wounded, if so said or hit where nobody dies of it; else one of the two."""
    following = [token.lower_ for token in takewhile(_goes_on, verb.doc[verb.i + 1 : verb.i + 1 + _NEXT])]
    if _is_fatal(verb) or {"dead", "killed", "death"} & set(following):
        return measures()["deaths"]
    limbs = (
        part.lemma_.lower() in words("outcomes", "limbs")
        for link in verb.children
        if link.lower_ in ("in", "through") and link.dep_ == "prep"
        for part in link.children
    )
    return measures()["injured" if _WOUNDED & set(following) or any(limbs) else "casualties"]


def _goes_on(token: Token) -> bool:
    """ "Six were shot -- two killed": what comes after a dash is said of others."""
    return not token.is_punct or token.text == ","


def _of_predicate(verb: Token) -> tuple[Measure, Token] | None:
    """ "was found dead", "were found fatally shot", "is in critical condition", "is expected to survive"."""
    for child in verb.children:
        if _has_subject(child):
            continue  # "the mayor said twelve were killed"
        if child.lower_ in words("outcomes", "dead") and child.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp"):
            return measures()["deaths"], child
        if child.tag_ == "VBN" and child.dep_ in ("oprd", "xcomp", "acomp") and (found := _of_verb(child)):
            return found
        if child.dep_ == "xcomp" and child.lemma_.lower() in words("outcomes", "surviving"):
            return (measures()["injured"], child) if verb.lemma_ == "expect" else None
        if (told := next(_conditions(child), None)) is not None:
            return measures()["injured"], told
    return None


def _conditions(link: Token) -> Iterator[Token]:
    """The condition that a phrase of the verb tells, or one hung on where somebody is taken ("to a clinic in …")."""
    if link.dep_ != "prep":
        return
    for noun in link.children:
        if link.lower_ in ("in", "with") and noun.lemma_.lower() == "condition" and _is_graded(noun):
            yield noun
        if link.lower_ in ("to", "at") and noun.dep_ == "pobj":
            for inner in noun.children:
                if inner.lower_ == "in":
                    yield from _conditions(inner)


def _is_graded(condition: Token) -> bool:
    """ "critical condition", "serious but stable condition"; not "on condition", "in good condition"."""
    return any(child.lower_ in words("outcomes", "conditions") for child in condition.children)


def _by_noun(token: Token) -> tuple[Measure, Token] | None:
    """ "Smith's death", "his murder"; not "his killing of …", "his murder trial"."""
    noun = token.head
    governs = any(child.lower_ in ("of", "by") and child.dep_ == "prep" for child in noun.children)
    dies = noun.lemma_.lower() in words("outcomes", "deaths") and not governs and noun.dep_ != "compound"
    return (measures()["deaths"], noun) if dies else None


def _later(token: Token) -> Iterator[Token]:
    """Verbs later in the sentence whose subject is a pronoun that can mean ``token``: "…, where he later died"."""
    plural = token.tag_ in ("NNS", "NNPS") or any(one.i > token.i for one in token.conjuncts)
    meant = _PLURAL if plural else _SINGULAR
    for other in token.doc[token.i + 1 : token.sent.end]:
        if other.lower_ in meant and other.dep_ in _SUBJECTS and other.head.i > other.i:
            yield from (one for one in _and_then(other.head) if _is_borne(one))
