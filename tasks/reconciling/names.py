"""Names as reconciliation compares them: folded, cut into words, and how alike two spellings are."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from tasks.reference.places import fold
from tasks.tables.entities import EntityKind

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_FEMININE = (
    "a",
    "e",
    "ie",
    "ia",
    "na",
    "ne",
    "ine",
    "ina",
    "ette",
    "elle",
    "le",
    "la",
)  # Paul, Paula; Joseph, Josephine
_SHORTEST_MISSPELT = 4  # in shorter words one letter is the difference between two names (Ali, Ari)
_LONG_WORD = 7  # from here on two slips are likelier than another name (Blinken, Blinking)
_SHORTEST_SKELETON = 3
_REMEMBERED = 65536  # words and names: the same ones are compared again and again


@dataclass(frozen=True)
class Name:
    """One spelling of one name, with the company it keeps.

    ``scope`` limits what it can mean: a bare surname belongs to its article, anything else to the whole lake.
    ``mention_ids`` are sorted; ``roles``, and the ``places`` that its articles name, are folded; ``support`` counts
    articles; it ``acts`` where one of its mentions speaks, acts or holds something.
    """

    key: str
    text: str
    folded: str
    kind: EntityKind
    scope: str | None
    mention_ids: tuple[str, ...]
    articles: frozenset[str]
    lines: frozenset[str]
    roles: frozenset[str]
    places: frozenset[str]
    acts: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        return words_of(self.folded)

    @property
    def support(self) -> int:
        return len(self.articles)


@lru_cache(maxsize=_REMEMBERED)
def words_of(folded: str) -> tuple[str, ...]:
    """The words of a folded name without generational suffixes: "joe biden jr" is ("joe", "biden")."""
    found = tuple(_WORD.findall(folded))
    return tuple(word for word in found if word not in _SUFFIXES) or found


@lru_cache(maxsize=_REMEMBERED)
def acronyms_of(folded: str) -> frozenset[str]:
    """The acronyms a name of several words can have, with and without its small words."""
    words = _WORD.findall(folded)
    if len(words) < 2:
        return frozenset()
    large = [word for word in words if word not in {"of", "the", "and", "for", "in", "on", "to", "de", "du"}]
    return frozenset({"".join(word[0] for word in words), "".join(word[0] for word in large)} - {""})


@lru_cache(maxsize=_REMEMBERED)
def skeleton(word: str) -> str:
    """The consonants of a word as transliterations agree on them: Zabiullah and Zabihullah are both "zbl".

    Vowels, doubled letters, h and w after the first letter go; q, c and ck are k; z is s; v, ph are f. The idea is
    that of Soundex, kept strict: it is used only beside other evidence.
    """
    plain = word.replace("ph", "f").replace("ck", "k").replace("q", "k").replace("x", "ks")
    plain = re.sub(r"c(?=[eiy])", "s", plain).replace("c", "k").replace("v", "f")
    head, tail = plain[:1], re.sub(r"[aeiouyhw]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", head + tail)


@lru_cache(maxsize=_REMEMBERED)
def spelled_alike(left: str, right: str) -> bool:
    """Whether two folded words may be spellings of one name: a slip or two, or two transliterations.

    A feminine form of a name is another name (Daniel, Danielle), and so is any change in a short word.
    """
    if left == right:
        return True
    short, long = sorted((left, right), key=lambda word: (len(word), word))
    if len(short) < _SHORTEST_MISSPELT or any(long == short + ending for ending in _FEMININE):
        return False
    if {short[-1], long[-1]} == {"a", "o"} and short[:-1] == long[:-1]:
        return False  # Maria, Mario
    slips = OSA.distance(short, long)
    if slips <= (2 if len(short) >= _LONG_WORD else 1):
        return True
    bones = skeleton(short)
    return len(bones) >= _SHORTEST_SKELETON and bones == skeleton(long) and slips <= 3


def transliterations(left: str, right: str) -> bool:
    """Whether two words differ only in what transliteration leaves open."""
    bones = skeleton(left)
    return len(bones) >= _SHORTEST_SKELETON and bones == skeleton(right) and spelled_alike(left, right)


_ROLE_ABBREVIATIONS = {
    "sec": "secretary",
    "sect": "secretary",
    "gen": "general",
    "pres": "president",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "min": "minister",
    "pm": "prime minister",
    "fm": "foreign minister",
    "dep": "deputy",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "chief": "head",
    "defence": "defense",
    "us": "us",
}
_EMPTY_IN_ROLES = frozenset({"the", "of", "a", "an", "for", "to", "and", "his", "her", "its", "their", "former", "ex",
                             "mr", "mrs", "ms", "dr", "then", "current", "outgoing", "incoming", "acting"})  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def role_words(role: str) -> frozenset[str]:
    """The words of a role that tell it from others."""
    words = (_ROLE_ABBREVIATIONS.get(word, word) for word in _WORD.findall(fold(role)))
    return frozenset(part for word in words for part in word.split() if part not in _EMPTY_IN_ROLES)


def roles_agree(left: frozenset[str], right: frozenset[str]) -> str | None:
    """A role of one side that a role of the other repeats or shortens; the smallest such, None if none."""
    shared = [
        min(one, two, key=lambda role: (len(role), role))
        for one in left
        for two in right
        if (a := role_words(one)) and (b := role_words(two)) and (a <= b or b <= a)
    ]
    return min(shared, default=None)
