import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from lake_rows import document

from tasks.errors import LakeError
from tasks.lake import Lake, Stage
from tasks.tables.documents import DOCUMENTS

HERE = Path(__file__).parent
WRITER = """
    import sys
    from pathlib import Path
    from lake_rows import document
    from tasks.lake import Lake, Stage
    from tasks.tables.documents import DOCUMENTS

    lake, run = Lake(Path(sys.argv[1])), sys.argv[2]
    for number in range(3):
        with lake.lease(60):
            stage = Stage.open(lake, f"{run}-{number}")
            stage.put(DOCUMENTS, [document(f"{run}-{number}")], [f"{run}-{number}"])
            lake.publish(stage, f"{run}-{number}", "test", refresh=False)
"""
CRASHING = """
    import os, sys
    from pathlib import Path
    from lake_rows import document
    from tasks.lake import Lake, Stage
    from tasks.tables.documents import DOCUMENTS

    lake = Lake(Path(sys.argv[1]))
    lease = lake.lease()
    lease.__enter__()
    Stage.open(lake, "crashed").put(DOCUMENTS, [document("lost")], ["lost"])
    print("staged", flush=True)
    sys.stdin.read()
"""


def start(code: str, lake: Lake, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), str(lake.curated), *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parents[1])])}
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def names(lake: Lake) -> list[str]:
    with lake.reader() as reader:
        return [row.document_id for row in reader.rows(DOCUMENTS)]


def test_two_writers_at_once_both_succeed_and_nothing_is_lost_or_doubled(lake: Lake) -> None:
    writers = [start(WRITER, lake, run) for run in ("left", "right")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    assert names(lake) == [f"{run}-{number}" for run in ("left", "right") for number in range(3)]
    with lake.reader() as reader:
        assert reader.snapshot == 1 + 6


def test_a_killed_run_frees_the_lease_and_readers_keep_the_last_snapshot(lake: Lake) -> None:
    crashing = start(CRASHING, lake)
    assert crashing.stdout is not None
    assert crashing.stdout.readline() == "staged\n"
    with pytest.raises(LakeError, match=r"another process has held it for 0\.2 s; wait until it ends"), lake.lease(0.2):
        pass
    crashing.send_signal(signal.SIGKILL)
    crashing.communicate()
    assert names(lake) == []
    with lake.lease(5):
        assert not lake.staging.exists()


def put(stage: Stage, name: str) -> None:
    stage.put(DOCUMENTS, [document(name)], [name])


def test_several_processes_put_into_one_stage(lake: Lake) -> None:
    stage = Stage.open(lake, "run")
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        list(pool.map(put, [stage] * 4, "abcd"))
    lake.publish(stage, "run", "test", refresh=False)
    assert names(lake) == list("abcd")


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    lake = Lake(tmp_path / "file")
    with pytest.raises(LakeError, match="name a folder that you may write to"), lake.lease():
        pass
