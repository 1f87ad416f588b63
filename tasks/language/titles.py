"""Titles and roles said with a name: before it, or set off by a comma before or after it."""

from functools import cache

from spacy.tokens import Doc, Token

from tasks.language.gazetteer import demonyms
from tasks.language.lexicon import words

# The longest role set off by a comma, in tokens.
_LONGEST = 8


def is_title(text: str) -> bool:
    """Whether a word is a title by itself before a name ("Mr.", "Sen.")."""
    return text in words("roles", "abbreviations")


def is_role(token: Token) -> bool:
    return token.lower_ in words("roles", "heads")


@cache
def _plurals() -> frozenset[str]:
    singular = words("roles", "heads") | words("roles", "collectives")
    return frozenset(_plural(word) for word in singular if word.isalpha())


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith(("s", "ch", "sh", "x")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in ("a", "e", "o") else word + "s"


def is_plural_role(text: str) -> bool:
    """Whether a word is the plural of a role, whatever the tagger takes it for: "Witnesses", "Neighbors"."""
    return text.lower() in _plurals()


def begins_role(doc: Doc, at: int, end: int) -> bool:
    """Whether a title begins or goes on at ``at`` and has its head before ``end``: "Prime" of "Prime Minister"."""
    while at < end and doc[at].lower_ in words("roles", "modifiers") and not is_role(doc[at]):
        at += 1
    return at < end and (is_title(doc[at].text) or is_role(doc[at]))


def is_office(doc: Doc, at: int) -> bool:
    """Whether "of" at ``at`` joins a role and its office: "Secretary of State"."""
    return (
        0 < at < len(doc) - 1
        and doc[at].lower_ == "of"
        and is_role(doc[at - 1])
        and doc[at + 1].lower_ in words("roles", "offices")
    )


def role_before(doc: Doc, start: int, first: int, named: dict[int, int]) -> tuple[int, int] | None:
    """The title right before the name at ``start``; ``first`` where its capitalised part begins.

    ``named`` gives the first token of a known name by its last: its nationality or body belongs to the title.
    """
    while first > 0 and begins_role(doc, first - 1, start):
        first -= 1
    if first == start:
        return _set_off_before(doc, start)
    while first > 0 and (first - 1 in named or doc[first - 1].text in demonyms()):
        first = named.get(first - 1, first - 1)
    return first, start


def _set_off_before(doc: Doc, start: int) -> tuple[int, int] | None:
    """'a party spokesman, Omar Lindqvist'; 'the Norwegian Minister of Fisheries, Ida Berg'."""
    if start < 2 or doc[start - 1].text != ",":
        return None
    at = start - 2
    while at >= max(0, start - _LONGEST) and doc[at].pos_ in ("NOUN", "PROPN", "ADP", "DET", "ADJ"):
        if is_role(doc[at]) and (at == start - 2 or doc[at + 1].pos_ == "ADP"):
            return max(doc[at].left_edge.i, start - _LONGEST), start - 1
        at -= 1
    return None


def role_after(doc: Doc, end: int) -> tuple[int, int] | None:
    """'Jens Stoltenberg, the NATO chief'."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    for token in doc[end + 1 : end + _LONGEST]:
        if token.text in (",", ".", ";", ":") or token.pos_ in ("VERB", "PRON", "AUX"):
            return None
        if is_role(token) and not (token.i + 1 < len(doc) and is_role(doc[token.i + 1])):
            if token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN":
                return None  # "In Oslo, Mayor Ann Lee said": the title of the next name
            prepositions = [child for child in token.rights if child.dep_ == "prep" and child.i == token.i + 1]
            stop = min(prepositions[0].right_edge.i + 1, token.i + 1 + _LONGEST) if prepositions else token.i + 1
            return max(token.left_edge.i, end + 1), stop
    return None


def gender(said: list[str]) -> str | None:
    """ "female" or "male", from the words of a title or description; None if they do not tell."""
    for one in ("female", "male"):
        if any(word in words("roles", one) for word in said):
            return one
    return None
