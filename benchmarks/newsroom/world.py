"""The world: stories with the facts that are true in them, day by day, and what people said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.newsroom.draws import stream, weighted
from benchmarks.newsroom.forms import texts
from benchmarks.newsroom.people import MOST_PEOPLE, Person, cast

EPOCH = date(2022, 1, 3)
_DAYS_BETWEEN = 0.7  # stories begin so many days apart
_LONGEST = 6  # days a story is in the news
_TILDES = re.compile(r"~([^/~]+)/([^~]+)~")


@dataclass(frozen=True)
class Matter:
    """One true number: its value by day of the story. ``rival`` is what the other side in a dispute says."""

    key: str
    family: str
    states: tuple[tuple[int, int], ...]
    rise: str | None = None
    rival: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    is_lead: bool = False
    whole: str | None = None

    def state(self, day: int) -> int:
        """The number of the state that holds on a day of the story."""
        return max(index for index, (since, _) in enumerate(self.states) if since <= day)


@dataclass(frozen=True)
class Utterance:
    """What somebody said: in full, where it may be cut, and with one word altered."""

    key: str
    speaker: str
    words: str
    short: str
    altered: str


@dataclass(frozen=True)
class Deadline:
    """A day by which something is to be done; from day ``moved`` of the story on it is the later one."""

    key: str
    words: Mapping[str, str]
    first: date
    then: date
    moved: int


@dataclass(frozen=True)
class Story:
    """One event in the news. ``words`` fill the slots of the forms."""

    key: str
    kind: str
    first_on: date
    days: int
    words: Mapping[str, str]
    causes: tuple[str, ...]
    people: tuple[Person, ...]
    matters: tuple[Matter, ...]
    utterances: tuple[Utterance, ...]
    deadline: Deadline | None
    officials: tuple[str, ...]
    rivals: tuple[str, ...]

    @property
    def texts(self) -> str:
        return str(texts("stories")[self.kind]["texts"])


def story(seed: int, index: int) -> Story:
    """The story of this number: a function of the two, so that a newsroom of any size begins alike."""
    draw = stream(seed, "story", index)
    kinds = texts("stories")
    kind = weighted(draw, list(kinds), [entry["weight"] for entry in kinds.values()])
    key, entry, days = f"story{index}", kinds[kind], draw.randint(1, _LONGEST)
    words = _words(kind, entry, index, seed, draw)
    clauses, *nouns = draw.choice(entry["causes"])
    named, event, short = (part.format(**words) for part in nouns)
    words |= {"event": event, "short": short, "people": draw.choice(entry["people"])}
    people = cast(key, index, draw.randint(4, MOST_PEOPLE), words, draw)
    first_on = EPOCH + timedelta(days=int(index * _DAYS_BETWEEN))
    matters = _matters(key, entry, words, days, seed, draw) + _past(key, entry, words, draw)
    return Story(
        key=key,
        kind=kind,
        first_on=first_on,
        days=days,
        words=words | {"named_event": named},
        causes=tuple(clause.format(**words) for clause in clauses),
        people=people,
        matters=matters,
        utterances=_utterances(key, entry["texts"], people, words, draw),
        deadline=_deadline(key, entry, words, first_on, days, draw),
        officials=tuple(one.format(**words) for one in entry["officials"]),
        rivals=tuple(entry.get("rivals", ())),
    )


def _words(kind: str, entry: Mapping[str, Any], index: int, seed: int, draw: Random) -> dict[str, str]:
    table = texts("names")
    country, nation = draw.choice(table["countries"])
    town = draw.choice(table["town_heads"]) + draw.choice(table["town_tails"])
    region = draw.choice(table["regions"]).format(
        head=draw.choice(table["town_heads"]), tail=draw.choice(table["town_tails"])
    )
    words = {"country": country, "people_of": nation, "town": town, "region": region, "cry": "no"}
    if "diseases" in entry:
        words["disease"] = draw.choice(entry["diseases"])
    if kind == "layoffs":
        words["firm"] = f"{draw.choice(table['firm_heads'])} {draw.choice(table['firm_tails'])}"
    return words


def _matters(
    key: str, entry: Mapping[str, Any], words: Mapping[str, str], days: int, seed: int, draw: Random
) -> tuple[Matter, ...]:
    found: list[Matter] = []
    for row in entry["matters"]:
        if draw.random() >= row["often"]:
            continue
        if row["family"] == "troops":
            found += _contingents(words, seed, row, draw)
            continue
        if row["family"] == "planned":
            sender, nation = draw.choice(texts("names")["senders"])
            if sender == words["country"]:
                continue
            extra = dict(words) | _of(sender, nation)
            found.append(
                Matter(f"{key}/planned", "planned", ((0, draw.randint(row["low"], row["high"])),), words=extra)
            )
            continue
        lasting = {"mission": words["country"], "employees": words.get("firm")}.get(row["family"])
        identity = f"{row['family']}/{lasting}" if lasting else f"{key}/{row['family']}"
        value = (stream(seed, identity) if lasting else draw).randint(row["low"], row["high"])
        states = _states(value, row.get("growth"), days, draw)
        rival = round(value * draw.uniform(1.6, 4)) if draw.random() < row.get("disputed", 0) else None
        found.append(Matter(identity, row["family"], states, row.get("rise"), rival, words, bool(row.get("lead"))))
    return tuple(found)


def _of(holder: str, nation: str) -> dict[str, str]:
    return {"holder": holder, "nation": nation, "whose": holder + ("’" if holder.endswith("s") else "’s")}


def _contingents(words: Mapping[str, str], seed: int, row: Mapping[str, Any], draw: Random) -> list[Matter]:
    """The troops of two or three countries in one: the same numbers in whatever story they are told."""
    senders = [one for one in texts("names")["senders"] if one[0] != words["country"]]
    found = []
    for index, (sender, nation) in enumerate(draw.sample(senders, draw.randint(2, 3))):
        identity = f"troops/{sender}/{words['country']}"
        value = stream(seed, identity).randint(row["low"], row["high"])
        found.append(
            Matter(identity, "troops", ((0, value),), words=dict(words) | _of(sender, nation), is_lead=index == 0,
                   whole=f"mission/{words['country']}")
        )  # fmt: skip
    return found


def _states(value: int, growth: float | None, days: int, draw: Random) -> tuple[tuple[int, int], ...]:
    """The values by day; each is news, so it differs plainly from the one before."""
    states = [(0, value)]
    if growth:
        for day in range(1, days):
            if draw.random() < 0.5:
                more = states[-1][1] * draw.uniform(1.25, growth)
                states.append((day, max(round(more), states[-1][1] + 2)))
    return tuple(states)


def _past(key: str, entry: Mapping[str, Any], words: Mapping[str, str], draw: Random) -> tuple[Matter, ...]:
    """An earlier event that the background tells: a fact of its own."""
    if not entry["past"] or draw.random() < 0.5:
        return ()
    year, what = draw.randint(1994, 2019), draw.choice(entry["past"])
    town = draw.choice(texts("names")["town_heads"]) + draw.choice(texts("names")["town_tails"])
    past = {"past_year": str(year), "past_event": f"a {what} in {town} in {year}"}
    past["past_event"] = (
        past["past_event"].replace("a earth", "an earth").replace("a att", "an att").replace("a acc", "an acc")
    )
    past["past_cause"] = f"a hotel burned down in {town}"
    return (Matter(f"{key}/past", "past", ((0, draw.randint(11, 95)),), words=dict(words) | past),)


def _utterances(
    key: str, name: str, people: tuple[Person, ...], words: Mapping[str, str], draw: Random
) -> tuple[Utterance, ...]:
    found = []
    for index, form in enumerate(draw.sample(texts("quotations")[name]["said"], draw.randint(2, 5))):
        said = form.format(**{"firm": "", "disease": "", **words})
        right, altered = _TILDES.sub(r"\1", said), _TILDES.sub(r"\2", said)
        found.append(
            Utterance(
                key=f"{key}/said{index}",
                speaker=draw.choice(people).key,
                words=right.replace(" | ", ", "),
                short=right.split(" | ")[0],
                altered=altered.replace(" | ", ", "),
            )
        )
    return tuple(found)


def _deadline(
    key: str, entry: Mapping[str, Any], words: Mapping[str, str], first_on: date, days: int, draw: Random
) -> Deadline | None:
    if draw.random() >= entry.get("deadline", 0):
        return None
    senders = [one for one in texts("names")["senders"] if one[0] != words["country"]]
    holder, nation = draw.choice(senders)
    first = first_on + timedelta(days=draw.randint(25, 60))
    then = first + timedelta(days=draw.randint(30, 100))
    moved = draw.randint(1, days) if draw.random() < 0.6 else days + 1
    act = draw.choice(entry["acts"]).format(**words)
    return Deadline(f"{key}/deadline", dict(words) | _of(holder, nation) | {"act": act}, first, then, moved)
