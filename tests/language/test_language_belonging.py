"""Whose a number is and where, where its sentence tells it of a group, a part or a firm. Sentences are ours."""

from datetime import date

import pytest

from tasks.language.article import ArticleText
from tasks.language.extract import extract
from tasks.language.named import Json, named
from tasks.language.pipeline import DEFAULT_MODEL


def read(text: str) -> dict[float, dict[str, Json]]:
    """The quantities of a text by their value."""
    (found,) = extract([ArticleText.plain("a", text, date(2022, 6, 15))], model=DEFAULT_MODEL, cache=None)
    rows = named(found)["quantities"]
    return {row["value"]: row for row in rows if isinstance(row["value"], float)}


@pytest.mark.parametrize(
    ("text", "value", "holder", "place"),
    [
        ("The Danish contingent of 320 soldiers patrols the border.", 320, "Denmark", None),
        ("Spain's contingent in Mali consists of 320 troops.", 320, "Spain", "Mali"),
        ("Spain's force in Mali numbers 320 soldiers.", 320, "Spain", "Mali"),
        ("Spain's force in Mali numbers at least 320.", 320, "Spain", "Mali"),
        ("Spain's force in Mali is 320 strong.", 320, "Spain", "Mali"),
        ("Spain contributes 320 troops to the mission in Mali.", 320, "Spain", "Mali"),
        ("Spain has sent 320 troops as part of the mission in Mali.", 320, "Spain", "Mali"),
        ("Officials said that Spain's force in Mali is 320 strong.", 320, "Spain", "Mali"),
        ("Spain's troops in Mali number 3,200.", 3200, "Spain", "Mali"),
        ("Spain's military presence in Mali amounts to 320 soldiers.", 320, "Spain", "Mali"),
        ("The Danish force in Mali, 320 soldiers, is going home.", 320, "Denmark", "Mali"),
        ("Spain will deploy 320 soldiers to Mali.", 320, "Spain", "Mali"),
        ("Spain contributes 320 of the 900 alliance soldiers in Mali.", 320, "Spain", "Mali"),
        ("Spain to keep 320 troops in Mali", 320, "Spain", "Mali"),
        ("The number of Danish troops in Mali stood at 320.", 320, "Danish troops", "Mali"),
    ],
)
def test_a_number_that_sizes_up_a_force_is_its_owners(text: str, value: float, holder: str, place: str | None) -> None:
    row = read(text)[value]
    assert (row["measure"], row["holder_name"], row["place_name"]) == ("troops", holder, place)


@pytest.mark.parametrize(
    "text",
    [
        "The mission has 900 soldiers in Mali, of whom 320 are Danish.",
        "The mission's 900 soldiers in Mali, 320 of them Danish, train recruits.",
        "Of the 900 soldiers in Mali, 320 are Danish.",
        "Some 320 of the mission's 900 soldiers in Mali are Danish.",
        "The mission has 900 soldiers in Mali, including 320 Danish soldiers.",
        "The mission has 900 soldiers in Mali, of whom 320 come from Denmark.",
    ],
)
def test_a_part_is_its_nations_where_the_whole_is(text: str) -> None:
    found = read(text)
    assert (found[320]["measure"], found[320]["holder_name"], found[320]["place_name"]) == ("troops", "Denmark", "Mali")
    assert (found[900]["measure"], found[900]["place_name"]) == ("troops", "Mali")


def test_parts_are_of_the_whole_one_after_the_other() -> None:
    found = read("NATO has 900 soldiers in Mali, including 320 Danish soldiers and 210 German soldiers.")
    assert [(row["measure"], row["holder_name"], row["place_name"]) for row in found.values()] == [
        ("troops", "NATO", "Mali"),
        ("troops", "Denmark", "Mali"),
        ("troops", "Germany", "Mali"),
    ]


def test_the_dead_of_one_nation_are_told_from_all_the_dead() -> None:
    found = read("The crash killed 31 people, of whom nine were Danish.")
    assert [(found[value]["measure"], found[value]["counted"]) for value in (31, 9)] == [
        ("deaths", "people"),
        ("deaths", "Danish people"),
    ]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Some 320 jobs would be lost at Acme Motors, the firm said.", "Acme Motors"),
        ("A total of 320 jobs are to go at Acme Motors.", "Acme Motors"),
        ("Acme Motors to shed 320 jobs", "Acme Motors"),
        ("Acme Motors is planning 320 job cuts, the union said.", "Acme Motors"),
        ("Acme Motors will make 320 workers redundant.", "Acme Motors"),
        ("Some 320 people work for Acme Motors.", "Acme Motors"),
        ("Acme Motors gives work to 320 people in Cologne.", "Acme Motors"),
        ("Acme Motors, with its 320 employees, is the largest employer in town, Reuters reported.", "Acme Motors"),
        ("With its 320 employees, Acme Motors is the largest employer in town, according to Reuters.", "Acme Motors"),
        ("Acme Motors has laid off 320 of its workers, according to Reuters.", "Acme Motors"),
    ],
)
def test_jobs_and_workers_are_their_employers(text: str, holder: str) -> None:
    assert read(text)[320]["holder_name"] == holder


@pytest.mark.parametrize(
    ("text", "holder", "place"),
    [
        ("OSLO (Reuters) — Norway has deployed 320 soldiers in Mali.", "Norway", "Mali"),
        ("TULMORA — Norway has more than 320 soldiers in Mali.", "Norway", "Mali"),
        ("TULMORA (Reuters) — Of the 900 soldiers in Mali, 320 are Danish.", "Denmark", "Mali"),
        ("Norway has 320 soldiers abroad, the minister told reporters in Bergen.", "Norway", None),
        ("Siemens's chief executive told Reuters its 320 workers could stay.", None, None),
        ("Its 320 soldiers will stay, Reuters reported.", None, None),
    ],
)
def test_who_tells_a_number_and_where_is_no_owner_and_no_place(
    text: str, holder: str | None, place: str | None
) -> None:
    row = read(text)[320]
    assert (row["holder_name"], row["place_name"]) == (holder, place)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The number of people killed in the fire was 32.", "deaths"),
        ("The number of passengers who died reached 32.", "deaths"),
        ("The number of tourists hurt rose to 32.", "injured"),
        ("Officials said that those killed in the raid near Ulm numbered 32.", "deaths"),
        ("Toll in Ulm mine collapse reaches 32", "deaths"),
        ("TULMORA — The case count in Bulgaria grew to 32.", "cases"),
        ("TULMORA (Reuters) — More than 32 people took part in the teachers' march in Ulm.", "protesters"),
        ("The case count in Bulgaria grew to 32.", "cases"),
        ("Ulm fire: death toll now 32", "deaths"),
        ("The fire took the lives of 32 people.", "deaths"),
        ("32 killed in Ashikat train derailment", "deaths"),
        ("32 march in Zelgrad", "protesters"),
        ("32 perish in Ashikat ferry accident", "deaths"),
        ("32 die in Ulm plane crash", "deaths"),
        ("32 lives lost in Ulm bus crash", "deaths"),
        ("32 now known dead in Peru", "deaths"),
        ("Death toll in Peru mine collapse at 32", "deaths"),
        ("Shooting toll rises to 32 in Ulm", "deaths"),
        ("Deaths in Galivar ferry accident rise to 32", "deaths"),
        ("Police rounded up 32 people.", "arrested"),
        ("A total of 32 people have been confirmed dead.", "deaths"),
        ("The number of people in the hall was 32.", "people"),
    ],
)
def test_a_tally_is_of_what_befell_those_it_names(text: str, measure: str) -> None:
    assert read(text)[32]["measure"] == measure


@pytest.mark.parametrize(
    ("text", "measure", "modality"),
    [
        ("About 320 jobs are to be cut at Acme Motors.", "jobs_cut", "planned"),
        ("Acme Motors has let 320 workers go.", "jobs_cut", "asserted"),
        ("Some 320 workers would be laid off.", "jobs_cut", "planned"),
        ("Acme Motors would cut 320 jobs.", "jobs_cut", "planned"),
        ("Acme Motors would cut 320 jobs if it lost the order.", "jobs_cut", "hypothetical"),
        ("A merger would cost 320 jobs.", "jobs_cut", "hypothetical"),
    ],
)
def test_jobs_that_a_plan_cuts_are_planned(text: str, measure: str, modality: str) -> None:
    row = read(text)[320]
    assert (row["measure"], row["modality"]) == (measure, modality)


@pytest.mark.parametrize(("text", "found"), [("A neighbour called 911.", []), ("Zanpur bombing: 112 killed", [112])])
def test_a_telephone_number_that_everybody_knows_counts_only_people(text: str, found: list[float]) -> None:
    assert list(read(text)) == found


@pytest.mark.parametrize(
    ("before", "measure"),
    [
        ("Students marched in Ulm. The protest began at noon. The protesters sang.", "protesters"),
        ("The band played in Ulm. The concert began at noon. The rally of old cars was over.", "people"),
    ],
)
@pytest.mark.parametrize("said", ["A crowd of 320 people stood in the square.", "The crowd numbered 320."])
def test_a_crowd_at_a_protest_is_of_protesters(before: str, measure: str, said: str) -> None:
    assert read(f"{before} {said}")[320]["measure"] == measure


def test_who_has_some_of_the_whole_has_not_the_whole() -> None:
    found = read("Spain provides 320 soldiers of a 900-strong alliance force in Mali.")
    assert [found[value]["holder_name"] for value in (320, 900)] == ["Spain", None]


def test_residents_are_where_they_live() -> None:
    row = read("Firemen said that 320 residents of Berlin were evacuated.")[320]
    assert (row["measure"], row["holder_name"], row["place_name"]) == ("evacuated", None, "Berlin")


def test_what_goes_on_is_not_planned_by_whoever_announces_it() -> None:
    found = read("The agency announced that 32 people are missing and that doctors were treating 51 injured people.")
    assert [(row["measure"], row["modality"]) for row in found.values()] == [
        ("missing", "asserted"),
        ("injured", "asserted"),
    ]
