"""Lines that are page furniture by their words alone (``furniture.toml``)."""

from tasks.cleaning.furniture import by_pattern, by_phrase
from tasks.cleaning.labels import Label, Labels, PageView


def label(page: PageView) -> Labels:
    labels: dict[int, Label] = {}
    for index, line in enumerate(page.lines):
        if line.is_short and page.free[index]:
            kind = by_phrase(line.key)
            if kind is not None:
                labels[index] = Label(kind, "furniture_phrase")
            elif (kind := by_pattern(line.key)) is not None:
                labels[index] = Label(kind, "furniture_pattern")
    return labels
