"""Lists of links behind the text: titles under "Related" or "Trending", or several in a row."""

from tasks.cleaning.labels import KEPT, Label, Labels, PageView
from tasks.cleaning.lines import Line

ROW = 3  # titles in a row at the end of a page are links; fewer may be the text's last lines
TITLE_WORDS = 5  # shorter lines in a row may be a list of the article's


def label(page: PageView) -> Labels:
    """Unlabelled, unterminated lines of the tail behind furniture, and titles in a row of at least three."""
    labels: dict[int, Label] = {}
    row: list[int] = []
    behind_furniture = False
    for index in page.tail:
        if not page.free[index]:
            behind_furniture = behind_furniture or page.labels[index].kind not in KEPT
            continue
        if behind_furniture and not page.lines[index].ends_sentence:
            labels[index] = Label("related_link", "behind_furniture")
        row = [*row, index] if _is_title(page.lines[index]) else []
        if len(row) >= ROW and not _introduced(page, row[0]):
            labels |= {found: Label("related_link", "row_of_titles") for found in row}
    return labels


def _is_title(line: Line) -> bool:
    return len(line.words) >= TITLE_WORDS and not line.ends_sentence and not line.is_list_item


def _introduced(page: PageView, index: int) -> bool:
    """Whether the line before ends in a colon: then a list of the article's follows."""
    return index > 0 and page.lines[index - 1].text.endswith(":")
