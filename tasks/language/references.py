"""Who is meant: the names of one article joined to those they stand for, descriptions and pronouns resolved."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from rapidfuzz.fuzz import ratio

from tasks.language.article import ArticleText
from tasks.language.gazetteer import state_of
from tasks.language.lexicon import lexicon, words
from tasks.reference.ids import mention_id
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention, MentionLabel

# A slip of the pen keeps the first letters; 75 of 100 is one changed letter in four (Indel similarity, rapidfuzz).
_SAME_START = 4
_ALIKE = 75.0
# An article that names more people of one surname is a list of them: each further one is taken for somebody else.
_MOST_NAMESAKES = 50


@dataclass(frozen=True)
class Reference:
    """One mention in the article with what resolution needs to know of it."""

    span: Span
    label: MentionLabel | None
    name: str
    role: str | None
    gender: str | None
    plural: bool
    subject: bool
    sentence: tuple[int, int]
    rule: str


@dataclass
class Chain:
    """The mentions of one thing, in order of the text."""

    members: list[int] = field(default_factory=list)
    label: MentionLabel = "person"
    name: str = ""
    roles: list[str] = field(default_factory=list)
    gender: str | None = None


@dataclass(frozen=True)
class References:
    """The mentions of one article and the chains they form."""

    mentions: tuple[Mention, ...]
    details: tuple[Reference, ...]
    chain_of: tuple[int, ...]
    chains: tuple[Chain, ...]

    @classmethod
    def of(cls, article: ArticleText, found: Iterable[Reference]) -> "References":
        kept = _without_overlaps(sorted(found, key=lambda one: (one.span.start, -one.span.end)))
        kept = _labelled(kept)
        chains, chain_of = _chains(kept, _appositions(article, kept))
        mentions = tuple(_mention(article, one) for one in kept)
        return cls(mentions, tuple(kept), tuple(chain_of), tuple(chains))

    def fullest(self, index: int) -> Mention:
        """The mention of the same thing with the fullest name.

        That is the one of most words; of spellings, the one with a title, then the most frequent; then the earliest.
        """
        return self.mentions[self._fullest[self.chain_of[index]]]

    @cached_property
    def _fullest(self) -> list[int]:
        return [self._fullest_of(chain.members) for chain in self.chains]

    def _fullest_of(self, members: Sequence[int]) -> int:
        named = [member for member in members if self.details[member].label != "description"] or members
        spelt = Counter(self.details[member].name for member in named)

        def fullness(member: int) -> tuple[int, bool, int, int]:
            one = self.details[member]
            return len(one.name.split()), one.role is not None, spelt[one.name], -member

        return max(named, key=fullness)

    @cached_property
    def index_of(self) -> dict[str, int]:
        return {mention.mention_id: index for index, mention in enumerate(self.mentions)}


def _without_overlaps(found: Sequence[Reference]) -> list[Reference]:
    """Names do not overlap each other, nor do descriptions; a name may stand inside a description."""
    kept: list[Reference] = []
    ends = {True: -1, False: -1}
    for one in found:
        described = one.label == "description"
        if one.span.start >= ends[described]:
            ends[described] = one.span.end
            kept.append(one)
    return kept


def _labelled(found: Sequence[Reference]) -> list[Reference]:
    """Names of unknown kind take the kind of their namesake elsewhere in the article, or go."""
    full = [one.name for one in found if one.label == "person" and " " in one.name]
    surnames = {name.split()[-1].casefold() for name in full}
    firsts = {name.casefold() for name in full}
    kinds: dict[str, MentionLabel] = {}
    for one in found:
        if one.label is not None and one.label != "description":
            kinds.setdefault(one.name.casefold(), one.label)
    kept = []
    for one in found:
        key = one.name.casefold()
        if one.label == "description" or one.rule in ("gazetteer", "demonym"):
            kept.append(one)
        elif key in surnames or key in firsts:
            kept.append(replace(one, label="person", rule=one.rule if one.label == "person" else "namesake"))
        elif one.label is None and key in kinds:
            kept.append(replace(one, label=kinds[key], rule="namesake"))
        elif one.label is not None:
            kept.append(one)
    return kept


def _mention(article: ArticleText, one: Reference) -> Mention:
    assert one.label is not None
    raw = article.alignment.to_raw(one.span)
    return Mention(
        mention_id=mention_id(article.article_id, *raw, one.label),
        article_id=article.article_id,
        text=article.text[one.span.start : one.span.end],
        start=one.span.start,
        end=one.span.end,
        raw_start=raw.start,
        raw_end=raw.end,
        label=one.label,
        name=one.name,
        role=one.role if one.label == "person" else None,
        rule=one.rule,
    )


def _appositions(article: ArticleText, found: Sequence[Reference]) -> dict[int, int]:
    """Descriptions set beside the person they describe ("the NATO chief, Jens Stoltenberg"): description to person."""
    beside: dict[int, int] = {}
    by_start = {one.span.start: index for index, one in enumerate(found) if one.label == "person"}
    by_end = {one.span.end: index for index, one in enumerate(found) if one.label == "person"}
    for index, one in enumerate(found):
        if one.label == "description" and not one.plural:
            for gap in (1, 2):
                if (person := by_start.get(one.span.end + gap)) is not None and not article.text[
                    one.span.end : one.span.end + gap
                ].strip(" ,"):
                    beside[index] = person
                if (person := by_end.get(one.span.start - gap)) is not None and article.text[
                    one.span.start - gap : one.span.start
                ].strip() == ",":
                    beside[index] = person
    return beside


def _chains(found: Sequence[Reference], beside: dict[int, int]) -> tuple[list[Chain], list[int]]:
    chains: list[Chain] = []
    chain_of: list[int] = []
    by_name: dict[tuple[str, str], int] = {}
    people = _People.of(found)
    for index, one in enumerate(found):
        named = beside.get(index, index)
        key = _key(found[named], named, people)
        if key not in by_name:
            by_name[key] = len(chains)
            chains.append(Chain(label=one.label or "person"))
        number = by_name[key]
        chain = chains[number]
        chain.members.append(index)
        chain.gender = chain.gender or one.gender
        chain.name = chain.name or one.name
        if one.label == "person" or index in beside:
            chain.label = "person"
        if one.role and chain.label == "person":
            chain.roles.append(one.role)
        chain_of.append(number)
    return chains, chain_of


@dataclass(frozen=True)
class _People:
    """The full names of an article's people: (first place, name) by surname, names by first word and by the start of
    the surname, each in order of the text."""

    by_surname: dict[str, list[tuple[int, str]]]
    by_first: dict[str, list[str]]
    by_start: dict[str, list[str]]

    @classmethod
    def of(cls, found: Sequence[Reference]) -> "_People":
        people = cls(defaultdict(list), defaultdict(list), defaultdict(list))
        for index, one in enumerate(found):
            if one.label == "person":
                people._add(index, one.name)
        return people

    def _add(self, index: int, name: str) -> None:
        parts = _name_words(name)
        namesakes = self.by_surname[parts[-1]] if len(parts) > 1 else []
        if len(parts) < 2 or len(namesakes) >= _MOST_NAMESAKES or any(_same_person(one, name) for _, one in namesakes):
            return
        namesakes.append((index, name))
        self.by_first[parts[0]].append(name)
        self.by_start[parts[-1][:_SAME_START]].append(name)


@lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    parts = tuple(word.casefold().strip(".") for word in name.split())
    suffixes = {suffix.casefold().strip(".") for suffix in words("names", "suffixes")}
    return tuple(part for part in parts if part not in suffixes) or parts


def _same_person(left: str, right: str) -> bool:
    """Whether two full names are forms of one: the same ends, one within the other, or a given name misspelt."""
    a, b = _name_words(left), _name_words(right)
    if a[-1] == b[-1] and (a[0] == b[0] or (a[0][0] == b[0][0] and ratio(a[0], b[0]) >= _ALIKE)):
        return True
    return set(a) <= set(b) or set(b) <= set(a)


def _key(one: Reference, index: int, people: _People) -> tuple[str, str]:
    if one.label == "description":
        return ("description", f"{one.name.casefold()}")
    if one.label != "person":
        return ("thing", one.name.casefold())
    parts = _name_words(one.name)
    options = people.by_surname.get(parts[-1], [])
    if len(parts) > 1:
        options = [option for option in options if _same_person(option[1], one.name)]
        return ("person", options[0][1].casefold() if options else one.name.casefold())
    options = [option for option in options if one.gender is None or _gender_of(option[1]) in (None, one.gender)]
    before = [option for option in options if option[0] < index]
    chosen = before if len(before) == 1 else options
    if len(chosen) == 1:
        return ("person", chosen[0][1].casefold())
    firsts = {name.casefold() for name in people.by_first.get(parts[0], ())[:_MOST_NAMESAKES]}
    if not options and len(firsts) == 1:
        return ("person", next(iter(firsts)))
    near = people.by_start.get(parts[0][:_SAME_START], ())[:_MOST_NAMESAKES]
    alike = [name for name in near if _misspelt(parts[0], _name_words(name)[-1])]
    if not options and len(alike) == 1:
        return ("person", alike[0].casefold())
    return ("person", one.name.casefold())


def _misspelt(word: str, surname: str) -> bool:
    """Whether a word is a slip for a surname: the same beginning, and few letters changed."""
    return word[:_SAME_START] == surname[:_SAME_START] and ratio(word, surname) >= _ALIKE


def _gender_of(name: str) -> str | None:
    first = name.split()[0]
    female, male = first in words("names", "female"), first in words("names", "male")
    return None if female == male else "female" if female else "male"


def role_classes(role: str, table: str = "classes") -> frozenset[str]:
    """The classes of ``lexicons/roles.toml`` (``table``: "classes" or "wide_classes") that a title falls in."""
    plain = [word for word in role.replace("-", " ").replace("’s", "").replace("'s", "").split() if not state_of(word)]
    said = f" {' '.join(plain).casefold()} "
    return frozenset(
        name for name, members in lexicon("roles")[table].items() if any(f" {member} " in said for member in members)
    )
