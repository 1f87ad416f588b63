"""Matrix products by NumPy's own linear algebra (OpenBLAS in its wheels), on one core, whatever the batch.

thinc multiplies with BLIS, which on processors that it does not know falls back to code three times slower
(AMD EPYC 9004, thinc 8.3, blis 1.3: 33 against 95 GFLOPS); half of an analysis is such products. A second thread gains
nothing on products of this size and spins while it waits, so OpenBLAS is told to use one.
"""

import ctypes
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, NumpyOps

Matrix = NDArray[np.float32]
# OpenBLAS 0.3 has kernels of its own for products of up to 1,000,000 multiplications, which round otherwise than the
# large ones do. A row's values may not depend on how many rows stand beside it (law 5): small products are filled up.
_LARGE = 2_000_000
# What the function is called in NumPy's wheels, and in builds of others.
_SET_THREADS = ("scipy_openblas_set_num_threads64_", "openblas_set_num_threads64_", "openblas_set_num_threads")


class Matrices(NumpyOps):  # type: ignore[misc]  # compiled, without types
    """thinc's operations on arrays, but for ``gemm``."""

    def gemm(
        self, x: Matrix, y: Matrix, *, out: Matrix | None = None, trans1: bool = False, trans2: bool = False
    ) -> Matrix:
        """The product of ``x`` and ``y`` (``trans1``, ``trans2``: each turned first), into ``out`` if it is given."""
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        rows, least = len(left), _LARGE // max(1, right.size) + 1
        if rows < least:
            left = np.concatenate([left, np.zeros((least - rows, left.shape[1]), dtype=left.dtype)])
        product: Matrix = np.dot(left, right)[:rows]
        if out is None:
            return product
        out[:] = product
        return out


def multiply_with_numpy(model: Model[Any, Any]) -> None:
    """Let a model and all of its layers use :class:`Matrices`."""
    _use_one_thread()
    for layer in model.walk():
        layer.ops = Matrices()


def _use_one_thread() -> None:
    library = ctypes.CDLL(import_module("numpy._core._multiarray_umath").__file__)
    for name in _SET_THREADS:
        if hasattr(library, name):
            getattr(library, name)(1)
