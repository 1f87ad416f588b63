"""Which outlet published an article: manifest, then address, then markup, then what the page says of itself.

An agency or outlet that the article credits is an origin of its claims, not its source.
"""

import re
from collections.abc import Iterator, Sequence

from tasks.cleaning.evidence import Answer
from tasks.cleaning.labels import PageView
from tasks.cleaning.lines import Line
from tasks.cleaning.outlet_words import EMPLOYMENT, IMPRINT, SELF_DESCRIPTION
from tasks.cleaning.titles import outlet_behind
from tasks.reference import outlets
from tasks.reference.ids import content_id
from tasks.reference.outlets import Outlet
from tasks.reference.spans import Span
from tasks.tables.articles import MetadataBasis
from tasks.tables.sources import Source

NAME_LETTERS = 5  # shorter names and hosts agree by chance
# Last words of outlets' names, for outlets that the registry does not know.
_PRESS_WORDS = (
    r"(?:Times|Post|News|Herald|Tribune|Gazette|Chronicle|Journal|Star|Telegraph|Mail|Observer|Standard|Press|Review|Record"
    r"|Courier|Dispatch|Examiner|Inquirer|Globe|Sentinel|Mirror|Monitor|Agency|Broadcasting|Radio|TV|Television|Media|Magazine"
    r"|Weekly|Daily|Today|Network|Channel|Corporation|Independent|Advertiser|Bulletin|Argus|Sun|World|Report|Wire|Bugle)"
)
_NAMED_LIKE_PRESS = re.compile(
    rf"(?:the )?((?:[A-Z][\w'’&.-]{{0,25}} ){{1,5}}{_PRESS_WORDS}"
    r"(?: (?:Agency|Service|Network|Corporation|Group|Online))?)\b"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by )?(?:the )?"
    r"([^.,|©•·–\n]{2,60})",
    re.IGNORECASE,
)
_YEARS = re.compile(r"[ ,]+\d{4}(?: ?[-–] ?\d{4})?$")
_NOT_A_NAME = re.compile(
    r"\b(?:all rights|reserved|rights|inc|ltd|llc|copyright|this|material|content|may|not)\b.*", re.IGNORECASE
)


def of_name(name: str) -> tuple[str, Source]:
    """The source row of an outlet by name: the registry's, or one made of the name alone."""
    name = " ".join(name.split())
    known = outlets.find(name) or outlets.by_domain(name)
    if known is not None:
        return known.name, of_outlet(known)
    return name, Source(
        source_id=content_id("source", "name", name), name=name, domain=None, kind=None, country=None, owner=None
    )


def of_outlet(outlet: Outlet) -> Source:
    """The source row of a registered outlet: a function of its key alone."""
    return Source(
        source_id=content_id("source", outlet.key),
        name=outlet.name,
        domain=outlet.domains[0],
        kind=outlet.kind,
        country=outlet.country,
        owner=outlet.owner,
    )


def of_host(host: str) -> Source:
    """The source row of a host: the registry's, or one made of the host alone."""
    known = outlets.by_domain(host)
    if known is not None:
        return of_outlet(known)
    return Source(
        source_id=content_id("source", "domain", host), name=host, domain=host, kind="site", country=None, owner=None
    )


def from_name(name: str, basis: MetadataBasis, raw: Span | None = None, how: str = "") -> Answer[Source]:
    """An outlet as named somewhere."""
    shown, source = of_name(name)
    return Answer(source, shown, basis, raw, how)


def from_url(url: str, basis: MetadataBasis = "url") -> Answer[Source] | None:
    """The outlet of a page's address; None for a platform or what is no address."""
    host = outlets.host_of(url)
    if host is None or outlets.is_platform(host):
        return None
    source = of_host(host)
    return Answer(source, source.name, basis, None, "address")


def is_named_in(host: str, name: str) -> bool:
    """Whether a host is plainly the named outlet's own: ``orrin-standard.example``, "The Orrin Standard"."""
    label = "".join(filter(str.isalnum, host.lower().split(".")[-2]))
    bare = "".join(filter(str.isalnum, name.casefold().removeprefix("the ")))
    return len(bare) >= NAME_LETTERS and len(label) >= NAME_LETTERS and (bare in label or label in bare)


def on_page(view: PageView) -> Iterator[Answer[Source]]:
    """What titles, blurbs, copyright lines and biographies say, in this order of trust: the first kind that speaks."""
    for kind, read in (
        ("headline", _behind_headline),
        ("outlet_blurb", _in_blurb),
        ("copyright", _in_copyright),
        ("author_biography", _in_biography),
    ):
        lines = [view.lines[index] for index, label in sorted(view.labels.items()) if label.kind == kind]
        answers = [answer for line in lines for answer in read(line)]
        if answers:
            yield from answers
            return


def _behind_headline(line: Line) -> Sequence[Answer[Source]]:
    behind = outlet_behind(line.text)
    if behind is None:
        return ()
    end, outlet = behind
    return [Answer(of_outlet(outlet), outlet.name, "text", Span(line.start + end, line.end), "behind the headline")]


def _in_blurb(line: Line) -> Sequence[Answer[Source]]:
    offset = len(line.text) - len(line.text.lstrip("•·-–—*►| "))
    described = SELF_DESCRIPTION.match(line.text, offset) or IMPRINT.match(line.text, offset)
    if described is None:
        return ()
    name = described[1]
    where = Span(line.start + described.start(1), line.start + described.end(1))
    known = outlets.mentioned(name)
    if known:
        return [Answer(of_outlet(known[0][1]), known[0][1].name, "text", where, "blurb")]
    return [from_name(name, "text", where, "blurb")] if name[:1].isupper() else ()


def _in_copyright(line: Line) -> Sequence[Answer[Source]]:
    """Agencies put their own line under text that others print, so theirs says nothing."""
    found = _COPYRIGHT.search(line.text[:300])
    name = _NOT_A_NAME.sub("", found[1]).strip(" -–|,") if found else ""
    name = _YEARS.sub("", name)
    if found is None or not name[:1].isupper():
        return ()
    where = Span(line.start + found.start(1), line.start + found.start(1) + len(name))
    answer = from_name(name, "text", where, "copyright line")
    return () if answer.value.kind == "agency" else [answer]


def _in_biography(line: Line) -> Sequence[Answer[Source]]:
    employed = EMPLOYMENT.search(line.text)
    if employed is None:
        return ()
    begin = employed.end()
    rest = line.text[begin:]
    known = outlets.mentioned(rest)
    taken = [span for span, _ in known]
    answers = [
        Answer(of_outlet(outlet), outlet.name, "text", span.shifted(line.start + begin), "biography")
        for span, outlet in known
    ]
    for match in _NAMED_LIKE_PRESS.finditer(rest):
        span = Span(match.start(1), match.end(1))
        if not any(span.overlaps(other) for other in taken):
            answers.append(from_name(match[1], "text", span.shifted(line.start + begin), "biography"))
    return sorted(answers, key=lambda answer: answer.raw or Span(0, 0))
