"""Resolving pronouns and descriptions to the names they stand for, by role, gender, number and recency.

Salience follows Lappin and Leass (1994), An algorithm for pronominal anaphora resolution: each mention adds a weight,
more as a subject and as a speaker, halved with every sentence since.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from tasks.language.anaphora import can_be_called, label_of
from tasks.language.gazetteer import state_of
from tasks.language.lexicon import words
from tasks.language.passages import plain
from tasks.language.quotations import quotations
from tasks.language.references import References, role_classes
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention

_SUBJECT, _OTHER, _SPEAKER = 2.0, 1.0, 4.0
_QUOTED_SHARE = 0.25  # a name inside a quotation is spoken of, and seldom speaks next
_UNSURE_GENDER = 0.6
_DECAY = 0.5
# Two answers are equally good if the second comes this close to the first.
_MARGIN = 0.95
_NAME_FIRST = 0.5
# Farther back nothing is looked for, in sentences.
_HORIZON = 12

_MALE, _FEMALE = words("roles", "pronouns", "male"), words("roles", "pronouns", "female")
_THING, _PLURAL = words("roles", "pronouns", "thing"), words("roles", "pronouns", "plural")
PRONOUNS = _MALE | _FEMALE | _THING | _PLURAL
_WORD = re.compile(r"[\w.&-]+")


class Resolver:
    """Resolves words of one article. ``heard`` notes who spoke where, as the caller finds out.

    ``tied`` holds the equally good answers of the last :meth:`resolve` that therefore chose none (law 8).
    """

    def __init__(self, text: str, references: References, paragraphs: Sequence[Span]) -> None:
        self.text = text
        self.references = references
        self.paragraphs = paragraphs
        self.spoken: list[tuple[int, int]] = []
        self.tied: tuple[Mention, ...] = ()
        self._told: dict[int, str] = {}

    def heard(self, place: int, mention: Mention) -> None:
        """The thing of ``mention`` spoke at ``place``; places come in order."""
        self.spoken.append((place, self.references.chain_of[self.references.index_of[mention.mention_id]]))

    def mention_at(self, span: Span) -> int | None:
        """Of the mentions that overlap ``span``, the one most like it."""
        best, best_share = None, 0.0
        for index in self._near(span):
            mention = self.references.mentions[index]
            shared = min(mention.end, span.end) - max(mention.start, span.start)
            share = shared / (max(mention.end, span.end) - min(mention.start, span.start))
            if mention.label == "person":  # of a title and a name, the name
                share += _NAME_FIRST
            if share > best_share:
                best, best_share = index, share
        return best

    def _near(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start - self._longest)
        found = []
        for index in range(first, len(self._starts)):
            mention = self.references.mentions[index]
            if mention.start >= span.end:
                break
            if mention.end > span.start:
                found.append(index)
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.start for mention in self.references.mentions]

    @cached_property
    def _longest(self) -> int:
        return max((mention.end - mention.start for mention in self.references.mentions), default=0)

    def resolve(self, span: Span) -> Mention | None:
        said = self.text[span.start : span.end].casefold()
        self.tied = ()
        if said in PRONOUNS:
            return self._pronoun(said, span.start)
        index = self.mention_at(span)
        if index is None:
            return None
        if self.references.chains[self.references.chain_of[index]].label == "description":
            return self._described(index)
        return self.references.fullest(index)

    # -- pronouns

    def _pronoun(self, said: str, place: int) -> Mention | None:
        weights = {chain: weight for chain, weight in self._salience(place).items() if weight > 0}
        fitting = {chain: weight * self._fit(said, chain) for chain, weight in weights.items()}
        meant = self._clear_best(fitting)
        if meant is not None and meant.label == "person" and said in _MALE | _FEMALE:
            chain = self.references.chain_of[self.references.index_of[meant.mention_id]]
            self._told.setdefault(chain, "male" if said in _MALE else "female")
        return meant

    def _gender(self, chain: int) -> str | None:
        """A chain's gender by its names and titles, else by the first pronoun that stood for it."""
        return self.references.chains[chain].gender or self._told.get(chain)

    def _fit(self, said: str, chain: int) -> float:
        """How well a chain agrees with a pronoun in kind, gender and number."""
        one = self.references.chains[chain]
        plural = any(self.references.details[member].plural for member in one.members)
        if said in _MALE | _FEMALE:
            gender = "male" if said in _MALE else "female"
            if one.label not in ("person", "description") or (one.label == "description" and plural):
                return 0.0
            if one.label == "description" and not self._is_person(one.name):
                return 0.0
            known = self._gender(chain)
            return 0.0 if known not in (None, gender) else 1.0 if known else _UNSURE_GENDER
        if said in _THING:
            if one.label == "person" or (one.label == "description" and self._is_person(one.name)):
                return 0.0
            return 1.0 if one.label in ("organisation", "description", "force", "group") else 0.5
        if one.label in ("group", "force"):
            return 1.0
        if one.label == "description":
            return 1.0 if plural else 0.0
        return 0.6 if one.label == "organisation" else 0.2 if one.label == "place" else 0.0

    def _is_person(self, description: str) -> bool:
        return any(word.casefold() in words("roles", "heads") for word in _WORD.findall(description))

    def _salience(self, place: int) -> dict[int, float]:
        now = self._sentence_at(place)
        weights: dict[int, float] = {}
        first, last = bisect_left(self._sentence_numbers, now - _HORIZON), bisect_left(self._starts, place)
        for index in range(first, last):
            detail = self.references.details[index]
            distance = now - self._sentence_numbers[index]
            weight = _SUBJECT if detail.subject else _OTHER
            if self._is_quoted(detail.span.start):
                weight *= _QUOTED_SHARE
            chain = self.references.chain_of[index]
            weights[chain] = weights.get(chain, 0.0) + weight * _DECAY**distance
        for at, chain in reversed(self.spoken):
            distance = now - self._sentence_at(at)
            if distance > _HORIZON:
                break
            if at < place:
                weights[chain] = weights.get(chain, 0.0) + _SPEAKER * _DECAY**distance
        return weights

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sorted({detail.sentence for detail in self.references.details})

    @cached_property
    def _sentence_numbers(self) -> list[int]:
        numbers = {sentence: number for number, sentence in enumerate(self._sentences)}
        return [numbers[detail.sentence] for detail in self.references.details]

    def _sentence_at(self, place: int) -> int:
        index = bisect_left(self._starts, place)
        if index == 0:
            return 0
        paragraph = self._paragraph_of(place)
        number = self._sentence_numbers[index - 1]
        same = self._paragraph_of(self._starts[index - 1]) == paragraph
        breaks = any(mark in self.text[self._starts[index - 1] : place] for mark in (". ", "? ", "! ", ".” ", '." '))
        return number + (1 if not same or breaks else 0)

    def _paragraph_of(self, place: int) -> int:
        return bisect_left(self._paragraph_starts, place + 1)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _quoted(self) -> list[Span]:
        return [
            quotation.outer.shifted(paragraph.start)
            for paragraph in self.paragraphs
            for quotation in quotations(plain(self.text[paragraph.start : paragraph.end]))
            if quotation.depth == 0 and not quotation.single
        ]

    def _is_quoted(self, place: int) -> bool:
        index = bisect_left(self._quoted, (place + 1, place + 1)) - 1
        return index >= 0 and self._quoted[index].end > place

    def _clear_best(self, weights: dict[int, float]) -> Mention | None:
        ranked = sorted(((weight, -chain) for chain, weight in weights.items() if weight > 0), reverse=True)
        good = [-chain for weight, chain in ranked if weight >= _MARGIN * ranked[0][0]]
        if len(good) > 1:
            self.tied = tuple(self.references.mentions[self.references.chains[chain].members[0]] for chain in good)
        return self._meant(good[0]) if len(good) == 1 else None

    def _meant(self, chain: int) -> Mention:
        """The fullest name of a chain; of a description, what it in turn stands for."""
        first = self.references.chains[chain].members[0]
        if self.references.chains[chain].label == "description":
            return self._described(first)
        return self.references.fullest(first)

    # -- descriptions

    def _described(self, index: int) -> Mention:
        """The person or thing a description stands for; the description's own first mention if nobody else."""
        mention = self.references.mentions[index]
        first_word = mention.text.split()[0].casefold()
        own = self.references.mentions[self.references.chains[self.references.chain_of[index]].members[0]]
        if first_word in words("roles", "indefinite") or (
            self.references.details[index].plural and not label_of(_last_word(mention.name))
        ):
            return own
        return (
            self._holder_of_role(index, "classes")
            or self._antecedent(index)
            or self._earlier_description(index)
            or self._holder_of_role(index, "wide_classes")
            or self._just_heard(index)
            or own
        )

    def _holder_of_role(self, index: int, table: str) -> Mention | None:
        """The person whose title is of the description's class; of a wide class only the countries tell, or recency."""
        description = self.references.mentions[index].name
        classes, states = role_classes(description, table), self._states(description)
        if not self._is_person(description) or (
            table == "wide_classes" and not states and len(description.split()) > 1
        ):
            return None
        place = self.references.mentions[index].start
        fitting: dict[int, float] = {}
        salience = self._salience(place)
        for number, chain in enumerate(self.references.chains):
            if chain.label != "person":
                continue
            gender = self.references.details[index].gender
            if gender and chain.gender not in (None, gender):
                continue
            for role in chain.roles:
                score = self._role_match(classes, states, role, table)
                if score:
                    fitting[number] = max(fitting.get(number, 0.0), score * (0.2 + salience.get(number, 0.0)))
        return self._clear_best(fitting)

    def _role_match(self, classes: frozenset[str], states: frozenset[str], role: str, table: str) -> float:
        theirs = self._states(role)
        if not classes & role_classes(role, table) or (states and theirs and not states & theirs):
            return 0.0
        return 3.0 if states & theirs else 1.0

    def _states(self, said: str) -> frozenset[str]:
        """Countries and organisations named in a title or description."""
        names = set()
        for word in _WORD.findall(said.replace("’s", "").replace("'s", "")):
            if word[:1].isupper():
                names.add(state_of(word) or word)
        return frozenset(
            name
            for name in names
            if name.casefold() not in words("roles", "heads") and name.casefold() not in words("roles", "modifiers")
        )

    def _just_heard(self, index: int) -> Mention | None:
        """'The Israeli leader' right after a person without a title who spoke in the same paragraph."""
        mention = self.references.mentions[index]
        if not self._is_person(mention.name) or mention.text.split()[0].casefold() != "the" or not self.spoken:
            return None
        place, number = self.spoken[-1]
        chain, gender = self.references.chains[number], self.references.details[index].gender
        near = self._paragraph_of(place) == self._paragraph_of(mention.start) and place < mention.start
        fits = chain.label == "person" and not chain.roles and (not gender or chain.gender in (None, gender))
        return self.references.fullest(chain.members[0]) if near and fits else None

    def _antecedent(self, index: int) -> Mention | None:
        """'the alliance', 'the country': the most salient thing of that kind before."""
        mention = self.references.mentions[index]
        label = label_of(_last_word(mention.name))
        if label is None or len(mention.name.split()) > 2:
            return None
        salience, noun = self._salience(mention.start), _last_word(mention.name)
        return self._clear_best(
            {
                number: weight
                for number, weight in salience.items()
                if (chain := self.references.chains[number]).label == label
                and can_be_called(self.references.fullest(chain.members[0]).name, noun)
            }
        )

    def _earlier_description(self, index: int) -> Mention | None:
        """'The third official' after 'a third senior official': the last description with the same head before."""
        mention = self.references.mentions[index]
        said = set(mention.name.casefold().split())
        for earlier in range(index - 1, -1, -1):
            other = self.references.mentions[earlier]
            if other.label == "description" and said < set(other.name.casefold().split()):
                return other
        return None


def _last_word(description: str) -> str:
    return description.split()[-1].casefold() if description else ""
