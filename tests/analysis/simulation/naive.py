"""Second, plain ways to look for what has been planted: slow, short, and written without the analyses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincinv

FEWEST, WIDEST = 5, 4.0


def quarterly(district) -> NDArray[np.int64]:
    """Rows by kind × municipality × quarter of report, counted from the rows."""
    parameters = district.parameters
    kinds = [kind.name for kind in parameters.kinds]
    found = np.zeros((len(kinds), len(parameters.municipalities), len(parameters.quarters)), np.int64)
    day = district.rows.reported.astype("datetime64[D]")
    edges = np.array([np.datetime64(each.first) for each in parameters.quarters])
    kind_of_code = np.array([kinds.index(name) for name in parameters.kind_of_code])
    code = {code: position for position, code in enumerate(parameters.municipalities)}
    municipality = np.array([code[each] for each in district.rows.municipality.tolist()])
    np.add.at(found, (kind_of_code[district.rows.code], municipality, np.searchsorted(edges, day, side="right") - 1), 1)
    return found


def exact_interval(before: int, after: int) -> tuple[float, float]:
    """Exact conditional 95 % interval of the ratio of two Poisson counts."""
    low = float(betaincinv(after, before + 1, 0.025)) if after else 0.0
    high = 1 - float(betaincinv(before, after + 1, 0.025)) if before else 1.0
    return low / (1 - low), high / (1 - high) if high < 1 else float("inf")


def exact_p(before: int, after: int) -> float:
    """Two-sided exact conditional p of no change: twice the smaller binomial tail."""
    many = float(betainc(after, before + 1, 0.5)) if after else 1.0
    few = float(betainc(before, after + 1, 0.5)) if before else 1.0
    return min(1.0, 2 * min(many, few))


def verdict(before: int, after: int) -> str:
    """The pack's word for a change."""
    low, high = exact_interval(before, after)
    if min(before, after) < FEWEST or high > WIDEST * low:
        return "too-few"
    return "certain-fall" if high < 1 else "certain-rise" if low > 1 else "uncertain"


def holm(p_values: list[float], level: float = 0.05) -> list[bool]:
    """Which of several p-values stand when all are looked at."""
    stands, order = [False] * len(p_values), sorted(range(len(p_values)), key=lambda row: p_values[row])
    for step, row in enumerate(order):
        if p_values[row] > level / (len(p_values) - step):
            break
        stands[row] = True
    return stands


def knox(points: NDArray, day: NDArray, metres: float, days: int, shuffles: int, generator) -> tuple[int, float, float]:
    """Pairs close in space and time, how many were to be expected, and how often chance gives as many."""
    first, second = np.triu_indices(len(points), 1)
    close = np.hypot(*(points[first] - points[second]).T) <= metres
    first, second = first[close], second[close]

    def pairs(when: NDArray) -> int:
        return int((np.abs(when[first] - when[second]) <= days).sum())

    observed = pairs(day)
    by_chance = np.array([pairs(generator.permutation(day)) for _ in range(shuffles)])
    return observed, float(by_chance.mean()), (1 + int((by_chance >= observed).sum())) / (1 + shuffles)


def within(district, east: float, north: float, metres: float) -> NDArray[np.bool_]:
    """Rows at most so far from a point."""
    return np.hypot(district.rows.east - east, district.rows.north - north) <= metres


def of_kind(district, *kinds: str) -> NDArray[np.bool_]:
    """Rows of these kinds."""
    return np.isin(district.kind, kinds)


def reported_between(district, first: str, after: str) -> NDArray[np.bool_]:
    """Rows reported from the first day up to, and not on, the day after the last."""
    return (district.rows.reported >= np.datetime64(first)) & (district.rows.reported < np.datetime64(after))


def on_friday_night(district) -> NDArray[np.bool_]:
    """Rows that began on a Friday from 23 or before 4 the next morning."""
    # Counted from 23, the evening and its small hours are the first five hours of one day.
    shifted = district.rows.starts - np.timedelta64(23 * 60, "m")
    hours = shifted.astype("datetime64[h]").astype(np.int64) + 3 * 24
    return ((hours // 24) % 7 == 4) & (hours % 24 < 5)
