"""Words of the calendar inside names: "Gray & Christmas Inc.", "Friday Harbor", "April Jones" are no dates."""

from spacy.tokens import Doc, Token

from tasks.language.gazetteer import is_organisation_word, known
from tasks.language.lexicon import words
from tasks.language.timex import Timex

_MEANINGS = frozenset(["holiday", "month", "weekday"])
_NAMES = frozenset(["ORG", "PERSON", "FAC", "GPE", "LOC", "WORK_OF_ART", "PRODUCT"])


def in_name(doc: Doc, text: str, timex: Timex) -> bool:
    """Whether one capitalised word of the calendar belongs to the name of something else; ``text`` is the doc's."""
    if timex.meaning not in _MEANINGS or not text[timex.start : timex.end].isalpha():
        return False
    span = doc.char_span(timex.start, timex.end)
    if span is None or len(span) != 1 or not span.text[0].isupper():
        return False
    before, after = _beside(doc, span[0].i - 1), _beside(doc, span[0].i + 1)
    if before is not None and before.text == "&":
        first = _beside(doc, before.i - 1)
        return first is not None and _names(first)
    if (before is not None and before.pos_ in ("ADP", "SCONJ")) or after is None or not _names(after):
        return False
    return _is_headed(span[0], after)


def _beside(doc: Doc, at: int) -> Token | None:
    return doc[at] if 0 <= at < len(doc) else None


def _names(token: Token) -> bool:
    """Whether a word is capitalised and none of the calendar."""
    return token.text[0].isupper() and token.text.rstrip(".").isalpha() and token.text not in words("names", "never")


def _is_headed(token: Token, after: Token) -> bool:
    """Whether a word and the one after it are one name: by what heads names, a given name, or the model."""
    heads = after.text in words("organisations", "places") or is_organisation_word(after.text)
    if heads and after.dep_ != "compound":  # not "the Monday Council meeting"
        return True
    if f"{token.text} {after.text}" in known():
        return True
    if token.text in words("names", "female") | words("names", "male"):
        return token.dep_ == "compound" and token.head == after
    return token.ent_type_ in _NAMES and after.ent_type_ == token.ent_type_ and after.ent_iob_ == "I"
