"""What stands in for an image: its alternative text or file name, as scraped above the first paragraph."""

from tasks.cleaning.labels import Label, Labels, PageView

ALT_WORDS = 6


def label(page: PageView) -> Labels:
    """Short lines of the head in lower case, or whose every word the headline has."""
    headline = page.headline_key
    if headline is None:
        return {}
    of_headline = set(headline.replace("'", " ").split())
    return {
        index: Label("image_placeholder", "image_alt_text")
        for index in page.head
        if page.free[index] and _is_alt(page, index, of_headline)
    }


def _is_alt(page: PageView, index: int, of_headline: set[str]) -> bool:
    line = page.lines[index]
    if not 0 < len(line.words) <= ALT_WORDS or line.ends_sentence:
        return False
    words = {word.casefold() for word in line.words}
    return words <= of_headline or (line.text == line.text.lower() and bool(words & of_headline))
