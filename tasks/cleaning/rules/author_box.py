"""The author's box: the name, often twice, and "Jane Doe is a senior journalist at …"."""

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.names import byline_names, is_name
from tasks.cleaning.outlet_words import BIOGRAPHY

_HEADINGS = frozenset({"about the author", "about the authors", "the author", "the authors", "author", "authors"})
BIOGRAPHY_LINES = 4  # lines between a name on its own and the biography that begins with it


def label(page: PageView) -> Labels:
    """Biographies whose subject stands on a line of its own near, or is known as the author; and those name lines."""
    authors = _authors(page)
    labels: dict[int, Label] = dict.fromkeys(
        _under_heading(page, authors), Label("author_biography", "about_the_author")
    )
    for index, line in enumerate(page.lines):
        if not page.free[index] or not line.is_short:
            continue
        name = next((name for name in _names_before(page, index) if _is_biography(line.text, name)), None)
        if name is None and index + BIOGRAPHY_LINES >= page.prose[1]:
            name = next((name for name in authors if _is_biography(line.text, name)), None)
        if name is not None:
            labels[index] = Label("author_biography", "biography")
            labels |= {
                other: Label("author_biography", "author_name")
                for other in range(max(0, index - BIOGRAPHY_LINES), index)
                if page.lines[other].text == name
            }
    return labels


def _names_before(page: PageView, index: int) -> tuple[str, ...]:
    before = page.lines[max(0, index - BIOGRAPHY_LINES) : index]
    return tuple(line.text for line in before if is_name(line.text))


def _authors(page: PageView) -> tuple[str, ...]:
    known = [page.byline] if page.byline else []
    lines = (page.lines[index] for index, label in sorted(page.labels.items()) if label.kind == "byline")
    return tuple(dict.fromkeys([*known, *(name for line in lines for name in byline_names(line.text))]))


def _is_biography(text: str, name: str) -> bool:
    return text.startswith(name) and bool(BIOGRAPHY.match(text[len(name) :]))


def _under_heading(page: PageView, authors: tuple[str, ...]) -> list[int]:
    """Lines that begin with an author's name, directly below "About the author"."""
    found: list[int] = []
    for index, line in enumerate(page.lines):
        below = index > 0 and (index - 1 in found or page.lines[index - 1].key.rstrip(":") in _HEADINGS)
        if below and page.free[index] and line.is_short and line.text.startswith(authors):
            found.append(index)
    return found
