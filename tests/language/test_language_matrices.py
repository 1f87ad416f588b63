import numpy as np
import pytest
from thinc.api import NumpyOps

from tasks.language.components.matrices import Matrices
from tasks.language.pipeline import DEFAULT_MODEL, load

WIDTHS = [(288, 288), (576, 288), (96, 64), (64, 1024), (96, 50)]


def arrays(rows: int, width: int, out: int) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(rows)
    return chance.standard_normal((rows, width), dtype=np.float32), chance.standard_normal((out, width), np.float32)


@pytest.mark.parametrize(("width", "out"), WIDTHS)
def test_a_row_has_the_same_product_whatever_stands_beside_it(width: int, out: int) -> None:
    left, right = arrays(3000, width, out)
    whole = Matrices().gemm(left, right, trans2=True)
    for rows in (1, 2, 3, 7, 16, 63, 64, 65, 500, 2001):
        part = Matrices().gemm(left[5 : 5 + rows], right, trans2=True)
        assert np.array_equal(part, whole[5 : 5 + rows])


@pytest.mark.parametrize("rows", [0, 1, 20, 4000])
def test_products_are_those_of_thinc(rows: int) -> None:
    left, right = arrays(rows, 288, 96)
    theirs = NumpyOps().gemm(left, right, trans2=True)
    assert np.allclose(Matrices().gemm(left, right, trans2=True), theirs, atol=1e-4)
    assert np.allclose(Matrices().gemm(right, left, trans2=True), theirs.T, atol=1e-4)


def test_a_product_is_written_where_it_is_asked_for() -> None:
    left, right = arrays(10, 96, 50)
    out = np.zeros((10, 50), dtype=np.float32)
    assert Matrices().gemm(left, right, out=out, trans2=True) is out
    assert np.array_equal(out, Matrices().gemm(left, right, trans2=True))


def test_every_layer_of_the_pipeline_multiplies_so() -> None:
    pipeline = load(DEFAULT_MODEL)
    layers = [
        layer for name in ("tok2vec", "tagger", "parser", "ner") for layer in pipeline.get_pipe(name).model.walk()
    ]
    assert layers and all(isinstance(layer.ops, Matrices) for layer in layers)
