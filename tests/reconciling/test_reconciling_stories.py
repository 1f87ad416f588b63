"""Articles to stories."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.reconciling.linkage import average_linkage
from tasks.reconciling.stories import group, likelihood
from tasks.reconciling.story_text import StoryText
from tasks.reconciling.words import weight

BARGE = "TOLLAN — A barge ran aground off Tollan on Tuesday. Harbour master Ilse Brandt closed the Tollan channel."
TUGS = "Two tugs freed the barge off Tollan. The channel is open, said Ilse Brandt, who runs the harbour of Tollan."
SCHOOL = "CORVAN — Teachers in Corvan ended a walkout on Tuesday. Petra Nowak of the union spoke to parents in Corvan."


def story(key: str, text: str, day: int = 1, headline: str | None = None) -> StoryText:
    return StoryText.of(key, date(2031, 3, day), headline, text)


def test_articles_on_one_event_are_one_story_and_others_are_not() -> None:
    texts = [story("a", BARGE), story("b", TUGS, 2), story("c", SCHOOL)]
    assert group(texts) == [["a", "b"], ["c"]]


def test_time_makes_a_story_less_likely() -> None:
    near = likelihood(story("a", BARGE), story("b", TUGS, 2))
    far = likelihood(story("a", BARGE), StoryText.of("b", date(2033, 3, 1), None, TUGS))
    assert near > far


def test_the_outlet_in_a_headline_is_no_name_of_the_story() -> None:
    page = story("a", BARGE, headline="Barge freed - KXYZ News 5 Tollan")
    assert page.headline == {"barge", "freed"}
    assert "kxyz" not in page.names


def test_who_reports_two_events_does_not_make_them_one() -> None:
    told = "TOLLAN (Lanternmark News Agency) — {} Lanternmark News Agency spoke to people there."
    assert "lanternmark" not in story("a", told.format(BARGE)).names
    assert likelihood(story("a", told.format(BARGE)), story("b", told.format(SCHOOL))) == likelihood(
        story("a", told.format(BARGE).replace("Lanternmark News Agency", "Reuters")),
        story("b", told.format(SCHOOL).replace("Lanternmark News Agency", "Reuters")),
    )


def test_a_telling_number_makes_two_articles_meet_and_a_round_one_does_not() -> None:
    march, crowd = "organisers counted {} people.", "a crowd of {} walked to the port."
    for number, met in (("21,459", True), ("20,000", False), ("2031", False), ("$21,459", False)):
        texts = [story("a", march.format(number)), story("b", crowd.format(number))]
        assert bool(texts[0].figures & texts[1].figures) is met


def test_other_victims_or_another_block_make_one_event_less_likely() -> None:
    told = "TOLLAN — A {}-year-old man was shot in the {} block of Pier Road in Tollan, said Ilse Brandt."
    report = story("a", told.format(34, 2500))
    same = likelihood(report, story("b", told.format(34, "2,500")))
    older, elsewhere = (likelihood(report, story("b", told.format(*one))) for one in ((61, 2500), (34, 900)))
    unsaid = likelihood(report, story("b", "TOLLAN — A man was shot in Pier Road in Tollan, said Ilse Brandt."))
    assert older < unsaid < same
    assert elsewhere < unsaid


def test_two_kinds_of_occurrence_in_one_town_are_hardly_one_story() -> None:
    slide = (
        "TOLLAN — A landslide buried the lower quarter of Tollan on Tuesday, said Ilse Brandt of the Tollan council."
    )
    blast = "TOLLAN — A car bombing hit the market of Tollan on Tuesday, said Ilse Brandt of the Tollan council."
    flood = "TOLLAN — Floods filled the lower quarter of Tollan on Tuesday, said Ilse Brandt of the Tollan council."
    odds = [1 / likelihood(story("a", slide), story("b", other)) - 1 for other in (flood, blast)]
    assert odds[1] > 10 * odds[0]


def test_words_of_grammar_tell_nothing_and_rare_names_most() -> None:
    assert weight("the") == 0 < weight("police") < weight("chicago") < weight("tollan")


def test_likelihood_is_symmetric() -> None:
    left, right = story("a", BARGE), story("b", SCHOOL, 5)
    assert likelihood(left, right) == pytest.approx(likelihood(right, left))


@settings(max_examples=60, deadline=None)
@given(
    scores=st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("efgh")), st.floats(0.01, 1.0), max_size=12
    ),
    seed=st.randoms(),
)
def test_linkage_does_not_depend_on_order_and_loses_nobody(scores: dict[tuple[str, str], float], seed: object) -> None:
    members = list("abcdefgh")
    first = average_linkage(members, scores, 0.3)
    seed.shuffle(members)  # type: ignore[attr-defined]
    assert average_linkage(members, dict(reversed(scores.items())), 0.3) == first
    assert sorted(one for cluster in first for one in cluster) == list("abcdefgh")
