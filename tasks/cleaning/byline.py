"""Who wrote an article: manifest, then markup, then the byline or the author's box on the page."""

from collections.abc import Sequence

from tasks.cleaning.evidence import Answer
from tasks.cleaning.labels import PageView
from tasks.cleaning.names import byline_names
from tasks.reference.spans import Span


def answers(given: str | None, markup: str | None, view: PageView) -> Sequence[Answer[str]]:
    """Every byline that is said somewhere, authors separated by a comma."""
    found: list[Answer[str]] = []
    if given:
        found.append(Answer(given, given, "manifest"))
    if markup:
        found.append(Answer(markup, markup, "markup"))
    return [*found, *_on_page(view)]


def _on_page(view: PageView) -> Sequence[Answer[str]]:
    """The first byline; without one, the name in the author's box."""
    named = [(index, label) for index, label in sorted(view.labels.items()) if label.kind == "byline"]
    for index, _ in named:
        line = view.lines[index]
        names = ", ".join(byline_names(line.text))
        if names:
            return [Answer(names, names, "text", line.span, "byline")]
    for index, label in sorted(view.labels.items()):
        if label.reason == "author_name":
            line = view.lines[index]
            return [Answer(line.text, line.text, "text", Span(line.start, line.end), "author's box")]
    return ()
