"""Outlets and agencies that the registry does not know: by the form of their names, as English-language titles go."""

import re

from tasks.reference import outlets
from tasks.reference.outlets import Outlet
from tasks.reference.spans import Span

# Last words that make a capitalised name a title of the press wherever it stands. Words that as often end the name of
# an office, a company or a club (Agency, Standard, Review, Star) are left out: such a title counts only where the text
# says what it is (a dateline, a source line).
_AGENCY = r"(?:News|Press) (?:Agency|Service|Association)|Newswire|Wire Service"
_TITLE = (
    r"Times|Post|News|Herald|Tribune|Gazette|Chronicle|Journal|Telegraph|Observer|Courier|Dispatch|Examiner|Inquirer|"
    r"Sentinel|Bulletin|Argus|Radio|TV|Television|Daily|Weekly"
)
_NAME = re.compile(rf"\b(?:[A-Z][\w'’&-]{{0,25}} ){{1,3}}(?:{_AGENCY}|{_TITLE})(?:['’]s)?(?![\w-]| [A-Z])")
_IS_AGENCY = re.compile(rf"(?:{_AGENCY})$")
_ARTICLE = re.compile(r"^[Tt]he ")


def outlet_of(name: str) -> Outlet:
    """The registry's outlet of this name, or one made of the name alone: an agency if it is called so."""
    name = " ".join(name.split())
    if known := outlets.find(name):
        return known
    bare = _ARTICLE.sub("", name)
    return Outlet(
        key=f"named {bare.casefold()}",
        name=bare,
        aliases=(),
        domains=(),
        kind="agency" if _IS_AGENCY.search(bare) else "newspaper",
        country=None,
        owner=None,
        common_word=False,
    )


def mentioned(text: str) -> list[tuple[Span, Outlet]]:
    """Outlets named in running text, in order: those of the registry, and names in the form of a title. Linear."""
    found = outlets.mentioned(text)
    taken = [span for span, _ in found]
    for match in _NAME.finditer(text):
        words = re.sub(r"['’]s$", "", match[0])
        bare = _ARTICLE.sub("", words)
        span = Span(match.end() - len(match[0]) + len(words) - len(bare), match.start() + len(words))
        if " " in bare and not any(span.overlaps(other) for other in taken):
            found.append((span, outlet_of(bare)))
    return sorted(found, key=lambda one: one[0])
