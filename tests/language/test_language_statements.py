import pytest

from tasks.language import DEFAULT_MODEL, ArticleText, extract, named
from tasks.tables.statements import Statement


def statements(text: str) -> tuple[Statement, ...]:
    return extract([ArticleText.plain("a", text)], model=DEFAULT_MODEL, cache=None)[0].statements


CASES = [
    ("“The bridge will reopen in June,” Maria Lopez said.", "direct", "The bridge will reopen in June,", "Maria Lopez"),
    ('"The bridge will reopen in June," said Maria Lopez.', "direct", "The bridge will reopen in June,", "Maria Lopez"),
    ("Maria Lopez said: “We will reopen it.”", "direct", "We will reopen it.", "Maria Lopez"),
    ("Maria Lopez told reporters that “we will reopen it.", "direct", "we will reopen it.", "Maria Lopez"),
    ("Maria Lopez said the bridge would reopen in June.", "indirect", "the bridge would reopen in June", "Maria Lopez"),
    ("The bridge will reopen in June, Maria Lopez said.", "indirect", "The bridge will reopen in June", "Maria Lopez"),
    ("According to the mayor, the bridge is safe.", "indirect", "the bridge is safe", "mayor"),
    (
        "The bridge is safe, according to a senior harbour official.",
        "indirect",
        "The bridge is safe",
        "senior harbour official",
    ),
    (
        "Maria Lopez said the bridge was “perfectly safe” now.",
        "mixed",
        "the bridge was “perfectly safe” now",
        "Maria Lopez",
    ),
    ("The bridge “is safer than ever,” the mayor said.", "mixed", "The bridge “is safer than ever,”", "mayor"),
    ("Bridge will reopen in June: Lopez", "indirect", "Bridge will reopen in June", None),
    ("“We will reopen it.”― Maria Lopez.", "direct", "We will reopen it.", "Maria Lopez"),
    (
        "A port spokesman, Omar Hart, said the “boat is lost.”",
        "mixed",
        "the “boat is lost.”",
        "Omar Hart",
    ),
    ("“We will reopen it.” — Maria Lopez", "direct", "We will reopen it.", "Maria Lopez"),
    ("Maria Lopez “welcomed” the offer of the port.", "mixed", "“welcomed” the offer of the port", "Maria Lopez"),
    ("Maria Lopez vowed to reopen the bridge.", "indirect", "to reopen the bridge", "Maria Lopez"),
    ("PORT CITY (Newswire) - Two boats sank, Maria Lopez said.", "indirect", "Two boats sank", "Maria Lopez"),
    ("PORT CITY, March 3, 2023 – Two boats sank, Maria Lopez said.", "indirect", "Two boats sank", "Maria Lopez"),
    ("The leak was old: Maria Lopez said it began in May.", "indirect", "it began in May", "Maria Lopez"),
    ("Maria Lopez said the leak was old, which the port denies.", "indirect", "the leak was old", "Maria Lopez"),
    ("Maria Lopez is confident that the port will reopen.", "indirect", "the port will reopen", "Maria Lopez"),
    ("A crack led Maria Lopez to warn that it may fall.", "indirect", "it may fall", "Maria Lopez"),
    (
        "Maria Lopez accused the port’s head of “sheer neglect” of boats.",
        "mixed",
        "“sheer neglect” of boats",
        "Maria Lopez",
    ),
    ("” … the bridge is safe for now,” Maria Lopez said.", "direct", " … the bridge is safe for now,", "Maria Lopez"),
    ("Maria Lopez called for a new bridge.", "indirect", "a new bridge", "Maria Lopez"),
    (
        "With so many boats, “there is no room,” Maria Lopez said.",
        "mixed",
        "With so many boats, “there is no room,”",
        "Maria Lopez",
    ),
    (
        "“We paid them too little” to keep the trams running, Maria Lopez said.",
        "mixed",
        "“We paid them too little” to keep the trams running",
        "Maria Lopez",
    ),
    (
        "When the river rose, Maria Lopez said, “we were ready.”",
        "mixed",
        "When the river rose, Maria Lopez said, “we were ready.”",
        "Maria Lopez",
    ),
    (
        "Maria Lopez said that in those days “nobody asked questions.”",
        "mixed",
        "in those days “nobody asked questions.”",
        "Maria Lopez",
    ),
    ("Maria Lopez wants to reopen the bridge.", "indirect", "to reopen the bridge", "Maria Lopez"),
    ("Maria Lopez opposes the new toll on lorries.", "indirect", "the new toll on lorries", "Maria Lopez"),
    ("The priest named 40 dead; the mayor, Maria Lopez, said it was late.", "indirect", "it was late", "Maria Lopez"),
    (
        '"I am happy," said Maria Lopez, whose wife and two sons, aged 4 and 2, came home.',
        "direct",
        "I am happy,",
        "Maria Lopez",
    ),
    (
        "“The river does not ask who built the mole, so neither may we,” said a pilot, Maria Lopez.",
        "direct",
        "The river does not ask who built the mole, so neither may we,",
        "Maria Lopez",
    ),
    (
        "“We shall mend the nets again,” said a fisherman in Molde, Maria Lopez.",
        "direct",
        "We shall mend the nets again,",
        "Maria Lopez",
    ),
    (
        "The director of the hospital in Molde, Maria Lopez, told a news conference: “The wards are full tonight.”",
        "direct",
        "The wards are full tonight.",
        "Maria Lopez",
    ),
    (
        "“We shall mend the nets again,” said a farmer from Springfield, Illinois.",
        "direct",
        "We shall mend the nets again,",
        "farmer from Springfield, Illinois",
    ),
    (
        "In an interview with the Molde Press Agency, Maria Lopez, who keeps the light in Molde, said: “It is out.”",
        "direct",
        "It is out.",
        "Maria Lopez",
    ),
    ("As Maria Lopez put it, the bridge is a sieve.", "indirect", "the bridge is a sieve", "Maria Lopez"),
    ("The toll was endorsed by Maria Lopez.", "indirect", "The toll", "Maria Lopez"),
    ("Maria Lopez’s promise to reopen the bridge was late.", "indirect", "to reopen the bridge", "Maria Lopez"),
    ("Maria Lopez’s claim that the bridge is safe was wrong.", "indirect", "the bridge is safe", "Maria Lopez"),
    ("Maria Lopez condemned the delay in an interview.", "indirect", "the delay", "Maria Lopez"),
    ("Maria Lopez opposes the toll, which starts in June.", "indirect", "the toll", "Maria Lopez"),
    ("The survey shows a steep fall in traffic.", "indirect", "a steep fall in traffic", "survey"),
    ("Maria Lopez likened the bridge to a sieve.", "indirect", "the bridge to a sieve", "Maria Lopez"),
]


@pytest.mark.parametrize(("text", "kind", "said", "speaker"), CASES)
def test_one_statement_of_each_form(text: str, kind: str, said: str, speaker: str | None) -> None:
    found = extract([ArticleText.plain("a", text)], model=DEFAULT_MODEL, cache=None)[0]
    (row,) = named(found)["statements"]
    assert (row["kind"], row["text"]) == (kind, said)
    assert speaker is None or row["speaker_name"] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "She reads “The Old Man and the Sea” every summer.",
        "The so-called “ghost bridge” was torn down.",
        "The minister did not say when the bridge would reopen.",
        "The minister will say next week whether it reopens.",
        "Read also: Bridge will reopen in June",
        "RELATED: Bridge will reopen in June",
        "Workers repair the bridge in June. (Photo: Newswire)",
        "'Bridges Are Forever.'",
        "Maria Lopez opposes.",
        "They were endorsed by many.",
        "Maria Lopez showed her ticket.",
        "The bridge was endorsed in June.",
    ],
)
def test_titles_scare_quotes_and_silence_are_no_statements(text: str) -> None:
    assert statements(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez declared herself a candidate.",
        "The judge denied bail to the driver.",
        "A passer-by called the police from the bridge.",
        "The storm claimed the lives of two sailors.",
        "The driver was charged with threatening to burn a boat.",
        "Anyone wanting to cross the bridge must pay.",
        "Maria Lopez declined to comment.",
        "Maria Lopez made sure the port was open.",
        "Maria Lopez is not sure the port is open.",
        "Few shared her view of boats.",
    ],
)
def test_what_is_done_is_not_what_is_said(text: str) -> None:
    assert statements(text) == ()


def test_a_sentence_split_around_the_cue_is_one_row_with_two_pieces() -> None:
    text = "“If the river rises again,” the mayor said, “we will shut the bridge.”"
    (found,) = extract([ArticleText.plain("a", text)], model=DEFAULT_MODEL, cache=None)
    (row,) = found.statements
    assert [piece.text for piece in found.fragments] == ["If the river rises again,", "we will shut the bridge."]
    assert {piece.claim_id for piece in found.fragments} == {row.claim_id}


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    found = statements("“We did all we could,” Maria Lopez said.\n\n“It was not enough.”")
    assert [row.speaker_text for row in found] == ["Maria Lopez", "Maria Lopez"]


def test_a_paragraph_that_leads_in_names_the_speaker_of_the_next() -> None:
    (row,) = statements("Maria Lopez wrote:\n\n“The bridge will reopen in June.”")
    assert row.speaker_text == "Maria Lopez"


def test_a_paragraph_after_a_lead_in_is_said_by_whom_that_names() -> None:
    text = "Maria Lopez wrote:\n\nThe bridge is old and it will have to be shut for a year.\n\nIt was built in 1931."
    (row,) = statements(text)
    assert (row.text, row.speaker_text) == (text.split("\n\n")[1], "Maria Lopez")


def test_every_span_reproduces_its_text() -> None:
    text = "“A first part,” said the mayor,\u00a0Maria Lopez. She added that “it is late” and\nasked for help."
    for row in statements(text):
        assert text[row.start : row.end] == row.text
        assert row.speaker_start is not None and text[row.speaker_start : row.speaker_end] == row.speaker_text
