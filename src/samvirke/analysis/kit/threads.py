"""Shares work out over threads; each piece is worked on alone, so that the number of threads changes nothing.

Compiled code without threads of its own is ready seconds sooner than code with them, and runs as fast where a piece of
work takes a millisecond or more. It has to let go of Python's lock (`nogil=True`).
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numba
import numpy as np

_AT_LEAST, _FOR_EACH = 64, 4


def in_threads(work: Callable[[int], None], pieces: int) -> None:
    """Call `work` with the number of each piece, on as many threads as numba has been told."""
    threads = min(numba.get_num_threads(), pieces)
    if threads < 2:
        for piece in range(pieces):
            work(piece)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, range(pieces)))


def in_parts(work: Callable[[slice], None], rows: int, pieces: int = 0) -> None:
    """Call `work` with slices that together are all rows: so many, or as many as rows of little work are worth."""
    many = min(pieces, rows) or max(1, min(numba.get_num_threads() * _FOR_EACH, rows // _AT_LEAST))
    ends = np.linspace(0, rows, many + 1).astype(int).tolist()
    in_threads(lambda part: work(slice(ends[part], ends[part + 1])), many)
