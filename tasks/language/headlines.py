"""Statements attributed by a colon: headlines and transcripts."""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from tasks.language.lexicon import words
from tasks.language.speech import Speech, Utterance

# The longest name before a transcript's colon, and the longest headline, in tokens.
_LABEL = 5
_HEADLINE = 30
_BESIDE_CAPITALS = frozenset([".", '"', "“", "'"])


def after_colon(speech: Speech) -> Utterance | None:
    """Headlines ('Talks will go on: minister', 'Minister: talks will go on') and transcripts ('JONES: They will.')."""
    doc = speech.doc
    at = next((token.i for token in doc[: _LABEL + 2] if token.text == ":"), None)
    if at and not speech.dateline_end and all(token.is_upper or token.text in _BESIDE_CAPITALS for token in doc[:at]):
        speaker = next((token for token in reversed(doc[:at]) if token.text.isalpha()), None)
        told = speaker is not None and len(speaker) > 1 and not _is_label(doc[:at])
        return _said_after_colon(speech, at, speaker, "transcript") if told and speaker is not None else None
    if len(doc) > _HEADLINE or (speech.text.rstrip()[-1:] in ".!?" and not _is_title(speech)):
        return None
    colons = [token.i for token in doc if token.text == ":" and speech.quote_of[token.i] is None]
    if len(colons) != 1:
        return None
    at = colons[0]
    left, right = doc[:at], doc[at + 1 :]
    if _is_name(right) and len(left) > 2 and _has_verb(left) and not _is_label(left[-1:]):
        return speech.statement(speech.span(0, at), right.root, None, "headline, name after colon")
    if _is_name(left) and not _is_label(left) and len(right) > 2 and _has_verb(right):
        return _said_after_colon(speech, at, left.root, "headline, name before colon")
    return None


def _is_label(span: TokenSpan) -> bool:
    """Whether a word before a colon tells what follows, not who speaks: "RELATED:", "(Photo:"."""
    return any(token.lower_ in words("cues", "headlines", "labels") for token in span)


def _said_after_colon(speech: Speech, at: int, speaker: Token, rule: str) -> Utterance | None:
    return speech.statement(speech.span(at + 1, len(speech.doc)), speaker, None, rule)


def _is_name(span: TokenSpan) -> bool:
    named = [token for token in span if not token.is_space and not token.is_punct]
    return 0 < len(named) <= 4 and all(
        token.text[0].isupper() and token.text not in words("names", "never") for token in named
    )


def _has_verb(span: TokenSpan) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in span)


def _is_title(speech: Speech) -> bool:
    return sum(token.text[0].isupper() for token in speech.doc if token.is_alpha) * 2 > sum(
        token.is_alpha for token in speech.doc
    )
