"""Names known beforehand: countries, capitals, organisations, groups, forces; and what they are called in full."""

from collections.abc import Iterator
from functools import cache

from spacy.lang.en import English
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks.language.lexicon import lexicon, words
from tasks.reference.places import countries, country, country_of_capital, country_of_people
from tasks.tables.mentions import MentionLabel

_LABELS: tuple[MentionLabel, ...] = ("organisation", "group", "force", "place")


@cache
def known() -> dict[str, tuple[MentionLabel, str]]:
    """Label and full name by written form."""
    forms: dict[str, tuple[MentionLabel, str]] = {}
    for entry in countries().values():
        for form in (entry.name, *entry.aliases, *entry.capitals):
            forms[form] = ("place", form if form in entry.capitals else entry.name)
            if len(form) > 3:
                forms.setdefault(form.upper(), forms[form])
        if entry.official_name:
            forms.setdefault(entry.official_name, ("place", entry.name))
    for label in _LABELS:
        for name, *aliases in lexicon("organisations")["known"].get(label, []):
            for form in (name, *aliases):
                forms[form] = (label, name)
    return forms


@cache
def demonyms() -> dict[str, str]:
    """Country name by adjective or inhabitant ("Afghan")."""
    return {demonym: entry.name for entry in countries().values() for demonym in entry.demonyms}


def state_of(name: str) -> str | None:
    """The country that a name, demonym, capital or metonym of it stands for."""
    code = lexicon("organisations")["metonyms"].get(name)
    found = countries()[code] if code else country(name) or country_of_capital(name) or country_of_people(name)
    return found.name if found else None


@cache
def _matcher(vocab: Vocab) -> PhraseMatcher:
    tokenizer = English(vocab=vocab).tokenizer
    matcher = PhraseMatcher(vocab, attr="ORTH")
    for form in known():
        matcher.add(form, [tokenizer(form)])
    return matcher


def known_spans(doc: Doc) -> Iterator[tuple[int, int, MentionLabel, str]]:
    """Token ranges of known names, longest first where two overlap, with label and full name."""
    taken = -1
    matches = sorted(_matcher(doc.vocab)(doc), key=lambda match: (match[1], -match[2]))
    for key, start, end in matches:
        if start > taken:
            taken = end - 1
            label, name = known()[doc.vocab.strings[key]]
            yield start, end, label, name


def is_organisation_word(word: str) -> bool:
    """Whether a word heads the names of organisations ("Ministry", "University")."""
    return word in words("organisations", "heads")
