"""A run that remembers the last one and a rebuild give the same content, whatever came, went or was revised."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from newsrooms import EAST, NORTH, SOUTH, Newsroom

from flows import curate as curate_flow
from tasks import reconcile as reconcile_task
from tasks.check import Verdict
from tasks.judge import judged_by
from tasks.lake import Stage
from tasks.reconcile import reconciled_by
from tasks.reconciling import Lookup, Memory, Regrouped
from tasks.tables import CONTENT

WEST = "Denmark sends a ship\n\nDenmark will send 90 sailors to the Gulf of Guinea by May 1, 2022, the navy said.\n"
SOUTH_AGAIN = SOUTH.replace("450", "455").replace("Ingrid", "Inger")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory, prefect: str) -> tuple[Newsroom, list[bool], Newsroom]:
    """A newsroom after two runs, of which each is known whether it remembered a lake, and the same lake rebuilt."""
    folder = tmp_path_factory.mktemp("incremental")
    room, rebuilt, known = Newsroom(folder, folder / "raw"), Newsroom(folder / "rebuilt", folder / "raw"), []
    regroup = reconcile_task.regroup

    def watched(memory: Memory, prints: Mapping[str, str], lookup: Lookup, reconciled_by: str) -> Regrouped:
        known.append(bool(memory.prints))
        return regroup(memory, prints, lookup, reconciled_by)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curate_flow, "check", lambda *_: Verdict({}, (), ()))
        patch.setattr(reconcile_task, "regroup", watched)
        for name, text in {"north.txt": NORTH, "south.txt": SOUTH, "gone.txt": SOUTH_AGAIN}.items():
            room.write(name, text)
        room.run()
        room.write("east.txt", EAST)
        room.write("west.txt", WEST)
        room.write("south.txt", SOUTH_AGAIN)
        (room.raw / "gone.txt").unlink()
        room.run()
    shutil.copytree(room.curated, rebuilt.curated)
    reconciled_anew(rebuilt, folder / "nothing.pickle")
    return room, known, rebuilt


def reconciled_anew(room: Newsroom, memory: Path) -> None:
    stage = Stage.open(room.lake, "rebuild")
    reconcile_task.reconcile.fn(room.lake, stage, reconciled_by(judged_by(())), memory)
    room.lake.publish(stage, "rebuild", "test", refresh=False)


def test_a_run_remembers_the_one_that_published_its_lake(runs: tuple[Newsroom, list[bool], Newsroom]) -> None:
    assert runs[1] == [False, True]


def test_a_run_that_remembers_and_a_rebuild_give_the_same_rows(runs: tuple[Newsroom, list[bool], Newsroom]) -> None:
    room, _, rebuilt = runs
    assert [table.name for table in CONTENT if room.content()[table.name] != rebuilt.content()[table.name]] == []
