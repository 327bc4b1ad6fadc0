"""A weighted share with its error beside R survey: the same numbers first, then the time.

How to read it: both are given answers, weights and ten strata, and ten places. R is timed inside, without its start.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from _side_by_side import Table, growth, timed

from samvirke.analysis import survey

IN_R = """
suppressMessages(library(survey)); d <- read.csv("answers.csv")
work <- function() { s <- svydesign(ids = ~1, strata = ~strata, weights = ~weight, data = d)
  m <- svymean(~answer, s); b <- svyby(~answer, ~place, s, svymean)
  ci <- attr(svyciprop(~answer, s, method = "beta"), "ci"); c(coef(m), SE(m), ci, SE(b)) }
seconds <- system.time(found <- work())["elapsed"]
cat(format(c(seconds, found), digits = 15))
"""


def answers(n: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(3)
    return {
        "answer": rng.integers(0, 2, n),
        "weight": np.round(rng.uniform(1, 9, n), 2),
        "strata": np.array([f"s{each}" for each in range(10)])[rng.integers(0, 10, n)],
        "place": np.array([f"p{each}" for each in range(10)])[rng.integers(0, 10, n)],
    }


def by_r(given: dict[str, np.ndarray]) -> list[float]:
    """Seconds and numbers of R, or nothing where it is not installed."""
    program = os.environ.get("RSCRIPT", shutil.which("Rscript") or "")
    if not program:
        print("not measured: R is not installed here\n")
        return []
    with tempfile.TemporaryDirectory() as folder:
        rows = zip(*(each.tolist() for each in given.values()), strict=True)
        lines = [",".join(given), *(",".join(map(str, row)) for row in rows)]
        (Path(folder) / "answers.csv").write_text("\n".join(lines))
        ran = subprocess.run([program, "-e", IN_R], cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode:
        print(f"not measured: R survey is not installed here ({ran.stderr.strip().splitlines()[-1]})\n")
        return []
    return [float(each) for each in ran.stdout.split()]


if __name__ == "__main__":
    most = int(float(sys.argv[1])) if len(sys.argv) > 1 else 100_000
    table = Table("Survey: ten strata, ten places")
    for n in (each for each in (1_000, 10_000, 100_000) if each <= most):
        given = answers(n)
        seconds, ours = timed(lambda given=given: survey(**given))
        table.add(f"{n:,} answers", "samvirke", seconds, f"share {ours.share:.4f}")
        theirs = by_r(given)
        if theirs:
            first = ours.shares[0]
            mine = [first.share, first.se, *first.interval, *(each.se for each in ours.shares[1:])]
            np.testing.assert_allclose(mine, theirs[1:], rtol=1e-9)
            table.add(f"{n:,} answers", "R survey", theirs[0], "the same share, errors and interval")
    table.show("scipy")
    growth("answers", lambda n: lambda: survey(**answers(n)), [100, 1_000, 10_000, 100_000, 1_000_000])
