"""Solved series: which pairs belong together, which certainly do not, and what each pair weighs.

A label says that offences were done by the same; it is read here, and leaves nothing behind but pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

_MOST_TRAINING = 20_000_000
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Training:
    """Pairs to learn from, their weight, how many of the first are linked; how many series have how many offences."""

    first: Rows
    second: Rows
    weight: Numbers
    linked: int
    sizes: dict[int, int]
    solved: NDArray[np.bool_]


def labels_of(series: Sequence[Any] | NDArray[Any], rows: int) -> dict[str, list[int]]:
    """The rows of each label, without saying whose it is; a row may have no label, one, or a tuple of them."""
    found: dict[str, list[int]] = defaultdict(list)
    refuse_unless(
        not np.ma.is_masked(series) and len(series) == rows,
        _("The columns {names} differ in length."),
        _("Give one value for each row in each of them."),
        names="x, series",
        column="series",
    )
    for row, given in enumerate(series):
        for label in given if isinstance(given, tuple | list) else [given]:
            if label is not None and label == label and str(label) not in ("", "nan"):  # noqa: PLR0124  nan is not itself
                found[str(label)].append(row)
    return {label: sorted(set(held)) for label, held in found.items()}


def training(held: dict[str, list[int]], middle: Numbers, within_days: float) -> Training:
    """Pairs of solved offences within so many days.

    Linked pairs weigh 1 in all for each series, the least where a pair is in two. Unlinked are all pairs of two
    groups that no label joins, weighing 1 for each two groups: what crimelinkage draws by chance, without chance.
    """
    reach = within_days * 24
    weights = _linked(held, middle, reach)
    refuse_unless(
        bool(weights),
        _("No two solved offences belong to one series."),
        _("Give the series of solved offences with --series or --solved; at least some must have two or more."),
        column="series",
    )
    group, rows = _groups(held, middle.size)
    size = np.bincount(group[rows], minlength=1)
    pairs = rows.size * (rows.size - 1) // 2
    refuse_unless(
        pairs <= _MOST_TRAINING,
        _("{pairs} million pairs of solved offences are more than the {limit} million to learn from."),
        _("Give solved offences of a shorter period."),
        column="series",
        pairs=f"{pairs / 1e6:,.0f}",
        limit=_MOST_TRAINING // 1_000_000,
    )
    one, other = (rows[each] for each in np.triu_indices(rows.size, 1))
    apart = (group[one] != group[other]) & (np.abs(middle[one] - middle[other]) <= reach)
    one, other = one[apart], other[apart]
    refuse_unless(
        bool(one.size),
        _("All solved offences belong together."),
        _("Give solved offences of different series, so that there is something to compare with."),
        column="series",
    )
    linked = np.array(list(weights), np.int64).reshape(-1, 2)
    weight = np.concatenate([list(weights.values()), 1 / (size[group[one]] * size[group[other]])])
    sizes = Counter(len(each) for each in held.values())
    solved = np.zeros(middle.size, bool)
    solved[rows] = True
    return Training(
        np.concatenate([linked[:, 0], one]),
        np.concatenate([linked[:, 1], other]),
        weight,
        len(linked),
        dict(sorted(sizes.items())),
        solved,
    )


def _linked(held: dict[str, list[int]], middle: Numbers, reach: float) -> dict[tuple[int, int], float]:
    weights: dict[tuple[int, int], float] = {}
    for rows in held.values():
        near = [pair for pair in combinations(rows, 2) if abs(middle[pair[0]] - middle[pair[1]]) <= reach]
        for pair in near:
            weights[pair] = min(weights.get(pair, 1.0), 1 / len(near))
    return dict(sorted(weights.items()))


def _groups(held: dict[str, list[int]], rows: int) -> tuple[Rows, Rows]:
    """For each row the group of everything that labels join, and which rows have a label at all."""
    from scipy.sparse import coo_array  # late: scipy costs 0.1 s at start-up
    from scipy.sparse.csgraph import connected_components

    links = [(label, row) for label, each in enumerate(held.values()) for row in each]
    label, row = np.array(links, np.int64).T
    size = rows + len(held)
    joined = coo_array((np.ones(row.size), (label + rows, row)), shape=(size, size))
    return connected_components(joined, directed=False)[1][:rows].astype(np.int64), np.unique(row)
