"""Invented reports for the looks: even noise over squares and days, and a cluster where a test wants one."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
from tests.insight.written_file import Row

from samvirke.insight.emerging.engine.scanned import Rows

UNTIL = date(2024, 6, 30)


def noise(seed: int, number: int = 600, until: date = UNTIL, homes: bool = False) -> Rows:
    """Reports of three years anywhere in ten kilometres."""
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(0, 10_000, number), rng.uniform(0, 10_000, number)
    last = (until - date(1970, 1, 1)).days
    day = last - rng.integers(0, 156 * 7, number)
    names = np.array([f"home {each}" if homes else "" for each in range(number)])
    return Rows(x, y, day, np.full(number, 998), names)


def with_cluster(rows: Rows, number: int = 8, spread: float = 150.0, until: date = UNTIL, dwelling: str = "") -> Rows:
    """So many more in one square in the last three weeks; with a `dwelling`, all of them in one home."""
    rng = np.random.default_rng(9)
    last = (until - date(1970, 1, 1)).days
    spot = rng.uniform(-spread, spread, (number, 2)) if spread else np.zeros((number, 2))
    return Rows(
        np.append(rows.x, 4250 + spot[:, 0]),
        np.append(rows.y, 6250 + spot[:, 1]),
        np.append(rows.day, last - rng.integers(0, 21, number)),
        np.append(rows.municipality, np.full(number, 999)),
        np.append(rows.dwelling, np.full(number, dwelling)),
    )


def reported(seed: int = 3, number: int = 300, cluster: int = 7, until: date = UNTIL) -> list[Row]:
    """Rows of a file: burglaries of three years in the Fjord District, and a cluster in the last three weeks."""
    rng = np.random.default_rng(seed)
    spots = rng.uniform(0, 12_000, (number, 2)).astype(int)
    days = rng.integers(1, 156 * 7, number)
    rows = [
        Row(until - timedelta(days=int(ago)), x=540_000 + int(x), y=6_140_000 + int(y))
        for ago, (x, y) in zip(days, spots, strict=True)
    ]
    near = rng.integers(0, 400, (cluster, 2))
    return rows + [
        Row(until - timedelta(days=2 * place), x=545_050 + int(x), y=6_145_050 + int(y))
        for place, (x, y) in enumerate(near)
    ]
