"""Invented people, and how outlets spell them."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.newsroom.forms import texts
from benchmarks.newsroom.pieces import Name, Piece, Pieces

MOST_PEOPLE = 6  # of a story
_STRIDE = 15_485_863  # a prime that shares no factor with the number of names
_SAME_SURNAME = 0.25  # of the stories have two people of one surname
_VOWELS = "aeiou"
_SHORTEST_MISSPELT = 6


@dataclass(frozen=True)
class Person:
    """``spellings`` are right spellings of the first name (transliterations); ``namesake``: another of the story has
    the surname, so that reporters always write the full name."""

    key: str
    spellings: tuple[str, ...]
    surname: str
    sex: str
    title: str | None
    role: str
    namesake: bool = False

    def full(self, spelling: int = 0, surname: str | None = None) -> Name:
        first = self.spellings[spelling % len(self.spellings)]
        return Name(self.key, f"{first} {surname or self.surname}", f"{first} {self.surname}")

    def bare(self, surname: str | None = None) -> Name:
        return Name(self.key, surname or self.surname, self.surname)


@dataclass(frozen=True)
class Spelling:
    """How one article spells a person: the transliteration and the surname, which may have a slip."""

    first: int
    surname: str


def cast(story: str, index: int, size: int, words: dict[str, str], draw: Random) -> tuple[Person, ...]:
    """The people of a story. No two people of the world share a full name, some of a story share a surname."""
    table = texts("names")
    titled = draw.sample(table["roles"], size - 2)
    names = [_name(index * MOST_PEOPLE + number) for number in range(size)]
    if draw.random() < _SAME_SURNAME:
        shared = _of_namesakes(index)
        names[0], names[-1] = (names[0][0], shared), (names[-1][0], shared)
    same_first = names[-1][0] == names[0][0]
    names = names[:-1] if same_first else names
    found = []
    for number, ((spellings, sex), surname) in enumerate(names):
        title, role = titled[number] if number < len(titled) else (None, draw.choice(table["plain_roles"]))
        found.append(
            Person(
                key=f"{story}/person{number}",
                spellings=spellings,
                surname=surname,
                sex=sex,
                title=title,
                role=role.format(**words),
                namesake=[one[1] for one in names].count(surname) > 1,
            )
        )
    return tuple(found)


def _of_namesakes(index: int) -> str:
    """A surname that nobody else has: two people of a story do."""
    table = texts("names")
    heads, tails = table["surname_heads"], table["namesake_tails"]
    return str(heads[index % len(heads)] + tails[index // len(heads) % len(tails)])


def _name(number: int) -> tuple[tuple[tuple[str, ...], str], str]:
    """First name with its spellings and sex, and surname: each number has a name of its own, in no plain order."""
    table = texts("names")
    firsts: list[tuple[tuple[str, ...], str]] = [((name,), sex) for name, sex in table["first"]]
    firsts += [((one, two), sex) for one, two, sex in table["transliterated"]]
    heads, tails = table["surname_heads"], table["surname_tails"]
    total = len(firsts) * len(heads) * len(tails)
    place = number * _STRIDE % total
    first, rest = place % len(firsts), place // len(firsts)
    return firsts[first], heads[rest % len(heads)] + tails[rest // len(heads)]


def misspelt(surname: str, draw: Random) -> str:
    """A slip of the pen inside a name: a letter doubled, dropped, swapped with the next, or another vowel."""
    if len(surname) < _SHORTEST_MISSPELT:
        return surname
    slips = []
    for at in range(2, len(surname) - 1):
        letter, after = surname[at], surname[at + 1]
        if letter not in _VOWELS and letter != surname[at - 1] and letter != after:
            slips.append(surname[:at] + letter + surname[at:])
        if letter == after:
            slips.append(surname[:at] + surname[at + 1 :])
        if letter in _VOWELS:
            slips += [surname[:at] + other + surname[at + 1 :] for other in _VOWELS if other != letter]
        if letter != after:
            slips.append(surname[:at] + after + letter + surname[at + 2 :])
    return draw.choice(slips)


def introduced(person: Person, spelling: Spelling, draw: Random) -> Pieces:
    """A person's first mention, as a subject: name and role in one of the usual orders."""
    name: Piece = person.full(spelling.first, spelling.surname)
    if person.title and draw.random() < 0.5:
        return (f"{person.title} ", name)
    if person.role.startswith("who ") or draw.random() < 0.6:
        before = f"{person.title} " if person.role.startswith("who ") and person.title else ""
        return tuple(piece for piece in (before, name, f", {person.role},") if piece)
    return (f"{person.role}, ", name, ",")


def mentioned(person: Person, spelling: Spelling, draw: Random) -> Pieces:
    """A later mention: the surname, unless somebody else has it."""
    if person.namesake:
        return (person.full(spelling.first, spelling.surname),)
    bare = person.bare(spelling.surname)
    if draw.random() < 0.15:
        return ("Mr " if person.sex == "m" else "Ms ", bare)
    return (bare,)


def by_key(people: Sequence[Person], key: str) -> Person:
    return next(person for person in people if person.key == key)
