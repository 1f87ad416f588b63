"""Statements that begin with quotation marks: whose words are these?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from tasks.language.attribution import frames
from tasks.language.quotations import Quotation
from tasks.language.speech import Speech, Utterance, cue_span, overlapping
from tasks.reference.spans import Span

# How far from a quotation its words of attribution may stand, in tokens.
_REACH = 45
# After a full stop inside the marks only a short clause of its own attributes: '"... home." Blinken said.'
_SHORT = 8
_SUBORDINATING = ("when", "while", "after", "before", "because", "since", "until", "though", "although", "if")
_ENDS = (".", "!", "?", ";")
# The longest heading, in words.
_HEADING = 8
# The longest "and still" before words quoted again, in tokens.
_JOINING = 4
_MARKS = ('"', "“", "”", "'")
_SIGNATURE = re.compile(r"\s{0,3}([-–—―]{1,2})\s{0,3}(?=\w)")
_LONGEST_SIGNATURE = 7


def quoted(speech: Speech) -> Iterator[Utterance]:
    """Quotations that are whole utterances, with the words that attribute them in the same passage."""
    done = -1
    for index in range(len(speech.quotes)):
        if index <= done:
            continue
        if stands_alone(speech, index):
            found = (
                _led_in(speech, index)
                or _carried_on(speech, index)
                or _after(speech, index)
                or _before(speech, index)
                or _signed(speech, index)
            )
        else:
            found = _predicate(speech, index)
        if found is not None:
            found, done = _continued(speech, index, found)
            yield found


def _predicate(speech: Speech, index: int) -> Utterance | None:
    """'The city "is safer than ever," the mayor said': the sentence begins before the marks."""
    quote = speech.quotes[index]
    if speech.text[quote.inner.end - 1 : quote.inner.end] != "," or not quote.closed:
        return None
    window = _window_before(speech, quote.outer.start)
    found = _after(speech, index)
    if found is None or not window or any(frames(token) & {"clause", "quote"} for token in window):
        return None
    start = max(window[0].idx, _sentence_start(window))
    return replace(found, span=Span(start, quote.outer.end), kind="mixed", rule="quoted predicate, cue after")


def _led_in(speech: Speech, index: int) -> Utterance | None:
    """'With so many boats, "there is no room," he said': the quoted clause has an adjunct outside the marks."""
    quote = speech.quotes[index]
    before = speech.text[: quote.outer.start].rstrip()[-1:]
    return _predicate(speech, index) if before == "," and speech.text[quote.inner.start].islower() else None


def _carried_on(speech: Speech, index: int) -> Utterance | None:
    """'"We squeezed them" to raise the price, she said': the sentence goes on after the marks, up to a comma."""
    quote = speech.quotes[index]
    window = _window_after(speech, quote.outer.end)
    if (
        not window
        or speech.text[quote.inner.end - 1] in ".,!?;:"
        or speech.text[quote.outer.end : window[0].idx].strip()
    ):
        return None
    cue = next((token for token in window if _is_finite(token) or frames(token) & {"clause", "quote"}), window[0])
    speaker = speech.speaker(cue) if frames(cue) & {"clause", "quote"} else None
    if speaker is None or not window[0].i < speaker.i <= window[-1].i or _says_more(speech, cue):
        return None
    found = _direct(speech, quote, speaker, cue, "quotation carried on, cue after")
    start = min(cue.idx, found.speaker.start if found.speaker else cue.idx)
    end = len(speech.text[:start].rstrip()) - 1
    if speech.text[end] != "," or end <= quote.outer.end:
        return None
    return replace(found, span=Span(quote.outer.start, end), kind="mixed")


def _sentence_start(window: Sequence[Token]) -> int:
    return next((token.idx for token in reversed(window) if token.is_sent_start), window[0].idx)


def _continued(speech: Speech, index: int, first: Utterance) -> tuple[Utterance, int]:
    """'"Now," he said, "is the time."': the sentence goes on in the next marks. Returns the last one's number too."""
    if index + 1 == len(speech.quotes) or first.cue is None or first.cue.start < first.span.end:
        return first, index
    here, after = speech.quotes[index], speech.quotes[index + 1]
    between = Span(here.outer.end, after.outer.start)
    words_between = speech.text[between.start : between.end].rstrip()
    ended = any(token.text in _ENDS for token in speech.tokens(between))  # not the full stop of "Mr."
    if ended or "\n" in words_between or not _joins(speech, between):
        return first, index
    if words_between.endswith(",") and not _goes_on(speech, after):
        return first, index
    if sum(bool(frames(token) & {"clause", "quote"}) for token in speech.tokens(between)) != 1:
        return first, index
    pieces = (first.span, after.inner)
    return replace(first, span=Span(first.span.start, after.inner.end), pieces=pieces), index + 1


def _joins(speech: Speech, between: Span) -> bool:
    """Whether words between two quotations end in a comma, or in "and", "but", "that" and no verb after it."""
    tokens = [token for token in speech.tokens(between) if not token.is_space and token.text not in _MARKS]
    for token in reversed(tokens[-_JOINING:]):
        if token.text == "," or token.lower_ in ("and", "but", "that"):
            return True
        if token.pos_ not in ("ADV", "ADP", "DET"):
            return False
    return False


def _goes_on(speech: Speech, quote: Quotation) -> bool:
    """Whether a quotation begins within a sentence: in lower case, or with "I"."""
    return speech.text[quote.inner.start].islower() or re.match(r"I\b", speech.text[quote.inner.start :]) is not None


def unattributed(speech: Speech, found: Sequence[Utterance]) -> Iterator[Utterance]:
    """Utterances that nobody claims in their own sentence: who spoke or acted before them goes on."""
    for index, quote in enumerate(speech.quotes):
        if stands_alone(speech, index) and not overlapping(quote.inner, found) and not _is_heading(speech, quote):
            yield _neighbour(speech, index, found)


def _is_heading(speech: Speech, quote: Quotation) -> bool:
    """Whether a quotation is all of a short passage with its words in capitals: a heading between paragraphs."""
    if quote.outer != Span(0, len(speech.text)):
        return False
    named = [token for token in speech.tokens(quote.inner) if token.is_alpha]
    return len(named) <= _HEADING and 2 * sum(token.text[0].isupper() for token in named) > len(named)


def stands_alone(speech: Speech, index: int) -> bool:
    """Whether a quotation is an utterance of its own, not words taken up into a sentence, a title or a name."""
    quote = speech.quotes[index]
    inner = speech.text[quote.inner.start : quote.inner.end].strip()
    tokens = speech.tokens(quote.inner)
    before = speech.text[: quote.outer.start].rstrip()[-1:]
    after = speech.text[quote.outer.end : quote.outer.end + 3].strip()[:1]
    starts_fresh = before in ("", ".", "!", "?", ":", ",", "”", '"', ")", "—", "–", "―", "-", ";", "*", "•")
    if not quote.closed:
        return len(tokens) > 3
    if not starts_fresh and not (_told(speech, quote) and inner[:1].isupper()):
        return False
    ended = inner[-1:] in ".,!?…—-–"
    has_verb = any(token.pos_ in ("VERB", "AUX") for token in tokens)
    if quote.single and not ended and after not in (",", "."):
        return False
    if before == "," and inner[:1].islower() and not has_verb and not _cue_follows(speech, quote):
        return False
    if ended:
        return has_verb or len(tokens) > 2 or _cue_follows(speech, quote)
    return (
        has_verb
        and len(tokens) > 4
        and (after in ("", ",", ".", ";") or before in ("", ".", ":") or _cue_follows(speech, quote))
    )


def _told(speech: Speech, quote: Quotation) -> bool:
    """Whether the word before the marks is one of saying ('he said "No."'), or "that" after one."""
    tokens = (
        [token for token in speech.tokens(Span(0, quote.outer.start)) if not token.is_space][-2:]
        if quote.outer.start
        else []
    )
    if tokens and tokens[-1].lower_ in ("that", "as"):
        tokens = tokens[:-1]
    return bool(tokens) and bool(frames(tokens[-1]) & {"clause", "quote"})


def _cue_follows(speech: Speech, quote: Quotation) -> bool:
    return any(frames(token) & {"clause", "quote"} for token in _window_after(speech, quote.outer.end)[:4])


# -- attribution after the marks


def _after(speech: Speech, index: int) -> Utterance | None:
    """'"...", X said' and '"...", said X'."""
    quote = speech.quotes[index]
    window = _window_after(speech, quote.outer.end)
    ended = speech.text[quote.inner.start : quote.inner.end].rstrip()[-1:] == "."
    if window and window[0].lower_ in _SUBORDINATING:  # '"No," when Ann Lee asked him'
        return None
    if ended and speech.text[: quote.outer.start].rstrip().endswith(":"):  # 'Ann Lee said: "No." The guards asked ...'
        return None
    for at, token in enumerate(window):
        if not frames(token) & {"clause", "quote"}:
            if token.pos_ == "VERB" and not _is_aside(token):
                return None
            continue
        speaker = speech.set_off(window[0].i, token) or speech.speaker(token) or _named_first(window, token)
        if speaker is None or not window[0].i <= speaker.i <= window[-1].i:
            return None
        # '"No," said Ann, who ...'
        inverted = at == 0 and speaker.i > token.i and speech.text[quote.inner.end - 1] in ",?!"
        if _says_more(speech, token) and not inverted:
            return None
        if ended and (at > _SHORT or len(window) > 2 * _SHORT):
            return None
        return _direct(speech, quote, speaker, token, "quotation, cue after")
    return None


def _named_first(window: Sequence[Token], cue: Token) -> Token | None:
    """'"No," Ann Lee, a sailor, said': the name right after the marks, whatever the parser made of it."""
    named = list(takewhile(lambda token: token.pos_ == "PROPN" and token.i < cue.i, window))
    return named[-1] if named and window[len(named)].text == "," else None


def _says_more(speech: Speech, cue: Token) -> bool:
    """Whether the cue has a clause of its own after it: '"...", he said that ...'."""
    if cue.i + 1 < len(speech.doc) and speech.doc[cue.i + 1].lower_ == "that":
        return True
    return any(
        child.dep_ == "ccomp" and child.left_edge.i > cue.i and speech.quote_of[child.i] is None and child.tag_ != "VBG"
        for child in cue.children
    )


def _is_aside(token: Token) -> bool:
    return token.dep_ in ("relcl", "acl", "advcl", "amod", "compound") or token.head.dep_ in ("relcl", "acl")


def _window_after(speech: Speech, start: int) -> list[Token]:
    window: list[Token] = []
    for token in speech.doc[_token_at(speech, start) :]:
        if token.text in (*_ENDS, ":") or speech.quote_of[token.i] is not None or len(window) > _REACH:
            break
        if not token.is_space and (window or not token.is_punct):
            window.append(token)
    return window


def _token_at(speech: Speech, place: int) -> int:
    """The first token that begins at or after ``place``."""
    span = speech.doc.char_span(place, len(speech.text), alignment_mode="contract")
    return span.start if span is not None else len(speech.doc)


# -- attribution before the marks


def _before(speech: Speech, index: int) -> Utterance | None:
    """'X said: "..."', 'X said that "..."' and 'X, "..."'."""
    quote = speech.quotes[index]
    window = _window_before(speech, quote.outer.start)
    if not window:
        return None
    mark = window[-1].text
    between: list[Token] = []
    for token in reversed(window):
        if frames(token) & {"clause", "quote"} and token.dep_ not in ("amod", "compound"):
            if mark not in (",", ":") and between and between[0].lower_ not in ("that", "as"):
                return None
            if mark != ":" and any(_is_finite(other) for other in between):
                return None
            speaker = speech.speaker(token)
            if speaker is None:
                return None
            found = _direct(speech, quote, speaker, token, "cue, quotation")
            return _with_adjunct(speech, quote, found, between) or _resumed(speech, quote, found, between)
        between.append(token)
    return _colon(speech, quote, window) if mark == ":" else None


def _with_adjunct(speech: Speech, quote: Quotation, found: Utterance, between: Sequence[Token]) -> Utterance | None:
    """'X said that once "nobody asked"': an adjunct outside the marks, in ``between`` (in reverse)."""
    that = next((at for at, token in enumerate(between) if token.lower_ == "that" and token.tag_ == "IN"), 0)
    span = speech.span(between[that - 1].i, between[0].i + 1) if that else None
    if span is None:
        return None
    return replace(found, span=Span(span.start, quote.outer.end), kind="mixed", rule="cue, adjunct and quotation")


def _resumed(speech: Speech, quote: Quotation, found: Utterance, between: Sequence[Token]) -> Utterance:
    """'When the rain came, X said, "we were ready."': the words of saying interrupt a sentence that ends in marks."""
    cue, speaker = found.cue, found.speaker
    if cue is None or speaker is None or len(between) != 1 or not speech.text[quote.inner.start].islower():
        return found
    window = [token for token in _window_before(speech, speaker.start) if token.idx < speaker.start]
    if speaker.start > cue.start or not window or window[-1].text != ",":
        return found
    first = next((at for at in range(len(window) - 1, -1, -1) if window[at].is_sent_start), 0)
    if not any(token.pos_ in ("VERB", "AUX", "ADP", "ADV", "SCONJ") for token in window[first:-1]):
        return found  # "A spokesman, Omar Hart said, ..." begins with who speaks
    lead = speech.span(window[first].i, window[-1].i)
    if lead is None or any(frames(token) & {"clause"} and token.dep_ == "ROOT" for token in window[first:]):
        return found
    span = Span(lead.start, quote.outer.end)
    return replace(found, span=span, pieces=(lead, quote.inner), kind="mixed", rule="cue, interrupted quotation")


def _is_finite(token: Token) -> bool:
    return (
        token.pos_ in ("VERB", "AUX")
        and token.dep_ not in ("acl", "relcl", "amod", "advcl", "pcomp")
        and token.tag_ != "VBG"
    )


def _colon(speech: Speech, quote: Quotation, window: Sequence[Token]) -> Utterance | None:
    """'The minister: "..."', and a sentence that ends in a colon: its subject speaks."""
    subjects = [token for token in window if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"]
    names = [token for token in window if token.pos_ in ("PROPN", "PRON")]
    speaker = subjects[0] if subjects else names[-1] if names and len(window) < 12 else None
    return _direct(speech, quote, speaker, None, "colon, quotation") if speaker is not None else None


def _window_before(speech: Speech, end: int) -> list[Token]:
    window: list[Token] = []
    for token in reversed(speech.doc[max(0, _token_at(speech, end) - _REACH) : _token_at(speech, end)]):
        if token.text in _ENDS or speech.quote_of[token.i] is not None:
            break
        if not token.is_space:
            window.append(token)
    return window[::-1]


# -- no word of saying


def _signed(speech: Speech, index: int) -> Utterance | None:
    """'"..." - Jane Doe': a dash and a name."""
    quote = speech.quotes[index]
    dash = _SIGNATURE.match(speech.text, quote.outer.end)
    if dash is None:
        return None
    tokens = speech.doc[_token_at(speech, dash.end()) :][:_LONGEST_SIGNATURE]
    if not len(tokens) or tokens[0].pos_ != "PROPN":
        return None
    last = tokens[0]
    for token in tokens[1:]:
        if token.pos_ != "PROPN":
            break
        last = token
    return Utterance(quote.inner, (), "direct", cue_span(tokens[0], last), Span(*dash.span(1)), "quotation, signed")


def leads_in(speech: Speech) -> Utterance | None:
    """'The minister wrote:' at the end of a paragraph: who speaks in the next."""
    end = len(speech.text.rstrip())
    if speech.text[end - 1 : end] != ":" or speech.quote_of[-1] is not None:
        return None
    window = _window_before(speech, end)
    cue = next((token for token in reversed(window) if frames(token) & {"clause", "quote"}), None)
    speaker = speech.speaker(cue) if cue is not None else None
    if speaker is None:
        speaker = next((token for token in window if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"), None)
    if speaker is None:
        return None
    cue_at = cue_span(cue) if cue is not None else None
    return Utterance(Span(end - 1, end), (), None, speech.speaker_span(speaker), cue_at, "lead-in")


def _neighbour(speech: Speech, index: int, found: Sequence[Utterance]) -> Utterance:
    quote = speech.quotes[index]
    before = [one for one in found if one.span.start < quote.inner.start and one.speaker]
    last = max(before, key=lambda one: one.span, default=None)
    actor = _actor(speech, quote)
    if actor is not None and (last is None or last.span.end < actor.sent.start_char):
        return Utterance(quote.inner, (), "direct", speech.speaker_span(actor), None, "quotation, subject before")
    if last is not None:
        return Utterance(quote.inner, (), "direct", last.speaker, None, "quotation, speaker before")
    return Utterance(quote.inner, (), "direct", None, None, "quotation alone")


def _actor(speech: Speech, quote: Quotation) -> Token | None:
    """The subject of the sentence right before the quotation, if that is a name or a person's pronoun."""
    start = _token_at(speech, quote.outer.start)
    if start == 0 or speech.quote_of[start - 1] is not None:
        return None
    sentence = speech.doc[start - 1].sent
    for token in sentence:
        if token.dep_ in ("nsubj", "nsubjpass") and token.head == sentence.root and speech.quote_of[token.i] is None:
            return token if token.pos_ == "PROPN" or token.lower_ in ("he", "she", "they") else None
    return None


def _direct(speech: Speech, quote: Quotation, speaker: Token, cue: Token | None, rule: str) -> Utterance:
    cue_at = cue_span(cue) if cue is not None else None
    return Utterance(quote.inner, (), "direct", speech.speaker_span(speaker), cue_at, rule)
