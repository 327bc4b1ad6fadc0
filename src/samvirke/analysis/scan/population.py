"""Cases to be expected from populations that are counted now and then: by age, sex or what else they are counted by."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Days, Numbers


def standardised(dates: Days, exact: NDArray[np.bool_], people: Numbers, cases: Numbers, begins: Days) -> Numbers:
    """Expected cases by place and interval: each group's overall rate times its people there and then.

    `people[place, group, date]` lived there at the beginning of each of the rising `dates`. Between two dates their
    number changes evenly; before the first and after the last it stays; where a date is `exact` it holds for that
    whole day. `cases[group]` are those of the whole study, whose intervals are bounded by `begins`.
    """
    at, kept = _points(dates, exact)
    spent = _person_days(at.astype(float), people[:, :, kept], begins.astype(float))
    whole = spent.sum(axis=(0, 2))
    rate = np.divide(cases, whole, out=np.zeros(len(cases)), where=whole > 0)
    return np.asarray(np.einsum("pgt,g->pt", spent, rate))


def _points(dates: Days, exact: NDArray[np.bool_]) -> tuple[Days, Days]:
    """Where the number of people is known: at each date, and at the next day's beginning if it was exact."""
    at, kept = [], []
    for position, (date, whole_day) in enumerate(zip(dates.tolist(), exact.tolist(), strict=True)):
        for point in [date, date + 1] if whole_day else [date]:
            at.append(point)
            kept.append(position)
    return np.array(at, np.int64), np.array(kept, np.int64)


def _person_days(at: Numbers, people: Numbers, edges: Numbers) -> Numbers:
    """The days lived between each edge and the next, by the trapezoids under a line from point to point."""
    before, after = min(at[0], edges[0]) - 1, max(at[-1], edges[-1]) + 1
    at = np.concatenate([[before], at, [after]])
    people = np.concatenate([people[:, :, :1], people, people[:, :, -1:]], axis=2)
    upto = np.zeros(people.shape)
    upto[:, :, 1:] = np.cumsum((people[:, :, 1:] + people[:, :, :-1]) / 2 * np.diff(at), axis=2)
    last = np.clip(np.searchsorted(at, edges, side="right") - 1, 0, len(at) - 2)
    into = edges - at[last]
    share = into / (at[last + 1] - at[last])
    here = people[:, :, last] + share * (people[:, :, last + 1] - people[:, :, last])
    lived = upto[:, :, last] + into * (people[:, :, last] + here) / 2
    return np.asarray(np.diff(lived, axis=2))
