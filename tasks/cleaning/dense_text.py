"""Where on a page the text is: the stretch of lines in which prose outweighs everything else.

Maximum subsequence segmentation (Pasternack and Roth, "Extracting Article Text from the Web with
Maximum Subsequence Segmentation", WWW 2009), by lines in place of tokens, with weights by hand in
place of a trained classifier.
"""

from collections.abc import Mapping, Sequence

from tasks.cleaning.lines import PROSE_WORDS, Line
from tasks.tables.blocks import BlockKind

PROSE_CAP = 60  # words; a long paragraph is no better evidence than two
SCRAP, LONG_SCRAP = -6, -3  # an unterminated line that no rule knows; one as long as a sentence
# Furniture that stands within texts weighs little, furniture that stands around them much. Calibrated on the
# rendered text of the benchmark's aeb_dev and fundus_dev: paragraphs are kept and menus are not.
_FURNITURE: Mapping[BlockKind, int] = {
    "navigation": -8, "related_link": -12, "comment_form": -20, "captcha": -20, "copyright": -20, "page_footer": -12,
    "notice": -8, "widget": -8, "keyword_list": -8, "language_switch": -4,
}  # fmt: skip
OTHER_FURNITURE = -1


def densest(lines: Sequence[Line], is_prose: Sequence[bool], kinds: Mapping[int, BlockKind]) -> tuple[int, int]:
    """Index of the first line of the stretch and one past its last; (0, 0) if there is no prose.

    ``kinds``: what is already known of lines, by index. Of equal stretches the first is taken.
    """
    best, best_range = 0, (0, 0)
    total, start = 0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            total, start = 0, index
        total += _weight(line, is_prose[index], kinds.get(index))
        if total > best:
            best, best_range = total, (start, index + 1)
    return best_range[0], _with_lists(lines, kinds, best_range[1]) if best else 0


def _with_lists(lines: Sequence[Line], kinds: Mapping[int, BlockKind], end: int) -> int:
    """``end``, or the end of the lists that follow there, each perhaps with a title."""

    def is_item(index: int) -> bool:
        return index < len(lines) and index not in kinds and lines[index].is_list_item

    while is_item(end) or (end not in kinds and is_item(end + 1) and is_item(end + 2)):
        end += 1
    return end


def _weight(line: Line, is_prose: bool, kind: BlockKind | None) -> int:
    if kind is not None:
        return _FURNITURE.get(kind, OTHER_FURNITURE)
    if is_prose:
        return min(len(line.words), PROSE_CAP)
    if line.ends_sentence:
        return len(line.words)
    if line.is_list_item:
        return 0  # a list within a text is as long as it is
    return SCRAP if len(line.words) < PROSE_WORDS else LONG_SCRAP
