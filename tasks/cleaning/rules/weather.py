"""The reader's weather, place and day in a page's header: "7 °C / Tromsø / Sunday, 6 March"."""

import re

from tasks.cleaning.labels import Label, Labels, PageView

_TEMPERATURE = re.compile(r"[-−+]?\d{1,3}(\.\d)? ?(°|º)? ?[cf]?(?<=[°ºcf])")
NEIGHBOURS = 2  # the place stands beside the temperature
PLACE_WORDS = 4


def label(page: PageView) -> Labels:
    """A temperature on its own line, and a place name on a line beside it."""
    labels: dict[int, Label] = {}
    for index, line in enumerate(page.lines):
        if line.is_short and _TEMPERATURE.fullmatch(line.key):
            labels[index] = Label("page_header", "weather")
            labels |= {near: Label("page_header", "weather_place") for near in _places(page, index)}
    return labels


def _places(page: PageView, index: int) -> list[int]:
    near = range(max(0, index - 1), min(len(page.lines), index + NEIGHBOURS))
    return [other for other in near if other != index and _is_place(page, other)]


def _is_place(page: PageView, index: int) -> bool:
    line = page.lines[index]
    words = line.words
    return (
        0 < len(words) <= PLACE_WORDS
        and not line.ends_sentence
        and all(word[0].isupper() or len(word) < 4 for word in words)
        and not any(character.isdigit() for character in line.text)
    )
