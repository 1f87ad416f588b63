"""Who stands behind a claim."""

import pytest
from newsdesk import Desk, fact_of

from tasks.reconciling import Reconciled
from tasks.reconciling.same_sentences import same_sentences, sentence_words
from tasks.reconciling.sentences import Sentences

NEWS = "Norway has 700 troops in Chad"


def troops(desk: Desk, text: str, source: str | None = None) -> str:
    page = desk.page(text, source=source)
    return page.count("700 troops", 700, holder_mention_id=page.name("Norway", "place"))


def reporters(found: Reconciled, claim: str) -> set[tuple[str | None, str]]:
    named = {row.origin_id: row for row in found.origins}
    rows = [row for row in found.claim_origins if (row.claim_id, row.role) == (claim, "reporter")]
    return {(named[row.origin_id].name or named[row.origin_id].kind, row.basis) for row in rows}


@pytest.mark.parametrize(
    ("text", "reporter"),
    [
        (f"{NEWS}, Reuters reported.", ("Reuters", "credit line")),
        (f"{NEWS}, a diplomat told AFP on Monday.", ("Agence France-Presse", "told")),
        (f"According to Reuters, {NEWS}.", ("Reuters", "credit line")),
        (f"OSLO (Reuters) - {NEWS}.", ("Reuters", "credit line")),
        (f"{NEWS}.\nSource: Reuters", ("Reuters", "credit line")),
        (f"{NEWS}.", ("unknown", "none")),
        (f"Reuters moved its bureau. Elsewhere, {NEWS}.", ("unknown", "none")),
        (f"{NEWS}, an officer told our correspondent.", ("own_reporting", "told")),
    ],
)
def test_a_credit_names_the_reporter(text: str, reporter: tuple[str, str]) -> None:
    desk = Desk()
    claim = troops(desk, text)
    assert reporters(desk.reconciled(), claim) == {reporter}


def test_two_agencies_corroborate() -> None:
    desk = Desk()
    claim = troops(desk, f"{NEWS}, Reuters reported.")
    troops(desk, f"{NEWS}, an officer told AFP.")
    fact = fact_of(desk.reconciled(), claim)
    assert (fact.origins_count, fact.support) == (2, "corroborated")


def test_same_number_from_the_same_wire_counts_once() -> None:
    desk = Desk()
    claim = troops(desk, f"{NEWS}, Reuters reported.", "The Bergen Lantern")
    troops(desk, f"According to Reuters, {NEWS}.", "The Molde Mirror")
    fact = fact_of(desk.reconciled(), claim)
    assert (fact.articles_count, fact.sources_count, fact.origins_count) == (2, 2, 1)
    assert fact.support == "uncorroborated"


def test_outlets_that_credit_nobody_do_not_corroborate() -> None:
    desk = Desk()
    claim = troops(desk, f"{NEWS}.", "The Bergen Lantern")
    troops(desk, f"{NEWS}, officials in Oslo conceded after weeks of questions.", "The Molde Mirror")
    fact = fact_of(desk.reconciled(), claim)
    assert (fact.origins_count, fact.support) == (1, "unknown")


def test_uncredited_wire_words_have_the_origin_of_the_credited_ones() -> None:
    desk = Desk()
    words = f"{NEWS} to train river patrols against smugglers of ivory and fuel"
    wire = troops(desk, f"{words}, Reuters reported.")
    copied = troops(desk, f"Dispatches. {words}.")
    found = desk.reconciled()
    assert reporters(found, copied) == {("Reuters", "matched text")}
    assert fact_of(found, wire).origins_count == 1


def test_who_says_it_who_reports_it_and_who_carries_it_are_kept_apart() -> None:
    desk = Desk()
    page = desk.page("A senior diplomat told Reuters that Norway stays in Chad.", source="The Bergen Lantern")
    claim = page.said("Norway stays in Chad", None, "indirect", speaker_text="A senior diplomat")
    found = desk.reconciled()
    named = {row.origin_id: row.name for row in found.origins}
    roles = {row.role: named[row.origin_id] for row in found.claim_origins if row.claim_id == claim}
    assert roles == {"utterer": "A senior diplomat", "reporter": "Reuters", "carrier": "Bergen Lantern"}


def test_an_agency_in_the_byline_reports_the_article() -> None:
    desk = Desk()
    page = desk.page(f"{NEWS}.", byline="Staff with Reuters")
    claim = page.count("700 troops", 700, holder_mention_id=page.name("Norway", "place"))
    assert reporters(desk.reconciled(), claim) == {("Reuters", "credit line")}


def test_an_outlet_that_says_something_is_its_reporter_and_not_its_utterer() -> None:
    desk = Desk()
    page = desk.page("Reuters reported that Norway stays in Chad.")
    claim = page.said("Norway stays in Chad", page.name("Reuters", "organisation"), "indirect")
    found = desk.reconciled()
    assert [row.role for row in found.claim_origins if row.claim_id == claim] == ["reporter"]


def test_copies_of_one_text_are_no_two_reports() -> None:
    desk = Desk()
    body = f"{NEWS}, an officer told our correspondent. The camp lies on the lake shore and its wells are new. "
    claims = [troops(desk, f"{body}Engineers dug them last autumn.", name) for name in ("A Post", "B Post")]
    found = desk.reconciled()
    assert "copy" in {row.relation for row in found.origin_relations}
    assert fact_of(found, claims[0]).support != "corroborated"


def test_outlets_that_share_one_text_are_two_origins_of_all_else_they_report() -> None:
    desk = Desk()
    body = f"{NEWS}, an officer told our correspondent. The camp lies on the lake shore and its wells are new. "
    copied = [troops(desk, f"{body}Engineers dug them last autumn.", name) for name in ("A Post", "B Post")]
    apart = []
    for told, name in (("a diplomat told our reporter", "A Post"), ("said a general who told our reporter", "B Post")):
        page = desk.page(f"Sweden has 300 troops in Mali, {told}.", source=name)
        apart.append(page.count("300 troops", 300, holder_mention_id=page.name("Sweden", "place")))
    found = desk.reconciled()
    assert (fact_of(found, copied[0]).origins_count, fact_of(found, copied[0]).support) == (1, "uncorroborated")
    assert (fact_of(found, apart[0]).origins_count, fact_of(found, apart[0]).support) == (2, "corroborated")


def test_a_copied_report_is_that_of_either_outlet() -> None:
    desk = Desk()
    body = f"{NEWS}, an officer told our correspondent. The camp lies on the lake shore and its wells are new. "
    claims = [troops(desk, f"{body}Engineers dug them last autumn.", name) for name in ("A Post", "B Post")]
    troops(desk, f"Elsewhere {NEWS}, the A Post reported.", "The Molde Mirror")
    assert fact_of(desk.reconciled(), claims[1]).origins_count == 1


AGENCY = "The Quay News Agency"
WIRE = f"{NEWS}. The camp lies on the lake shore and engineers dug its wells last autumn, when sheds were built too."


@pytest.mark.parametrize(
    ("text", "source", "byline", "reporter"),
    [
        (f"{NEWS}, an officer told the Quay Herald.", None, None, ("Quay Herald", "told")),
        (f"{NEWS}, the Molde Press Agency reported.", None, None, ("Molde Press Agency", "credit line")),
        (f"OSLO (The Quay Lantern) — {NEWS}.", None, None, ("Quay Lantern", "credit line")),
        (f"OSLO (Norway) — {NEWS}.", None, None, ("unknown", "none")),
        (f"{NEWS}.\nSource: The Quay Lantern", None, None, ("Quay Lantern", "credit line")),
        (f"{NEWS}.", None, "The Quay Lantern", ("Quay Lantern", "credit line")),
        (f"{NEWS}.", None, "The Quay Standard", ("Quay Standard", "credit line")),
        (f"{NEWS}.", None, "Evening Standard of Quay", ("Evening Standard of Quay", "credit line")),
        (f"{NEWS}, an officer told the Quay Lantern.", "The Quay Lantern", None, ("own_reporting", "told")),
        (f"{NEWS}.", AGENCY, None, ("Quay News Agency", "source")),
        (f"{NEWS}, according to the Atomic Energy Agency.", None, None, ("unknown", "none")),
    ],
)
def test_outlets_that_no_registry_knows_are_credited_by_the_form_of_their_names(
    text: str, source: str | None, byline: str | None, reporter: tuple[str, str]
) -> None:
    desk = Desk()
    page = desk.page(text, source=source, byline=byline)
    claim = page.count("700 troops", 700, holder_mention_id=page.name("Norway", "place"))
    assert reporters(desk.reconciled(), claim) == {reporter}


def test_two_credits_for_one_text_are_one_origin() -> None:
    desk = Desk()
    claim = troops(desk, f"{WIRE}\nSource: Reuters", "The Bergen Lantern")
    troops(desk, f"{WIRE}\nSource: The Bergen Lantern", "The Molde Mirror")
    fact = fact_of(desk.reconciled(), claim)
    assert (fact.origins_count, fact.support) == (1, "uncorroborated")


def test_short_sentences_of_a_copied_text_are_copied_with_it() -> None:
    desk = Desk()
    body = "The camp lies on the lake shore and engineers dug its wells last autumn, when sheds were built too."
    wire = desk.page(f"{body} Chad has 90 police.\nSource: Reuters", source="The Bergen Lantern")
    copy = desk.page(f"{body} Chad has 90 police.", source="The Molde Mirror")
    claims = [
        page.count("90 police", 90, "police", holder_mention_id=page.name("Chad", "place")) for page in (wire, copy)
    ]
    assert reporters(desk.reconciled(), claims[1]) == {("Reuters", "matched text")}


SCENE = (
    "Traders on the quay swept the glass from their stalls before the rain came in. "
    "A priest by the old mill rang the bell for all of them until the evening. "
)


def test_a_sentence_of_other_news_with_other_names_and_numbers_is_not_the_same() -> None:
    fires = (("2013", "17", "Sanda"), ("2008", "60", "Velda"))
    left, right = (
        sentence_words(Sentences.of(f"{SCENE}In {year}, {dead} people were killed when a hotel burned down in {town}."))
        for year, dead, town in fires
    )
    assert same_sentences(left, right, one_line=True) == [(0, 0), (1, 1), (2, 2)]
    assert same_sentences(left, right, one_line=False) == [(0, 0), (1, 1)]


SHARED = "Traders on the quay swept the glass from their stalls before the rain came in. "
SPEECH = "“We will rebuild every house on the quay before the first snow of the year,” Mayor Ada Brook told reporters. "


def test_two_reports_of_one_speech_are_not_one_text() -> None:
    theirs = (
        "Herring boats stayed in port on Sunday and their crews carried sand to the breach below the church. "
        "A ferry to the islands was turned back by the swell, and the lamps along the mole went out at noon. "
    )
    left = sentence_words(Sentences.of(SPEECH + SHARED + theirs))
    right = sentence_words(Sentences.of(SHARED + SPEECH + OWN))
    assert same_sentences(left, right, one_line=True) == []


OWN = (
    "Below the castle two schools took in families whose cellars had flooded, and the army sent a field kitchen. "
    "Insurers said that claims would pass those of the great storm, which broke the same wall a decade ago. "
)


def test_headlines_of_one_event_are_alike_by_themselves() -> None:
    desk = Desk()
    headline = "Sea wall breach floods ninety cellars below the old castle"
    pages = [desk.page(f"{headline}\n{text}", source=name) for text, name in ((SPEECH, "Reuters"), (OWN, "B Post"))]
    claims = [page.count("ninety cellars", 90, "cellars") for page in pages]
    assert reporters(desk.reconciled(), claims[1]) == {("unknown", "none")}
    changed = f"{headline.replace('ninety', 'many')}\n{SCENE}"
    left, right = (sentence_words(Sentences.of(text)) for text in (f"{headline}\n{SCENE}", changed))
    assert same_sentences(left, right, one_line=True) == [(1, 1), (2, 2)]


def test_what_two_reports_of_one_event_must_have_in_common_is_no_copy() -> None:
    desk = Desk()
    troops(desk, f"{NEWS} and must end its mission there by May 31, 2031 in Chad, Reuters reported.")
    other = troops(desk, f"While {NEWS}, Oslo has to end its mission there by May 31, 2031 in Chad.")
    assert reporters(desk.reconciled(), other) == {("unknown", "none")}


def test_a_headline_without_credit_does_not_make_a_credited_article_unsure() -> None:
    desk = Desk()
    claim = troops(desk, f"{NEWS}, Reuters reported.", "The Bergen Lantern")
    page = desk.page(f"Norway keeps 700 troops in Chad\n{NEWS}, Reuters reported.", source="The Molde Mirror")
    norway = page.name("Norway", "place")
    page.count("700 troops", 700, holder_mention_id=norway)
    page.count("has 700 troops", 700, holder_mention_id=norway)
    assert fact_of(desk.reconciled(), claim).support == "uncorroborated"
