"""Who an article credits, where: credit phrases in sentences and credit lines of the whole article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tasks.reconciling.sentences import Sentences
from tasks.reference.outlets import Outlet
from tasks.reference.places import country, fold
from tasks.reference.press_names import mentioned, outlet_of
from tasks.reference.spans import Span

CreditBasis: TypeAlias = Literal["credit line", "told"]

# What may stand between "told" and the outlet's name: "told the Afghan television channel Example News".
_NOUN = (
    r"(?:(?:the|an?|its|public|state|state-run|local|news|television|tv|newspaper|agency|channel|website|broadcaster|"
    r"\w+i|\w+an|\w+ish)\s+){0,4}"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|informed|speaking (?:to|with)|interview (?:with|to)|statement to|remarks to)\s+"
    rf"{_NOUN}$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according to|as per|(?:reported|cited|quoted|said|published|obtained|seen) by|published in|citing|quoting|"
    r"reports? (?:by|from|in)|reporting by|inputs from|source:)\s+"
    rf"(?:an?\s+report\s+(?:by|from|in|of)\s+)?{_NOUN}$",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"^(?:['’]s)?(?:\s+(?:news|agency|newspaper|television|tv|channel|broadcaster|website|magazine|daily)){0,3},?\s+"
    r"(?:(?:has|have|had|also|first|earlier|later)\s+){0,3}"
    r"(?:reported|reports|wrote|writes|said|says|quoted|cited|revealed|learned)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\s*\)?\s*[-–—]")
# "KARSUND (The Quay Lantern) —", "Source: The Quay Lantern": where the form alone says that a name is an outlet's.
_TITLE = r"(?P<name>(?:The )?[A-Z][\w'’&.-]{0,25}(?: (?:of |and )?[A-Z][\w'’&.-]{0,25}){0,4})"
_NAMED_IN_DATELINE = re.compile(rf"^\s*[A-Z][A-Z'’. -]{{2,40}}(?:, [A-Z][\w. ]{{1,30}})? \({_TITLE}\) ?[-–—]")
_NAMED_IN_LINE = re.compile(rf"^\s*(?i:source|agency|from): {_TITLE}\s*$")
_ANAPHOR = re.compile(
    r"^\W*(?:according to (?:the|that|its) (?:report|agency|newspaper|outlet)|"
    r"the (?:report|agency|newspaper|outlet|broadcaster)\b)",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:told this (?:reporter|newspaper|website)|our (?:reporter|correspondent)s?)\b",
    re.IGNORECASE,
)
_OF_TOWN = re.compile(r" of [A-Z][\w'’-]{1,25}")
_LONGEST_CREDIT_LINE = 70
_NEAR = 120  # characters around an outlet's name that are looked at


@dataclass(frozen=True)
class Credit:
    """One outlet credited for what a sentence says; ``outlet`` None: the article's own reporter."""

    outlet: Outlet | None
    basis: CreditBasis


@dataclass(frozen=True)
class Credits:
    """The credits of one article: by sentence number, and for the article as a whole."""

    of_sentence: dict[int, tuple[Credit, ...]]
    of_article: tuple[Credit, ...]

    def all(self) -> tuple[Credit, ...]:
        """Every credit, each once or more."""
        return (*self.of_article, *(credit for some in self.of_sentence.values() for credit in some))


def credits_of(sentences: Sentences, byline: str | None = None) -> Credits:
    """Read an article's credits. A sentence that goes on from "the report" has the credits of the one before.

    An outlet in the byline ("Reuters", "Staff with AFP") is credited for the article as a whole.
    """
    found: dict[int, tuple[Credit, ...]] = {}
    whole = {outlet.key: Credit(outlet, "credit line") for outlet in _of_byline(byline or "")}
    for index, span in enumerate(sentences.spans):
        text = sentences.text[span.start : span.end]
        credits = _in_sentence(text, mentioned(text))
        for outlet in _credit_line(text):
            whole.setdefault(outlet.key, Credit(outlet, "credit line"))
        if not credits and _ANAPHOR.match(text):
            credits = found.get(index - 1, ())
        if credits:
            found[index] = credits
    return Credits(found, tuple(whole[key] for key in sorted(whole)))


def _of_byline(byline: str) -> list[Outlet]:
    """Outlets among the authors. Nobody's name begins with "The", or has "of" and a town behind an outlet's."""
    named = mentioned(byline)
    if byline.startswith("The ") if not named else _OF_TOWN.fullmatch(byline, named[0][0].end):
        return [outlet_of(byline)]
    return [outlet for _, outlet in named]


def credit_of_own(sentence: str, outlet: Outlet) -> tuple[Credit, ...]:
    """What a sentence credits to the outlet that published it ("she told The Quay Lantern"), whatever its name."""
    named = re.finditer(rf"\b{re.escape(outlet.name)}\b", sentence) if not outlet.common_word else ()
    return _in_sentence(sentence, [(Span(match.start(), match.end()), outlet) for match in named])


def _in_sentence(text: str, named: Iterable[tuple[Span, Outlet]]) -> tuple[Credit, ...]:
    found: dict[str, Credit] = {}
    for span, outlet in named:
        before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
        if _TOLD.search(before):
            found.setdefault(outlet.key, Credit(outlet, "told"))
        elif _ACCORDING.search(before) or _REPORTED.match(after):
            found.setdefault(outlet.key, Credit(outlet, "credit line"))
    if _OURS.search(text):
        found[""] = Credit(None, "told")
    return tuple(found[key] for key in sorted(found))


def _credit_line(text: str) -> list[Outlet]:
    """Outlets of a dateline ("KABUL (Reuters) -") or of a line that says nothing else ("Source: AFP")."""
    by_form = _NAMED_IN_DATELINE.match(text) or _NAMED_IN_LINE.match(text)
    if by_form and not country(fold(by_form["name"])):
        return [outlet_of(by_form["name"])]
    found = []
    named = mentioned(text)
    for span, outlet in named:
        if text[: span.start].rstrip().endswith("(") and _DATELINE.match(text[span.end :]) and span.start < _NEAR:
            found.append(outlet)
    line = text.strip()
    if not found and named and len(line) <= _LONGEST_CREDIT_LINE and not line.endswith((".", "?", "!")):
        rest = line
        for _, outlet in named:
            for name in (outlet.name, *outlet.aliases):
                rest = rest.replace(name, " ")
        if not re.sub(
            r"(?i)\b(?:source|sources|with|inputs?|from|by|and|agencies|via|reporting|the|additional)\b|\W", "", rest
        ):
            found = [outlet for _, outlet in named]
    return found
