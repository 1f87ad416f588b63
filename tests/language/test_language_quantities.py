"""Quantities in articles: what is counted, how, whose, where, and how it is meant. Sentences are ours."""

from datetime import date, timedelta

import pytest
import spacy

from tasks.language.article import ArticleText, Extraction
from tasks.language.extract import extract
from tasks.language.extractors import quantities
from tasks.language.named import named
from tasks.language.pipeline import DEFAULT_MODEL
from tasks.tables.quantities import Quantity

PUBLISHED = date(2022, 6, 15)


def read(text: str) -> Extraction:
    return extract([ArticleText.plain("a", text, PUBLISHED)], model=DEFAULT_MODEL, cache=None)[0]


def only(text: str) -> Quantity:
    (quantity,) = read(text).quantities
    return quantity


CASES = [
    ("The alliance keeps some 3,200 troops in Kosovo.", "some 3,200 troops", 3200, "about", "troop", "troops"),
    ("Canada leads an 850-strong mission in Latvia.", "850-strong mission", 850, "exact", "mission", "troops"),
    ("Police arrested at least 40 protesters.", "at least 40 protesters", 40, "at_least", "protester", "arrested"),
    ("Twelve people were killed in the fire.", "Twelve people", 12, "exact", "people", "deaths"),
    ("The blast killed two teachers.", "two teachers", 2, "exact", "teacher", "deaths"),
    ("The flood left 300 families homeless.", "300 families", 300, "exact", "family", "displaced"),
    ("Doctors gave out 500 doses.", "500 doses", 500, "exact", "dose", "doses"),
    ("Three 28-year-old men were wounded.", "Three 28-year-old men", 3, "exact", "man", "injured"),
    ("More than 30 countries signed.", "More than 30 countries", 30, "at_least", "country", "countries"),
    ("The firm will cut 600 jobs.", "600 jobs", 600, "exact", "job", "jobs_cut"),
    ("The top three seeds lost.", "three seeds", 3, "exact", "top seed", None),
    ("The five most recent polls agree.", "five most recent polls", 5, "exact", "recent poll", None),
    ("They found two .38 caliber rifles.", "two .38 caliber rifles", 2, "exact", "rifle", "weapons"),
    ("The four men - all cooks - were hurt.", "four men", 4, "exact", "man", "injured"),
    ("Nearly half the money was lost.", "Nearly half the money", 0.5, "about", "money", "share"),
    ("It has 13 plants, up from seven a year ago.", "seven", 7, "exact", "plant", None),
    ("It hit 80 low- and high-income towns.", "80 low- and high-income towns", 80, "exact",
     "low- high-income town", None),
    ("Two army corps fled.", "Two army corps", 2, "exact", "army corps", None),
    ("The camps held 2 million Rwanda Hutus.", "2 million Rwanda Hutus", 2e6, "exact", "Rwanda Hutus", None),
    ("Nobody saw 120 public housing units.", "120 public housing units", 120, "exact", "public housing unit", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value", "bound", "counted", "measure"), CASES)
def test_what_is_counted(text: str, words: str, value: float, bound: str, counted: str, measure: str | None) -> None:
    one = next(quantity for quantity in read(text).quantities if quantity.value == value)
    assert (one.text, one.bound, one.counted, one.measure) == (words, bound, counted, measure)
    assert one.unit is None


def test_the_dead_and_the_wounded_of_one_sentence_are_two_claims() -> None:
    found = read("Two people were killed and three injured when a bridge fell.").quantities
    assert [(one.value, one.measure) for one in found] == [(2, "deaths"), (3, "injured")]


def test_numbers_alone_take_what_befell_them() -> None:
    found = read("The attack left 3 dead and 12 wounded.").quantities
    assert [(one.value, one.measure, one.text) for one in found] == [
        (3, "deaths", "3 dead"),
        (12, "injured", "12 wounded"),
    ]


@pytest.mark.parametrize(
    ("text", "unit", "measure"),
    [
        ("The talks lasted nine days.", "day", "duration"),
        ("Turnout was 61 per cent.", "percentage", "share"),
        ("The state spent $4 million on the road.", "dollar", "spending"),
        ("The suspect, aged 44, fled.", "year of age", "age"),
        ("Maria Lopez, 52, won the race.", "year of age", "age"),
        ("They walked 15 miles.", "mile", "distance"),
    ],
)
def test_units_have_the_measure_of_their_dimension(text: str, unit: str, measure: str) -> None:
    one = only(text)
    assert (one.unit, one.counted, one.measure) == (unit, None, measure)


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 was late.", "She lives at 6733 Orchard Loop.", "Anyone who knows should call 999.",
        "They met on March 3, 2019.", "He drove a Boeing 737.", "The Group of 20 met.", "No one came.",
        "It was a third time.",
    ],
)  # fmt: skip
def test_names_addresses_and_dates_are_not_counts(text: str) -> None:
    assert read(text).quantities == ()


AGES = [
    ("Two brothers, 13 and 17, were shot.", [13, 17]),
    ("The men, both 24, were arrested.", [24]),
    ("Three women, ages 19, 22 and 45, were wounded.", [19, 22, 45]),
    ("Smith, who was 52, died at the scene.", [52]),
    ("She turned 18 in May.", [18]),
    ("Children as young as eight work there.", [8]),
    ("People over 65 are at risk.", [65]),
    ("Life expectancy is about 73.", [73]),
    ("A girl and a boy, 13 and 17 years of age, were hurt.", [13, 17]),
    ("She turned 18 guests away.", []),
    ("The boys - both 17 - were walking.", [17]),
    ("The four men - ages 19, 32 and 34 - were hurt.", [19, 32, 34]),
    ("The victims are 14, 16 and 19 years old.", [14, 16, 19]),
    ("The score was 52.", []),
]


@pytest.mark.parametrize(("text", "years"), AGES)
def test_numbers_said_of_somebody_are_ages_and_no_victims(text: str, years: list[float]) -> None:
    assert [one.value for one in read(text).quantities if one.unit == "year of age"] == years
    assert not [one for one in read(text).quantities if one.value in years and one.measure != "age"]


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("The death toll rose from 12 to 15.", 15, "deaths"),
        ("Deaths now total 412.", 412, "deaths"),
        ("Troop levels will drop to 8,600.", 8600, "troops"),
        ("A crowd of up to 10,000 gathered.", 10_000, "people"),
        ("The population stood at 38 million.", 38e6, "population"),
        ("Those killed in the avalanche numbered 43.", 43, "deaths"),
        ("Those who drowned numbered 17.", 17, "deaths"),
        ("The injured totalled 88.", 88, "injured"),
        ("Tunnel collapse toll climbs to 32", 32, "deaths"),
        ("The crowd numbered 7,000.", 7000, "people"),
        ("Police put the crowd at 7,000.", 7000, "people"),
        ("Turnout at the rally was put at 7,000.", 7000, "protesters"),
        ("Attendance at the match was 7,000.", 7000, "people"),
        ("The brewery's workforce stood at 590.", 590, "employees"),
        ("Its contingent there numbers 1,280.", 1280, "troops"),
        ("The team climbed to 12.", 12, None),
        ("None of the 12 was hurt.", 12, None),
        ("The lieutenant rose to 12.", 12, None),
    ],
)
def test_a_number_alone_counts_what_it_is_said_of(text: str, value: float, measure: str | None) -> None:
    assert [(one.value, one.measure) for one in read(text).quantities] == [(value, measure)]


@pytest.mark.parametrize(
    "text", ["The index lost 12 points, or 0.2 per cent, to 7,412.", "The index fell 1 per cent to 7,412."]
)
def test_the_level_of_an_index_is_in_points(text: str) -> None:
    assert [one.unit for one in read(text).quantities if one.value == 7412] == ["point"]


def test_no_casualties_is_a_count_of_none() -> None:
    one = only("There were no casualties.")
    assert (one.value, one.measure, one.rule) == (0, "casualties", "none")


def test_a_man_who_was_shot_dead_is_one_implied_death() -> None:
    one = only("A man was shot dead outside a bar.")
    assert (one.value, one.measure, one.basis) == (1, "deaths", "implied")


def test_an_implied_death_is_that_of_the_person_named() -> None:
    (row,) = named(read("Ann Miller was shot dead outside a bar."))["quantities"]
    assert (row["measure"], row["basis"], row["holder_name"]) == ("deaths", "implied", "Ann Miller")


def test_implied_counts_can_be_left_out() -> None:
    article = ArticleText.plain("a", "A man was shot dead outside a bar.", PUBLISHED)
    assert extract([article], model=DEFAULT_MODEL, cache=None, implied=False)[0].quantities == ()


@pytest.mark.parametrize(
    ("text", "holder", "place"),
    [
        ("Italy has some 900 soldiers in Iraq.", "Italy", "Iraq"),
        ("With around 700 troops, France is second.", "France", None),
        ("Spain is sending a 300-strong NATO mission.", "NATO", None),
        ("NATO met in Brussels. The alliance's 5,000-strong mission trains police.", "NATO", None),
        ("Lanternmark News Agency was first. The alliance has 7,056 troops in Chad, it reported.", "alliance", "Chad"),
        ("HOLARO (Reuters) — Talks went on. The alliance has 8,762 troops in Chad.", "alliance", "Chad"),
    ],
)
def test_holder_and_place_come_from_the_structure_of_the_sentence(text: str, holder: str, place: str | None) -> None:
    (row,) = [row for row in named(read(text))["quantities"] if row["measure"] == "troops"]
    assert (row["holder_name"], row["place_name"]) == (holder, place)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Italy has 900 soldiers in Iraq.", "asserted"),
        ("Italy will send 900 soldiers to Iraq.", "planned"),
        ("Italy could send 900 soldiers to Iraq.", "hypothetical"),
        ("Italy did not send 900 soldiers to Iraq.", "denied"),
    ],
)
def test_how_a_number_is_meant(text: str, modality: str) -> None:
    assert only(text).modality == modality


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The army sent 500 more troops.", "more"),
        ("Prices rose 4 per cent.", "more"),
        ("Sales fell by 300 units.", "fewer"),
        ("The army has 500 troops.", "total"),
    ],
)
def test_a_change_is_told_from_a_total(text: str, change: str) -> None:
    assert only(text).change == change


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The firm said it would close 12 shops.", "planned"),
        ("The firm said it would have closed 12 shops.", "hypothetical"),
        ("The firm said it would close 12 shops if sales fell.", "hypothetical"),
        ("The firm denied that it would close 12 shops.", "denied"),
        ("The ministry denied reports that 12 miners had died.", "denied"),
        ("The rebels are to free 12 captives.", "planned"),
        ("The bakery is going to cut 45 jobs.", "planned"),
        ("The bakery plans 45 redundancies.", "planned"),
        ("The bakery announced 45 layoffs.", "planned"),
        ("The ministry announced 45 deaths.", "asserted"),
        ("Latvia pledged 45 soldiers.", "planned"),
        ("The plan would close 45 schools.", "planned"),
        ("The plan would close 45 schools if it passed.", "hypothetical"),
        ("Airline Nordwind to cut 45 jobs", "planned"),
        ("Airline Nordwind to keep 45 jobs", "asserted"),
        ("How to cut 45 jobs", "asserted"),
        ("To cut 45 jobs was hard.", "asserted"),
        ("Some 45 jobs are to go at the bakery.", "planned"),
        ("Some 45 jobs are going to be lost.", "planned"),
        ("Some 45 jobs have gone at the bakery.", "asserted"),
        ("45 pilots to be laid off at Nordwind", "planned"),
    ],
)
def test_what_was_said_to_come_is_planned_and_what_is_denied_is_denied(text: str, modality: str) -> None:
    assert only(text).modality == modality


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The death toll from the storm rose to 212.", ["deaths"]),
        ("A priest put the number of dead at 40.", ["deaths"]),
        ("The number of confirmed cases reached 1,400.", ["cases"]),
        ("More than 80 people are presumed dead.", ["deaths"]),
        ("At least 70 villagers were still missing.", ["missing"]),
        ("Two Italians were shot dead.", ["deaths"]),
        ("The crash claimed 46 lives.", ["deaths"]),
        ("The bank will lay off 300 people.", ["jobs_cut"]),
        ("4,000 march in Tampere", ["protesters"]),
        ("Some 4,000 people took to the streets of Tampere.", ["protesters"]),
        ("The law took 4,000 people off the streets.", ["people"]),
        ("The rally was attended by 4,000 people.", ["protesters"]),
        ("The dairy gives work to 80 people.", ["employees"]),
        ("The dairy gives milk to 80 people.", ["people"]),
        ("Some 300 jobs will go when the mine closes.", ["jobs_cut"]),
        ("Some 300 jobs will go to graduates.", ["jobs"]),
        ("We know of a total of seven people who were shot.", ["casualties"]),
        ("Two men suffered non-fatal injuries.", ["injured"]),
        ("Two boys were taken to hospital with minor injuries.", ["injured"]),
        ("She had two gunshot wounds.", [None]),
        ("Six others with gunshot wounds drove off.", ["casualties"]),
        ("Six others with superficial gunshot wounds drove off.", ["injured"]),
        ("Two men suffered bullet wounds to the arm.", ["injured"]),
        ("Two men suffered several stab wounds.", ["casualties"]),
        ("Nine of the 12 passengers were killed.", ["deaths", "people"]),
        ("About 1.2 million of Oman's 4 million people were displaced.", ["displaced", "people"]),
    ],
)
def test_what_befell_those_counted_is_their_measure(text: str, measures: list[str]) -> None:
    assert [one.measure for one in read(text).quantities] == measures


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Spain sent 90 firefighters, Malta 12 and Egypt two ships.", ["Spain", "Malta", "Egypt"]),
        ("Peru sent 50 doctors, and Chile 7 nurses and 20 tonnes of food.", ["Peru", "Chile", "Chile"]),
        ("Latvia has 90 soldiers at two bases in Mali; Norway has 30, and Italy about 20.",
         ["Latvia", None, "Norway", "Italy"]),
    ],
)  # fmt: skip
def test_a_list_that_says_its_verb_once_tells_whose_each_number_is(text: str, holders: list[str | None]) -> None:
    assert [row["holder_name"] for row in named(read(text))["quantities"]] == holders


def test_a_number_alone_counts_what_the_last_owner_has() -> None:
    found = read("Latvia has 90 soldiers at two bases in Mali; Norway has 30, and Italy about 20.").quantities
    assert [one.counted for one in found] == ["soldier", "base", "soldier", "soldier"]


@pytest.mark.parametrize(
    ("text", "measure", "modality"),
    [
        ("Nineteen hikers have not been found.", "missing", "asserted"),
        ("By dawn 19 of them had still not been accounted for.", "missing", "asserted"),
        ("Nineteen hikers had yet to be located.", "missing", "asserted"),
        ("Nineteen hikers have not been found guilty.", None, "denied"),
        ("Two suspects have not been found.", None, "denied"),
        ("Nineteen tents have not been found.", None, "denied"),
    ],
)
def test_those_who_have_not_been_found_are_missing(text: str, measure: str | None, modality: str) -> None:
    one = only(text)
    assert (one.measure, one.modality) == (measure, modality)


def test_what_is_counted_in_is_kept() -> None:
    assert only("They hold 40 prisoners, including foreign aid workers.").includes == "foreign aid workers"


def test_a_number_holds_for_the_day_its_clause_names() -> None:
    assert only("On June 1 the army had 500 troops.").as_of_on == date(2022, 6, 1)
    assert only("The army had 500 troops in February.").as_of_on == date(2022, 2, 28)
    assert only("The army has 500 troops.").as_of_on == PUBLISHED


def test_how_many_an_event_hit_is_known_as_of_publication() -> None:
    day = f"{PUBLISHED - timedelta(days=2):%B %-d}"
    assert only(f"On {day} a flood killed 12 people.").as_of_on == PUBLISHED
    assert only("On March 3, 2009, a flood killed 12 people.").as_of_on == date(2009, 3, 3)


def test_a_number_inside_a_statement_points_to_it() -> None:
    found = read('"We have 500 troops here," the general said.')
    assert found.quantities[0].statement_id == found.statements[0].claim_id


def test_a_bare_number_takes_the_unit_of_the_one_before() -> None:
    first, second = read("The jobless rate rose to 7.5 percent, compared with 6.1 in May.").quantities
    assert (first.unit, second.unit, second.value) == ("percentage", "percentage", 6.1)


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("A 16-year-old was stabbed and killed at home.", "A 16-year-old", "deaths"),
        ("She fatally shot her husband.", "her husband", "deaths"),
        ("The fatal shooting of a young girl shocked the town.", "a young girl", "deaths"),
        ("Police arrested a man.", "a man", "arrested"),
        ("The blast killed another woman.", "another woman", "deaths"),
        ("A boy suffered minor injuries in the shooting.", "A boy", "injured"),
        ("Ann Miller was found dead in a car.", "Ann Miller", "deaths"),
        ("A 17-year-old male was killed at home.", "A 17-year-old male", "deaths"),
        ("Ann Miller died at the scene.", "Ann Miller", "deaths"),
    ],
)
def test_one_person_harmed_is_counted_by_implication(text: str, words: str, measure: str) -> None:
    (one,) = [quantity for quantity in read(text).quantities if quantity.basis == "implied"]
    assert (one.text, one.measure, one.value) == (words, measure, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The gunman killed four people Wednesday in the county.", "four people"),
        ("He shot four people to death.", "four people"),
        ("The storm left one dead.", "one dead"),
        ("Officials gave the deaths of four people as the reason.", "four people"),
    ],
)
def test_the_dead_are_counted_however_it_is_said(text: str, words: str) -> None:
    one = next(quantity for quantity in read(text).quantities if quantity.measure == "deaths")
    assert one.text == words


def test_a_passage_without_a_parse_still_gives_what_its_characters_tell() -> None:
    doc = spacy.blank("en")("Turnout was 61 per cent; some 40 voters waited. Later 12 left.")
    found = quantities.find(doc)
    assert (found[0].value, found[0].unit, found[0].holder) == (61, "percentage", None)


def test_a_number_after_has_counts_what_the_sentence_before_counted() -> None:
    first, second = read("Norway has 70 troops in Mali. Latvia has 35.").quantities
    assert (second.value, second.measure, second.counted) == (35, first.measure, first.counted)


def test_a_force_is_named_by_whose_it_is() -> None:
    rows = named(read("The NATO mission has 5,100 soldiers."))["quantities"]
    assert [row["holder_name"] for row in rows] == ["NATO"]
