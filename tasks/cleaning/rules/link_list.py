"""Lists of links behind the text: titles under "Related", "Trending", or in a row."""

from tasks.cleaning.labels import KEPT, Label, Labels, PageView

ROW = 3  # unterminated lines in a row at the end of a page are links; fewer may be the text's last lines


def label(page: PageView) -> Labels:
    """Unlabelled, unterminated lines of the tail that follow furniture, or that stand in a row of at least three."""
    labels: dict[int, Label] = {}
    row: list[int] = []
    behind_furniture = False
    for index in page.tail:
        if not page.free[index]:
            behind_furniture = behind_furniture or page.labels[index].kind not in KEPT
        elif not page.lines[index].ends_sentence:
            row.append(index)
            if behind_furniture:
                labels[index] = Label("related_link", "behind_furniture")
        else:
            row = []
        if len(row) >= ROW:
            labels |= {found: Label("related_link", "row_of_links") for found in row}
    return labels
