"""How many false alarms a year the weekly looks raise where nothing happens, beside how many were promised.

How to read it: so many invented districts are made in which each offence type keeps its places, seasons and hours for
four years and nothing else goes on; then the weekly looks of the last year are made in each, as the program makes
them. Whatever is raised is false. A row holds one promise against the alarms (type × week) and the signals (alarms
that continue one another are one) that came in a year, with the 95 % interval of the mean over districts. The
promise is about alarms; signals are fewer. Burglaries come in two ways: each home by chance, and with the repeats
that real homes have, which are no chance: they are not what the permutation model calls nothing.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import repeat

import numpy as np

from samvirke.analysis.simulation import demo_parameters, simulate
from samvirke.foundation.period import read_period
from samvirke.insight.emerging.engine.promise import WEEK, Promise
from samvirke.insight.emerging.engine.same import Last, grown_from
from samvirke.insight.emerging.engine.scanned import PAST_WEEKS, Found, Rows, scanned
from samvirke.registers.places.schematic import built_shapes

PROMISES = (0.25, 0.5, 1.0, 2.0, 4.0)
TYPES = ("burglary-home", "robbery", "collision-injury")
PLACES = (730, 710, 707)  # three municipalities keep 200 districts within minutes
UNTIL, LOOKS = date(2024, 6, 30), 52


@dataclass(frozen=True)
class Raised:
    """What the looks of one district raised under one promise: alarms and signals, and alarms by type."""

    alarms: int
    signals: int
    by_type: tuple[int, ...]


class Deals(Promise):
    """A promise whose p is told as finely as the strictest row needs."""

    @property
    def deals(self) -> int:
        """As many as the strictest promise asks for."""
        return Promise(min(PROMISES), self.series).deals


def district(seed: int, repeats: bool) -> dict[str, Rows]:
    """Four years of a district in which nothing happens, by type."""
    demo = demo_parameters()
    chosen = replace(
        demo,
        quarters=tuple(read_period("2024Q2").back(17)),
        municipalities=PLACES,
        towns=tuple(one for one in demo.towns if one.municipality in PLACES),
        nightlife=tuple(one for one in demo.nightlife if one.municipality in PLACES),
        kinds=tuple(kind for kind in demo.kinds if kind.name in TYPES),
        focus=(),
        rate_changes=(),
        moves=(),
        repeat_share=demo.repeat_share if repeats else 0.0,
        seed=seed,
        young={},
    )
    shapes = {code: shape for code, shape in built_shapes().items() if code in PLACES}
    rows = simulate(chosen, shapes, chosen.generator()).rows
    kinds = np.array(chosen.kind_of_code)[rows.code]
    columns = (
        rows.east.astype(float),
        rows.north.astype(float),
        rows.reported.astype("datetime64[D]").astype(np.int64),
        rows.municipality.astype(np.int64),
        np.where(rows.dwelling < 0, "", rows.dwelling.astype(str)),
    )
    return {name: Rows(*(column[kinds == name] for column in columns)) for name in TYPES}


def looks(by_type: dict[str, Rows]) -> list[list[Found]]:
    """A year of looks under the most lenient promise; whoever promises less keeps the rarer ones."""
    promise = Deals(max(PROMISES), len(TYPES))
    return [
        [found for name, rows in by_type.items() for found in scanned(name, seen(rows, until), until, promise)]
        for until in weeks()
    ]


def weeks() -> Iterator[date]:
    """The Sundays of the year."""
    return (UNTIL - timedelta(weeks=ago) for ago in range(LOOKS - 1, -1, -1))


def seen(rows: Rows, until: date) -> Rows:
    """What a look of that day reads."""
    last = (until - date(1970, 1, 1)).days
    return rows.only((rows.day <= last) & (rows.day > last - PAST_WEEKS * WEEK))


def raised(found: list[list[Found]], promised: float) -> Raised:
    """The alarms of a year under a promise, and how many signals they are."""
    line, known, alarms = Promise(promised, len(TYPES)).alarm_p, {}, []
    for week in found:
        rare = [one for one in week if one.p <= line]
        before = list(known.values())
        for one in rare:
            number = grown_from(one, before)
            number = len(known) if number is None else number
            known[number] = Last(number, one.category, one.municipality, one.x, one.y, one.radius, one.until)
            alarms.append((one.category, one.until))
    distinct = set(alarms)
    by_type = tuple(sum(name == each for each, _until in distinct) for name in TYPES)
    return Raised(len(distinct), len(known), by_type)


def of_district(seed: int, repeats: bool) -> dict[float, Raised]:
    """One district's year under every promise."""
    found = looks(district(seed, repeats))
    return {promised: raised(found, promised) for promised in PROMISES}


def interval(values: list[int]) -> tuple[float, float, float]:
    """The mean a year, and the 95 % interval of the mean over districts."""
    mean, spread = float(np.mean(values)), float(np.std(values, ddof=1)) / len(values) ** 0.5
    return mean, max(mean - 1.96 * spread, 0.0), mean + 1.96 * spread


def table(districts: list[dict[float, Raised]]) -> None:
    """Print a row for each promise."""
    print("| promised at most | alarms a year | signals a year | " + " | ".join(TYPES) + " |")
    print("|---|---|---|" + "---|" * len(TYPES))
    for promised in PROMISES:
        rows = [one[promised] for one in districts]
        told = [interval([row.alarms for row in rows]), interval([row.signals for row in rows])]
        types = [np.mean([row.by_type[place] for row in rows]) for place in range(len(TYPES))]
        cells = [f"{mean:.2f} ({low:.2f}–{high:.2f})" for mean, low, high in told]
        print(f"| {promised:g} | " + " | ".join([*cells, *(f"{each:.2f}" for each in types)]) + " |")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--districts", type=int, default=200)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--repeats", action="store_true", help="let homes be burgled again, as real ones are")
    chosen = asked.parse_args()
    began = time.perf_counter()
    with ProcessPoolExecutor(chosen.processes) as pool:
        found = list(pool.map(of_district, range(1, chosen.districts + 1), repeat(chosen.repeats)))
    table(found)
    print(f"\n{chosen.districts} districts, {LOOKS} looks each, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
