"""Part of speech, morphology and lemma of words, worked out once and remembered.

spaCy's attribute ruler matches its patterns at every token. What they give depends on the word (if a pattern names
it), its tag and its dependency only, and on those of its neighbour where a pattern is over two words ("let's"); a lemma
depends on the word, its part of speech and morphology. So both are looked up where they are known: the same answers,
sooner.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

# Word (0 if no pattern names it), tag and dependency of a token; then the same of its neighbours, if patterns ask.
_Kind = tuple[object, ...]
_Values = tuple[int, ...]
_SEEN: list[int | str] = ["ORTH", "TAG", "DEP"]
# White space gets its tag and dependency from the ruler.
_SET: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]
# Words kept before starting anew: bounds the memory to some 50 MB.
_CAPACITY = 200_000


class _Word(NamedTuple):
    """What patterns have to do with a word: its own number if one names it, else 0; whether one may begin with it."""

    named: int
    opens: bool


class WordMemory:
    """Does what ``ruler`` and then ``lemmatizer`` do."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        patterns = _patterns(ruler)
        self._openers = [pattern[0] for pattern in patterns if len(pattern) > 1]
        specs = [part["LOWER"] for pattern in patterns for part in pattern if "LOWER" in part]
        self._listed = frozenset(word for spec in specs for word in _listed(spec))
        self._described = [spec for spec in specs if not _listed(spec)]
        self._opening = _opening_dependencies(self._openers, ruler.vocab.strings)
        self._words: dict[int, _Word] = {}
        self._kinds: dict[_Kind, _Values] = {}
        self._lemmas: dict[_Values, int] = {}
        _look_up_in_sets(lemmatizer)

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token."""
        seen: list[list[int]] = doc.to_array(_SEEN).tolist()
        kinds = self._kinds_of(doc, seen)
        found = [self._kinds.get(kind) for kind in kinds]
        values = self._learn(doc, kinds) if None in found else cast(list[_Values], found)
        lemmas = [
            lemma or self._lemmas.get((word, part, form), 0)
            for (word, _, _), (_, _, part, form, lemma) in zip(seen, values, strict=True)
        ]
        whole = [(*row[:-1], lemma) for row, lemma in zip(values, lemmas, strict=True)]
        doc.from_array(_SET, cast(Any, np.array(whole, dtype="uint64").reshape(len(whole), len(_SET))))
        for index, lemma in enumerate(lemmas):
            if not lemma:
                self._lemmatize(doc[index], (seen[index][0], *values[index][2:4]))
        return doc

    def _kinds_of(self, doc: Doc, seen: Sequence[Sequence[int]]) -> list[_Kind]:
        """What decides what the ruler gives each token."""
        words = [self._words.get(word) or self._look_at(doc[index]) for index, (word, _, _) in enumerate(seen)]
        kinds: list[_Kind] = [
            (word.named, tag, dependency, None, None) for word, (_, tag, dependency) in zip(words, seen, strict=True)
        ]
        alone = tuple(kinds)
        for index, word in enumerate(words[:-1]):
            if word.opens or seen[index][2] in self._opening:
                kinds[index] = (*kinds[index][:4], alone[index + 1])
                kinds[index + 1] = (*kinds[index + 1][:3], alone[index], None)
        return kinds

    def _look_at(self, token: Token) -> _Word:
        if len(self._words) > _CAPACITY:
            self._words.clear()
        lower = token.lower_
        named = token.is_space or lower in self._listed or any(_fits(lower, spec) for spec in self._described)
        opens = any("LOWER" in spec and _fits(lower, spec["LOWER"]) for spec in self._openers)
        return self._words.setdefault(token.orth, _Word(token.orth if named else 0, opens))

    def _learn(self, doc: Doc, kinds: Sequence[_Kind]) -> list[_Values]:
        """Let the ruler work, and remember what it gives each kind of token."""
        if len(self._kinds) > _CAPACITY:
            self._kinds.clear()
        self._ruler(doc)
        values: list[_Values] = [tuple(row) for row in doc.to_array(_SET).tolist()]
        self._kinds.update(zip(kinds, values, strict=True))
        return values

    def _lemmatize(self, token: Token, word: _Values) -> None:
        if len(self._lemmas) > _CAPACITY:
            self._lemmas.clear()
            self._lemmatizer.cache.clear()
        token.lemma = token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        self._lemmas[word] = token.lemma


def _look_up_in_sets(lemmatizer: Lemmatizer) -> None:
    """The lemmatizer asks whether a word is among those known: a list of 57,000 nouns is slow to ask."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    entries = cast(list[dict[str, Any]], ruler.patterns)
    return [pattern for entry in entries for pattern in entry["patterns"]]


def _opening_dependencies(openers: Sequence[Mapping[str, Any]], strings: StringStore) -> frozenset[int]:
    """Dependencies with which a pattern over two words may begin whatever the word."""
    specs = [spec["DEP"] for spec in openers if "LOWER" not in spec]
    return frozenset(strings.add(label) for spec in specs for label in _listed(spec))


def _listed(spec: str | Mapping[str, Any]) -> Sequence[str]:
    """The values that a condition lists; none if it describes them otherwise."""
    return [spec] if isinstance(spec, str) else spec.get("IN", ())


def _fits(value: str, spec: str | Mapping[str, Any]) -> bool:
    """Whether a value meets one condition of spaCy's token patterns."""
    if isinstance(spec, str):
        return value == spec
    allowed = value in spec.get("IN", (value,)) and value not in spec.get("NOT_IN", ())
    return allowed and re.search(spec.get("REGEX", ""), value) is not None
