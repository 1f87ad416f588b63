"""The main job on a real lake, with the real Prefect flow."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from newsrooms import NORTH, Newsroom, three_articles
from prefect.client.orchestration import get_client

import tasks.extract
from flows import curate as curate_flow
from flows import ledger
from tasks.errors import PublicationBlocked, UsageError
from tasks.lake import Lake, Stage
from tasks.language import ArticleText, Extraction
from tasks.tables.evidence import EVIDENCE

COUNTED = "SELECT count(*) AS n FROM "


def test_a_run_publishes_everything_in_one_snapshot_with_its_cause(published: Newsroom) -> None:
    (run,) = published.rows("SELECT run_id, snapshot_id, documents_count FROM runs WHERE status = 'published'")
    (made,) = published.rows("FROM snapshots() WHERE commit_message IN ('input', 'code')")
    assert (made["commit_message"], made["snapshot_id"]) == ("input", run["snapshot_id"])
    assert str(run["run_id"]) in str(made["commit_extra_info"])
    assert run["documents_count"] == 3


def test_what_articles_dispute_is_a_conflict_with_evidence_from_each(published: Newsroom) -> None:
    (fact,) = published.rows("FROM facts WHERE measure = 'troops' AND verdict = 'conflicting'")
    assert (fact["value"], fact["articles_count"]) == (450, 3)
    stances = published.rows(
        f"SELECT stance, count(*) AS n FROM evidence WHERE fact_id = '{fact['fact_id']}' GROUP BY ALL"
    )
    assert {"stance": "conflicts", "n": 1} in stances


def test_pages_and_plain_tables_are_beside_the_lake(published: Newsroom) -> None:
    assert "Norway" in (published.curated / "report.html").read_text()
    for name in ("data_docs/index.html", "facts.parquet", "runs.parquet"):
        assert (published.curated / name).exists()


def test_a_run_with_nothing_new_changes_no_content(published: Newsroom) -> None:
    kept = "SELECT * EXCLUDE (last_run) FROM findings ORDER BY finding_id"
    before, findings = published.content(), published.rows(kept)
    outcome = published.run()
    assert (outcome.snapshots, outcome.documents_count) == ((), 0)
    assert published.content() == before
    assert published.rows(kept) == findings
    assert published.rows(f"FROM findings WHERE last_run <> '{outcome.run_id}'") == []


def test_many_small_runs_in_another_order_give_the_same_content_as_one(tmp_path: Path, published: Newsroom) -> None:
    room = three_articles(tmp_path)
    manifest = (room.raw / "manifest.csv").read_text()
    (room.raw / "north.txt").unlink()
    room.write("manifest.csv", "".join(line for line in manifest.splitlines(True) if "north.txt" not in line))
    room.run(batch_size=1)
    room.write("north.txt", NORTH)
    room.write("manifest.csv", manifest)
    room.run(batch_size=1)
    assert room.content() == published.content()


def test_new_code_publishes_the_past_first_and_then_the_new_input(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.write("west.txt", NORTH.replace("450", "455").replace("Oslo", "Bergen"))
    for module in (curate_flow, ledger):
        monkeypatch.setattr(module, "cleaned_by", lambda: "new code")
    outcome = newsroom.run()
    causes = {
        row["snapshot_id"]: row["commit_message"] for row in newsroom.rows("FROM snapshots() ORDER BY snapshot_id")
    }
    assert [causes[snapshot] for snapshot in outcome.snapshots] == ["code", "input"]
    assert newsroom.rows("SELECT DISTINCT cleaned_by FROM articles") == [{"cleaned_by": "new code"}]
    with newsroom.lake.reader(at=outcome.snapshots[0]) as reader:
        assert reader.query(f"{COUNTED} articles").to_pylist() == [{"n": 3}]


def test_articles_that_fail_are_quarantined_and_their_copies_take_their_place(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.write("raises.txt", "A page that raises\n\nSpain has 300 troops in Mali, officials in Madrid said.\n")
    newsroom.write("wrong.txt", "A page gone wrong\n\nItaly has 200 troops in Mali, officials in Rome said.\n")
    monkeypatch.setattr(tasks.extract, "extract_claims", faulty(tasks.extract.extract_claims))
    newsroom.run()
    reasons = "SELECT external_id, reason, detail FROM quarantine JOIN documents USING (document_id) ORDER BY ALL"
    raised, wrong = newsroom.rows(reasons)
    assert (raised["external_id"], raised["reason"]) == ("raises.txt", "failed")
    assert raised["detail"] == "extraction raised RuntimeError: no luck with Spain"
    assert (wrong["external_id"], wrong["reason"]) == ("wrong.txt", "failed_check")
    assert "Mali" not in str(newsroom.rows("FROM facts WHERE text LIKE '%Italy%' OR text LIKE '%Spain%'"))
    assert newsroom.rows(f"{COUNTED} articles") == [{"n": 3}]


def test_a_fault_of_the_lake_blocks_publication_and_readers_keep_the_last_snapshot(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = newsroom.content()
    newsroom.write("west.txt", NORTH.replace("450", "455"))
    monkeypatch.setattr(curate_flow, "reconcile", without_evidence(curate_flow.reconcile))
    with pytest.raises(PublicationBlocked, match="nothing was published: facts/has_evidence"):
        newsroom.run()
    assert newsroom.content() == before
    assert newsroom.rows("SELECT status FROM runs ORDER BY started_at DESC LIMIT 1") == [{"status": "blocked"}]
    monkeypatch.undo()
    assert newsroom.run().documents_count == 1


def test_a_changed_manifest_changes_only_what_it_speaks_of(newsroom: Newsroom) -> None:
    manifest = newsroom.raw / "manifest.csv"
    manifest.write_text(manifest.read_text().replace("east.txt,,", "east.txt,Eastern Post,"))
    assert newsroom.run().documents_count == 1
    assert "no candidate (east.txt)" not in (newsroom.curated / "report.html").read_text()  # it has a source now
    named = newsroom.rows("SELECT name FROM articles JOIN sources USING (source_id) ORDER BY ALL")
    assert [row["name"] for row in named] == ["Eastern Post", "Southern Daily", "The Northern Courier"]


def test_a_document_whose_file_has_gone_stays(newsroom: Newsroom) -> None:
    before = newsroom.content()
    (newsroom.raw / "manifest.csv").unlink()
    for path in newsroom.raw.iterdir():
        path.unlink()
    newsroom.run()
    assert newsroom.content() == before


def test_wrong_usage_is_recorded_as_a_failed_run(newsroom: Newsroom) -> None:
    newsroom.manifest({"file": "absent.txt", "source": "X"})
    with pytest.raises(UsageError, match=r"there is no file 'absent\.txt'"):
        newsroom.run()
    (run,) = newsroom.rows("FROM runs ORDER BY started_at DESC LIMIT 1")
    assert (run["status"], run["ended_at"] is not None) == ("failed", True)


def test_findings_and_a_summary_are_prefect_artifacts(published: Newsroom) -> None:
    with get_client(sync_client=True) as client:
        keys = {artifact.key for artifact in client.read_artifacts()}
    assert {"curate-summary", "curate-findings"} <= keys


def without_evidence(reconcile: Callable[..., int]) -> Callable[..., int]:
    """A reconciliation that forgets what its facts stand on."""

    def reconciled(lake: Lake, stage: Stage, reconciled_by: str, memory: Path) -> int:
        count = reconcile(lake, stage, reconciled_by, memory)
        stage.put_all(EVIDENCE, [])
        return count

    return reconciled


def faulty(extract: object) -> object:
    """An extraction that raises on Spain and misquotes Italy."""

    def extracted(texts: Sequence[ArticleText], *, model: str, cache: Path | None) -> list[Extraction]:
        if any("Spain" in text.text for text in texts):
            raise RuntimeError("no luck with Spain")
        found = extract(texts, model=model, cache=cache)  # type: ignore[operator]
        return [
            replace(each, mentions=tuple(replace(row, text="misquoted") for row in each.mentions))
            if "Italy" in text.text
            else each
            for text, each in zip(texts, found, strict=True)
        ]

    return extracted
