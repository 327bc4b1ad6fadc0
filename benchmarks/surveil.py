"""Surveillance of weekly series beside R surveillance: the same bounds first, then the time.

How to read it: every series is judged in its last week. R is given some of the series and scaled; `RSCRIPT` may name
another Rscript.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from _side_by_side import Table, growth

from samvirke.analysis import surveil
from samvirke.analysis.surveil import Parameters

WEEKS, FEW = 312, 200
METHODS = {
    "farrington-flexible": Parameters(
        from_=WEEKS, no_periods=10, threshold_method="nbPlugin", past_weeks_not_included=26
    ),
    "farrington": Parameters("farrington", from_=WEEKS),
    "ears-c2": Parameters("ears-c2", from_=WEEKS),
}
IN_R = """
suppressMessages(library(surveillance)); options(warn = -1)
x <- as.matrix(read.csv("series.csv", header = FALSE)); k <- nrow(x); out <- list()
run <- list(
  "farrington-flexible" = function(s) farringtonFlexible(s, list(range = k, noPeriods = 10, pastWeeksNotIncluded = 26,
    thresholdMethod = "nbPlugin", glmWarnings = FALSE)),
  "farrington" = function(s) { invisible(capture.output(r <- farrington(s, list(range = k, b = 5, w = 3,
    reweight = TRUE, alpha = .05)))); r },
  "ears-c2" = function(s) earsC(s, list(range = k, method = "C2")))
for (name in names(run)) {
  s <- sts(observed = x, freq = 52)
  run[[name]](s[, 1]); seconds <- system.time(r <- run[[name]](s))["elapsed"]
  out[[name]] <- c(seconds, upperbound(r)[1, ]) }
write.table(do.call(rbind, out), "bounds.csv", sep = ",", col.names = FALSE)
cat(as.character(packageVersion("surveillance")))
"""


def series(n: int) -> np.ndarray:
    """Weeks × series: seasons, levels from 0.3 to 30 a week, most of them overdispersed."""
    rng = np.random.default_rng(7)
    level = np.exp(rng.normal(1.0, 1.0, n)) * np.exp(0.5 * np.sin(2 * np.pi * np.arange(WEEKS) / 52))[:, None]
    return rng.poisson(level * rng.gamma(4, 0.25, (WEEKS, n)))


def by_r(counts: np.ndarray) -> dict[str, tuple[float, np.ndarray]]:
    """Seconds and bounds of R for each method, or nothing where R is not installed."""
    program = os.environ.get("RSCRIPT", shutil.which("Rscript") or "")
    if not program:
        print("not measured: R is not installed here\n")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        np.savetxt(Path(folder) / "series.csv", counts, fmt="%d", delimiter=",")
        ran = subprocess.run([program, "-e", IN_R], cwd=folder, capture_output=True, text=True, check=False)
        if ran.returncode:
            print(f"not measured: R surveillance is not installed here ({ran.stderr.strip().splitlines()[-1]})\n")
            return {}
        with (Path(folder) / "bounds.csv").open() as file:
            rows = list(csv.reader(file))
    print(f"R surveillance {ran.stdout.strip()}\n")
    values = {name: np.array([np.nan if each == "NA" else float(each) for each in row]) for name, *row in rows}
    return {name: (float(row[0]), row[1:]) for name, row in values.items()}


def timed_once_warm(counts: np.ndarray, chosen: Parameters) -> tuple[float, np.ndarray]:
    surveil(counts[:, :3], parameters=chosen)
    took = []
    for _ in range(3):
        started = time.perf_counter()
        found = surveil(counts, parameters=chosen)
        took.append(time.perf_counter() - started)
    return min(took), found.series.upperbound[:, 0]


def judged(n: int) -> Callable[[], object]:
    data = series(n)
    return lambda: surveil(data, parameters=METHODS["farrington-flexible"])


if __name__ == "__main__":
    most = int(float(sys.argv[1])) if len(sys.argv) > 1 else 100_000
    table, theirs = Table("Surveillance: the last of 312 weeks"), by_r(series(FEW))
    for n in (each for each in (1_000, 10_000, 100_000) if each <= most):
        counts = series(n)
        for name, chosen in METHODS.items():
            seconds, bounds = timed_once_warm(counts, chosen)
            task = f"{name}, {n:,} series"
            table.add(task, "samvirke", seconds, f"{np.isfinite(bounds).mean():.0%} with a bound")
            if name in theirs:
                once, wanted = theirs[name]
                mine = surveil(series(FEW), parameters=chosen).series.upperbound[:, 0]
                np.testing.assert_allclose(mine, wanted, rtol=1e-8)
                table.add(task, f"R surveillance ({FEW} series, scaled)", once * n / FEW, "the same bounds")
    table.show("scipy")
    growth("farrington-flexible, series", judged, [10, 100, 1_000, 10_000, most])
