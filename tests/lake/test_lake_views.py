from datetime import date
from pathlib import Path

import pytest
from lake_rows import article, document, row, source

from tasks.lake import Lake, Stage
from tasks.lake.views import VIEWS, View
from tasks.tables import BY_NAME
from tasks.tables.articles import ARTICLES
from tasks.tables.claim_origins import CLAIM_ORIGINS
from tasks.tables.dates import DATES
from tasks.tables.documents import DOCUMENTS
from tasks.tables.entities import ENTITIES
from tasks.tables.evidence import EVIDENCE
from tasks.tables.facts import FACTS
from tasks.tables.lineage import LINEAGE, LineageChange
from tasks.tables.mention_entities import MENTION_ENTITIES
from tasks.tables.mentions import MENTIONS
from tasks.tables.origin_relations import ORIGIN_RELATIONS
from tasks.tables.origins import ORIGINS
from tasks.tables.quantities import QUANTITIES
from tasks.tables.sources import SOURCES
from tasks.tables.statements import STATEMENTS

# Two outlets and a page without one on the same flood; the Echo and the Mail belong to one owner; the wire is "Wire".
ARTICLE_OF = {"q echo": "a", "q mail": "b", "q none": "c", "s echo": "a", "d none": "c"}
REPORTERS = {"q echo": "Echo", "q mail": "Mail", "q none": "Wire", "s echo": "Echo", "d none": "?"}
FACT_OF = {"q echo": "level", "q mail": "level", "q none": "level", "s echo": "said", "d none": "day"}


def claim(table: str, claim_id: str, **values: object) -> object:
    article_id = f"article {ARTICLE_OF[claim_id]}"
    words = {"text": "two metres", "start": 18, "end": 28, "raw_start": 18, "raw_end": 28}
    return row(BY_NAME[table], claim_id=claim_id, article_id=article_id, **words, **values)


def fill(lake: Lake, **facts: str) -> int | None:
    """Publish the newsroom, with these verdicts of its facts."""
    stage = Stage.open(lake, "run")
    everyone = ["article a", "article b", "article c"]
    stage.put(DOCUMENTS, [document(name) for name in "abc"], list("abc"))
    stage.put(ARTICLES, [article("a", "Echo"), article("b", "Mail"), article("c")], everyone)
    stage.put(
        MENTIONS, [row(MENTIONS, mention_id="m", article_id="article a", name="A. Finch", role="Mayor")], everyone
    )
    levels = [claim("quantities", name, value=2.0, holder_mention_id="m") for name in ("q echo", "q mail", "q none")]
    stage.put(QUANTITIES, levels, everyone)
    stage.put(STATEMENTS, [claim("statements", "s echo", speaker_mention_id="m", cue="said")], everyone)
    stage.put(DATES, [claim("dates", "d none", latest_on=date(2024, 5, 1), actor_mention_id="m")], everyone)
    stage.put_all(SOURCES, [source("Echo"), source("Mail")])
    stage.put_all(ENTITIES, [row(ENTITIES, entity_id="e", name="Ada Finch")])
    stage.put_all(MENTION_ENTITIES, [row(MENTION_ENTITIES, mention_id="m", entity_id="e")])
    named = [row(ORIGINS, origin_id=name, name=name, kind="outlet") for name in ("Echo", "Mail", "Wire")]
    stage.put_all(ORIGINS, [*named, row(ORIGINS, origin_id="?", kind="unknown")])
    stage.put_all(ORIGIN_RELATIONS, [row(ORIGIN_RELATIONS, left_id="Echo", right_id="Mail")])
    links = [row(CLAIM_ORIGINS, claim_id=one, origin_id=name, role="reporter") for one, name in REPORTERS.items()]
    stage.put_all(CLAIM_ORIGINS, links)
    rows = [row(FACTS, fact_id=name, label=name, verdict=verdict, holder_id="e") for name, verdict in facts.items()]
    stage.put_all(FACTS, rows)
    shown = [
        row(EVIDENCE, fact_id=fact, claim_id=one, article_id=f"article {ARTICLE_OF[one]}")
        for one, fact in FACT_OF.items()
        if fact in facts
    ]
    stage.put_all(EVIDENCE, shown)
    return lake.publish(stage, "run", "test", refresh=False)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    lake = Lake(tmp_path_factory.mktemp("views"))
    lake.create()
    fill(lake, level="agreed", said="single")
    fill(lake, level="conflicting", day="superseded")
    return lake


def query(lake: Lake, sql: str) -> list[tuple[object, ...]]:
    with lake.reader() as reader:
        return [tuple(found.values()) for found in reader.query(sql).to_pylist()]


def test_each_view_is_listed_and_says_its_grain() -> None:
    folder = Path(__file__).parents[2] / "tasks" / "lake" / "sql" / "views"
    assert sorted(VIEWS) == sorted(path.stem for path in folder.glob("*.sql"))
    assert all(View.shipped(name).grain.startswith("one ") for name in VIEWS)


def test_claims_has_every_kind_with_outlet_and_words(newsroom: Lake) -> None:
    sql = "SELECT kind, source_name, about_name, context LIKE '%' || text || '%', fact_id FROM claims ORDER BY claim_id"
    assert query(newsroom, sql) == [
        ("date", None, "Ada Finch", True, "day"),
        ("quantity", "The Echo", "Ada Finch", True, "level"),
        ("quantity", "The Mail", "Ada Finch", True, "level"),
        ("quantity", None, "Ada Finch", True, "level"),
        ("statement", "The Echo", "Ada Finch", True, None),
    ]


def test_facts_current_leaves_out_what_was_superseded(newsroom: Lake) -> None:
    assert query(newsroom, "SELECT fact_id, holder_name FROM facts_current") == [("level", "Ada Finch")]


def test_conflicts_has_a_row_for_each_claim_of_a_conflicting_fact(newsroom: Lake) -> None:
    sql = "SELECT label, source_name, value, text FROM conflicts ORDER BY claim_id"
    outlets = ["The Echo", "The Mail", None]
    assert query(newsroom, sql) == [("level", outlet, 2.0, "two metres") for outlet in outlets]


def test_who_said_what_names_speaker_and_outlet(newsroom: Lake) -> None:
    sql = "SELECT speaker_name, speaker_role, cue, text, source_name FROM who_said_what"
    assert query(newsroom, sql) == [("Ada Finch", "Mayor", "said", "two metres", "The Echo")]


def test_quantities_and_dates_carry_names(newsroom: Lake) -> None:
    assert query(newsroom, "SELECT DISTINCT holder_id, holder_name FROM quantities_named") == [("e", "Ada Finch")]
    assert query(newsroom, "SELECT actor_id, actor_name, source_name FROM dates_named") == [("e", "Ada Finch", None)]


def test_coverage_has_a_row_for_each_fact_and_outlet(newsroom: Lake) -> None:
    sql = "SELECT fact_id, source_name, articles_count FROM coverage ORDER BY ALL"
    assert query(newsroom, sql) == [
        ("day", None, 1),
        ("level", "The Echo", 1),
        ("level", "The Mail", 1),
        ("level", None, 1),
    ]


def test_origin_groups_names_a_group_by_its_smallest_origin_and_unknown_ones_together(newsroom: Lake) -> None:
    sql = "SELECT origin_id, group_id FROM origin_groups ORDER BY origin_id"
    assert query(newsroom, sql) == [("?", "unknown"), ("Echo", "Echo"), ("Mail", "Echo"), ("Wire", "Wire")]


def test_a_copied_report_may_be_of_either_outlet_whose_other_reports_stay_apart(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    named = [("Echo", "outlet"), ("Mail", "outlet"), ("own echo", "own_reporting"), ("own mail", "own_reporting")]
    stage.put_all(ORIGINS, [row(ORIGINS, origin_id=one, name=one, kind=kind) for one, kind in named])
    pairs = [("Echo", "own echo", "owner"), ("Mail", "own mail", "owner"), ("own echo", "own mail", "copy")]
    rows = [row(ORIGIN_RELATIONS, left_id=left, right_id=right, relation=why) for left, right, why in pairs]
    stage.put_all(ORIGIN_RELATIONS, rows)
    lake.publish(stage, "run", "test", refresh=False)
    found = query(lake, "SELECT origin_id, list(group_id ORDER BY group_id) FROM origin_groups GROUP BY ALL ORDER BY 1")
    both = ["Echo", "Mail"]
    assert found == [("Echo", ["Echo"]), ("Mail", ["Mail"]), ("own echo", both), ("own mail", both)]


def test_members_lists_what_entities_stories_and_facts_hold(newsroom: Lake) -> None:
    assert query(newsroom, "FROM members ORDER BY ALL") == [
        ("entity", "e", "m"),
        ("fact", "day", "d none"),
        *(("fact", "level", claim_id) for claim_id in ("q echo", "q mail", "q none")),
    ]


def test_id_now_follows_an_id_to_what_is_current_and_not_to_what_is_gone(lake: Lake) -> None:
    fill(lake, level="agreed")
    moves = [("old", "older", "renamed"), ("older", "level", "merged"), ("lost", "nowhere", "renamed")]
    lake.record(
        LINEAGE,
        [LineageChange(old_id=old, new_id=new, change=change, run_id="run") for old, new, change in moves],  # type: ignore[arg-type]
    )
    found = {given: query(lake, f"FROM id_now('{given}')") for given in ("level", "old", "lost", "never")}
    assert found == {"level": [("level",)], "old": [("level",)], "lost": [], "never": []}


def test_changes_between_two_snapshots(newsroom: Lake) -> None:
    sql = "SELECT fact_id, change, verdict_before, verdict_after FROM changes(2, 3) ORDER BY fact_id"
    assert query(newsroom, sql) == [
        ("day", "new", None, "superseded"),
        ("level", "changed", "agreed", "conflicting"),
        ("said", "gone", "single", None),
    ]
    assert [found[1] for found in query(newsroom, "FROM changes(0, 2)")] == ["new", "new"]
    assert query(newsroom, "FROM changes(3, 3)") == []


def test_a_fact_that_other_code_reconciled_to_the_same_did_not_change(lake: Lake) -> None:
    for code in ("old", "new"):
        stage = Stage.open(lake, "run")
        stage.put_all(FACTS, [row(FACTS, fact_id="level", label="level", verdict="agreed", reconciled_by=code)])
        lake.publish(stage, "run", "test", refresh=False)
    assert query(lake, "SELECT reconciled_by FROM facts") == [("new",)]
    assert [found[1] for found in query(lake, "FROM changes(1, 3)")] == ["new"]
    assert query(lake, "FROM changes(2, 3)") == []


def test_a_fact_that_went_and_came_back_as_it_was_did_not_change(lake: Lake) -> None:
    fill(lake, level="agreed")
    fill(lake, said="single")
    fill(lake, level="agreed")
    assert query(lake, "FROM changes(2, 4)") == []


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ("wire", [("level", 2, 1, "uncorroborated")]),
        ("WIRE", [("level", 2, 1, "uncorroborated")]),
        ("The Echo", []),  # its owner's other paper, the Mail, is left, and they counted once
        ("Nobody", []),
    ],
)
def test_without_origin_counts_independent_origins_that_are_left(
    newsroom: Lake, left_out: str, expected: list[tuple[object, ...]]
) -> None:
    sql = "SELECT fact_id, origins_count, origins_left, support_left FROM without_origin($name)"
    with newsroom.reader() as reader:
        found = [tuple(one.values()) for one in reader.query(sql, {"name": left_out}).to_pylist()]
    assert found == expected


def test_leaving_out_the_only_origin_leaves_no_support(lake: Lake) -> None:
    fill(lake, said="single", day="single")
    assert query(lake, "SELECT fact_id, origins_left, support_left FROM without_origin('echo')") == [("said", 0, None)]
