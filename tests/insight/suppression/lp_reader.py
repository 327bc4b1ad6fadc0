"""A reader with a solver: within which ends must each hidden number lie, by everything that was ever published?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

WIDE, _FIRST_TRIES, _SLACK = 3, 12, 1e-6
# No district has more of one thing in a quarter; a sum of which nothing is told has no other upper end.
_NO_MORE = 1e5
Sum = tuple[Hashable, ...]


@dataclass
class Published:
    """What is known: sums of unknown numbers that are told, and ends of those that are not (hidden or said few)."""

    told: dict[Sum, float] = field(default_factory=dict)
    hidden: dict[Sum, tuple[float, float]] = field(default_factory=dict)

    def tell(self, parts: Iterable[Hashable], value: float) -> None:
        """A sum is told; what was told before must still be true."""
        name = tuple(parts)
        assert self.told.setdefault(name, value) == value

    def hide(self, parts: Iterable[Hashable], low: float = 0, high: float = np.inf) -> None:
        """A sum is hidden, and said to lie between these ends."""
        name = tuple(parts)
        before = self.hidden.get(name, (0, np.inf))
        self.hidden[name] = (max(low, before[0]), min(high, before[1]))


def narrow(published: Published, seed: int) -> dict[Sum, float]:
    """How wide an interval the solver leaves around each hidden sum that it narrows to less than `WIDE`; 0 is exact."""
    hidden = [name for name in published.hidden if name not in published.told]
    if not hidden:
        return {}
    solver = _Solver(published, hidden)
    generator = np.random.default_rng(seed)
    low, high = np.full(len(hidden), np.inf), np.full(len(hidden), -np.inf)
    # Every answer to any question says something of all the hidden ones; few have to be asked about alone.
    for _try in range(_FIRST_TRIES):
        weights = generator.normal(size=len(hidden))
        for sign in (1, -1):
            low, high = _widened(low, high, solver.values(sign * weights))
    for position in np.flatnonzero(high - low < WIDE):
        weights = np.zeros(len(hidden))
        weights[position] = 1
        for sign in (1, -1):
            if high[position] - low[position] < WIDE:
                low, high = _widened(low, high, solver.values(sign * weights))
    return {hidden[at]: float(high[at] - low[at]) for at in np.flatnonzero(high - low < WIDE - _SLACK)}


class _Solver:
    def __init__(self, published: Published, hidden: Sequence[Sum]) -> None:
        names = {part for one in (*published.told, *hidden) for part in one}
        self._at = {name: number for number, name in enumerate(sorted(names, key=repr))}
        self._hidden = self._matrix(hidden)
        self._equal, self._told = self._matrix(list(published.told)), np.array(list(published.told.values()))
        ends = np.array([published.hidden[name] for name in hidden])
        has_low, has_high = ends[:, 0] > 0, np.isfinite(ends[:, 1])
        self._below = vstack([self._hidden[np.flatnonzero(has_high)], -self._hidden[np.flatnonzero(has_low)]])
        self._most = np.concatenate([ends[has_high, 1], -ends[has_low, 0]])

    def _matrix(self, sums: Sequence[Sum]) -> csr_array:
        rows = [(row, self._at[part]) for row, one in enumerate(sums) for part in one]
        places = np.array(rows, dtype=int).reshape(-1, 2)
        return csr_array((np.ones(len(rows)), (places[:, 0], places[:, 1])), shape=(len(sums), len(self._at)))

    def values(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """The hidden sums where the weighted one of them is smallest."""
        found = linprog(
            weights @ self._hidden, A_eq=self._equal, b_eq=self._told, A_ub=self._below, b_ub=self._most,
            bounds=(0, _NO_MORE), method="highs",
        )  # fmt: skip
        assert found.status == 0, found.message
        return np.asarray(self._hidden @ found.x)


def _widened(
    low: NDArray[np.float64], high: NDArray[np.float64], values: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return np.minimum(low, values), np.maximum(high, values)


def widths_said(found: Mapping[Sum, float]) -> str:
    """How many there are of each width, for the failure of a test."""
    return ", ".join(f"{name}: {width:.1f}" for name, width in list(found.items())[:5])
