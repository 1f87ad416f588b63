import pytest

from tasks.language import DEFAULT_MODEL, ArticleText, Extraction, extract, named
from tasks.tables.mentions import Mention


def extraction(text: str) -> Extraction:
    return extract([ArticleText.plain("a", text)], model=DEFAULT_MODEL, cache=None)[0]


def mention(text: str, words: str) -> Mention:
    return next(one for one in extraction(text).mentions if one.text == words)


@pytest.mark.parametrize(
    ("text", "words", "label", "name", "role"),
    [
        ("US Secretary of State Maria Lopez landed.", "Maria Lopez", "person", "Maria Lopez", "US Secretary of State"),
        ("Maria Lopez, the NATO chief, landed.", "Maria Lopez", "person", "Maria Lopez", "NATO chief"),
        (
            "A Taliban spokesman, Karim Noorzai, said no.",
            "Karim Noorzai",
            "person",
            "Karim Noorzai",
            "Taliban spokesman",
        ),
        ("Hill County Sheriff Ann Lee landed.", "Ann Lee", "person", "Ann Lee", "County Sheriff"),
        ("The U.S. left.", "U.S.", "place", "United States", None),
        ("Afghan soldiers left.", "Afghan", "place", "Afghanistan", None),
        ("The Afghan army left.", "Afghan army", "force", "Afghan army", None),
        ("The Taliban left Kabul.", "Taliban", "group", "Taliban", None),
        ("The UN and the EU met.", "UN", "organisation", "United Nations", None),
        (
            "The Ministry of Public Works paid.",
            "Ministry of Public Works",
            "organisation",
            "Ministry of Public Works",
            None,
        ),
        (
            "The Turkish foreign ministry paid.",
            "Turkish foreign ministry",
            "organisation",
            "Turkish foreign ministry",
            None,
        ),
        (
            "A senior harbour official said it was late.",
            "A senior harbour official",
            "description",
            "senior harbour official",
            None,
        ),
    ],
)
def test_names_titles_and_nationalities_are_told_apart(
    text: str, words: str, label: str, name: str, role: str | None
) -> None:
    found = mention(text, words)
    assert (found.label, found.name, found.role) == (label, name, role)


SPEAKERS = [
    ("Maria Lopez arrived. Lopez said it was late.", "Maria Lopez"),
    ("Maria Lopez arrived. She said it was late.", "Maria Lopez"),
    ("Peter Miller met Maria Lopez. She said it was late.", "Maria Lopez"),
    ("Mayor Maria Lopez arrived on Monday. The mayor said it was late.", "Maria Lopez"),
    ("US Secretary of State Maria Lopez landed. Washington's top diplomat said it was late.", "Maria Lopez"),
    ("Prime Minister Maria Lopez met Foreign Minister Peter Miller. The premier said it was late.", "Maria Lopez"),
    ("The Taliban met the envoys. They said it was late.", "Taliban"),
    ("The Turkish foreign ministry replied. It said it was late.", "Turkish foreign ministry"),
    ("A third senior official arrived. The third official said it was late.", "third senior official"),
    ("Maria Lopez arrived. Lopes said it was late.", "Maria Lopez"),
    ("“It is late,” said Maria Lopez. The Chilean leader vowed to stay.", "Maria Lopez"),
    ("The bank's assistant director-general, Maria Lopez, said it was late.", "Maria Lopez"),
    ("The bank's Director-General Maria Lopez said it was late.", "Maria Lopez"),
    ("CEO Maria Lopez said it was late.", "Maria Lopez"),
    ("The mayor, Omar al-Masri, said it was late.", "Omar al-Masri"),
    ("The bridge fell in the port city of Bende, a spokesman for the interior ministry said.",
     "spokesman for the interior ministry"),
    ("Thousands of marchers said it was late.", "Thousands of marchers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speakers_are_resolved_in_the_article(text: str, speaker: str) -> None:
    assert named(extraction(text))["statements"][-1]["speaker_name"] == speaker


def test_two_equally_good_answers_give_none() -> None:
    found = extraction("Peter Miller and Paul Baker arrived. He said it was late.")
    names = {mention.mention_id: mention.name for mention in found.mentions}
    assert (found.statements[-1].speaker_mention_id, found.statements[-1].speaker_text) == (None, "He")
    assert {names[candidate.value] for candidate in found.candidates} == {"Peter Miller", "Paul Baker"}


def test_a_surname_is_the_person_named_in_full_in_another_paragraph() -> None:
    text = "Bridge shut: Lopez\n\nThe bridge was shut by Maria Lopez, the mayor."
    assert {one.label for one in extraction(text).mentions if "Lopez" in one.text} == {"person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police left. Witnesses said it was late. They said it was dark.", "Witnesses"),
        ("Terry Lopez arrived. She said it was late. Neighbor Peter Miller came. He said it was dark.", "Peter Miller"),
    ],
)
def test_plurals_are_no_names_and_a_pronoun_tells_the_gender(text: str, name: str) -> None:
    assert named(extraction(text))["statements"][-1]["speaker_name"] == name
