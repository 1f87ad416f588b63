"""Quotations and reported speech: direct, indirect and mixed."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from tasks.language.article import Extraction
from tasks.language.context import Context, Located
from tasks.language.quoted import quoted, unattributed
from tasks.language.reported import reported
from tasks.language.speech import Speech, Utterance, overlapping
from tasks.reference.ids import claim_id
from tasks.reference.spans import Span
from tasks.tables.fragments import Fragment
from tasks.tables.mentions import Mention
from tasks.tables.statements import Statement

Finding = Utterance


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every statement in a passage, in order."""
    speech = Speech(doc)
    found = list(quoted(speech))
    for utterance in reported(speech):
        if not overlapping(utterance.span, found):
            found.append(utterance)
    found += unattributed(speech, found)
    return tuple(sorted(found, key=lambda one: (one.span, one.rule)))


def bind(context: Context, found: Sequence[Located[Finding]]) -> Extraction:
    """Statement rows; a quotation without a speaker of its own goes to who spoke last."""
    resolver = context.resolver()
    rows: list[Statement] = []
    fragments: list[Fragment] = []
    last: Span | None = None
    meant: Mention | None = None
    for located in sorted(found, key=lambda one: one.at(one.finding.span)):
        finding = located.finding
        speaker = located.at(finding.speaker) if finding.speaker else last
        if speaker is not None and speaker != last:
            meant = resolver.resolve(speaker)
        if meant is not None and speaker is not None:
            resolver.heard(located.at(finding.span).start, meant)
        row = _row(context, located, speaker, meant)
        rows.append(row)
        fragments += _fragments(context, row, [located.at(piece) for piece in finding.pieces])
        last = speaker
    return Extraction(statements=tuple(rows), fragments=tuple(fragments))


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
