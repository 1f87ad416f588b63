"""The visible text of an HTML page, rendered once and in one way: raw offsets point into it.

Text nodes in document order, white space collapsed as browsers do, blocks apart by a blank line and
line breaks by a newline. Scripts, styles, templates, comments, form options and embedded objects
show nothing. No styles are read, nothing is executed or fetched.
"""

import sys
from dataclasses import dataclass, field

from lxml import etree

# Elements whose content is not page text (HTML Living Standard: metadata, scripting, embedded, form values).
_UNSEEN_TAGS = (
    "script style template noscript noframes title meta link base iframe object embed applet svg canvas audio video"
    " map select datalist textarea progress meter"
)
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr"
)
_UNSEEN, _INLINE = frozenset(_UNSEEN_TAGS.split()), frozenset(_INLINE_TAGS.split())
_GAPS = ("", " ", "\n", "\n\n")
_NOTHING, _SPACE, _NEW_LINE, _BLANK_LINE = _GAPS


@dataclass(frozen=True)
class Run:
    """Text ``[start, end)`` that stands directly in ``element``."""

    start: int
    end: int
    element: etree._Element


@dataclass(frozen=True)
class Rendering:
    """The visible text and which element each piece of it stands in."""

    text: str
    runs: tuple[Run, ...]


@dataclass
class _Canvas:
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    gap: str = _NOTHING  # white space owed before the next words

    def owe(self, gap: str) -> None:
        self.gap = max(self.gap, gap, key=_GAPS.index)

    def write(self, text: str | None, element: etree._Element) -> None:
        if not text:
            return
        words = text.split()
        if not words:
            self.owe(_SPACE)
            return
        if text[0].isspace():
            self.owe(_SPACE)
        if self.length:
            self._append(self.gap)
        start = self.length
        self._append(" ".join(words))
        self.runs.append(Run(start, self.length, element))
        self.gap = _SPACE if text[-1].isspace() else _NOTHING

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def parse(markup: str) -> etree._Element | None:
    """The page's tree; None if there is no element in it. libxml2 bounds depth and sizes itself."""
    data = markup.encode("utf-8", "replace")
    # By default libxml2 stops at 256 levels, which unclosed tags of old pages reach; with huge_tree it stops at 2048.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def render(root: etree._Element | None, characters: int = sys.maxsize) -> Rendering:
    """The visible text under ``root`` (linear time, no recursion); cut, not at once, when it is over ``characters``."""
    canvas = _Canvas()
    if root is None:
        return Rendering("", ())
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if canvas.length > characters:
            break
        tag = element.tag if isinstance(element.tag, str) else ""
        gap = _NOTHING if tag in _INLINE or tag in _UNSEEN else _NEW_LINE if tag == "br" else _BLANK_LINE
        canvas.owe(gap)
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
            elif tag == "pre":
                _write_lines(canvas, element)
            else:
                canvas.write(element.text, element)
        else:
            parent = element.getparent()
            if parent is not None and element is not root:
                canvas.write(element.tail, parent)
    return Rendering("".join(canvas.parts), tuple(canvas.runs))


def _write_lines(canvas: _Canvas, element: etree._Element) -> None:
    """Preformatted text keeps its lines."""
    for line in (element.text or "").splitlines():
        canvas.write(line, element)
        canvas.owe(_NEW_LINE if line.strip() else _BLANK_LINE)
