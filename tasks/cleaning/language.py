"""The language of a text (py3langid, offline)."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE_CHARACTERS = 4000
MIN_LETTERS = 60  # shorter texts are decided by chance
MIN_PROBABILITY = 0.9


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """ISO 639-1 code; None if the text is too short or the model undecided."""
    sample = " ".join(text[:SAMPLE_CHARACTERS].split())
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= MIN_PROBABILITY else None
