"""Near copies of articles."""

from tasks.reconciling.copies import CopyText, copies, pairs_with_one_text

STORY = (
    "A grain barge ran aground on the Tollan sandbank before dawn and spilled diesel into the estuary. "
    "Harbour master Ilse Brandt closed the channel to traffic until two tugs had pulled the hull free. "
    "The crew of four was taken ashore by lifeboat and nobody was hurt, the coastguard said in a statement. "
)
OTHER = (
    "Teachers in the Corvan valley ended a six week walkout after the region offered a pay rise of four percent. "
    "Classes resume on Monday and missed exams follow in July, union leader Petra Nowak told parents at a meeting. "
)
FURNITURE = (
    "Subscribe to our newsletter and get the best of the harbour delivered to your inbox every morning. "
    "Click here to download the app and follow us on Facebook for alerts about storms and tides near you. "
    "\nTop ten beaches of the north coast that are worth a visit when the herring is in season again\n"
)


def found(*articles: tuple[str, str]) -> list[tuple[str, str]]:
    return copies(CopyText.of(str(index), headline, text) for index, (headline, text) in enumerate(articles))


def test_a_cut_and_a_rewritten_copy_are_found() -> None:
    cut = STORY.split("The crew")[0]
    rewritten = STORY.replace("before dawn", "on Tuesday").replace("Harbour master Ilse Brandt", "Officials")
    articles = [("Barge aground", STORY), ("Grain barge aground", cut), ("Estuary barge spill", rewritten)]
    assert found(*articles) == [("0", "1"), ("0", "2"), ("1", "2")]


def test_two_reports_of_one_event_in_their_own_words_are_no_copies() -> None:
    own = "Two tugs freed a barge from the Tollan sandbank. Diesel leaked into the estuary; a lifeboat took the crew."
    assert found(("Barge aground", STORY), ("Barge freed", own)) == []


def test_pages_that_share_only_their_furniture_are_no_copies() -> None:
    assert found(("Barge aground", STORY + FURNITURE), ("Walkout ends", OTHER + FURNITURE)) == []


def test_a_page_that_does_not_tell_its_headline_has_no_text_to_copy() -> None:
    articles = [("Mayor of Delmont resigns", STORY), ("Flood closes Rennick school", STORY)]
    assert found(*articles) == []
    assert found(("Barge runs aground in estuary", STORY), ("Barge runs aground", STORY)) == [("0", "1")]


def test_articles_with_one_passage_in_common_are_not_one_text() -> None:
    texts = (STORY + OTHER, OTHER.replace("Teachers", "Nurses").replace("Classes", "Wards") + STORY.split("Harbour")[0])
    left, right = (CopyText.of(str(index), None, text) for index, text in enumerate(texts))
    some = [["0", "1"] for _ in range(12)]  # holders of each of a dozen runs of words
    assert pairs_with_one_text({"0": left, "1": right}, some) == []
    assert pairs_with_one_text({"0": left, "1": right}, some, share=0.08) == [("0", "1")]


def test_an_article_that_repeats_a_caption_does_not_copy_it() -> None:
    caption = "The barge lies on the Tollan sandbank in the early morning of Tuesday. "
    assert found(("Barge aground", STORY + caption * 4), ("Barge on sandbank", OTHER + caption * 4)) == []


def test_reports_that_share_a_public_speech_are_independent() -> None:
    speech = (
        "“We will not rest until the last drop of diesel is out of this estuary and the channel is safe,” she said. "
    )
    texts = [("Barge aground", STORY + speech * 2), ("Walkout ends", OTHER + speech * 2)]
    independent = [CopyText.of(str(at), *page, quotations=False) for at, page in enumerate(texts)]
    assert found(*texts) != []
    assert copies(independent) == []
