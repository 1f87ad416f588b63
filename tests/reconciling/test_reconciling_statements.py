"""Statements to facts."""

from newsdesk import Desk, fact_of

WORDS = "We will share every chart and every radio with the harbours along the strait until the last boat is home"
PLACE = "The fisheries summit in Tromso ended without a deal on the herring quota."


def said(desk: Desk, words: str, speaker: str = "Maren Lindqvist", **columns: object) -> str:
    page = desk.page(f"{PLACE} “{words},” {speaker} said.")
    return page.said(words, page.name(speaker), **columns)


def test_the_same_words_in_two_outlets_are_one_fact() -> None:
    desk = Desk()
    left, right = said(desk, WORDS), said(desk, WORDS.replace("chart and", "chart, and"))
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
    assert (fact_of(found, left).verdict, {row.variant for row in found.evidence}) == ("agreed", {None})


def test_altered_and_cut_words_are_variants_with_a_word_diff() -> None:
    desk = Desk()
    said(desk, WORDS)
    said(desk, WORDS)
    altered = said(desk, WORDS.replace("the harbours", "the ports and harbours"))
    cut = said(desk, "We will share every chart and every radio with the harbours")
    found = desk.reconciled()
    variants = {row.claim_id: row.variant for row in found.evidence}
    assert fact_of(found, altered) == fact_of(found, cut)
    assert fact_of(found, altered).verdict == "compatible"
    assert "the {+ports and+} harbours" in (variants[altered] or "")
    assert (variants[cut] or "").endswith("[-along the strait until the last boat is home-]")


def test_similar_words_of_two_speakers_stay_apart() -> None:
    desk = Desk()
    left, right = said(desk, WORDS), said(desk, WORDS, "Jens Aalto")
    found = desk.reconciled()
    assert fact_of(found, left) != fact_of(found, right)
    assert [(row.rule, row.ruling) for row in found.decisions] == [("other_speaker", "not_comparable")]


def test_words_of_nobody_known_join_no_two_speakers_and_neither_of_them() -> None:
    desk = Desk()
    short = WORDS.removesuffix(" until the last boat is home")
    left, right = said(desk, WORDS), said(desk, WORDS, "Jens Aalto")
    open_page = desk.page(f"{PLACE} “{short},” a skipper said.")
    nobody = open_page.said(short, None, speaker_text="a skipper")
    found = desk.reconciled()
    assert len({fact_of(found, one).fact_id for one in (left, right, nobody)}) == 3


def test_the_same_words_weeks_apart_are_two_utterances() -> None:
    desk = Desk()
    left = said(desk, WORDS)
    page = desk.page(f"A dry dock opened in Gdansk. “{WORDS},” Maren Lindqvist said.", "2031-08-02")
    right = page.said(WORDS, page.name("Maren Lindqvist"))
    found = desk.reconciled()
    assert fact_of(found, left) != fact_of(found, right)


def test_a_statement_repeated_in_one_article_is_single() -> None:
    desk = Desk()
    page = desk.page(f"Lindqvist: {WORDS} soon. {PLACE} “{WORDS} now,” Maren Lindqvist said.")
    speaker = page.name("Maren Lindqvist")
    left, right = page.said(f"{WORDS} soon", speaker), page.said(f"{WORDS} now", speaker)
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
    assert fact_of(found, left).verdict == "single"


def test_the_same_words_say_who_a_pronoun_means() -> None:
    desk = Desk()
    named = said(desk, WORDS)
    page = desk.page(f"{PLACE} Jens Aalto was there. “{WORDS},” he said.")
    unsure = page.said(WORDS, page.name("Jens Aalto"), speaker_text="he")
    found = desk.reconciled()
    assert fact_of(found, unsure) == fact_of(found, named)
    assert fact_of(found, named).label.startswith("Maren Lindqvist: ")


def test_a_quotation_that_joins_two_utterances_has_the_shorter_as_a_part() -> None:
    desk = Desk()
    second = "This is a good day for the sailors of the strait"
    whole = said(desk, f"{second}. {WORDS}")
    part, other = said(desk, second), said(desk, WORDS)
    found = desk.reconciled()
    assert fact_of(found, whole) == fact_of(found, other) != fact_of(found, part)
    (relation,) = found.fact_relations
    assert (relation.relation, relation.claim_id) == ("part_of", whole)
    assert (relation.left_id, relation.right_id) == (fact_of(found, part).fact_id, fact_of(found, whole).fact_id)


def test_words_between_the_marks_are_one_utterance_whatever_stands_around_them() -> None:
    desk = Desk()
    quoted = "“every chart and every radio will be shared this year"
    page = desk.page(f"{PLACE} Maren Lindqvist said that even after the storm {quoted}”.")
    left = page.said(f"even after the storm {quoted}", page.name("Maren Lindqvist"), kind="mixed")
    page = desk.page(f"{PLACE} Maren Lindqvist said despite what the ports had feared in spring {quoted}”.")
    right = page.said(
        f"despite what the ports had feared in spring {quoted}", page.name("Maren Lindqvist"), kind="mixed"
    )
    found = desk.reconciled()
    assert fact_of(found, left) == fact_of(found, right)
