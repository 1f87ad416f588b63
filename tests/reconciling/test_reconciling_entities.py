"""Names to entities."""

from newsdesk import Desk, entity_name

MINISTER = "Foreign minister"


def test_spellings_with_one_role_are_one_person_under_the_best_supported_form() -> None:
    desk = Desk()
    names = [
        desk.page(f"{MINISTER} {name} landed in Quito to sign the fisheries accord with Ecuador.").name(
            name, role=MINISTER
        )
        for name in ("Kristofer Halvorsen", "Kristopher Halvorsen", "Kristofer Halvorsen")
    ]
    found = desk.reconciled()
    assert {entity_name(found, one) for one in names} == {"Kristofer Halvorsen"}
    assert [row.rule for row in found.decisions] == ["misspelling"]
    assert sum(row.decision_id is not None for row in found.mention_entities) == 1


def test_ministers_of_two_countries_whose_names_are_alike_stay_apart() -> None:
    desk = Desk()
    names = []
    for name, place, on in (("Viktor Korquist", "Chad", "2031-03-21"), ("Viktor Kirquist", "Peru", "2031-07-18")):
        page = desk.page(f"Health minister {name} opened a clinic in {place} that cost a tenth of its budget.", on)
        page.name(place, "place")
        names.append(page.name(name, role="Health minister"))
    found = desk.reconciled()
    assert [entity_name(found, one) for one in names] == ["Viktor Korquist", "Viktor Kirquist"]


def test_people_who_share_a_surname_stay_apart() -> None:
    desk = Desk()
    page = desk.page("Joe Okafor met Jill Okafor. Okafor then left.")
    people = [page.name("Joe Okafor"), page.name("Jill Okafor")]
    bare = page.name("Okafor then", name="Okafor")
    found = desk.reconciled()
    assert [entity_name(found, one) for one in people] == ["Joe Okafor", "Jill Okafor"]
    assert entity_name(found, bare) is None
    assert [(row.row_id, row.basis) for row in found.candidates] == [(bare, "surname_in_article")] * 2
    assert [row.ruling for row in found.decisions] == ["different"]


def test_a_misspelt_surname_is_found_by_the_article() -> None:
    desk = Desk()
    page = desk.page("Secretary Maren Lindqvist spoke first. Lindqist said talks went on.")
    full, slip = page.name("Maren Lindqvist"), page.name("Lindqist")
    found = desk.reconciled()
    assert entity_name(found, slip) == entity_name(found, full) == "Maren Lindqvist"


def test_a_surname_with_a_role_is_found_in_another_story() -> None:
    desk = Desk()
    full = desk.page("President Ana Ruiz opened a dam in the north.").name("Ana Ruiz", role="President")
    bare = desk.page("Markets fell after President Ruiz spoke on tariffs.", "2032-08-01").name("Ruiz", role="President")
    alone = desk.page("A baker named Ruiz won the lottery in Leeds.", "2033-01-01").name("Ruiz")
    found = desk.reconciled()
    assert entity_name(found, bare) == entity_name(found, full) == "Ana Ruiz"
    assert entity_name(found, alone) == "Ruiz"


def test_names_of_one_country_are_one_entity() -> None:
    desk = Desk()
    page = desk.page("The U.S. and Britain agreed; the United States signed first and American and UK envoys followed.")
    us = [page.name(name, "place") for name in ("U.S.", "United States")] + [page.name("American", "group")]
    uk = [page.name(name, "place") for name in ("Britain", "UK")]
    found = desk.reconciled()
    assert {entity_name(found, one) for one in us} == {"United States"}
    assert {entity_name(found, one) for one in uk} == {"United Kingdom"}


def test_a_movement_a_government_and_the_land_they_claim_stay_apart() -> None:
    desk = Desk()
    page = desk.page(
        "The Islamic Emirate of Afghanistan and the Islamic Republic of Afghanistan talk in Qatar; Afghanistan waits."
    )
    emirate = page.name("Islamic Emirate of Afghanistan", "organisation")
    republic = page.name("Islamic Republic of Afghanistan", "organisation")
    start = page.article.text.index("Afghanistan waits")
    land = page.name(page.article.text[start : start + 17], "place", name="Afghanistan")
    found = desk.reconciled()
    assert [entity_name(found, one) for one in (emirate, republic, land)] == [
        "Taliban",
        "Government of Afghanistan",
        "Afghanistan",
    ]


def test_a_capital_that_speaks_is_its_country_and_one_that_does_not_is_a_city() -> None:
    desk = Desk()
    page = desk.page("Peru closed its border. Lima said trade goes on.")
    country, speaker = page.name("Peru", "place"), page.name("Lima", "place")
    page.said("trade goes on", speaker, "indirect")
    city = desk.page("A fire burnt a market in Lima while Peru slept.", "2031-09-01").name("Lima", "place")
    found = desk.reconciled()
    assert entity_name(found, speaker) == entity_name(found, country) == "Peru"
    assert entity_name(found, city) == "Lima"


def test_an_acronym_is_resolved_where_an_article_has_both_forms() -> None:
    desk = Desk()
    page = desk.page("The Baltic Fisheries Board met. The BFB set quotas.")
    full, short = page.name("Baltic Fisheries Board", "organisation"), page.name("BFB", "organisation")
    found = desk.reconciled()
    assert entity_name(found, full) == entity_name(found, short)
