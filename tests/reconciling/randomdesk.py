"""Random newsrooms for the tests of incremental reconciliation: a few stories, told, copied, respelt and revised."""

import random
from collections.abc import Iterable

from newsdesk import Desk, Page

from tasks.reconciling import Corpus
from tasks.reference.ids import content_id

COUNTRIES = ("Norway", "Kenya")
PEOPLE = ("Ingrid Solberg", "Ingrid Sollberg", "Hans Solberg", "Amina Odhiambo")
PLACES = ("Zarinpol", "Havenmouth", "Mbirani")
OUTLETS = ("Example Wire", "The Northern Courier", "Southern Daily", None)
SHARED = "Rescue crews in yellow jackets carried stretchers down the narrow harbour steps before the tide came in again"
QUOTES = ("It is time to come home after eleven long years", "It is time to come home after eleven years, I think")


def page(desk: Desk, number: int, seed: int) -> None:
    """One article; the same number and seed give the same one, another seed another version of it."""
    chance = random.Random(f"{number} {seed}")
    place, person, country = chance.choice(PLACES), chance.choice(PEOPLE), chance.choice(COUNTRIES)
    troops, dead = chance.choice((450, 460, 700)), chance.choice((3, 4))
    quote, last = chance.choice(QUOTES), person.split()[-1]
    wire = f"{SHARED}. " if chance.random() < 0.4 else ""
    credit = "Reuters reported that " if chance.random() < 0.3 else ""
    text = (
        f"{place} ferry sinks off {place}\n\n{wire}{credit}{country} has {troops} troops in Chad. "
        f"{dead} people died off {place}. “{quote}”, {person} said in {place}. {last} spoke again. "
        f"The mission of {country} ends by June 1. The alliance has {troops} soldiers there, 1,234 came to the "
        f"harbour, and {chance.choice(('120', '125'))} cases of {chance.choice(('measles', 'cholera'))} are known."
    )
    article = desk.page(
        text,
        on=chance.choice(("2031-03-01", "2031-03-02", "2031-05-20", None)),
        source=chance.choice(OUTLETS),
        headline=f"{place} ferry sinks",
        article_id=content_id("article", number),
    )
    _claims(article, chance, country, troops, dead, quote, person, last)


def _claims(
    article: Page, chance: random.Random, country: str, troops: int, dead: int, quote: str, person: str, last: str
) -> None:
    holder = article.name(country, chance.choice(("place", "place", "organisation")))
    article.count(f"{troops} troops", troops, holder_mention_id=holder if chance.random() < 0.7 else None)
    article.count(f"{dead} people", dead, measure="deaths", as_of_on=None)
    _more_numbers(article, chance, troops)
    speaker = article.name(person, role=chance.choice((None, "minister")))
    article.said(f"“{quote}”", speaker if chance.random() < 0.8 else None, speaker_text=person)
    bare = article.name(f"{last} spoke", name=last)
    actor = chance.choice((holder, bare, None))
    day = chance.choice(("2031-06-01", "2031-06-02"))
    article.day("June 1", day, event="end mission", actor_mention_id=actor)


def _more_numbers(article: Page, chance: random.Random, troops: int) -> None:
    """Numbers whose owner is only described, that do not say what they count, and of a disease."""
    partners = article.name("The alliance", "description", name="alliance")
    chad = chance.choice((article.name("Chad", "place"), None))
    includes = chance.choice(("some pilots", None))
    article.count(f"{troops} soldiers", troops, holder_mention_id=partners, place_mention_id=chad, includes=includes)
    article.count("1,234", 1234, measure=chance.choice(("protesters", "people", None)), place_mention_id=chad)
    for known in ("120", "125"):
        if f"{known} cases" in article.article.text:
            article.count(f"{known} cases", int(known), measure="cases", place_mention_id=chad)


def newsroom(pages: Iterable[tuple[int, int]]) -> Corpus:
    """The articles of these numbers, each in the version of its seed; an article's id goes by its number."""
    desk = Desk()
    for number, seed in pages:
        page(desk, number, seed)
    return desk.corpus()
