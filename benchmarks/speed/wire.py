"""Wire copy, simulated: the same paragraphs in many outlets. What the cache of passages is for."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.clock import Row, cpu_seconds
from tasks.language import DEFAULT_MODEL, ArticleText, extract
from tasks.language.passages import passages

SEED = 20210414
CARRIERS = 20  # outlets that carry one story
_PARAGRAPHS = 12  # of a wire story
_KEPT = 0.9  # share of them that an outlet prints
_MOST_SECOND = 0.1  # of the first run's time
_PLACES = ("Norvale", "Port Asher", "Kestrel Bay", "Linden Falls", "Marrow Hill", "East Corran")
_NAMES = ("Ada Whitlock", "Jonas Reyes", "Miriam Okoro", "Peter Lindqvist", "Sara Haddad", "Tomas Varga")
_ROLES = ("Mayor", "Governor", "Police Chief", "Health Minister")
_THINGS = ("bridge", "ferry", "school", "hospital", "market", "power station")
_TEMPLATES = (
    "{role} {name} said on {day} that {few} people were injured when the {thing} in {place} caught fire.",
    "“We had no warning at all,” {name} told reporters. “The {thing} was full, and {many} people had to leave.”",
    "At least {few} of the {many} residents of {place} were still missing on {day}, according to the city council.",
    "The {thing}, which cost ${few} million, had been closed for {few} months before it opened again in {month}.",
    "{name}, {age}, who lives near the {thing}, said she had heard a loud noise before the lights went out.",
    "Officials in {place} plan to send {many} tents and {few} doctors by {day}, a spokesman for {name} said.",
    "The government must answer within {few} weeks, {name} added, or the people of {place} would ask for a new vote.",
    "More than {many} people marched through {place} in {month} to ask for repairs, and police arrested {few} of them.",
)
_OPENING = "{place} readers of outlet {outlet} heard about {few} calls to the fire service on {day}."
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("January", "March", "May", "July", "October")


def corpus(count: int, seed: int = SEED) -> list[ArticleText]:
    """``count`` articles: stories of a wire, each carried by ``CARRIERS`` outlets with an opening line of their own."""
    chance = random.Random(seed)
    return list(_articles(chance, count))


def _articles(chance: random.Random, count: int) -> Iterator[ArticleText]:
    story: list[str] = []
    for number in range(count):
        if number % CARRIERS == 0:
            story = [_sentence(chance, chance.choice(_TEMPLATES), number) for _ in range(_PARAGRAPHS)]
        kept = [paragraph for paragraph in story if chance.random() < _KEPT]
        text = "\n\n".join([_sentence(chance, _OPENING, number), *kept])
        yield ArticleText.plain(f"wire-{number}", text, date(2021, 4, 14) + timedelta(days=number // CARRIERS))


def _sentence(chance: random.Random, template: str, outlet: int) -> str:
    return template.format(
        outlet=outlet,
        place=chance.choice(_PLACES),
        name=chance.choice(_NAMES),
        role=chance.choice(_ROLES),
        thing=chance.choice(_THINGS),
        day=chance.choice(_WEEKDAYS),
        month=chance.choice(_MONTHS),
        age=chance.randrange(21, 80),
        few=chance.randrange(2, 30),
        many=f"{chance.randrange(100, 9000):,}",
    )


def unique_share(articles: Sequence[ArticleText]) -> float:
    """What share of the passages' characters is left when each passage is taken once."""
    texts = [passage.text for article in articles for passage in passages(article.text)]
    return sum(map(len, set(texts))) / max(1, sum(map(len, texts)))


def rows(count: int) -> list[Row]:
    """The lines of the table for a corpus of ``count`` articles."""
    articles = corpus(count)
    apart = cpu_seconds(lambda: [extract([article], model=DEFAULT_MODEL, cache=None) for article in articles])
    with TemporaryDirectory() as folder:
        cache = Path(folder) / "passages.sqlite"
        first, second = (cpu_seconds(lambda: extract(articles, model=DEFAULT_MODEL, cache=cache)) for _ in range(2))
    what = f"{count} articles of wire copy"
    return [
        Row(what, "text that is unique", f"{unique_share(articles):.0%}"),
        Row(what, "each article by itself", f"{apart:.2f} s"),
        Row(what, "together, each passage once", f"{first:.2f} s", "faster", first < apart),
        Row(
            what,
            "again, from the cache",
            f"{second:.2f} s",
            f"≤ {_MOST_SECOND:.0%} of apart",
            second < _MOST_SECOND * apart,
        ),
    ]
