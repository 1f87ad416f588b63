"""What a number counts in a parsed passage: the noun after it, and whether that is for people."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tasks.language.gazetteer import demonyms
from tasks.language.lexicon import lexicon, words

_INNER_AGE = re.compile(
    r"\d{1,3}[\s-](?:year|month|week|day)s?[\s-]old|\d{1,4}[a-z]{1,3}(?!\w)|\d{1,2}(?:[\s-]mm|-gauge)(?!\w)"
    r"|\.\d{2,3}(?:[\s-]cal(?:iber|ibre)?)?(?!\w)"
)
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

    @property
    def people(self) -> bool:
        """Whether people are counted: "men", "rescuers", "Thais"."""
        return is_people(self.name.split()[-1])


def counted(doc: Doc, after: int, stop: int, linked: bool, hyphen: bool = False) -> Counted | None:
    """What the number that ends before token ``after`` counts.

    Nothing from token ``stop`` on is counted. ``linked`` if "of" may stand between them; ``hyphen`` if it is one word
    with the number ("four-bedroom").
    """
    start = _after_age(doc, after)
    if linked and start < len(doc) and doc[start].lower_ == "of":
        start += 1
        while start < len(doc) and (
            doc[start].tag_ in _DETERMINERS or doc[start].lower_ in words("counting", "skipped")
        ):
            start += 1
    elif linked and start < len(doc) and doc[start].tag_ in _DETERMINERS and doc[start - 1].lower_ == "half":
        start += 1  # "half the money"
    is_tied = hyphen and start < len(doc) and doc[start].pos_ in (*_NOUNS, "ADJ")
    head = doc[start] if is_tied else _head(doc, start, stop)
    if head is None or (is_tied and head.lower_.endswith("ed")):
        return None  # "one-sided", "four-legged"
    name = _name(doc, start, head)
    return Counted(head, start, head.i + 1, name) if name else None


def _after_age(doc: Doc, start: int) -> int:
    """The token after an age or a measure written before the noun: "three 28-year-old men", "two .38 caliber guns"."""
    if start >= len(doc) or doc[start].text[0] not in ".0123456789":
        return start
    begin = doc[start].idx
    match = _INNER_AGE.match(doc[start : start + 5].text)
    while match and start < len(doc) and doc[start].idx < begin + match.end():
        start += 1
    return start


def _head(doc: Doc, start: int, stop: int) -> Token | None:
    """The last noun of the run of words that begins at ``start``."""
    head: Token | None = None
    for token in doc[start : min(start + _REACH, stop)]:
        if (token.is_sent_start and token.i > start) or not _goes_on(doc, token, head):
            break
        if token.pos_ in _NOUNS:
            head = token
    return head


def _goes_on(doc: Doc, token: Token, head: Token | None) -> bool:
    """Whether ``token`` may stand in the run of words that a number counts."""
    if token.text in _TYING:
        return not (token.whitespace_ and token.i and token.nbor(-1).whitespace_)  # a dash between spaces parts
    if head is not None and token.lower_ in words("counting", "befallen") and is_people(head.text.lower()):
        return False  # "1 Man Shot": a headline's capitals make it look like a name
    if token.pos_ in _NOUNS:
        return head is None or head.tag_ != "NNS" or not _is_reach(token)
    if token.pos_ == "CCONJ":
        return _coordinated(doc, token)
    if token.tag_ == "POS":
        return head is not None
    if token.tag_ == "VBG" and head is not None and head.tag_ == "NN":
        return token.dep_ == "amod" and token.head.pos_ in _NOUNS  # "bank holding companies"
    if head is not None and (head.tag_ in ("NNS", "NNPS") or token.pos_ not in ("ADJ", "NUM")):
        return False
    if token.pos_ == "NUM":
        return token.is_alpha or head is not None
    return token.lower_ not in _POINTING and (token.pos_ == "ADJ" or token.tag_ in _MODIFYING)


def _is_reach(token: Token) -> bool:
    """ "jobs world-wide": how far, and no more of what is counted."""
    after = token.doc[token.i + 1 : token.i + 3]
    return [one.lower_ for one in after] == ["-", "wide"]


def _coordinated(doc: Doc, conjunction: Token) -> bool:
    """ "Sikh and Hindu temples", "rural and urban voters": both modify the noun that follows."""
    before, following = doc[max(0, conjunction.i - 1)], doc[conjunction.i + 1 : conjunction.i + 3]
    if len(following) < 2:
        return False
    if before.text.endswith("-"):
        return following[0].pos_ in (*_NOUNS, "ADJ")  # "low- and middle-income voters"
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
            parts += f"{token.text if _is_capitalised(token) else token.lemma_.lower()} "
    return parts + _singular(head)


def _is_capitalised(token: Token) -> bool:
    """ "German", "NATO": written with a capital within the sentence."""
    return token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[0].isupper() and not token.is_sent_start)


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
    if head.text.endswith("s") and head.text[:-1] in demonyms():
        return head.text[:-1]
    if head.tag_ not in ("NNP", "NNPS"):
        lemma = head.lemma_.lower()
        return str(lexicon("counting")["lemmas"].get(lemma, lemma))
    plural = (
        head.tag_ == "NNPS" and head.lemma_.endswith("s") and not head.lemma_.endswith("ss") and len(head.lemma_) > 3
    )
    return head.lemma_[:-1] if plural else head.lemma_


def is_people(lemma: str) -> bool:
    """Whether a noun is for people: those of a country, listed, or by its ending."""
    if lemma in demonyms():
        return True
    lemma = lemma.lower()
    if lemma in words("counting", "people"):
        return True
    return (
        lemma.endswith(tuple(words("counting", "people_endings")))
        and lemma not in words("counting", "things")
        and len(lemma) > 4
    )
