"""Quantity claims to facts."""

import pytest
from newsdesk import Desk, Page, fact_of

ISLAND = (
    "A storm tore through the harbour of Port Halda on Sunday and sank the ferry Marigold, police chief Vero Lund said."
)


def troops(
    desk: Desk, words: str, value: float, *, on: str = "2031-03-02", country: str = "Norway", **columns: object
) -> str:
    page = desk.page(f"{country} has {words} troops in Chad, the ministry in Oslo confirmed to lawmakers.", on)
    holder = page.name(country, "place")
    return page.count(
        f"{words} troops", value, holder_mention_id=holder, place_mention_id=page.name("Chad", "place"), **columns
    )


def dead(page: Page, words: str, value: float, **columns: object) -> str:
    return page.count(words, value, "deaths", **columns)


def test_equal_counts_of_one_holder_agree() -> None:
    desk = Desk()
    left, right = troops(desk, "2,500", 2500), troops(desk, "some 2,500", 2500, bound="about")
    found = desk.reconciled()
    fact = fact_of(found, left)
    assert fact == fact_of(found, right)
    assert (fact.verdict, fact.value, fact.articles_count) == ("agreed", 2500, 2)
    assert fact.label == "Norway troops in Chad: 2,500"


def test_a_rounded_count_is_compatible_and_the_precise_one_is_the_value() -> None:
    desk = Desk()
    claims = [troops(desk, "9,592", 9592), troops(desk, "9,600", 9600), troops(desk, "a 9,600", 9600)]
    fact = fact_of(desk.reconciled(), claims[0])
    assert (fact.verdict, fact.value, fact.articles_count) == ("compatible", 9592, 3)


def test_counts_that_cannot_both_hold_conflict() -> None:
    desk = Desk()
    left, right = troops(desk, "1,000", 1000), troops(desk, "1,400", 1400)
    found = desk.reconciled()
    assert fact_of(found, left).verdict == fact_of(found, right).verdict == "conflicting"
    assert [row.ruling for row in found.decisions if row.rule == "other_value"] == ["conflicts"]


def test_what_one_holder_adds_on_two_occasions_is_two_facts() -> None:
    desk = Desk()
    claims = []
    for words, on in (
        ("Norway wants to send 300 more troops, the premier told the harbour council of Oslo.", "2031-03-02"),
        ("After the flood in Bergen a mayor heard that Norway wants to send 320 more troops.", "2031-08-20"),
    ):
        page, number = desk.page(words, on), "300" if "300" in words else "320"
        holder = page.name("Norway", "place")
        claims.append(page.count(f"{number} more troops", float(number), holder_mention_id=holder, change="more"))
    found = desk.reconciled()
    left, right = (fact_of(found, claim) for claim in claims)
    assert left != right
    assert left.verdict == right.verdict == "single"


def test_cases_of_two_outbreaks_in_one_country_are_not_one_fact() -> None:
    desk = Desk()
    claims = []
    for words, on in (
        ("Cholera spread through the wells of Sanda: 1,900 cases in Chad, nurse Vero Lund said.", "2031-03-02"),
        ("Measles closed all schools of Velda after the holidays: 1,900 cases in Chad so far.", "2031-09-12"),
    ):
        page = desk.page(words, on)
        claims.append(page.count("1,900 cases", 1900, "cases", place_mention_id=page.name("Chad", "place")))
    found = desk.reconciled()
    assert fact_of(found, claims[0]) != fact_of(found, claims[1])


def test_cases_of_two_diseases_are_never_one_fact() -> None:
    desk = Desk()
    claims = []
    for disease in ("cholera", "measles", "cholera"):
        page = desk.page(f"SANDA — Nurse Vero Lund of Sanda in Chad said there were 1,900 cases of {disease} in Sanda.")
        claims.append(page.count("1,900 cases", 1900, "cases", place_mention_id=page.name("Chad", "place")))
    found = desk.reconciled()
    assert fact_of(found, claims[0]) == fact_of(found, claims[2]) != fact_of(found, claims[1])
    assert fact_of(found, claims[0]).label == "cases of a disease (cholera) in Chad: 1,900"


def test_a_later_count_supersedes_an_earlier_one() -> None:
    desk = Desk()
    early, late = troops(desk, "58", 58), troops(desk, "59", 59, on="2031-03-04")
    found = desk.reconciled()
    stances = {row.claim_id: row.stance for row in found.evidence}
    assert stances == {early: "superseded", late: "equal"}
    assert (fact_of(found, late).value, fact_of(found, late).verdict) == (59, "single")


def test_a_stale_repetition_and_a_dispute_hide_no_conflict() -> None:
    desk = Desk()
    days = [("58", 58, "2031-03-02"), ("61", 61, "2031-03-03"), ("58", 58, "2031-03-04")]
    claims = [troops(desk, words, value, on=day) for words, value, day in days]
    found = desk.reconciled()
    assert fact_of(found, claims[0]).verdict == "conflicting"
    assert "superseded" not in {row.stance for row in found.evidence}
    assert {(row.rule, row.ruling) for row in found.decisions} == {
        ("other_value", "conflicts"), ("same_value", "agrees"),
    }  # fmt: skip


def test_a_replaced_count_is_ruled_on_with_the_one_that_replaced_it_whatever_is_in_dispute() -> None:
    desk = Desk()
    days = [("58", 58, "2031-03-02"), ("61", 61, "2031-03-03"), ("70", 70, "2031-03-01"), ("70", 70, "2031-03-04")]
    old, late, *_ = [troops(desk, words, value, on=day) for words, value, day in days]
    found = desk.reconciled()
    assert fact_of(found, old).verdict == "conflicting"
    assert [row.claim_id for row in found.evidence if row.stance == "superseded"] == [old]
    (ruled,) = (row for row in found.decisions if row.ruling == "supersedes")
    assert ({ruled.left_id, ruled.right_id}, ruled.rule) == ({old, late}, "later_value")


def test_holders_are_not_merged_and_the_refusal_has_a_reason() -> None:
    desk = Desk()
    left, right = troops(desk, "2,500", 2500), troops(desk, "2,500", 2500, country="Kenya")
    found = desk.reconciled()
    assert fact_of(found, left) != fact_of(found, right)
    assert [row.ruling for row in found.decisions if row.rule == "other_holder"] == ["not_comparable"]


def test_a_planned_count_is_another_fact() -> None:
    desk = Desk()
    now, then = troops(desk, "2,500", 2500), troops(desk, "0", 0, modality="planned")
    found = desk.reconciled()
    assert fact_of(found, now).verdict == fact_of(found, then).verdict == "single"
    assert [row.rule for row in found.decisions] == ["other_modality"]


def test_a_number_without_a_holder_joins_the_one_holder_it_fits() -> None:
    desk = Desk()
    page = desk.page("Norway has 2,500 troops in Chad. The 2,500-strong force trains recruits there.")
    known = page.count("2,500 troops", 2500, holder_mention_id=page.name("Norway", "place"))
    unknown = page.count("2,500-strong force", 2500)
    found = desk.reconciled()
    assert fact_of(found, known) == fact_of(found, unknown)
    assert fact_of(found, known).verdict == "single"


def test_a_number_without_a_holder_joins_none_where_two_fit() -> None:
    desk = Desk()
    page = desk.page(
        "Norway has 2,500 troops in Chad. Kenya has 2,500 soldiers too. The 2,500-strong force trains there."
    )
    page.count("2,500 troops", 2500, holder_mention_id=page.name("Norway", "place"))
    page.count("2,500 soldiers", 2500, holder_mention_id=page.name("Kenya", "place"))
    unknown = page.count("2,500-strong force", 2500)
    found = desk.reconciled()
    assert fact_of(found, unknown).holder_id is None


def test_deaths_of_one_event_are_compared_and_those_of_another_are_not() -> None:
    desk = Desk()
    first = dead(desk.page(f"{ISLAND} At least 12 people died."), "12 people", 12, bound="at_least")
    second = dead(desk.page(f"{ISLAND} The wreck killed 15 people."), "15 people", 15)
    other = dead(desk.page("A bus fell into a ravine near Quillota and 40 pilgrims died in Chile."), "40 pilgrims", 40)
    found = desk.reconciled()
    assert fact_of(found, first) == fact_of(found, second)
    assert (fact_of(found, first).verdict, fact_of(found, first).value) == ("compatible", 15)
    assert fact_of(found, other).articles_count == 1


def test_town_and_country_are_one_place_of_an_event() -> None:
    desk = Desk()
    claims = []
    for value, place in ((12, "Port Halda"), (15, "Norway"), (15, None), (15, "Port Halda")):
        page = desk.page(f"{ISLAND} In {place or 'town'}, {value} people died.")
        where = page.name(place, "place") if place else None
        claims.append(dead(page, f"{value} people", value, place_mention_id=where))
    found = desk.reconciled()
    assert {fact_of(found, claim).verdict for claim in claims} == {"conflicting"}
    assert len({fact_of(found, claim).fact_id for claim in claims}) == 1


def test_places_of_which_an_article_tells_two_numbers_are_two() -> None:
    desk = Desk()
    page = desk.page(f"{ISLAND} In Norway 15 people died, in Denmark 21 people.")
    claims = [
        dead(page, "15 people", 15, place_mention_id=page.name("Norway", "place")),
        dead(page, "21 people", 21, place_mention_id=page.name("Denmark", "place")),
    ]
    found = desk.reconciled()
    assert {fact_of(found, claim).verdict for claim in claims} == {"single"}


def test_an_event_of_an_earlier_year_is_another_one() -> None:
    desk = Desk()
    now = dead(desk.page(f"{ISLAND} The wreck killed 15 people."), "15 people", 15)
    then = dead(desk.page(f"{ISLAND} In 2019, 40 people died on the Marigold."), "40 people", 40)
    found = desk.reconciled()
    assert fact_of(found, now).verdict == fact_of(found, then).verdict == "single"
    assert fact_of(found, then).label == "deaths in 2019: 40"


def test_numbers_that_say_only_what_is_counted_never_conflict() -> None:
    desk = Desk()
    page = desk.page(f"{ISLAND} The ferry line is 20 years old. The harbour was dredged for 40 years.")
    left = page.count("20 years", 20, "duration", unit="year")
    right = page.count("40 years", 40, "duration", unit="year")
    found = desk.reconciled()
    assert {fact_of(found, left).verdict, fact_of(found, right).verdict} == {"single"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway has 300 troops in Chad as part of a 2,000-strong force there.",
        "Norway sent a 2,000-strong force to Chad, including 300 troops from Bergen.",
        "Norway runs a 2,000-strong force in Chad. It gives 300 troops and the rest are from elsewhere.",
    ],
)
def test_a_part_is_related_to_its_whole(text: str) -> None:
    desk = Desk()
    page = desk.page(text)
    part = page.count("300 troops", 300, holder_mention_id=page.name("Norway", "place"))
    whole = page.count("2,000-strong force", 2000)
    found = desk.reconciled()
    (relation,) = found.fact_relations
    assert (relation.left_id, relation.right_id) == (fact_of(found, part).fact_id, fact_of(found, whole).fact_id)
    assert (relation.relation, relation.claim_id) == ("part_of", part)


def test_the_size_of_what_is_to_end_is_no_plan() -> None:
    desk = Desk()
    page = desk.page("Norway will wrap up the alliance's 2,500-strong mission in Chad.")
    norway = page.name("Norway", "place")
    given = page.count("2,500-strong mission", 2500, holder_mention_id=norway, modality="planned")
    page = desk.page("Norway will send 2,500 troops to Chad.")
    norway = page.name("Norway", "place")
    planned = page.count("2,500 troops", 2500, holder_mention_id=norway, modality="planned")
    found = desk.reconciled()
    assert [fact_of(found, one).modality for one in (given, planned)] == ["asserted", "planned"]


def test_numbers_of_an_unnamed_holder_agree_where_they_round_to_one_and_share_words() -> None:
    desk = Desk()
    texts = ["The whole Lanternmark mission in Chad is 9,592 strong.", "About 9,600 serve in the Lanternmark mission."]
    left, right = (desk.page(f"{ISLAND} {text}") for text in texts)
    claims = [left.count("9,592", 9592), right.count("About 9,600", 9600, bound="about")]
    other = right.count("ferry", 9100)
    found = desk.reconciled()
    assert fact_of(found, claims[0]) == fact_of(found, claims[1])
    assert fact_of(found, claims[0]).verdict == "compatible"
    assert fact_of(found, other).verdict == "single"


def test_what_an_outlet_itself_replaced_is_replaced_whatever_others_told_that_day() -> None:
    desk = Desk()

    def told(words: str, value: float, on: str, source: str) -> str:
        page = desk.page(f"Norway has {words} troops in Chad, {source} understands from lawmakers.", on, source)
        return page.count(f"{words} troops", value, holder_mention_id=page.name("Norway", "place"))

    old = told("700", 700, "2031-03-02", "The Molde Mirror")
    new = told("750", 750, "2031-03-03", "The Molde Mirror")
    told("750", 750, "2031-03-02", "The Bergen Lantern")
    found = desk.reconciled()
    stances = {row.claim_id: row.stance for row in found.evidence}
    assert (stances[old], stances[new], fact_of(found, old).verdict) == ("superseded", "equal", "agreed")


@pytest.mark.parametrize(
    ("words", "includes", "others", "facts"),
    [
        ("6 people", "the gunman", 5, 2),  # the five are the six without him
        ("6 people", "the gunman", 9, 1),
        ("6 people", "three children", 3, 1),  # children are people: who counted three counted wrong, or early
    ],
)
def test_who_counts_the_killer_in_is_no_rival_of_who_does_not(
    words: str, includes: str, others: int, facts: int
) -> None:
    desk = Desk()
    with_him = desk.page(f"{ISLAND} On board {words} died, including {includes}.")
    without = desk.page(f"{ISLAND} On board {others} people died.")
    claims = [dead(with_him, words, 6, includes=includes), dead(without, f"{others} people", others)]
    found = desk.reconciled()
    assert len({fact_of(found, claim).fact_id for claim in claims}) == facts
    assert {fact_of(found, claim).verdict for claim in claims} == {"single" if facts == 2 else "conflicting"}


def test_a_force_told_with_one_of_its_parts_is_the_same_force() -> None:
    desk = Desk()
    claims = [
        troops(desk, "7,056", 7056),
        troops(desk, "7,056", 7056, includes="at least 2,368 sailors"),
        troops(desk, "7,056", 7056, includes="800 pilots"),
    ]
    assert fact_of(desk.reconciled(), claims[0]).articles_count == 3


def test_who_is_only_described_owns_a_force_in_a_place_and_not_elsewhere() -> None:
    desk = Desk()
    claims = []
    for value, place in ((7056, "Chad"), (5000, "Chad"), (3000, "Mali")):
        page = desk.page(f"The alliance has {value} soldiers in {place}, the ministry in Oslo confirmed to lawmakers.")
        alliance = page.name("The alliance", "description", name="alliance")
        where = page.name(place, "place")
        claims.append(page.count(f"{value} soldiers", value, holder_mention_id=alliance, place_mention_id=where))
    found = desk.reconciled()
    assert [fact_of(found, claim).verdict for claim in claims] == ["conflicting", "conflicting", "single"]


def test_a_mission_that_belongs_to_nobody_named_is_the_alliances_and_a_countrys_is_not() -> None:
    desk = Desk()
    claims = []
    for words, name, label in (
        ("The alliance has {} soldiers in Chad", "alliance", "description"),
        ("The mission has {} soldiers in Chad", "mission", "description"),
        ("Norway has a {}-strong mission in Chad", "Norway", "place"),
    ):
        value = 7056 + len(claims)
        page = desk.page(words.format(value) + ", the ministry in Oslo confirmed to lawmakers.")
        holder = page.name(words.split()[0] if label == "place" else words[: 4 + len(name)], label, name=name)
        told = f"{value}-strong mission" if label == "place" else f"{value} soldiers"
        claims.append(page.count(told, value, holder_mention_id=holder, place_mention_id=page.name("Chad", "place")))
    found = desk.reconciled()
    assert [fact_of(found, claim).verdict for claim in claims] == ["conflicting", "conflicting", "single"]


def test_a_force_is_where_the_description_of_its_owner_says() -> None:
    desk = Desk()
    claims = []
    for place in ("Chad", "Mali", "Chad"):
        page = desk.page(f"The alliance's mission in {place} has 300 soldiers, the ministry told the paper in Oslo.")
        page.name(place, "place")
        holder = page.name(f"The alliance's mission in {place}", "description", name=f"alliance's mission in {place}")
        claims.append(page.count("300 soldiers", 300, holder_mention_id=holder))
    found = desk.reconciled()
    assert [fact_of(found, claim).articles_count for claim in claims] == [2, 1, 2]


def test_a_town_and_its_country_are_one_place_of_a_force_of_one_number() -> None:
    desk = Desk()
    claims = []
    for place, value in (("Chad", 641), ("Port Halda", 641), ("Chad", 700)):
        page = desk.page(f"Norway has {value} troops in {place}, the ministry in Oslo confirmed to lawmakers.")
        holder, where = page.name("Norway", "place"), page.name(place, "place")
        claims.append(page.count(f"{value} troops", value, holder_mention_id=holder, place_mention_id=where))
    fact = fact_of(desk.reconciled(), claims[0])
    assert (fact.articles_count, fact.verdict, fact.label.split(":")[0]) == (3, "conflicting", "Norway troops in Chad")


def test_a_force_in_a_town_is_one_in_the_country_that_the_text_gives_it() -> None:
    desk = Desk()
    town = desk.page("Norway has 641 troops in Sanda, in the north of Chad, the ministry in Oslo told lawmakers.")
    chad = town.name("Chad", "place")
    told = town.count(
        "641 troops", 641, holder_mention_id=town.name("Norway", "place"), place_mention_id=town.name("Sanda", "place")
    )
    rival = troops(desk, "614", 614)
    found = desk.reconciled()
    assert fact_of(found, told) == fact_of(found, rival)
    assert fact_of(found, told).place_id == next(
        row.entity_id for row in found.mention_entities if row.mention_id == chad
    )


def test_jobs_are_not_cut_by_a_company_that_the_article_does_not_name() -> None:
    desk = Desk()
    shipyard = desk.page(f"{ISLAND} Gransby Shipyards said 1,109 jobs would go at the harbour of Port Halda.")
    steel = desk.page(f"{ISLAND} The plan at the harbour of Port Halda would end 5,461 jobs.")
    owner = shipyard.name("Gransby Shipyards", "organisation")
    claims = [
        shipyard.count("1,109 jobs", 1109, "jobs_cut", holder_mention_id=owner),
        steel.count("5,461 jobs", 5461, "jobs_cut"),
    ]
    found = desk.reconciled()
    assert {fact_of(found, claim).verdict for claim in claims} == {"single"}


def test_equal_numbers_of_one_event_are_of_one_thing_unless_an_article_tells_them_apart() -> None:
    desk = Desk()
    crew = desk.page(f"{ISLAND} Of the crew 36 sailors died.")
    people = desk.page(f"{ISLAND} The wreck cost 36 people their lives.")
    both = desk.page(f"{ISLAND} 41 sailors died, in all 77 people died.")
    claims = [dead(crew, "36 sailors", 36, counted="sailor"), dead(people, "36 people", 36, counted="people")]
    found = desk.reconciled()
    assert fact_of(found, claims[0]) == fact_of(found, claims[1])
    dead(both, "41 sailors", 41, counted="sailor"), dead(both, "77 people", 77, counted="people")
    found = desk.reconciled()
    assert fact_of(found, claims[0]) != fact_of(found, claims[1])


@pytest.mark.parametrize(("value", "facts"), [(9874, 1), (9800, 2)])
def test_a_number_of_nothing_said_is_of_what_the_same_telling_number_counts(value: int, facts: int) -> None:
    desk = Desk()
    march = desk.page(f"{ISLAND} Then {value} protesters marched to the harbour of Port Halda.")
    bare = desk.page(f"{ISLAND} Turnout in the harbour of Port Halda stood at {value}.")
    claims = [march.count(f"{value} protesters", value, "protesters"), bare.count(str(value), value, None)]
    found = desk.reconciled()
    assert len({fact_of(found, claim).fact_id for claim in claims}) == facts
