import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.language.passages import MAX_NUMBERS, MAX_PASSAGE, MAX_RUN, passages, plain
from tasks.reference.spans import Span


def texts(text: str, headline: Span | None = None) -> list[str]:
    return [passage.text for passage in passages(text, headline)]


def test_blank_lines_part_passages() -> None:
    assert texts("The dam broke.\n\nNobody was hurt.") == ["The dam broke.", "Nobody was hurt."]


def test_a_wrapped_line_goes_on() -> None:
    line = "The harbour master of the old town said on Monday that the bridge"
    assert texts(f"{line}\nwould stay shut.") == [f"{line}\nwould stay shut."]


def test_a_name_broken_by_a_blank_line_is_one_passage() -> None:
    assert texts("They met the former governor, Maria\n\nLopez, at the port.") == [
        "They met the former governor, Maria\n\nLopez, at the port."
    ]


@pytest.mark.parametrize("line", ["Six soldiers leave their camp in Chad", "A storm met the ferry that carried Maria"])
def test_a_country_or_the_word_that_begins_a_sentence_breaks_no_name(line: str) -> None:
    assert texts(f"{line}\n\nNo boat was lost.") == [line, "No boat was lost."]


def test_a_headline_without_full_stop_stands_alone() -> None:
    assert texts("Ferry service to stop\nThe ferry stops in May.") == [
        "Ferry service to stop",
        "The ferry stops in May.",
    ]


def test_unbroken_runs_belong_to_no_passage() -> None:
    assert texts("before " + "x" * (MAX_RUN + 1) + " after") == ["before", "after"]


def test_long_paragraphs_are_cut_between_words() -> None:
    cut = texts("word " * MAX_PASSAGE)
    assert all(len(piece) <= MAX_PASSAGE for piece in cut) and " ".join(cut).split() == ["word"] * MAX_PASSAGE


@given(st.text())
def test_passages_are_verbatim_and_in_order(text: str) -> None:
    found = passages(text)
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@given(st.text())
def test_plain_text_keeps_offsets(text: str) -> None:
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "read"), [("``so''", " “so” "), ("he\u00a0said", "he said"), ("«oui»", "“oui”"), ("it’s", "it's")]
)
def test_odd_characters_are_replaced_one_for_one(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize("number", ["{}", "{},000", "${}.5m", "twelve"])
def test_a_table_of_numbers_is_no_passage(number: str) -> None:
    table = ", ".join(number.format(row % 97) for row in range(MAX_NUMBERS + 1))
    assert texts(f"Before it.\n\n{table}\n\nAfter it.") == ["Before it.", "After it."]


def test_prose_with_many_numbers_is_a_passage() -> None:
    prose = " ".join(f"District {row} reported {row} dead and {row} hurt." for row in range(MAX_NUMBERS // 3))
    assert texts(prose) == [prose]
