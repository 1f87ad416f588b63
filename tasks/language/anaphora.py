"""Which names a common noun can stand for: "the alliance", "the country"."""

from tasks.language.gazetteer import state_of
from tasks.language.lexicon import lexicon, words
from tasks.reference.press_names import mentioned

_OF_STATES = frozenset(["country", "nation", "state", "republic", "kingdom"])


def label_of(noun: str) -> str | None:
    """The kind of thing that a common noun stands for, if it stands for a named one at all. ``noun`` casefolded."""
    return next((label for label, nouns in lexicon("roles")["anaphora"].items() if noun in nouns), None)


def can_be_called(name: str, noun: str) -> bool:
    """Whether a name may be that of a country, of an alliance, …: who reports the news is no alliance and no court."""
    if noun in _OF_STATES:
        return state_of(name) == name
    return noun in words("roles", "of_the_press") or not mentioned(name)
