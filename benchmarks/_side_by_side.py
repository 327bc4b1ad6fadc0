"""What every benchmark shares: best of a few runs, answers compared before times are, a table to read."""

from __future__ import annotations

import importlib
import platform
import resource
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import numpy as np

RUNS = 3


def peer(module: str) -> Any | None:
    """A peer's module, or None after saying that it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"not measured: {module} is not installed here\n")
        return None


def timed(work: Callable[[], Any], runs: int = RUNS) -> tuple[float, Any]:
    """The shortest of a few runs in seconds, and what the last one gave."""
    took, answer = [], None
    for _ in range(runs):
        started = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - started)
    return min(took), answer


@dataclass
class Table:
    """Rows of who did what in how long, beside ours."""

    title: str
    rows: list[tuple[str, str, float, str]] = field(default_factory=list)

    def add(self, task: str, who: str, seconds: float, agrees: str) -> None:
        """One measured row; `agrees` says how its answer was compared with ours."""
        self.rows.append((task, who, seconds, agrees))

    def show(self, *packages: str) -> None:
        """Print the table with its machine and versions."""
        print(heading(self.title, *packages))
        print("| task | who | seconds | times ours | answer |\n|---|---|---:|---:|---|")
        for task, who, seconds, agrees in self.rows:
            ours = next(each[2] for each in self.rows if each[0] == task and each[1].startswith("samvirke"))
            print(f"| {task} | {who} | {seconds:.4g} | {seconds / ours:.1f} | {agrees} |")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"\nShortest of {RUNS} runs after one that is not counted; memory at its highest {peak:.2f} GB.\n")


def heading(title: str, *packages: str) -> str:
    """A heading with the machine and the versions below it."""
    return f"## {title}\n\n{_machine()}  \n{_versions('samvirke', 'numpy', 'numba', *packages)}\n"


def growth(title: str, work: Callable[[int], Callable[[], Any]], sizes: Sequence[int]) -> None:
    """Print time and memory against n, and the exponent over the upper half: `work(n)` makes what is timed."""
    print(f"### Growth: {title}\n\n| n | seconds | memory taken, MB |\n|---:|---:|---:|")
    took = []
    for n in sizes:
        made = work(n)
        seconds, _answer = timed(made)
        tracemalloc.start()
        made()
        taken = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        took.append(seconds)
        print(f"| {n:,} | {seconds:.3g} | {taken:.1f} |")
    half = len(sizes) // 2
    x, y = np.log(sizes[half:]), np.log(took[half:])
    print(f"\nTime grows as n to the {np.polyfit(x, y, 1)[0]:.2f} over the upper half of these sizes.\n")


def _machine() -> str:
    try:
        with open("/proc/cpuinfo") as file:
            name = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor()
    numba: Any = importlib.import_module("numba")
    return f"{name}, {numba.get_num_threads()} threads, Python {platform.python_version()}, {platform.system()}"


def _versions(*packages: str) -> str:
    found = []
    for package in packages:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)
