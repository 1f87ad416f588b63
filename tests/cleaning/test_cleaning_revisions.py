from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.cleaning.addresses import page_address
from tasks.cleaning.notices import notices_on
from tasks.cleaning.revisions import Revision, revise
from tasks.cleaning.versions import VersionPrint, VersionText

TROOPS = (
    "Norway has 450 troops in Mali, the defence minister said on Tuesday. The last of them will leave by June. "
    "Ingrid Solberg told reporters in Oslo that the mission had done what it could."
)
CHANGED = TROOPS.replace("450", "470")
HARBOUR = "Fishermen of the northern coast are to get a new harbour, the council decided after a night of talks."
CORRECTION = "\n\nCorrection: Norway has 470 troops in Mali, not 450."
WITHDRAWN = "This article has been withdrawn because it was published by mistake."
Written = tuple[VersionPrint, VersionText]


def version(article_id: str, text: str = TROOPS, *, page: str | None = None, **columns: object) -> Written:
    """An article of one outlet at one address, each at a path of its own."""
    given_ = {
        "article_id": article_id,
        "copy_of": None,
        "source_id": "courier",
        "url": "https://courier.example/mali",
        "path": f"{article_id}.txt",
        "headline": None,
        "published_on": date(2022, 3, 1),
        "published_at": None,
        "retrieved_at": None,
    }
    return VersionPrint(**(given_ | columns)), VersionText(text, page or text)  # type: ignore[arg-type]


def revised(*written: Written) -> dict[str, Revision]:
    texts = {print_.article_id: text for print_, text in written}
    return revise([print_ for print_, _ in written], lambda wanted: {key: texts[key] for key in wanted})


def chain(*written: Written) -> list[str]:
    """Ids of the versions of the one page that has several, oldest first."""
    placed = revised(*written)
    (newest,) = (key for key, each in placed.items() if each.is_current and each.revision_of)
    found = [newest]
    while before := placed[found[0]].revision_of:
        found.insert(0, before)
    return found


def test_the_newest_version_of_a_page_is_current_and_revises_the_one_before() -> None:
    placed = revised(
        version("a", published_on=date(2022, 3, 3)),
        version("b", CHANGED),
        version("c", CHANGED + " More to come.", published_on=date(2022, 3, 2)),
    )
    assert placed == {
        "a": Revision("c", "updated", True),
        "b": Revision(None, None, False),
        "c": Revision("b", "updated", False),
    }


@pytest.mark.parametrize(
    ("text", "page", "kind"),
    [
        (CHANGED, None, "updated"),
        (CHANGED + CORRECTION, None, "corrected"),
        (CHANGED, CHANGED + "\n\nAn earlier version of this story gave another number.", "corrected"),
        (TROOPS.replace(", ", ",\n").upper(), None, "recrawled"),
        (WITHDRAWN, None, "withdrawn"),
        (CHANGED + "\n\n" + WITHDRAWN.replace("article", "comment"), None, "updated"),
    ],
)
def test_what_a_version_changed(text: str, page: str | None, kind: str) -> None:
    placed = revised(version("a"), version("b", text, page=page, published_on=date(2022, 3, 2)))
    assert placed["b"] == Revision("a", kind, True)  # type: ignore[arg-type]


def test_a_correction_that_was_there_before_is_not_the_change() -> None:
    later = version("b", TROOPS.replace("June", "July") + CORRECTION, published_on=date(2022, 3, 2))
    assert revised(version("a", TROOPS + CORRECTION), later)["b"].revision_kind == "updated"


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({"published_at": datetime(2022, 3, 1, 9, tzinfo=UTC)}, {"published_at": datetime(2022, 3, 1, 10, tzinfo=UTC)}),
        ({"retrieved_at": datetime(2022, 3, 1, tzinfo=UTC)}, {"retrieved_at": datetime(2022, 3, 4, tzinfo=UTC)}),
        ({"published_on": None}, {}),
        ({}, {"text": CHANGED + CORRECTION}),
        ({}, {"text": WITHDRAWN, "published_on": None}),
    ],
)
@pytest.mark.parametrize("ids", ["ab", "ba"])
def test_what_tells_the_newer_version(ids: str, older: dict[str, object], newer: dict[str, object]) -> None:
    first, second = ids
    assert chain(version(first, **older), version(second, **({"text": CHANGED} | newer))) == [first, second]  # type: ignore[arg-type]


def test_what_nothing_tells_apart_is_ordered_by_id() -> None:
    assert chain(version("b", CHANGED), version("a")) == ["a", "b"]


@pytest.mark.parametrize(
    "other",
    [
        {"url": "https://courier.example/other"},
        {"source_id": "herald"},
        {"text": HARBOUR},
        {"url": None},
    ],
)
def test_other_pages_outlets_and_articles_are_no_versions(other: dict[str, object]) -> None:
    placed = revised(version("a"), version("b", **({"text": CHANGED} | other)))  # type: ignore[arg-type]
    assert placed == {"a": Revision(), "b": Revision()}


def test_a_front_page_is_no_article() -> None:
    front = {"url": "https://www.courier.example/?utm_source=mail"}
    assert revised(version("a", **front), version("b", CHANGED, **front))["b"] == Revision()


def test_changed_bytes_at_one_path_are_a_version_even_of_an_unknown_outlet() -> None:
    place = {"url": None, "source_id": None, "path": "page.txt", "published_on": None}
    assert chain(version("a", **place), version("b", CHANGED, **place)) == ["a", "b"]
    assert revised(version("a", **place), version("b", HARBOUR, **place))["b"] == Revision()


@pytest.mark.parametrize(
    ("second", "is_version"),
    [
        ({}, True),
        ({"published_on": date(2022, 3, 3)}, True),
        ({"published_on": date(2022, 3, 9)}, False),
        ({"published_on": None}, False),
        ({"source_id": None}, False),
        ({"headline": "Another headline altogether"}, False),
        ({"text": HARBOUR}, False),
    ],
)
def test_without_an_address_only_what_is_sure_is_a_version(second: dict[str, object], is_version: bool) -> None:
    place = {"url": None, "headline": "Norway leaves Mali"}
    longer = {"text": TROOPS + " " + HARBOUR}
    placed = revised(version("a", **place), version("b", **(place | longer | second)))  # type: ignore[arg-type]
    assert (placed["b"].revision_of == "a") is is_version


def test_copies_tell_where_and_when_their_original_stood() -> None:
    placed = revised(
        version("a", url=None),
        version("b", CHANGED, published_on=date(2022, 3, 2)),
        version("c", copy_of="a", published_on=date(2022, 3, 3)),
    )
    assert placed == {"a": Revision("b", "updated"), "b": Revision(is_current=False), "c": Revision(is_current=False)}


def test_a_place_that_was_given_to_another_article_has_two_pages() -> None:
    days = [{"published_on": date(2022, 3, day)} for day in range(1, 5)]
    texts = [TROOPS, HARBOUR, CHANGED, HARBOUR + " More to come."]
    written = [version(key, text, **day) for key, text, day in zip("abcd", texts, days, strict=True)]
    assert {key: each.revision_of for key, each in revised(*written).items()} == {
        "a": None,
        "b": None,
        "c": "a",
        "d": "b",
    }


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.courier.example/mali/?utm_source=mail&fbclid=x#top", "courier.example/mali"),
        ("http://m.courier.example:80/mali/amp", "courier.example/mali"),
        ("https://courier.example/read?b=2&a=1", "courier.example/read?a=1&b=2"),
        ("https://web.archive.org/web/20220301/https://courier.example/mali", "courier.example/mali"),
        ("https://courier.example/?p=7", "courier.example?p=7"),
        ("https://courier.example/", None),
        ("https://[broken/mali", None),
        ("mali.html", None),
        ("javascript:alert(1)//courier.example/mali", None),
    ],
)
def test_spellings_of_one_address_are_one(url: str, address: str | None) -> None:
    assert page_address(url) == address


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Clarification, 2 March: the talks were held in Oslo.", "corrected"),
        ("This report was amended on Wednesday.", "corrected"),
        ("Corrección: el ministro habló en Oslo.", "corrected"),
        ("(Corrects number of troops in paragraph 2)", "corrected"),
        ("This story has been updated with a comment.", "updated"),
        ("RETRACTED: Norway leaves Mali", "withdrawn"),
        ("Corrections", None),
        ("The officer was corrected by a colleague.", None),
        ("The ministry withdrew its statement.", None),
    ],
)
def test_notices(sentence: str, kind: str | None) -> None:
    assert {notice.kind for notice in notices_on(f"A headline\n\n{sentence}\n")} == ({kind} if kind else set())


def test_long_hostile_pages_take_linear_time() -> None:
    page = "this article an earlier version of this Correction " * 20_000
    started = datetime.now(UTC)
    notices_on(page)
    notices_on("\n".join(["correction" + " " * 39] * 20_000))
    assert datetime.now(UTC) - started < timedelta(seconds=5)


def versions() -> st.SearchStrategy[list[Written]]:
    columns = st.fixed_dictionaries(
        {
            "text": st.sampled_from([TROOPS, CHANGED, HARBOUR, WITHDRAWN, CHANGED + CORRECTION]),
            "source_id": st.sampled_from(["courier", "herald", None]),
            "url": st.sampled_from(["https://courier.example/mali", "https://courier.example/b", None]),
            "path": st.sampled_from(["a.txt", "b.txt", "c.txt"]),
            "headline": st.sampled_from(["Norway leaves Mali", None]),
            "published_on": st.sampled_from([date(2022, 3, 1), date(2022, 3, 2), None]),
        }
    )
    return st.lists(columns, max_size=8).map(
        lambda rows: [version(f"a{index}", **row) for index, row in enumerate(rows)]  # type: ignore[arg-type]
    )


@given(versions(), st.randoms())
def test_in_any_order_each_page_is_one_chain_of_one_outlet(written: Sequence[Written], random: object) -> None:
    placed = revised(*written)
    shuffled = list(written)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert revised(*shuffled) == placed
    before = [each.revision_of for each in placed.values() if each.revision_of]
    assert len(set(before)) == len(before)
    assert {key for key, each in placed.items() if not each.is_current} == set(before)
    outlet = {print_.article_id: print_.source_id for print_, _ in written}
    pairs = [(outlet[key], outlet[each.revision_of]) for key, each in placed.items() if each.revision_of]
    assert all(left is None or right is None or left == right for left, right in pairs)
