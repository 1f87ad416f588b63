"""Key words behind the text: "economy, transport, harbour,"."""

from tasks.cleaning.labels import Label, Labels, PageView
from tasks.cleaning.lines import Line

KEYWORD_WORDS = 4  # longest key word of a list
HEADINGS = frozenset({"tags", "tag", "keywords", "key words", "topics", "labels", "filed under", "tagged"})


def label(page: PageView) -> Labels:
    """Comma lists of short terms in the tail, and short lines that follow a heading such as "Tags"."""
    labels: dict[int, Label] = {}
    heading = False
    for index in page.tail:
        line = page.lines[index]
        if not page.free[index]:
            heading = line.key.rstrip(" :") in HEADINGS
        elif _is_list(line) or (heading and len(line.words) <= KEYWORD_WORDS and not line.ends_sentence):
            labels[index] = Label("keyword_list", "keyword_tail")
    return labels


def _is_list(line: Line) -> bool:
    terms = [term.strip() for term in line.text.split(",")]
    if len(terms) < 2 or line.ends_sentence or not line.is_short:
        return False
    return all(len(term.split()) <= KEYWORD_WORDS for term in terms) and (line.text.endswith(",") or len(terms) > 2)
