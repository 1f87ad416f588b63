"""Copies: identical text from the same source, whatever the order."""

from itertools import permutations

from tasks.cleaning.copies import ArticlePrint, link, text_print

A = ArticlePrint("a", "s", text_print("text"))
B = ArticlePrint("b", "s", text_print("text"))
OTHER_SOURCE = ArticlePrint("0", "t", text_print("text"))
OTHER_TEXT = ArticlePrint("1", "s", text_print("other"))
UNKNOWN = ArticlePrint("x", None, text_print("text"))
UNKNOWN_TOO = ArticlePrint("y", None, text_print("text"))


def test_the_smallest_id_is_the_original_in_any_order() -> None:
    prints = (A, B, OTHER_SOURCE, OTHER_TEXT, UNKNOWN, UNKNOWN_TOO)
    expected = {"a": None, "b": "a", "0": None, "1": None, "x": None, "y": "x"}
    assert all(link(order) == expected for order in permutations(prints))


def test_another_outlet_with_the_same_wire_text_is_no_copy() -> None:
    assert link([A, OTHER_SOURCE]) == {"a": None, "0": None}
