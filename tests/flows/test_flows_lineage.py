"""What became of ids, in the ledger of a real lake."""

from pathlib import Path

import pytest

from flows.lineage import current_fact
from tasks.lake import Lake, Stage
from tasks.publish import publish
from tasks.tables.entities import ENTITIES, Entity
from tasks.tables.evidence import EVIDENCE, Evidence
from tasks.tables.facts import FACTS, Fact
from tasks.tables.lineage import LINEAGE
from tasks.tables.mention_entities import MENTION_ENTITIES, MentionEntity
from tasks.tables.stories import STORIES, Story
from tasks.tables.story_articles import STORY_ARTICLES, StoryArticle

Groups = dict[str, str]  # an id → its members, a letter each
FACT = dict.fromkeys(Fact.__dataclass_fields__) | {
    "kind": "quantity", "label": "", "text": "", "verdict": "single", "support": "unknown",
    "articles_count": 1, "sources_count": 0, "origins_count": 1, "reconciled_by": "test",
}  # fmt: skip


def published(lake: Lake, run_id: str, entities: Groups, stories: Groups, facts: Groups) -> int | None:
    stage = Stage.open(lake, run_id)
    stage.put_all(ENTITIES, [Entity(entity_id=one, name=one, kind="person", aliases="[]") for one in entities])
    links = [(one, member) for one, members in entities.items() for member in members]
    stage.put_all(MENTION_ENTITIES, [MentionEntity(mention_id=m, entity_id=one, decision_id=None) for one, m in links])
    stage.put_all(STORIES, [Story(story_id=one, label=one, first_on=None, last_on=None) for one in stories])
    told = [(one, member) for one, members in stories.items() for member in members]
    stage.put_all(STORY_ARTICLES, [StoryArticle(story_id=one, article_id=member) for one, member in told])
    stage.put_all(FACTS, [Fact(**FACT | {"fact_id": one}) for one in facts])
    shown = [(one, member) for one, members in facts.items() for member in members]
    stage.put_all(EVIDENCE, [
        Evidence(fact_id=one, claim_id=member, article_id="a", stance="equal", variant=None) for one, member in shown
    ])  # fmt: skip
    return publish.fn(lake, stage, run_id, "test")  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    """Two stories that merge, an entity that gets a smaller id, a fact that splits, and one that is withdrawn."""
    lake = Lake(tmp_path_factory.mktemp("lineage"))
    lake.create()
    published(lake, "first", {"e2": "bc", "e7": "d"}, {"s1": "a", "s2": "b"}, {"f1": "abcd", "f9": "z"})
    published(lake, "second", {"e1": "abc", "e7": "d"}, {"s1": "ab"}, {"f2": "bc", "f3": "d"})
    published(lake, "third", {"e1": "abc", "e7": "d"}, {"s1": "ab"}, {"f4": "bc", "f3": "d"})
    return lake


def rows(lake: Lake, sql: str) -> list[tuple[object, ...]]:
    with lake.reader() as reader:
        return [tuple(row.values()) for row in reader.query(sql).to_pylist()]


def test_the_ledger_says_what_became_of_each_id(lake: Lake) -> None:
    assert rows(lake, "SELECT old_id, new_id, change, run_id FROM lineage ORDER BY ALL") == [
        ("e2", "e1", "renamed", "second"),
        ("f1", "f2", "renamed", "second"),
        ("f1", "f3", "split", "second"),
        ("f2", "f4", "renamed", "third"),
        ("s2", "s1", "merged", "second"),
    ]


def test_no_crash_can_part_what_became_of_ids_from_the_snapshot_that_changed_them(tmp_path: Path) -> None:
    lake = Lake(tmp_path)
    lake.create()
    published(lake, "first", {"e2": "bc"}, {}, {})
    snapshot = published(lake, "second", {"e1": "abc"}, {}, {})
    with lake.reader(at=snapshot) as reader:
        assert [(row.old_id, row.new_id) for row in reader.rows(LINEAGE)] == [("e2", "e1")]
    assert published(lake, "third", {"e1": "abc"}, {}, {}) is None


@pytest.mark.parametrize(("old", "now"), [("f1", ["f4"]), ("s2", ["s1"]), ("e7", ["e7"]), ("f9", []), ("f3", ["f3"])])
def test_an_id_leads_to_the_one_that_goes_on_from_it(lake: Lake, old: str, now: list[str]) -> None:
    assert rows(lake, f"SELECT id FROM id_now('{old}') ORDER BY id") == [(one,) for one in now]


def test_a_fact_is_explained_under_an_old_id_with_a_note(lake: Lake) -> None:
    with lake.reader() as reader:
        assert current_fact(reader, "f1") == ("f4", "fact f1 is now f4")
        assert current_fact(reader, "f3") == ("f3", None)
        assert current_fact(reader, "f9") == ("f9", None)
