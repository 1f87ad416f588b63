"""Quotations and reported speech: direct, indirect and mixed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tasks.language.article import Extraction
from tasks.language.attribution import SUBJECTS, frames, phrase, subject, trimmed
from tasks.language.context import Context, Located
from tasks.language.quotations import Quotation, quotations
from tasks.reference.ids import claim_id
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention
from tasks.tables.statements import Statement, StatementKind

# How far from a quotation its words of attribution may stand, in tokens.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement at ``span``; ``pieces`` if it is interrupted. ``speaker`` is None where the article must tell."""

    span: Span
    pieces: tuple[Span, ...]
    kind: StatementKind
    speaker: Span | None
    cue: Span | None
    rule: str


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every statement in a passage, in order."""
    return tuple(sorted(_Passage(doc).statements(), key=lambda one: (one.span, one.rule)))


class _Passage:
    """One passage while its statements are found."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.quotes = _outermost(quotations(doc.text))
        self.starts = {token.idx: token.i for token in doc}
        self.quote_of = self._covered()
        self.cues = [token for token in doc if self.quote_of[token.i] is None and frames(token)]

    def _covered(self) -> list[int | None]:
        covered: list[int | None] = [None] * len(self.doc)
        at = 0
        for token in self.doc:
            while at < len(self.quotes) and self.quotes[at].outer.end <= token.idx:
                at += 1
            if at < len(self.quotes) and self.quotes[at].outer.start <= token.idx:
                covered[token.i] = at
        return covered

    def statements(self) -> list[Finding]:
        found: list[Finding] = []
        for index, quote in enumerate(self.quotes):
            if self.is_full(index) and (finding := self.after(index) or self.before(index)):
                found.append(finding)
        for cue in self.cues:
            finding = self.reported(cue)
            if finding and not any(finding.span.overlaps(other.span) for other in found):
                found.append(finding)
        found += self.according_to(found)
        taken = [one.span for one in found]
        for index, quote in enumerate(self.quotes):
            if self.is_full(index) and not any(quote.inner.overlaps(span) for span in taken):
                found.append(self.neighbour(index, found))
        return [one for one in found if one.span.start < one.span.end]

    # -- quotations that are whole utterances

    def tokens(self, span: Span) -> list[Token]:
        return [token for token in self.doc.char_span(span.start, span.end, alignment_mode="expand") or []]

    def is_full(self, index: int) -> bool:
        """Whether a quotation holds a clause or a sentence of its own, not a few words taken up."""
        quote = self.quotes[index]
        inner = self.doc.text[quote.inner.start : quote.inner.end].rstrip()
        tokens = self.tokens(quote.inner)
        has_verb = any(token.pos_ in ("VERB", "AUX") for token in tokens)
        closed = inner[-1:] in ".,!?…—-"
        after = self.doc.text[quote.outer.end : quote.outer.end + 2].strip()[:1]
        begins = self.doc.text[: quote.outer.start].rstrip()[-1:]
        if not quote.closed:
            return len(tokens) > 3
        if quote.single and not closed and after not in (",", "."):
            return False
        return (closed and (has_verb or len(tokens) > 2)) or (
            has_verb and len(tokens) > 4 and (after in ("", ",", ".", ";") or begins in ("", ".", ":"))
        )

    def after(self, index: int) -> Finding | None:
        """'"...", X said' and '"...", said X'."""
        quote = self.quotes[index]
        window = self._window_after(quote.outer.end)
        ends_sentence = self.doc.text[quote.inner.start : quote.inner.end].rstrip()[-1:] == "."
        for at, token in enumerate(window):
            kinds = frames(token)
            if not kinds & {"clause", "quote"}:
                if token.pos_ == "VERB" and not _inside_relative(token, window):
                    return None
                continue
            speaker = self._speaker(token)
            if speaker is None or self._has_complement(token, window[at + 1 :]) or (ends_sentence and at > 8):
                return None
            if not (window[0].i <= speaker.i <= window[-1].i):
                return None
            return self._direct(quote, speaker, token, "quotation, cue after")
        return None

    def _has_complement(self, cue: Token, rest: Sequence[Token]) -> bool:
        """'"...," he said that ...': the cue has another clause of its own."""
        return any(
            child.dep_ == "ccomp" and child.i > cue.i and self.quote_of[child.i] is None for child in cue.children
        ) and any(token.lower_ == "that" for token in rest[:2])

    def before(self, index: int) -> Finding | None:
        """'X said: "..."' and 'X said that "..."'."""
        quote = self.quotes[index]
        window = self._window_before(quote.outer.start)
        if not window:
            return None
        mark = window[-1].text
        between: list[Token] = []
        for token in reversed(window):
            kinds = frames(token)
            if kinds & {"clause", "quote"} and token.dep_ not in ("amod", "relcl"):
                if mark not in (",", ":") and between and mark not in ("that", "as"):
                    return None
                if (
                    any(
                        other.pos_ in ("VERB", "AUX") and other.dep_ not in ("acl", "relcl", "amod")
                        for other in between
                    )
                    and mark != ":"
                ):
                    return None
                speaker = self._speaker(token)
                return self._direct(quote, speaker, token, "cue, quotation") if speaker is not None else None
            between.append(token)
        if mark == ":" and len(window) < 12:
            names = [token for token in window if token.pos_ in ("PROPN", "PRON")]
            if names:
                return self._direct(quote, names[-1], None, "colon, quotation")
        return None

    def neighbour(self, index: int, found: Iterable[Finding]) -> Finding:
        """A quotation with no cue of its own: who spoke last in the passage goes on (the article tells, if nobody did)."""
        quote = self.quotes[index]
        before = [one for one in found if one.span.start < quote.inner.start and one.speaker]
        last = max(before, key=lambda one: one.span, default=None)
        if last is not None:
            return Finding(quote.inner, (), "direct", last.speaker, None, "quotation, speaker before")
        return Finding(quote.inner, (), "direct", None, None, "quotation alone")

    def _direct(self, quote: Quotation, speaker: Token, cue: Token | None, rule: str) -> Finding:
        return Finding(quote.inner, (), "direct", self._speaker_span(speaker), _span_of(cue), rule)

    def _window_after(self, start: int) -> list[Token]:
        window: list[Token] = []
        for token in self._from(start):
            if token.text in (".", "!", "?", ":", ";") or self.quote_of[token.i] is not None or len(window) > _REACH:
                break
            if not (token.is_punct and not window) and not token.is_space:
                window.append(token)
        return window

    def _from(self, start: int) -> Iterable[Token]:
        span = self.doc.char_span(start, len(self.doc.text), alignment_mode="contract")
        return span if span is not None else ()

    def _window_before(self, end: int) -> list[Token]:
        span = self.doc.char_span(0, end, alignment_mode="contract")
        window: list[Token] = []
        for token in reversed(list(span)[-_REACH:] if span is not None else []):
            if token.text in (".", "!", "?", ";") or self.quote_of[token.i] is not None:
                break
            if not token.is_space:
                window.append(token)
        return window[::-1]

    # -- clauses that hang on a word of saying

    def reported(self, cue: Token) -> Finding | None:
        kinds = frames(cue)
        speaker = self._speaker(cue)
        if speaker is None or cue.dep_ in ("amod", "aux"):
            return None
        bounds = self._clause(cue) if "clause" in kinds else None
        rule = "cue, clause"
        if bounds is None:
            return None
        return self._reported(bounds, speaker, cue, rule)

    def _clause(self, cue: Token) -> tuple[int, int] | None:
        clauses = [child for child in cue.children if child.dep_ == "ccomp"]
        if not clauses:
            return None
        clause = clauses[0]
        start, end = clause.left_edge.i, clause.right_edge.i + 1
        if start < cue.i < end:
            return None
        if start < cue.i:
            speaker = self._speaker(cue)
            edge = min(cue.i, speaker.left_edge.i) if speaker is not None else cue.i
            end = min(end, edge)
        if self.doc[start].lower_ == "that" and self.doc[start].dep_ == "mark":
            start += 1
        return start, end

    def _reported(self, bounds: tuple[int, int], speaker: Token, cue: Token, rule: str) -> Finding | None:
        start, end = trimmed(self.doc, *bounds)
        if start >= end:
            return None
        span = Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))
        span, kind = self._with_quotes(span)
        return Finding(span, (), kind, self._speaker_span(speaker), _span_of(cue), rule)

    def _with_quotes(self, span: Span) -> tuple[Span, StatementKind]:
        """A span that cuts no quotation, and what share of it is quoted."""
        inside = [quote for quote in self.quotes if quote.outer.overlaps(span)]
        for quote in inside:
            if quote.outer.contains(span):
                return quote.inner, "direct"
            span = Span(min(span.start, quote.outer.start), max(span.end, quote.outer.end))
        if len(inside) == 1 and inside[0].outer == span:
            return inside[0].inner, "direct"
        if inside and inside[-1].outer.end == span.end and inside[-1].closed:
            pass
        return span, "mixed" if inside else "indirect"

    def according_to(self, found: list[Finding]) -> list[Finding]:
        """'..., according to X' and 'According to X, ...'."""
        results = []
        for token in self.doc[:-1]:
            if token.lower_ == "according" and self.doc[token.i + 1].lower_ == "to" and self.quote_of[token.i] is None:
                finding = self._according(token)
                if finding and not any(finding.span.overlaps(one.span) for one in found):
                    results.append(finding)
        return results

    def _according(self, token: Token) -> Finding | None:
        to = self.doc[token.i + 1]
        objects = [child for child in to.children if child.dep_ == "pobj"]
        if not objects:
            return None
        sentence = token.sent
        if token.i == sentence.start:
            comma = next(
                (other.i for other in self.doc[objects[0].right_edge.i : sentence.end] if other.text == ","), None
            )
            bounds = (comma + 1, sentence.end) if comma is not None else None
        else:
            bounds = (sentence.start, token.i)
        if bounds is None:
            return None
        start, end = trimmed(self.doc, *bounds)
        if start >= end:
            return None
        span, kind = self._with_quotes(Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])))
        cue = Span(token.idx, to.idx + len(to))
        return Finding(span, (), kind, self._speaker_span(objects[0]), cue, "according to")

    # -- speakers

    def _speaker(self, cue: Token) -> Token | None:
        head = subject(cue)
        if head is not None and self.quote_of[head.i] is None:
            return head
        following = [token for token in self.doc[cue.i + 1 : cue.i + 8]]
        for token in following:
            if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("compound", "poss", "amod", "nmod"):
                return token if self.quote_of[token.i] is None else None
            if token.pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "NUM", "PART"):
                return None
        return None

    def _speaker_span(self, head: Token) -> Span:
        start, end = trimmed(self.doc, *phrase(head))
        return Span(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1]))


def _span_of(token: Token | None) -> Span | None:
    return None if token is None else Span(token.idx, token.idx + len(token))


def _inside_relative(token: Token, window: Sequence[Token]) -> bool:
    return token.dep_ in ("relcl", "acl", "advcl", "amod") or token.head.dep_ == "relcl"


def _outermost(quotes: Sequence[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quote in quotes:
        if not kept or quote.outer.start >= kept[-1].outer.end:
            kept.append(quote)
    return kept


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """Statement rows; a quotation without a speaker of its own goes to who spoke last."""
    resolver = context.resolver()
    rows: list[Statement] = []
    last: Span | None = None
    meant: Mention | None = None
    for located in sorted(found, key=lambda one: one.at(one.finding.span)):
        finding = located.finding
        speaker = located.at(finding.speaker) if finding.speaker else last
        if speaker is not None and speaker != last:
            meant = resolver.resolve(speaker)
        if meant is not None and speaker is not None:
            resolver.heard(located.at(finding.span).start, meant)
        rows.append(_row(context, located, speaker, meant))
        last = speaker
    return Extraction(statements=tuple(rows))


def _row(context: Context, located: Located[Finding], speaker: Span | None, meant: Mention | None) -> Statement:
    finding = located.finding
    span = located.at(finding.span)
    cue = located.at(finding.cue) if finding.cue else None
    raw = context.raw(span)
    return Statement(
        claim_id=claim_id(context.article.article_id, "statement", *raw),
        article_id=context.article.article_id,
        text=context.text(span),
        start=span.start,
        end=span.end,
        raw_start=raw.start,
        raw_end=raw.end,
        kind=finding.kind,
        speaker_mention_id=meant.mention_id if meant else None,
        speaker_text=context.text(speaker) if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        cue=context.text(cue) if cue else None,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        rule=finding.rule,
    )
