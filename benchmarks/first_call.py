"""The first answer of a fresh process: the worked example of each analysis' page, with kernels kept or compiled anew.

How to read it: `make run` compiles the kernels once and keeps them, so that the first answer takes what the middle
column says; the last is what somebody waits who has never run the analysis on this machine. Both count from the first
import of the analysis to the last printed line. Importing `samvirke.analysis` alone must not bring numba with it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from _side_by_side import heading

PAGES = Path(__file__).resolve().parents[1] / "docs" / "explanation" / "analyses"
IMPORTED = "import samvirke.analysis, sys\nassert 'numba' not in sys.modules"
CLOCK = """
import sys
from time import perf_counter as clock_of_all
import numpy
began_all = clock_of_all()
{code}
print(clock_of_all() - began_all, file=sys.stderr)
"""


def seconds(code: str, cache: str | None = None, runs: int = 3) -> float:
    """The shortest of some fresh processes; compiled kernels are kept in a `cache` of their own, if one is given."""
    own = {"NUMBA_CACHE_DIR": cache} if cache else {}
    took = []
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-c", CLOCK.format(code=code)],
            env=os.environ | own,
            capture_output=True,
            text=True,
            check=True,
        )
        took.append(float(done.stderr.split()[-1]))
    return min(took)


if __name__ == "__main__":
    print(heading("The first answer of a fresh process"))
    print(f"Importing `samvirke.analysis`, without numba: {seconds(IMPORTED):.3f} s.\n")
    print("| analysis | kernels kept, s | kernels compiled anew, s |\n|---|---:|---:|")
    for page in sorted(set(PAGES.glob("*.md")) - {PAGES / "README.md"}):
        code = "\n".join(
            re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        )
        with tempfile.TemporaryDirectory() as cache:
            cold = seconds(code, cache, runs=1)
        seconds(code, runs=1)
        print(f"| {page.stem} | {seconds(code):.2f} | {cold:.2f} |", flush=True)
