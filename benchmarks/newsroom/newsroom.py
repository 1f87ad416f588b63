"""The stream of articles: story by story, day by day."""

from collections.abc import Iterator

from benchmarks.newsroom.articles import Article, Page, page
from benchmarks.newsroom.draws import stream
from benchmarks.newsroom.forms import Forms, FormSet
from benchmarks.newsroom.outlets import Outlet, agencies, outlets
from benchmarks.newsroom.reporting import copied, written
from benchmarks.newsroom.world import Story, story
from benchmarks.newsroom.writing import Reporter

_FEWEST, _MOST = 3, 14  # articles a story
_COPY_OF_COPY = 0.2  # of the copies can be made of a copy


def pages(count: int, seed: int, which: FormSet = "development") -> Iterator[Page]:
    """The first ``count`` pages of the newsroom of ``seed``; nothing is kept but the story at hand."""
    index, left = 0, count
    while left > 0:
        for article in articles(story(seed, index), seed, which)[:left]:
            yield page(article)
            left -= 1
        index += 1


def articles(told: Story, seed: int, which: FormSet) -> list[Article]:
    """Every article of a story, in the order of publication."""
    draw = stream(seed, "articles", told.key)
    wires = draw.sample(agencies(), draw.randint(1, 2))
    size = draw.randint(_FEWEST, _MOST)
    days = sorted(draw.randrange(told.days) for _ in range(size - 1))
    forms, found = Forms(which), list[Article]()
    for number, day in enumerate([0, *days]):
        outlet = wires[0] if number == 0 else _outlet(draw.random(), wires, number, seed, told.key)
        found.append(_article(told, outlet, day, number, found, seed, forms))
    return found


def _outlet(chance: float, wires: list[Outlet], number: int, seed: int, key: str) -> Outlet:
    draw = stream(seed, "outlet", key, number)
    return draw.choice(wires) if chance < 0.15 else draw.choice(outlets())


def _article(
    told: Story, outlet: Outlet, day: int, number: int, before: list[Article], seed: int, forms: Forms
) -> Article:
    key = f"{told.key}/article{number}"
    draw = stream(seed, key)
    near = [one for one in before if 0 <= (told.first_on.toordinal() + day) - one.day.toordinal() <= 1]
    near = [one for one in near if one.outlet != outlet]
    wire = next((one.outlet for one in reversed(near) if one.outlet.is_agency), None)
    quotes_wire = wire if not outlet.is_agency and not outlet.own and draw.random() < outlet.credits else None
    reporter = Reporter(told, outlet, key, day, quotes_wire, forms, draw)
    hour = draw.randint(5, 12) if outlet.is_agency else draw.randint(8, 22)
    if near and not outlet.is_agency and draw.random() < outlet.copies:
        fresh = [one for one in near if one.day.toordinal() == told.first_on.toordinal() + day]
        late = draw.random() < outlet.stale or not fresh
        originals = [one for one in near if one.copied_from is None]
        some = (near if late else fresh) if draw.random() < _COPY_OF_COPY or not originals else originals
        return copied(draw.choice(some), reporter, hour)
    return written(reporter, hour)
