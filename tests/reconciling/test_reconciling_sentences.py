from hypothesis import given
from hypothesis import strategies as st

from tasks.reconciling.sentences import Sentences

LONG = "3 dead, 4 hurt, " * 2_000


@given(st.text(alphabet=st.characters() | st.sampled_from(" \n.!?”a"), max_size=300))
def test_sentences_cover_all_that_is_no_white_space(text: str) -> None:
    covered = {index for span in Sentences.of(text).spans for index in range(span.start, span.end)}
    assert all(index in covered for index, character in enumerate(text) if not character.isspace())


def test_text_without_an_end_of_sentence_is_cut_so_that_each_claim_costs_the_same() -> None:
    sentences = Sentences.of(LONG)
    assert "".join(LONG[span.start : span.end] for span in sentences.spans) == LONG
    assert max(len(sentences.words_at(offset)) for offset in range(0, len(LONG), 160)) <= 2_000


def test_a_long_sentence_of_a_newspaper_stays_whole() -> None:
    sentence = "The council, " + "which met in the old town hall by the river, " * 20 + "adjourned."
    sentences = Sentences.of(f"{sentence} It meets again in May.")
    assert sentences.words_at(5) == sentence
