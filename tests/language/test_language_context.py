from hypothesis import given
from hypothesis import strategies as st

from tasks.language.article import ArticleText
from tasks.language.context import Context
from tasks.language.references import References
from tasks.reference.spans import Span
from tasks.tables.statements import Statement

spans = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def statement(span: Span) -> Statement:
    return Statement(
        claim_id=f"{span.start}-{span.end}",
        article_id="a",
        text="",
        start=span.start,
        end=span.end,
        raw_start=span.start,
        raw_end=span.end,
        kind="direct",
        speaker_mention_id=None,
        speaker_text=None,
        speaker_start=None,
        speaker_end=None,
        cue=None,
        cue_start=None,
        cue_end=None,
        rule="",
    )


@given(st.lists(spans, max_size=8, unique=True), spans)
def test_a_claim_stands_in_the_innermost_statement_around_it(around: list[Span], claim: Span) -> None:
    rows = tuple(map(statement, around))
    context = Context(ArticleText.plain("a", ""), (), References((), (), (), ()), rows)
    holding = [row for row in rows if row.start <= claim.start and claim.end <= row.end]
    expected = min(holding, key=lambda row: (row.end - row.start, row.start), default=None)
    assert context.statement_at(claim) == expected
