"""Local statistics the slow way: every set of neighbours that could have been, counted one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np


def neighbours(x, y, contiguity):
    """For each place its neighbours, by looking at every pair."""
    reach = float(contiguity.split(":")[1]) if ":" in contiguity else None

    def near(i, j):
        across, up = abs(x[i] - x[j]), abs(y[i] - y[j])
        if reach:
            return across**2 + up**2 <= reach**2
        return max(across, up) <= 1 if contiguity == "queen" else across + up <= 1

    return [[j for j in range(len(x)) if j != i and near(i, j)] for i in range(len(x))]


def tails(count, around):
    """The exact share of all possible neighbours that have at least, and at most, what the real ones have."""
    found = []
    for i, mine in enumerate(around):
        others = [count[j] for j in range(len(count)) if j != i]
        sums = [sum(drawn) for drawn in combinations(others, len(mine))]
        total = sum(count[j] for j in mine)
        found.append(
            [
                Fraction(sum(each >= total for each in sums), len(sums)),
                Fraction(sum(each <= total for each in sums), len(sums)),
            ]
        )
    return np.array(found, float).T


def shuffled_tails(count, around, table):
    """In how many draws of a table the neighbours have at least, and at most, what the real ones have."""
    found = []
    for i, mine in enumerate(around):
        others = np.delete(count, i)
        sums = others[table[:, : len(mine)]].sum(axis=1)
        total = sum(count[j] for j in mine)
        found.append([(sums >= total).sum(), (sums <= total).sum()])
    return np.array(found).T


def gi_star_z(count, around):
    """Getis and Ord's formula, as it is printed."""
    n, mean, spread = len(count), np.mean(count), np.std(count)
    z = []
    for i, mine in enumerate(around):
        w = len(mine) + 1
        held = sum(count[j] for j in mine) + count[i]
        z.append((held - mean * w) / (spread * np.sqrt((n * w - w * w) / (n - 1))))
    return np.array(z)


def moran(count, around):
    """Anselin's local Moran with row-standardised weights."""
    z = (count - np.mean(count)) / np.std(count)
    near = [np.mean(z[mine]) if mine else 0.0 for mine in around]
    return (len(count) - 1) * z * near / (z**2).sum()
