"""Runs that group anew what is new, against a rebuild: the same rows, whatever came, went or was revised."""

import random
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import Desk as Newsdesk
from randomdesk import newsroom
from shelf import Shelf, differences

from tasks import reconcile as reconcile_task
from tasks.lake import Lake, Stage
from tasks.reconciling import Corpus, Memory, Reconciled, recall, reconcile, remember
from tasks.reconciling.matching import MOST_PLACES
from tasks.reconciling.reach import matched_with
from tasks.reconciling.sharing import Sharing, packed
from tasks.tables import CONTENT
from tasks.tables.articles import ARTICLES
from tasks.tables.candidates import CANDIDATES
from tasks.tables.dates import DATES
from tasks.tables.mentions import MENTIONS
from tasks.tables.quantities import QUANTITIES
from tasks.tables.sources import SOURCES
from tasks.tables.statements import STATEMENTS

Desk = dict[int, int]  # the numbers of its articles, each with the seed of its version
steps = st.lists(
    st.lists(st.tuples(st.integers(0, 15), st.integers(0, 2)), min_size=1, max_size=4), min_size=1, max_size=6
)


def test_an_article_that_makes_shared_words_furniture_reaches_all_who_have_them() -> None:
    ids = [f"{number:02}" for number in range(MOST_PLACES + 1)]
    profiles = {one: SimpleNamespace(run_sentences=(0,)) for one in ids}
    reached = matched_with(Sharing({one: packed([7]) for one in ids}), profiles, {ids[0]})  # type: ignore[arg-type]
    assert reached == set(ids)


def after(desk: Desk, changes: list[tuple[int, int]]) -> Desk:
    """The desk after changes: a new article, a new version of one, or (a version it has already) none."""
    now = dict(desk)
    for number, seed in changes:
        if now.get(number) == seed:
            del now[number]
        else:
            now[number] = seed
    return now


@settings(max_examples=25, deadline=None)
@given(steps=steps)
def test_runs_one_after_the_other_publish_what_a_rebuild_does(steps: list[list[tuple[int, int]]]) -> None:
    shelf, desk = Shelf(), Desk()
    for changes in steps:
        desk = after(desk, changes)
        corpus = newsroom(sorted(desk.items()))
        shelf.run(corpus)
        assert differences(shelf.published, reconcile(corpus, "test")) == {}


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 999))
def test_the_order_of_runs_changes_nothing(seed: int) -> None:
    pages = [(number, 0) for number in range(12)]
    one, other = Shelf(), Shelf()
    for shelf, order in ((one, pages), (other, random.Random(seed).sample(pages, 12))):
        for last in range(0, 12, 3):
            shelf.run(newsroom(sorted(order[: last + 3])))
    assert differences(one.published, other.published) == {}


def test_a_run_with_nothing_new_reads_and_replaces_nothing() -> None:
    shelf, corpus = Shelf(), newsroom((number, 0) for number in range(12))
    shelf.run(corpus)
    found = shelf.run(corpus)
    assert shelf.read == set()
    assert found.rows.facts == found.rows.claim_origins == ()
    assert found.replaced is not None and not found.replaced["facts"]


def far_apart(count: int) -> Corpus:
    """Articles on as many matters: no name, no word and no number in common."""
    desk = Newsdesk()
    for at in range(count):
        name = "".join(3 * chr(97 + digit) for digit in divmod(at, 26)).title()
        article = desk.page(f"{name} met. {name} has {at + 20} boats.", headline=f"{name} met")
        holder = article.name(name, "organisation")
        article.count(f"{at + 20} boats", at + 20, measure=None, counted=f"boat {name}", holder_mention_id=holder)
    return desk.corpus()


def test_what_has_nothing_in_common_is_reconciled_as_if_alone() -> None:
    one, other = newsroom((number, 0) for number in range(12)), far_apart(12)
    both = Corpus(*(getattr(one, field.name) + getattr(other, field.name) for field in fields(Corpus)))
    together, alone = reconcile(both, "test"), (reconcile(one, "test"), reconcile(other, "test"))
    for field in fields(Reconciled):
        rows = [set(getattr(found, field.name)) for found in alone]
        assert set(getattr(together, field.name)) == rows[0] | rows[1], field.name


@pytest.mark.parametrize("size", [10, 40])
def test_work_does_not_grow_with_what_is_not_touched(size: int) -> None:
    corpus = far_apart(size + 1).sorted()
    shelf = Shelf()
    shelf.run(corpus.of({row.article_id for row in corpus.articles[1:]}))
    found = shelf.run(corpus)
    assert shelf.read == {corpus.articles[0].article_id}
    assert len(found.rows.facts) == 1
    assert differences(shelf.published, reconcile(corpus, "test")) == {}


def test_what_a_run_remembers_is_found_only_for_the_same_lake_and_code(tmp_path: Path) -> None:
    path, memory = tmp_path / "lake.pickle", Memory(prints={"a": "1"})
    remember(path, "code", memory)
    assert recall(path, "code", {"a": "2"}) is None
    assert recall(path, "other code", {"a": "1"}) is None
    assert recall(path, "code", {"a": "1"}) == memory
    remember(path, "code", Memory(prints={"a": "1", "b": "1"}))
    assert recall(path, "code", {"a": "1"}) == memory, "of a publication that never came the last one is left"


def test_a_memory_that_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "lake.pickle"
    remember(path, "code", Memory(prints={"a": "1"}))
    whole = path.with_suffix(".next").read_bytes()
    path.with_suffix(".next").write_bytes(whole[:-20])
    assert recall(path, "code", {"a": "1"}) is None


def put(stage: Stage, corpus: Corpus, gone: set[str]) -> None:
    owners = {row.article_id for row in corpus.articles} | gone
    for table, rows in (
        (ARTICLES, corpus.articles),
        (MENTIONS, corpus.mentions),
        (QUANTITIES, corpus.quantities),
        (STATEMENTS, corpus.statements),
        (DATES, corpus.dates),
    ):
        stage.put(table, rows, owners)
    stage.put_all(SOURCES, corpus.sources)


def publish(lake: Lake, corpus: Corpus, memory: Path, gone: set[str]) -> None:
    stage = Stage.open(lake, "run")
    put(stage, corpus, gone)
    reconcile_task.reconcile.fn(lake, stage, "code", memory)
    lake.publish(stage, "run", "test", refresh=False)


def content(lake: Lake) -> dict[str, list[object]]:
    with lake.reader() as reader:
        return {table.name: reader.rows(table) for table in CONTENT}


def test_a_lake_of_many_small_publications_is_that_of_one(tmp_path: Path) -> None:
    desks = [
        {0: 0, 1: 0, 2: 0},
        {0: 0, 1: 0, 2: 0, 3: 0, 4: 0},
        {0: 1, 1: 0, 3: 0, 4: 0, 5: 0},
        {0: 1, 3: 0, 5: 2, 6: 0},
    ]
    many, one = (Lake(tmp_path / name) for name in ("many", "one"))
    many.create()
    one.create()
    gone: set[str] = set()
    for desk in desks:
        corpus = newsroom(sorted(desk.items()))
        publish(many, corpus, tmp_path / "many.pickle", gone)
        gone |= {row.article_id for row in corpus.articles}
    publish(one, corpus, tmp_path / "one.pickle", set())
    assert content(many) == content(one)


def test_an_article_that_is_rejected_leaves_no_question_open(tmp_path: Path) -> None:
    lake, memory, desk = Lake(tmp_path), tmp_path / "lake.pickle", Newsdesk()
    lake.create()
    for name in ("Ingrid Solberg", "Solberg", "Hans Solberg"):
        page = desk.page(f"The ferry Zarinpol sinks off Zarinpol with {name} and 40 others.", headline="Zarinpol ferry")
        page.name(name)
        page.count("40 others", 40, "missing")
    whole = desk.corpus().sorted()
    new = {desk.articles[-1].article_id}
    some = whole.of({row.article_id for row in whole.articles} - new)
    publish(lake, some, memory, set())
    stage = Stage.open(lake, "run")
    for corpus, open_questions in ((whole, 2), (some, 0)):
        put(stage, corpus, new)
        reconcile_task.reconcile.fn(lake, stage, "code", memory)
        with lake.reader(stage=stage) as reader:
            assert len(reader.rows(CANDIDATES)) == open_questions
    assert lake.publish(stage, "run", "test", refresh=False) is None
