"""Quotations and reported speech: direct, indirect and mixed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from tasks.language.article import Extraction
from tasks.language.context import Context, Located
from tasks.language.headlines import after_colon
from tasks.language.quoted import leads_in, quoted, unattributed
from tasks.language.reported import reported
from tasks.language.speech import Speech, Utterance, overlapping
from tasks.reference.ids import claim_id
from tasks.reference.spans import Span
from tasks.tables.candidates import Candidate
from tasks.tables.fragments import Fragment
from tasks.tables.mentions import Mention
from tasks.tables.statements import Statement, StatementKind

Finding = Utterance

# Between the word of saying and the colon of a lead-in ("wrote on Monday:"), in characters.
_BEFORE_COLON = 20
# Fewer spaces are in no paragraph that is set off as quoted.
_FEW_SPACES = 4


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every statement in a passage, in order."""
    speech = Speech(doc)
    found = list(quoted(speech))
    headline = after_colon(speech)
    others = [*reported(speech), *([headline] if headline is not None else [])]
    for utterance in sorted(others, key=lambda one: (one.span.start - one.span.end, one.span)):
        if not overlapping(utterance.span, found):
            found.append(utterance)
    found += unattributed(speech, found)
    lead = leads_in(speech)
    if lead is not None:
        found.append(lead)
    return tuple(sorted(map(speech.without_dateline, found), key=lambda one: (one.span, one.rule)))


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """Statement rows; a quotation without a speaker of its own goes to who spoke in the paragraph before."""
    rows: list[Statement] = []
    fragments: list[Fragment] = []
    candidates: list[Candidate] = []
    talk = _Talk(context)
    found = [*found, *_blocks(context, found)]
    for located in sorted(found, key=lambda one: one.at(one.finding.span)):
        finding = located.finding
        speaker, meant = talk.speaker(located)
        if finding.kind is None or (speaker is None and finding.rule == "quotation alone"):
            continue
        row = _row(context, located, finding.kind, speaker, meant)
        rows.append(row)
        if meant is None:
            candidates += _candidates(row, talk.resolver.tied)
        fragments += _fragments(context, row, [located.at(piece) for piece in finding.pieces])
    return Extraction(statements=tuple(rows), fragments=tuple(fragments), candidates=tuple(candidates))


def _blocks(context: Context, found: Sequence[Located[Finding]]) -> Iterator[Located[Finding]]:
    """Paragraphs set off as quoted, without marks, after one that ends in "the minister wrote:"."""
    starts = sorted(located.at(located.finding.span).start for located in found)
    for located in found:
        finding, colon = located.finding, located.at(located.finding.span)
        if finding.kind is not None or finding.cue is None or finding.span.start - finding.cue.end > _BEFORE_COLON:
            continue
        number = bisect_right(context.paragraphs, (colon.end, colon.end))
        if number == len(context.paragraphs):
            continue
        block = context.paragraphs[number]
        text = context.text(block)
        told = starts[bisect_left(starts, block.start) :][:1]
        if text[-1:] in ".!?" and text.count(" ") >= _FEW_SPACES and not (told and told[0] < block.end):
            yield Located(block.start, Utterance(Span(0, len(text)), (), "indirect", None, None, "lead-in, paragraph"))


def _candidates(row: Statement, tied: Sequence[Mention]) -> Iterator[Candidate]:
    for position, mention in enumerate(tied):
        yield Candidate(
            row_id=row.claim_id,
            column_name="speaker_mention_id",
            position=position,
            article_id=row.article_id,
            value=mention.mention_id,
            raw_start=mention.raw_start,
            raw_end=mention.raw_end,
            basis="equally salient",
        )


class _Talk:
    """Who speaks, in the order of the text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.resolver = context.resolver()
        self.last: tuple[Span, Mention | None] | None = None
        self.paragraph = -1

    def speaker(self, located: Located[Finding]) -> tuple[Span | None, Mention | None]:
        """The words for the speaker of the next statement, and who that is."""
        finding, place = located.finding, located.at(located.finding.span)
        number = bisect_right([paragraph.start for paragraph in self.context.paragraphs], place.start)
        if finding.speaker is not None:
            words = located.at(finding.speaker)
            if self.last is None or words != self.last[0]:
                self.last = (words, self.resolver.resolve(words))
        elif number > self.paragraph + 1:
            self.last = None
        self.paragraph = number
        if self.last is None:
            return None, None
        if self.last[1] is not None:
            self.resolver.heard(place.start, self.last[1])
        return self.last


def _fragments(context: Context, row: Statement, pieces: Sequence[Span]) -> Iterator[Fragment]:
    for position, piece in enumerate(pieces):
        raw = context.raw(piece)
        yield Fragment(
            claim_id=row.claim_id,
            position=position,
            article_id=row.article_id,
            text=context.text(piece),
            start=piece.start,
            end=piece.end,
            raw_start=raw.start,
            raw_end=raw.end,
        )


def _row(
    context: Context, located: Located[Finding], kind: StatementKind, speaker: Span | None, meant: Mention | None
) -> Statement:
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
        kind=kind,
        speaker_mention_id=meant.mention_id if meant else None,
        speaker_text=context.text(speaker) if speaker else None,
        speaker_start=speaker.start if speaker else None,
        speaker_end=speaker.end if speaker else None,
        cue=context.text(cue) if cue else None,
        cue_start=cue.start if cue else None,
        cue_end=cue.end if cue else None,
        rule=finding.rule,
    )
