"""Part of speech, morphology and lemma of words, worked out once and remembered.

spaCy's attribute ruler matches its patterns at every token. What they give depends on the word (if a pattern names
it), its tag and its dependency only, but for a few patterns over two words ("let's"); and a lemma depends on the
word, its part of speech and morphology. So both are looked up where they are known: the same answers, sooner.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import numpy as np
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

_Words = dict[tuple[int, int, int], tuple[int, ...]]
# Lemmas kept before starting anew: bounds the memory to some 50 MB.
_CAPACITY = 200_000


class WordMemory:
    """Does what ``ruler`` and then ``lemmatizer`` do."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        patterns = _patterns(ruler)
        self._openers = [pattern[0] for pattern in patterns if len(pattern) > 1]
        self._named = [part["LOWER"] for pattern in patterns for part in pattern if "LOWER" in part]
        self._is_named: dict[int, bool] = {}
        self._classes: _Words = {}
        self._lemmas: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token."""
        keys = list(self._keys(doc))
        if all(key in self._classes for key in keys):
            values: Any = np.array([self._classes[key] for key in keys], dtype="uint64").reshape(len(keys), 3)
            doc.from_array(["POS", "MORPH", "LEMMA"], values)
        else:
            self._learn(doc, keys)
        for token, (*key, lemma) in zip(doc, doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist(), strict=True):
            if lemma == 0:
                token.lemma = self._lemma(token, tuple(key))
        return doc

    def _keys(self, doc: Doc) -> Iterator[tuple[int, int, int]]:
        """Word (0 if no pattern names it), tag and dependency; white space is never known."""
        for token, (word, tag, dependency) in zip(doc, doc.to_array(["ORTH", "TAG", "DEP"]).tolist(), strict=True):
            named = self._is_named.get(word)
            if named is None:
                named = token.is_space or any(_fits(token.lower_, spec) for spec in self._named)
                self._is_named[word] = named
            yield (word if named else 0), tag, dependency

    def _learn(self, doc: Doc, keys: Sequence[tuple[int, int, int]]) -> None:
        if len(self._is_named) > _CAPACITY:
            self._is_named.clear()
        self._ruler(doc)
        opened = False
        for token, key, found in zip(doc, keys, doc.to_array(["POS", "MORPH", "LEMMA"]).tolist(), strict=True):
            opens = any(_may_open(token, spec) for spec in self._openers)
            if not opens and not opened and not token.is_space:
                self._classes[key] = tuple(found)
            opened = opens

    def _lemma(self, token: Token, key: tuple[int, ...]) -> int:
        known = self._lemmas.get(key)
        if known is None:
            if len(self._lemmas) > _CAPACITY:
                self._lemmas.clear()
            known = self._lemmas[key] = token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        return known


def _patterns(ruler: AttributeRuler) -> list[list[dict[str, Any]]]:
    entries = cast(list[dict[str, Any]], ruler.patterns)
    return [pattern for entry in entries for pattern in entry["patterns"]]


def _may_open(token: Token, spec: Mapping[str, Any]) -> bool:
    """Whether a pattern over two words may begin here: such words are worked out each time."""
    return _fits(token.lower_, spec.get("LOWER", token.lower_)) and _fits(token.dep_, spec.get("DEP", token.dep_))


def _fits(value: str, spec: str | Mapping[str, Any]) -> bool:
    """Whether a value meets one condition of spaCy's token patterns."""
    if isinstance(spec, str):
        return value == spec
    allowed = value in spec.get("IN", (value,)) and value not in spec.get("NOT_IN", ())
    return allowed and re.search(spec.get("REGEX", ""), value) is not None
