"""Scans beside their peers: the same best cluster first, then the time for 999 shuffles.

How to read it: SaTScan is raced where its program is named (`--satscan PATH`); no registry carries it. R's smerc and
SpatialEpi are raced where R has them. Otherwise the peer is a plain scan in numpy, as one would write it in an
afternoon: that is a floor, not a rival. It is given few shuffles and scaled; the row says from how many.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from _side_by_side import Table, growth, timed

from samvirke.analysis.scan import Plan, scanned
from samvirke.analysis.scan.study import Places, Study

SHUFFLES = 999
DAY_ONE = np.datetime64("2023-01-01")


@dataclass(frozen=True)
class Task:
    """One scan to be timed."""

    title: str
    study: Study
    plan: Plan
    when: str
    few: int


def study(model: str, n: int, side: int, days: int, seed: int = 1) -> Study:
    """Cases on a lattice of side × side places, 500 metres apart, of very unequal size."""
    rng = np.random.default_rng(seed)
    size = rng.gamma(0.7, 1, side * side)
    place, day = rng.choice(side * side, n, p=size / size.sum()), rng.integers(0, days, n)
    used, place = np.unique(place, return_inverse=True)
    used, place = (used, place) if model == "permutation" else (np.arange(side * side), used[place])
    where = np.column_stack([used // side, used % side]) * 500.0
    behind = size[:, None] / size.sum() * np.full(days, n / days) if model == "poisson" else None
    names = tuple((str(each),) for each in used.tolist())
    places = Places(names, where, where, np.arange(len(used)), 0.001)
    begins = tuple(str(DAY_ONE + each) for each in range(days + 1))
    return Study(model, places, np.sort(place * days + day), days, behind, begins)


def tasks(most: float) -> list[Task]:
    """What is timed."""
    alive = Plan(reach=3000.0, longest=28, ends_from=365, dealt_ends_from=365, shuffles=SHUFFLES)
    found = [
        Task(f"permutation, prospective, {n:,} cases", study("permutation", n, side, 365), alive, "prospective", few)
        for n, side, few in ((2_000, 30, 3), (10_000, 40, 2), (50_000, 50, 1))
        if n <= most
    ]
    any_time = replace(alive, ends_from=1, dealt_ends_from=1)
    found.append(
        Task(
            "permutation, retrospective, 2,000 cases",
            study("permutation", 2_000, 30, 365),
            any_time,
            "retrospective",
            0,
        )
    )
    found.append(
        Task(
            "poisson, spatial, 289 places, 1,000 cases",
            study("poisson", 1_000, 17, 1),
            Plan(shuffles=SHUFFLES),
            "spatial",
            99,
        )
    )
    return found


def plain(task: Task, shuffles: int) -> float:
    """The scan with numpy: for each centre the cases of growing circles by cumulated sums; gives the best ratio."""
    made, plan = task.study, task.plan
    windows, where, total = plan.windows(made.intervals, plan.ends_from), made.places.where, float(made.cases)
    place, day = made.cells // made.intervals, made.cells % made.intervals
    rng, best = np.random.default_rng(1), []
    for shuffle in range(shuffles + 1):
        if made.measure is None:
            cells = place * made.intervals + (rng.permutation(day) if shuffle else day)
        else:
            weights = made.measure.ravel() / made.measure.sum()
            cells = rng.choice(weights.size, made.cases, p=weights) if shuffle else made.cells
        held = np.bincount(cells, minlength=len(where) * made.intervals).reshape(-1, made.intervals)
        days = np.concatenate([[0], np.cumsum(held.sum(axis=0))])
        highest = 0.0
        for centre in where:
            apart = np.hypot(*(where - centre).T)
            order = np.argsort(apart, kind="stable")
            order = order[: np.searchsorted(apart[order], plan.reach, "right")]
            order = order[: np.searchsorted(np.cumsum(made.behind[order]), plan.share * made.behind.sum(), "right")]
            inside = np.zeros((order.size, made.intervals + 1))
            inside[:, 1:] = held[order].cumsum(axis=0).cumsum(axis=1)
            count = inside[:, windows[1]] - inside[:, windows[0]]
            grown = np.cumsum(made.behind[order])[:, None]
            mean = grown * (days[windows[1]] - days[windows[0]]) / total if made.measure is None else grown
            with np.errstate(divide="ignore", invalid="ignore"):
                rest = np.where(count < total, (total - count) * np.log((total - count) / (total - mean)), 0)
                level = np.where((count > mean) & (count > 1), count * np.log(count / mean) + rest, 0)
            highest = max(highest, float(level.max(initial=0.0)))
        best.append(highest)
    return best[0]


def satscan(task: Task, program: str) -> tuple[float, float]:
    """Seconds and best ratio of SaTScan itself, all its processors working, files written beforehand."""
    made, plan = task.study, task.plan
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        held = np.unique(made.cells, return_counts=True)
        rows = [(c // made.intervals, c % made.intervals, n) for c, n in zip(*(e.tolist() for e in held), strict=True)]
        day = [str(each).replace("-", "/") for each in made.begins]
        (path / "a.cas").write_text("".join(f"{p} {n} {day[d]}\n" for p, d, n in rows))
        (path / "a.geo").write_text("".join(f"{i} {x} {y}\n" for i, (x, y) in enumerate(made.places.where.tolist())))
        if made.measure is not None:
            people = (made.measure.sum(axis=1) * 1e6).astype(int).tolist()
            (path / "a.pop").write_text("".join(f"{i} {day[0][:4]} {n}\n" for i, n in enumerate(people)))
        kind = {"spatial": 1, "retrospective": 3, "prospective": 4}[task.when]
        values = {
            "CaseFile": path / "a.cas", "CoordinatesFile": path / "a.geo", "PopulationFile": path / "a.pop",
            "ResultsFile": path / "a.txt", "CoordinatesType": 0, "PrecisionCaseTimes": 3, "StartDate": day[0],
            "EndDate": day[-2], "AnalysisType": kind, "ModelType": 2 if made.measure is None else 0, "ScanAreas": 1,
            "TimeAggregationUnits": 3, "TimeAggregationLength": 1, "MaxSpatialSizeInPopulationAtRisk": 50,
            "UseDistanceFromCenterOption": "y" if np.isfinite(plan.reach) else "n",
            "MaxSpatialSizeInDistanceFromCenter": plan.reach if np.isfinite(plan.reach) else 1,
            "MaxTemporalSizeInterpretation": 1, "MaxTemporalSize": plan.longest, "MonteCarloReps": SHUFFLES,
            "PValueReportType": 1, "Version": "10.3.1",
        }  # fmt: skip
        (path / "a.prm").write_text("[Input]\n" + "".join(f"{name}={value}\n" for name, value in values.items()))
        started = time.perf_counter()
        subprocess.run([program, str(path / "a.prm")], check=True, capture_output=True)
        seconds = time.perf_counter() - started
        told = re.search(r"(?:Test statistic|Log likelihood ratio)\.*: ([\d.]+)", (path / "a.txt").read_text())
        return seconds, float(told.group(1)) if told else float("nan")


def ours(task: Task):
    """Our scan, circles and all."""
    return scanned(task.study, task.plan, task.when, generator=np.random.default_rng(1))


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("most", nargs="?", type=float, default=50_000)
    asked.add_argument("--satscan", help="the SaTScan program")
    chosen = asked.parse_args()
    table = Table(f"Scan statistics: {SHUFFLES} shuffles, circles up to 3 km, windows up to 28 of 365 days")
    for task in tasks(chosen.most):
        ours(task)
        seconds, found = timed(lambda task=task: ours(task))
        best = found.clusters[0].llr if found.clusters else 0.0
        table.add(task.title, "samvirke", seconds, f"best ratio {best:.6f}")
        few, slow = timed(lambda task=task: plain(task, task.few), runs=1)
        assert abs(slow - best) < 1e-9 or not found.clusters
        table.add(task.title, f"numpy ({task.few} shuffles, scaled)", few * (SHUFFLES + 1) / (task.few + 1), "the same")
        if chosen.satscan:
            took, level = satscan(task, chosen.satscan)
            assert abs(level - best) < 1e-6
            table.add(task.title, "SaTScan", took, "the same")
    if not chosen.satscan:
        print("not measured: SaTScan, as no --satscan PATH is given\n")
    table.show("scipy")
    alive = Plan(reach=3000.0, longest=28, ends_from=365, dealt_ends_from=365, shuffles=SHUFFLES)

    def with_cases(n: int):
        made = study("permutation", n, 30, 365)
        return lambda: scanned(made, alive, "prospective", generator=np.random.default_rng(1))

    growth("prospective permutation, 900 places", with_cases, [100, 1_000, 10_000, 100_000, 1_000_000])
