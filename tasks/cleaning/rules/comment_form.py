"""Fields of a form ("Name:", "Email:"), told from words of an article by their neighbours."""

from itertools import groupby

from tasks.cleaning.furniture import by_phrase, form_fields
from tasks.cleaning.labels import Label, Labels, PageView

_FORM_KINDS = ("comment_form", "captcha", "notice")
FIELDS_OF_A_FORM = 2  # one field alone may be a word of the article


def label(page: PageView) -> Labels:
    """Runs of lines that are all fields or form phrases, at least two of them fields."""
    labels: dict[int, Label] = {}
    for is_form, run in groupby(range(len(page.lines)), lambda index: _is_form(page, index)):
        indices = list(run)
        if is_form and sum(_is_field(page, index) for index in indices) >= FIELDS_OF_A_FORM:
            for index in indices:
                kind = by_phrase(page.lines[index].key)
                labels[index] = Label("captcha" if kind == "captcha" else "comment_form", "form_fields")
    return labels


def _is_field(page: PageView, index: int) -> bool:
    return page.lines[index].key.rstrip(" :*") in form_fields()


def _is_form(page: PageView, index: int) -> bool:
    line = page.lines[index]
    return line.is_short and (_is_field(page, index) or by_phrase(line.key) in _FORM_KINDS)
