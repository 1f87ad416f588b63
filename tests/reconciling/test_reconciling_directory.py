"""Names found anew where something new bears on them, against a rebuild: the same entities, rulings and questions."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import Desk, fact_of
from shelf import Shelf, differences

from tasks.reconciling import Corpus, blocking, reconcile
from tasks.reference.ids import content_id

# Spellings of few people, their bare names, namesakes, and words that are now a name and now a surname.
PEOPLE = (
    "Ingrid Solberg", "Ingrid Sollberg", "I. Solberg", "Hans Solberg", "Ingrid Marie Solberg", "Solberg", "Sollberg",
    "Ingrid", "Hans", "Ingrid Haugen", "Ingrid Haugenes", "Ingrid Hauger", "Zabiullah Karimi", "Zabihullah Karimi",
    "Karimi", "Anna Marigold", "Marigold", "Jordan Chad",
)  # fmt: skip
PLACES = ("Norway", "Norwegians", "Oslo", "Kingdom of Norway", "Chad", "N'Djamena", "Singapore")
OTHERS = ("NATO", "UN", "Marigold Rescue Union", "MRU", "United Nations", "Taliban", "Islamic Emirate")
LABELS = ("person", "organisation", "place", "group", "force", "description")
ROLES = (None, None, "minister", "foreign minister", "spokesman")
MATTERS = ("Zarinpol", "Havenmouth")
RULINGS = (
    ("same_entity", "Hans Solberg", "Karimi"),
    ("different_entity", "Ingrid Solberg", "Ingrid Sollberg"),
    ("same_entity", "Norway", "Marigold Rescue Union"),
    ("different_entity", "Norwegians", "Norway"),
)
steps = st.lists(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3)), min_size=1, max_size=3), min_size=1, max_size=8
)


def page(desk: Desk, number: int, seed: int) -> None:
    """One article of names; another seed is another version of it."""
    chance = random.Random(f"{number} {seed}")
    names = chance.choices(PEOPLE + PLACES + OTHERS, k=chance.randint(1, 6))
    matter = chance.choice(MATTERS)
    text = " . ".join([f"ferry sinks off {matter}", *names, "“It went down in the night with all its lights on”"])
    article = desk.page(text, headline=f"{matter} ferry", article_id=content_id("article", number))
    found = [
        article.name(name, chance.choice(LABELS if chance.random() < 0.3 else _usual(name)), role=chance.choice(ROLES))
        for name in dict.fromkeys(names)
        if text.count(name) == 1
    ]
    if found and chance.random() < 0.6:
        article.said("“It went down in the night with all its lights on”", chance.choice(found))


def _usual(name: str) -> tuple[str, ...]:
    return ("person",) if name in PEOPLE else ("place",) if name in PLACES else ("organisation",)


def corpus(pages: Iterable[tuple[int, int]], rulings: Iterable[tuple[str, str, str]]) -> Corpus:
    desk = Desk()
    for number, seed in pages:
        page(desk, number, seed)
    for kind, left, right in rulings:
        desk.rule(kind, left, right, by_id=False)
    return desk.corpus()


@settings(max_examples=60, deadline=None)
@given(steps=steps, rulings=st.sets(st.sampled_from(RULINGS), max_size=2), largest=st.sampled_from([2, 60]))
def test_who_is_who_after_many_runs_is_as_after_one(
    steps: list[list[tuple[int, int]]], rulings: set[tuple[str, str, str]], largest: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocking, "LARGEST_BLOCK", largest)
        shelf, pages = Shelf(), dict[int, int]()
        for changes in steps:
            for number, seed in changes:
                pages = {one: of for one, of in pages.items() if (one, of) != (number, seed)} | (
                    {} if pages.get(number) == seed else {number: seed}
                )
            now = corpus(sorted(pages.items()), sorted(rulings))
            shelf.run(now)
            assert differences(shelf.published, reconcile(now, "test")) == {}


def test_only_names_that_something_new_bears_on_are_found_anew() -> None:
    desk, shelf, pages = Desk(), Shelf(), []
    for one, other in (("Ingrid Solberg", "Anna Marigold"), ("Hans Karimi", "Amina Odhiambo")):
        page = desk.page(f"{one} met {other}.")
        pages.append([page.name(one), page.name(other)])
    shelf.run(desk.corpus())
    pages[1].append(desk.page("Nobody but Amina Odhiambo spoke.").name("Amina Odhiambo"))
    found = shelf.run(desk.corpus())
    assert {row.mention_id for row in found.rows.mention_entities} <= set(pages[1])
    assert differences(shelf.published, reconcile(desk.corpus(), "test")) == {}


def test_a_name_that_comes_between_two_in_a_large_block_parts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "LARGEST_BLOCK", 2)
    desk, shelf = Desk(), Shelf()
    found = []
    for name in ("Ingrid Haugen", "Ingrid Hauger", "Ingrid Haugenes"):
        desk.page(f"The ferry Zarinpol sinks off Zarinpol with {name}.", headline="Zarinpol ferry").name(name)
        shelf.run(desk.corpus())
        assert differences(shelf.published, reconcile(desk.corpus(), "test")) == {}
        found.append(len(shelf.published.entities))
    assert found == [1, 1, 3]


def test_a_country_that_is_named_for_the_first_time_owns_the_forces_that_were_described_before() -> None:
    desk, shelf = Desk(), Shelf()
    page = desk.page("In the village of Zarinpol the elders heard that Norway's forces get 300 more troops.")
    claim = page.count(
        "300 more troops", 300, holder_mention_id=page.name("Norway's forces", "description"), change="more"
    )
    shelf.run(desk.corpus())
    desk.page("Quarrymen of Havenmouth went on holiday to Norway.", on="2031-09-09").name("Norway", "place")
    shelf.run(desk.corpus())
    assert fact_of(shelf.published, claim).label == "Norway troops: +300"
    assert differences(shelf.published, reconcile(desk.corpus(), "test")) == {}
