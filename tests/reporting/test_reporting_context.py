from hypothesis import given
from hypothesis import strategies as st

from tasks.reference.spans import Span
from tasks.reporting.context import LONGEST_PIECE, REACH, in_context


def context_of(text: str, *words: str) -> str:
    spans, at = [], 0
    for word in words:
        at = text.index(word, at)
        spans.append(Span(at, at + len(word)))
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in in_context(text, spans))


def test_a_claim_stands_in_its_sentence() -> None:
    assert context_of("Rain fell. Some 40 roads flooded. Schools shut.", "40") == "Some [40] roads flooded."


def test_abbreviations_and_initials_do_not_end_a_sentence() -> None:
    text = "Fog came. Gen. J. Moor of the U.S. Navy met Mr. Lark and 12 pilots on Sept. 9 in Pine Cove. Rain fell."
    assert context_of(text, "12").startswith("Gen. J. Moor of the U.S. Navy met Mr. Lark and [12] pilots on Sept. 9")


def test_a_quotation_that_ends_its_sentence_ends_the_context() -> None:
    text = "“The dam is safe.” Engineers left."
    assert context_of(text, "The dam is safe.") == "“[The dam is safe.]”"


def test_a_paragraph_break_ends_the_context() -> None:
    assert context_of("Bridges closed\n\nTwo 3 tonne lorries waited", "3") == "Two [3] tonne lorries waited"


def test_every_piece_of_an_interrupted_claim_is_marked() -> None:
    text = "“We leave,” she said, “before night.”"
    assert context_of(text, "We leave", "before night") == "“[We leave],” she said, “[before night].”"


def test_long_words_without_a_stop_are_cut_with_an_ellipsis() -> None:
    shown = context_of("word " * 5_000 + "7 " + "word " * 5_000, "7")
    assert shown.startswith("…") and shown.endswith("…") and len(shown) < 2 * REACH + 20


def test_a_very_long_claim_is_shortened_in_the_middle() -> None:
    claim = "a" * 100_000
    assert len(context_of(claim, claim)) < LONGEST_PIECE + 20


@given(st.text(alphabet='ab .!?\n”"', min_size=1, max_size=300), st.data())
def test_pieces_spell_the_text_and_mark_exactly_the_claim(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = in_context(text, [Span(start, end)])
    assert "".join(piece.text for piece in pieces) in text
    assert [piece.text for piece in pieces if piece.marked] == [text[start:end]]
