"""Commands: their output, their exit codes, one clear line for each error."""

import csv
import io
import json
import subprocess
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from commands import COMMAND, crosswire, environment, start
from newsrooms import NORTH, Newsroom, three_articles
from typer.testing import CliRunner

from expectations.reference_facts import NAME, reference_facts
from flows.cli import app
from tasks.lake.audits import all_audits

LINE = {"id": "a", "text": "Norway has 450 troops in Mali, minister Ingrid Solberg said.", "published_on": "2022-03-01"}


def test_two_first_runs_at_once_both_end_well_and_nothing_is_doubled(tmp_path: Path, published: Newsroom) -> None:
    room = three_articles(tmp_path)
    arguments = ("run", "--raw", room.raw, "--curated", room.curated)
    runs = [start(*arguments, CROSSWIRE_STATE=str(tmp_path / "state")) for _ in range(2)]
    outputs = [run.communicate(timeout=300) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert [errors for _, errors in outputs] == ["", ""]
    assert sorted("published" in output for output, _ in outputs) == [False, True]
    assert room.content() == published.content()


@pytest.mark.parametrize("command", [command.name or "" for command in app.registered_commands])
def test_help_has_an_example(command: str) -> None:
    name = command or next(one.callback.__name__ for one in app.registered_commands if one.callback)
    shown = CliRunner().invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    assert "Example: " in shown.output


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("sql", "SELECT 1", "--curated", "/nowhere"), 1, "no lake in /nowhere"),
        (("sql", "SELEC 1"), 2, "the query"),
        (("sql", "SELECT nothing FROM facts"), 2, "nothing"),
        (("sql", "DROP TABLE facts"), 2, "only SELECT"),
        (("sql", "SELECT 1", "--at", "999"), 2, "no snapshot 999"),
        (("sql", "SELECT INTERVAL 1 DAY AS x", "--format", "csv"), 2, "cast the column to VARCHAR"),
        (("sql", "SELECT TIMESTAMP 'infinity' AS x"), 2, "cast the column to VARCHAR"),
        (("sql", "SELECT error(chr(27) || ']0;x' || chr(7))"), 2, "\N{REPLACEMENT CHARACTER}]0;x"),
        (("explain", "zzz"), 2, "no fact"),
        (("diff", "9", "1"), 2, "give the earlier one first"),
        (("clean", "/nowhere.txt"), 2, "there is no file /nowhere.txt"),
        (("extract", "/nowhere.jsonl"), 2, "cannot read /nowhere.jsonl"),
        (("run", "--raw", "/nowhere"), 2, "there is no folder /nowhere"),
        (("run", "--nonsense"), 2, "No such option: --nonsense"),
        (("run", "--batch-size", "0"), 2, "greater than or equal to 1: see crosswire run --help"),
        (("sql", "--format", "xml"), 2, "'xml' is not one of"),
        (("explain",), 2, "see crosswire explain --help"),
        (("nonsense",), 2, "see crosswire --help"),
    ],
)
def test_an_error_is_one_clear_line(
    published: Newsroom, tmp_path: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    if arguments[0] in ("sql", "explain", "diff") and "--curated" not in arguments:
        arguments = (*arguments, "--curated", str(published.curated))
    elif arguments[0] == "run":
        arguments = (*arguments, "--curated", str(tmp_path))
    done = crosswire(*arguments)
    assert done.returncode == code
    (line,) = done.stderr.splitlines()
    assert line.startswith("crosswire: ")
    assert message in line


def test_a_setting_that_cannot_be_is_wrong_usage() -> None:
    done = crosswire("sql", "SELECT 1", CROSSWIRE_BATCH_SIZE="none")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "CROSSWIRE_BATCH_SIZE" in done.stderr


def test_a_raw_folder_that_is_not_there_leaves_no_lake_behind(tmp_path: Path) -> None:
    assert crosswire("run", "--raw", "/nowhere", "--curated", tmp_path / "new").returncode == 2
    assert not (tmp_path / "new").exists()


def test_a_state_folder_that_cannot_be_is_one_clear_line(tmp_path: Path) -> None:
    room = three_articles(tmp_path)
    (tmp_path / "file").write_text("no folder")
    state = str(tmp_path / "file" / "state")
    done = crosswire("run", "--raw", room.raw, "--curated", room.curated, CROSSWIRE_STATE=state)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "set CROSSWIRE_STATE" in done.stderr


def test_no_command_shows_what_there_is() -> None:
    done = crosswire()
    assert (done.returncode, "explain" in done.stdout + done.stderr) == (2, True)


def test_an_unreachable_prefect_server_is_one_clear_line(tmp_path: Path) -> None:
    room = three_articles(tmp_path)
    done = crosswire("run", "--raw", room.raw, "--curated", room.curated, PREFECT_API_URL="http://127.0.0.1:9/api")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "no Prefect server answers" in done.stderr


def test_sql_writes_each_format(published: Newsroom, tmp_path: Path) -> None:
    query = ("sql", "SELECT fact_id, value, first_on FROM facts ORDER BY fact_id", "--curated", published.curated)
    expected = published.rows("SELECT fact_id, value, first_on FROM facts ORDER BY fact_id")
    as_json = json.loads(crosswire(*query, "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(crosswire(*query, "--format", "csv").stdout)))
    command = [*COMMAND, *map(str, query), "--format", "parquet"]
    parquet = subprocess.run(command, capture_output=True, check=True, env=environment()).stdout
    ids = [row["fact_id"] for row in expected]
    assert [row["fact_id"] for row in as_json] == ids == [row["fact_id"] for row in as_csv]
    assert pq.read_table(io.BytesIO(parquet)).to_pylist() == expected
    assert str(ids[0])[:8] in crosswire(*query).stdout


def test_columns_of_one_name_are_all_written(published: Newsroom) -> None:
    query = ("sql", "SELECT 1 AS a, 2 AS a, 3 AS a_2, 4 AS a", "--curated", published.curated)
    assert json.loads(crosswire(*query, "--format", "json").stdout) == [{"a": 1, "a_3": 2, "a_2": 3, "a_4": 4}]
    assert crosswire(*query, "--format", "csv").stdout.splitlines()[1] == "1,2,3,4"


def test_csv_holds_no_formula_and_no_escape_and_json_every_text_as_it_is(published: Newsroom) -> None:
    texts = ["=1+1", "@sum(a)", "+cmd", "-x", "-5", "+1,000.5%", "plain", "a\x1b[31mb", "\x9b2J"]
    listed = ", ".join(
        "'" + text.replace("\x1b", "' || chr(27) || '").replace("\x9b", "' || chr(155) || '") + "'" for text in texts
    )
    query = ("sql", f"SELECT unnest([{listed}]) AS t, 1 AS n", "--curated", published.curated)
    done = crosswire(*query, "--format", "csv")
    assert [row["t"] for row in csv.DictReader(io.StringIO(done.stdout))] == [
        "'=1+1", "'@sum(a)", "'+cmd", "'-x", "-5", "+1,000.5%", "plain",
        "a\N{REPLACEMENT CHARACTER}[31mb", "\N{REPLACEMENT CHARACTER}2J",
    ]  # fmt: skip
    as_json = crosswire(*query, "--format", "json").stdout
    assert [row["t"] for row in json.loads(as_json)] == texts
    assert not {"\x1b", "\x9b"} & set(as_json)


def test_the_query_of_every_audit_runs_as_pasted(published: Newsroom) -> None:
    with published.lake.reader(relations={NAME: reference_facts()}) as reader:
        for audit in reader.audits():
            assert reader.query(audit.sql).column_names == ["row_id", "article_id", "observed"], audit.name
    (audit,) = [one for one in all_audits() if one.name == "match_reference_facts"]
    done = crosswire("sql", audit.sql, "--curated", published.curated, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_sql_reads_statements_from_a_pipe(published: Newsroom) -> None:
    done = crosswire("sql", "--curated", published.curated, "--format", "json", stdin="SELECT 1 AS one")
    assert json.loads(done.stdout) == [{"one": 1}]


def test_a_page_cannot_send_escapes_to_the_terminal(published: Newsroom) -> None:
    assert "\x1b[31m" not in crosswire("sql", "SELECT chr(27) || '[31m' AS x", "--curated", published.curated).stdout


def test_the_commands_that_read_start_fast() -> None:
    started = time.monotonic()
    assert crosswire("--help").returncode == 0
    assert time.monotonic() - started < 10
    code = "import sys, flows.cli, flows.query; sys.exit('prefect' in sys.modules or 'spacy' in sys.modules)"
    assert subprocess.run([COMMAND[0], "-c", code], check=False, env=environment()).returncode == 0


def test_extract_is_a_filter_of_lines(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps(LINE), "{broken", json.dumps({**LINE, "id": 7, "text": ""}), '{"id": "c"}'])
    done = crosswire("extract", stdin=lines)
    first, second = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, first["id"], second["id"]) == (2, "a", 7)
    assert [line.split(":")[1] for line in done.stderr.splitlines()] == [" - line 2", " - line 4"]
    (count,) = first["quantities"]
    assert (count["value"], count["holder_name"], count["place_name"]) == (450, "Norway", "Mali")
    assert LINE["text"][count["start"] : count["end"]] == count["text"]
    assert first["statements"][0]["speaker_name"] == "Ingrid Solberg"
    assert second["quantities"] == []


def test_a_line_with_half_a_character_or_bytes_that_are_no_text_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    whole = json.dumps(LINE).encode()
    lines = [b'\xef\xbb\xbf{"id": "s", "text": "\\ud800 men"}', whole, b'{"id": "\xff", "text": "x"}', whole]
    (tmp_path / "lines.jsonl").write_bytes(b"\n".join(lines))
    done = crosswire("extract", tmp_path / "lines.jsonl")
    assert (done.returncode, len(done.stdout.splitlines())) == (2, 2)
    assert [line.rpartition("line ")[2] for line in done.stderr.splitlines()] == [
        f"{number}: not UTF-8, or half a character (a lone surrogate)" for number in (1, 3)
    ]


def test_extract_of_a_page_gives_offsets_into_the_page() -> None:
    page = "ADVERTISEMENT\n\n" + NORTH + "\nShare this article\n"
    done = crosswire("extract", "--page", stdin=json.dumps({"id": "p", "text": page, "published_on": "2022-03-01"}))
    (row,) = map(json.loads, done.stdout.splitlines())
    claims = [*row["quantities"], *row["dates"], *row["statements"], *row["mentions"]]
    assert claims
    assert all(page[one["raw_start"] : one["raw_end"]] == one["text"] for one in claims)
    assert any(one["start"] != one["raw_start"] for one in claims)


def test_extract_ends_when_its_reader_has_enough() -> None:
    lines = (json.dumps(LINE) + "\n") * 5_000
    with subprocess.Popen(
        [*COMMAND, "extract"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        try:
            process.stdin.write(lines[: len(lines) // 50].encode())
            process.stdin.flush()
            assert process.stdout.readline()
            process.stdout.close()
            process.stdin.write(lines.encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == b""


def test_clean_prints_articles_with_the_basis_of_what_is_known(tmp_path: Path) -> None:
    room = three_articles(tmp_path)
    room.write("empty.txt", "")
    done = crosswire("clean", room.raw)
    rows = {row["id"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert rows["north.txt"]["source"] == "The Northern Courier"
    assert rows["north.txt"]["source_basis"] == "manifest"
    assert rows["empty.txt"]["rejected"]["reason"] == "empty"
    assert f"{rows['north.txt']['headline']} {rows['north.txt']['text']}".split() == NORTH.split()
    (one,) = map(json.loads, crosswire("clean", room.raw / "south.txt").stdout.splitlines())
    assert one == rows["south.txt"]


def test_explain_shows_the_evidence_of_a_fact(published: Newsroom) -> None:
    (fact,) = published.rows("SELECT fact_id FROM facts WHERE verdict = 'conflicting'")
    done = crosswire("explain", str(fact["fact_id"])[:10], "--curated", published.curated)
    assert done.returncode == 0
    assert "CONFLICTING. " in done.stdout and "[700 troops]" in done.stdout


def test_diff_says_what_changed_and_why(published: Newsroom) -> None:
    (run,) = published.rows("SELECT snapshot_id FROM runs WHERE snapshot_id IS NOT NULL")
    done = crosswire("diff", 1, run["snapshot_id"], "--curated", published.curated)
    assert f"From snapshot 1 to {run['snapshot_id']}: 3 articles and" in done.stdout
    assert "because documents came or changed (input)" in done.stdout
    assert "The Northern Courier, 1 March 2022: Norway to bring its troops home from Mali (north.txt)" in done.stdout


def test_check_of_the_published_tables_passes_and_names_what_it_finds(newsroom: Newsroom) -> None:
    done = crosswire("check", "--curated", newsroom.curated)
    assert done.returncode == 0, done.stderr
    assert "has_source" in done.stdout


def test_export_and_report_write_what_they_say(published: Newsroom, tmp_path: Path) -> None:
    assert crosswire("export", tmp_path / "out", "--curated", published.curated).returncode == 0
    assert pq.read_table(tmp_path / "out" / "facts").num_rows == len(published.rows("FROM facts"))
    done = crosswire("report", "--curated", published.curated)
    assert str(published.curated / "report.html") in done.stdout.replace("\n", "")
