"""How a reporter writes: facts to sentences, in the outlet's habits."""

import re
from collections.abc import Mapping
from datetime import date
from random import Random

from benchmarks.newsroom.articles import Sentence
from benchmarks.newsroom.forms import Forms, texts
from benchmarks.newsroom.numbers import exact, worded
from benchmarks.newsroom.outlets import Outlet
from benchmarks.newsroom.people import Person, Spelling, by_key, introduced, mentioned, misspelt
from benchmarks.newsroom.pieces import Day, Number, Pieces, Quote, Truth, fill, opening
from benchmarks.newsroom.world import Matter, Story, Utterance

_NO_HEDGE = re.compile(r"(?:\b(?:the|another|its|further|those|of|a)|’s|'s|’|\})\s$")
_STRONG = re.compile(r"^-strong| strong")
_NOT_TO_COPY = ("our correspondent", "our reporter", "this newspaper")
_PERSON_SPEAKS = 0.4  # of the attributions name a person
_SHORTEST_ERROR = 0.3  # an error is off by at least so much


class Reporter:
    """The writer of one article: what it says of a matter, it says alike throughout."""

    def __init__(
        self, story: Story, outlet: Outlet, key: str, day: int, wire: Outlet | None, forms: Forms, draw: Random
    ) -> None:
        self.story, self.outlet, self.key, self.day, self.forms, self.draw = story, outlet, key, day, forms, draw
        self.wire = wire  # the agency it quotes
        self._written = 0
        self._told: dict[tuple[str, bool], tuple[int, int, bool]] = {}
        self._known: set[str] = set()
        self._spelt: dict[str, Spelling] = {}

    @property
    def unnamed(self) -> str:
        """The origin of what the article says on nobody's word."""
        return f"outlet:{self.outlet.name}" if self.outlet.is_agency else f"unknown:{self.key}"

    @property
    def today(self) -> date:
        return date.fromordinal(self.story.first_on.toordinal() + self.day)

    def on_the_day(self) -> str:
        """The event's weekday; its date once the week is over."""
        return (
            f"on {self.story.first_on:%A}" if self.day < 6 else f"on {self.story.first_on:%B} {self.story.first_on.day}"
        )

    def tell(self, matter: Matter, rival: bool = False) -> tuple[int, int, bool]:
        """The value that the article tells, its state, and whether it was never true."""
        if (matter.key, rival) not in self._told:
            self._told[matter.key, rival] = self._choose(matter, rival)
        return self._told[matter.key, rival]

    def take_over(self, told: Number) -> None:
        """Tell a number as another article does."""
        self._told[told.matter, False] = (told.value, told.state, told.wrong)

    def _choose(self, matter: Matter, rival: bool) -> tuple[int, int, bool]:
        state = matter.state(self.day)
        if state and self.draw.random() < self.outlet.stale:
            state -= 1
        value = matter.states[state][1]
        if rival and matter.rival:
            return matter.rival, state, False
        if self.draw.random() < self.outlet.errs:
            return _mistaken(value, matter, self.draw), state, True
        return value, state, False

    def number(self, matter: Matter, form: str, slot: str = "n", rival: bool = False) -> Number:
        value, state, wrong = self.tell(matter, rival)
        before, _, after = form.partition("{" + slot + "}")
        if _NO_HEDGE.search(before) or _STRONG.match(after):
            return exact(matter.key, value, state, wrong)
        return worded(matter.key, value, self.outlet, self.draw, state, wrong)

    def core(self, matter: Matter, rival: bool = False, first: bool = False) -> Pieces:
        """A clause that tells one number."""
        family = matter.family
        if matter.rise and self.tell(matter)[1] > 0 and self.draw.random() < 0.7:
            family = matter.rise
        form = self.forms.pick(self.draw, "quantities", family)
        words = self._words(matter.words, first) | {"n": self.number(matter, form, rival=rival)}
        return fill(form, words | {"when": self._today()} if family == matter.rise else words)

    def pair(self, family: str, one: Matter, two: Matter, first: bool = False) -> Pieces:
        """A clause that tells two numbers."""
        form = self.forms.pick(self.draw, "quantities", family)
        words = self._words({**two.words, **one.words}, first)
        return fill(form, words | {"n": self.number(one, form), "m": self.number(two, form, "m")})

    def _words(self, extra: Mapping[str, str], first: bool) -> dict[str, str | Pieces | Truth]:
        event = self.story.words["named_event" if first else "event"]
        return {**extra, "event": event, "cause": self.draw.choice(self.story.causes), "when": self.on_the_day()}

    def attributed(self, core: Pieces, official: str | None = None) -> Sentence:
        """A sentence that says who says so, in the outlet's way."""
        kind = self._kind_of_frame(official)
        form = self.forms.pick(self.draw, "frames", kind)
        known = set(self._known)
        speaker: Pieces = (official,) if official else self._official()
        if "{official}" not in form:
            self._known = known  # who is not named is still to be introduced
        words = self._frame_words() | {"core": core, "official": speaker}
        in_house = any(phrase in form for phrase in _NOT_TO_COPY)
        return self._sentence(fill(form, words), self._origin(kind), in_house, kind in ("agency", "own"))

    def _sentence(
        self, pieces: Pieces, origin: str | None = None, in_house: bool = False, credited: bool = False
    ) -> Sentence:
        self._written += 1
        return Sentence(opening(pieces), origin or self.unnamed, f"{self.key}#{self._written}", in_house, credited)

    def plainly(self, core: Pieces) -> Sentence:
        return self._sentence(fill("{core}.", {"core": core}))

    def _kind_of_frame(self, official: str | None) -> str:
        if self.outlet.is_agency:
            return (
                "agency"
                if self.draw.random() < 0.2
                else "official"
                if official or self.draw.random() < 0.8
                else "plain"
            )
        if self.draw.random() < self.outlet.own * 0.6:
            return "own"
        if self.wire and self.draw.random() < 0.4:
            return "agency"
        if not official and self.draw.random() < self.outlet.anonymous:
            return "anonymous"
        return "official" if official or self.draw.random() < 0.75 else "plain"

    def _origin(self, kind: str) -> str:
        if kind == "own":
            return f"outlet:{self.outlet.name}"
        if kind == "agency":
            return f"outlet:{(self.wire or self.outlet).name}"
        return self.unnamed

    def _frame_words(self) -> dict[str, str | Pieces | Truth]:
        agency = self.wire or self.outlet
        return {
            "agency": agency.name,
            "outlet": self.outlet.name.replace("The ", "the ", 1)
            if self.outlet.name.startswith("The ")
            else self.outlet.name,
            "when": self._today(),
            "town": self.story.words["town"],
        }

    def _today(self) -> str:
        """What rose has risen since the event."""
        return f"on {self.today:%A}"

    def _official(self) -> Pieces:
        if self.draw.random() < _PERSON_SPEAKS:
            return self.person(self.draw.choice([one for one in self.story.people if one.title]))
        return (self.draw.choice(self.story.officials),)

    def person(self, person: Person) -> Pieces:
        """A person as the article names them: in full at first."""
        spelling = self.spelling(person)
        if person.key in self._known:
            return mentioned(person, spelling, self.draw)
        self._known.add(person.key)
        return introduced(person, spelling, self.draw)

    def spelling(self, person: Person) -> Spelling:
        if person.key not in self._spelt:
            slips = self.draw.random() < self.outlet.misspells
            surname = misspelt(person.surname, self.draw) if slips else person.surname
            self._spelt[person.key] = Spelling(self.draw.randrange(len(person.spellings)), surname)
        return self._spelt[person.key]

    def quoted(self, utterance: Utterance) -> Sentence:
        """A quotation, which the outlet may shorten, alter, or give to another."""
        speaker = by_key(self.story.people, utterance.speaker)
        if self.draw.random() < self.outlet.reassigns:
            speaker = self.draw.choice(self.story.people)
        with_agency = bool(self.wire or self.outlet.is_agency) and self.draw.random() < 0.25
        form = self.forms.pick(self.draw, "frames", "quote", "agency" if with_agency else "forms")
        quote = changed(Quote(utterance.key, speaker.key, utterance.words), utterance, self.outlet, self.draw)
        words = self._frame_words() | {"q": quote, "speaker": self.person(speaker)}
        return self._sentence(
            fill(form, words), self._origin("agency" if with_agency else "plain"), credited=with_agency
        )

    def deadline(self) -> Sentence:
        """The deadline that holds, sometimes with the one it replaced."""
        told = self.story.deadline
        assert told is not None
        moved = self.day >= told.moved and self.draw.random() >= self.outlet.stale
        family = "moved" if moved and self.draw.random() < 0.4 else "deadline"
        form = self.forms.pick(self.draw, "frames", family)
        days = {
            "old": Day(told.key, told.first, _calendar(told.first)),
            "date": _day(told.key, told.then if moved else told.first),
        }
        core = fill(form, {**told.words, **days})
        return self.attributed(core) if self.draw.random() < 0.7 else self.plainly(core)

    def background(self, count: int) -> list[Sentence]:
        """Sentences without a truth."""
        parts = texts("background")[self.story.texts]
        lines = [" ".join(self.draw.choice(parts[part]) for part in ("who", "did", "where")) for _ in range(count)]
        return [self._sentence((line.format(**self.story.words) + ".",)) for line in lines]

    def headline(self) -> Sentence:
        lead = next((matter for matter in self.story.matters if matter.is_lead), None)
        family = "other"
        if lead and lead.family in texts("headlines") and self.draw.random() < 0.7:
            family = lead.rise if lead.rise and self.tell(lead)[1] > 0 else lead.family
        form = self.forms.pick(self.draw, "headlines", family)
        words: dict[str, str | Pieces | Truth] = {**(lead.words if lead else self.story.words)}
        if lead and family != "other":
            value, state, wrong = self.tell(lead)
            words["n"] = Number(
                lead.key,
                value,
                "at_least" if form.startswith("At least") else "exact",
                f"{value:,}",
                f"{value:,}",
                state,
                wrong,
            )
        return self._sentence(fill(form, words))


def changed(quote: Quote, utterance: Utterance, outlet: Outlet, draw: Random) -> Quote:
    """A quotation in the outlet's hands."""
    if draw.random() < outlet.truncates:
        return Quote(quote.utterance, quote.speaker, utterance.short, "truncated")
    if draw.random() < outlet.alters:
        return Quote(quote.utterance, quote.speaker, utterance.altered, "altered")
    return quote


def _mistaken(value: int, matter: Matter, draw: Random) -> int:
    """A number that is none of the matter's: digits swapped, or simply wrong."""
    taken = [state for _, state in matter.states] + ([matter.rival] if matter.rival else [])
    digits = str(value)
    swapped = int(digits[1] + digits[0] + digits[2:]) if len(digits) > 1 and digits[1] != "0" else value
    guesses = [
        swapped,
        round(value * 1.5) + 2,
        round(value * 0.6) + 1,
        round(value * 2.1) + 3,
        round(max(taken) * 1.6) + 4,
    ]
    far = [one for one in guesses if one > 1 and all(abs(one - other) >= _SHORTEST_ERROR * other for other in taken)]
    return draw.choice(far)


def _day(matter: str, day: date) -> Day:
    return Day(matter, day, _calendar(day))


def _calendar(day: date) -> str:
    """A day as English-language papers print it."""
    return f"{day:%B} {day.day}, {day.year}"
