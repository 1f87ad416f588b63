from pathlib import Path

from benchmarks.quality.__main__ import FIGURES, FLOORS, main
from benchmarks.quality.figures import Figure, Measured, below, load, raised, read_floors
from benchmarks.quality.sets import SETS

VALUE = Figure("numbers", "value F1", ("value_prf", 2))
FLOOR = {"numbers: value F1": 80.0, "dates: value F1": 70.0}


def test_a_figure_is_read_where_the_scorer_has_it() -> None:
    assert VALUE.of({"value_prf": [90.0, 80.0, 84.7]}) == 84.7
    assert Figure("story", "decoys left alone", ("taken", 2), complement=True).of({"taken": [1, 20, 5.0]}) == 95.0


def test_a_figure_below_its_floor_is_named() -> None:
    (line,) = below([Measured(VALUE, 79.9, None)], FLOOR)
    assert "numbers: value F1 is 79.9, below its floor of 80.0" in line
    assert below([Measured(VALUE, 80.0, None)], FLOOR) == []


def test_floors_only_rise() -> None:
    assert raised([Measured(VALUE, 79.0, None)], FLOOR)["numbers: value F1"] == 80.0
    higher = raised([Measured(VALUE, 85.0, None)], FLOOR)
    assert higher == {"dates: value F1": 70.0, "numbers: value F1": 84.0}


def test_every_figure_belongs_to_a_set_and_every_set_has_one() -> None:
    assert {figure.set for figure in load(FIGURES)} == {dev_set.name for dev_set in SETS}


def test_every_floor_is_that_of_a_figure() -> None:
    assert set(read_floors(FLOORS)) <= {figure.key for figure in load(FIGURES)}


def test_without_the_shared_data_the_benchmark_says_so(tmp_path: Path, capsys) -> None:
    assert main(["--bench", str(tmp_path)]) == 0
    assert "bench-quality skipped" in capsys.readouterr().out
