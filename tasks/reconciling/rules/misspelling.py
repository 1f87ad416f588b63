"""One name in two spellings."""

from tasks.reconciling.names import Name, roles_agree, spelled_alike, transliterations
from tasks.reconciling.rulings import Ruled


def misspelling(left: Name, right: Name) -> Ruled | None:
    """Full names alike word by word, and evidence from context that one person is meant.

    Evidence: one role, in one storyline or where one place is named (every country has a health minister); or one story
    in which no article has both spellings; or one article that has both, where the words differ only in what
    transliteration leaves open. Spelling alone decides nothing.
    """
    if left.kind != right.kind or len(left.words) != len(right.words) or len(left.words) < 2:
        return None
    pairs = list(zip(left.words, right.words, strict=True))
    if not all(spelled_alike(one, two) for one, two in pairs):
        return None
    spelt = f"“{left.text}” and “{right.text}” are spelt alike"
    near = left.lines & right.lines or left.places & right.places
    if near and (role := roles_agree(left.roles, right.roles)):
        return Ruled("same", f"{spelt}, both with the role “{role}”")
    if all(transliterations(one, two) for one, two in pairs if one != two) and left.lines & right.lines:
        return Ruled("same", f"{spelt}, as transliterations of one name in one storyline")
    if left.lines & right.lines and not left.articles & right.articles:
        return Ruled("same", f"{spelt}, in one storyline whose articles have the one or the other")
    return None
