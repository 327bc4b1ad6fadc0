"""Studies of a hundred million simulated incidents: here, on one worker and on two, with the same answer to the bit.

How to read it: workers are processes of one thread on this machine, so that two of them are two machines without a
network. `parts` is how the question divides the work; a study of fewer parts than workers cannot use them all. Beside
the seconds stand what a model of larger clusters needs: seconds of a part, bytes that travel for it, seconds of
putting together. `python benchmarks/studies.py 1` takes one million instead, to try it.
"""

from __future__ import annotations

import math
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
from _side_by_side import heading

from samvirke.analysis.kde import Parameters as Kde
from samvirke.analysis.near_repeat import Parameters as NearRepeat
from samvirke.insight.studies.engine.carry_out import Carried, carry_out
from samvirke.insight.studies.engine.scope import Scope
from samvirke.insight.studies.engine.spread import SETTING, Here, spread
from samvirke.insight.studies.every import kind_called

MUNICIPALITIES, CATEGORIES, YEARS = 98, 8, 10
SIDE = 25_000
BANDS = NearRepeat((0.0, 100.0, 200.0, 400.0), (0.0, 7.0, 14.0, 28.0), "euclidean", 99)
# Bytes a second of the link into the client; how many parts do nothing; and the clusters of which there is only paper.
LINK, EMPTY, PAPER = 125e6, 1_000, (10, 100, 1_000)
# What is asked: the kind, its parameters, and of which categories; near repeats are asked of one in eight.
ASKED = {
    "counts": (None, CATEGORIES),
    "kde": (Kde(cell=250.0, bandwidth=1000.0), CATEGORIES),
    "near-repeat-by-municipality": (BANDS, 1),
}


def simulated(folder: Path, millions: int) -> tuple[str, ...]:
    """So many millions of invented incidents, a file a year, in squares of 25 km side by side."""
    paths = []
    for year in range(YEARS):
        path = folder / f"{2014 + year}.parquet"
        first, last = (at * millions * 1_000_000 // YEARS for at in (year, year + 1))
        chance = [f"(hash(i, {part}) % 1000000) / 1000000.0" for part in range(5)]
        with duckdb.connect() as db:
            db.execute(
                f"COPY (SELECT i AS key, 'c' || (hash(i, 9) % {CATEGORIES}) AS category, "
                f"(hash(i, 8) % {MUNICIPALITIES})::INTEGER AS municipality, "
                f"TIMESTAMP '{2014 + year}-01-01' + to_minutes((hash(i, 7) % 525600)::BIGINT) AS starts, "
                f"(hash(i, 8) % {MUNICIPALITIES} % 10) * {SIDE} + {SIDE} * least({chance[0]}, {chance[1]}) AS x, "
                f"(hash(i, 8) % {MUNICIPALITIES} // 10) * {SIDE} + {SIDE} * least({chance[2]}, {chance[3]}) AS y "
                f"FROM range({first}, {last}) r(i) ORDER BY municipality, category) TO '{path}' (FORMAT parquet)"
            )
        paths.append(str(path))
    return tuple(paths)


def scope(files: tuple[str, ...], categories: int) -> Scope:
    """All of it, of so many of the categories."""
    names = tuple(f"c{number}" for number in range(categories))
    return Scope(files, names, date(2014, 1, 1), date(2024, 1, 1), None, tuple(range(MUNICIPALITIES)))


@contextmanager
def workers(folder: Path, count: int) -> Iterator[None]:
    """A scheduler and so many workers of one thread, named by the setting."""
    from distributed import Client

    written = folder / f"scheduler-{count}.json"
    environment = {**os.environ, "NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

    def start(kind: str, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard", *words]
        return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    running = [start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(written))]
    reach = ["--scheduler-file", str(written), "--nthreads", "1", "--no-nanny", "--memory-limit", "0"]
    try:
        while not written.exists():
            time.sleep(0.1)
        running += [start("worker", *reach, "--local-directory", str(folder)) for _number in range(count)]
        with Client(scheduler_file=str(written), set_as_default=False) as client:
            client.wait_for_workers(count)
            os.environ[SETTING] = client.scheduler_info()["address"]
            # Each worker compiles what it will run before anything is timed.
            client.run(_warm)
        yield
    finally:
        os.environ.pop(SETTING, None)
        for one in running:
            one.kill()
            one.wait()


def _warm() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = simulated(Path(folder), 1)[:1]
        for name, (asked, categories) in ASKED.items():
            run(name, scope(files, categories), asked, Here())


def run(name: str, whole: Scope, asked: Any, where: Any) -> Carried:
    """One study."""
    kind = kind_called(name)
    return carry_out(kind, whole, asked or kind.analysis.asks(), 7, where, lambda _share, _doing: None)


def part_of(name: str, whole: Scope, asked: Any) -> tuple[int, float, int, float]:
    """How many parts there are; the seconds of a middle one here, what travels for it, and putting all together."""
    kind = kind_called(name)
    parameters = asked or kind.analysis.asks()
    parts = list(kind.parts(whole, parameters))
    took, travelled, pieces = [], [], []
    for part in parts[:: max(1, len(parts) // 3)][:3]:
        began = time.perf_counter()
        piece = kind.work(whole, parameters, 7, part)
        took.append(time.perf_counter() - began)
        pieces.append(piece.found)
        travelled.append(len(pickle.dumps(piece)) + len(pickle.dumps((whole, parameters, 7, part))))
    # Those that were worked out stand in for the others: putting together looks at their size, not at their sense.
    stand_ins = [pieces[at * len(pieces) // len(parts)] for at in range(len(parts))]
    began = time.perf_counter()
    kind.whole(whole, parameters, parts, stand_ins)
    joined = time.perf_counter() - began
    return len(parts), statistics.median(took), int(statistics.median(travelled)), joined


def _nothing(number: int) -> int:
    return number


def overhead() -> float:
    """The seconds that the scheduler and the client spend on a part that does nothing."""
    with spread() as there:
        there.each(_nothing, [(number,) for number in range(50)], lambda _count: None)
        began = time.perf_counter()
        there.each(_nothing, [(number,) for number in range(EMPTY)], lambda _count: None)
        return (time.perf_counter() - began) / EMPTY


def on_paper(parts: int, seconds: float, travels: int, joined: float, each: float, workers: int) -> float:
    """Seconds with so many workers: the model of docs/explanation/many-machines.md."""
    return max(math.ceil(parts / workers) * seconds, parts * each) + parts * travels / LINK + joined


def main(millions: int) -> None:
    """The table."""
    print(heading(f"Studies of {millions} million incidents", "distributed", "duckdb"))
    print("| study | incidents | where | seconds | speed-up over one worker | answer |\n|---|---:|---|---:|---:|---|")
    with tempfile.TemporaryDirectory(dir=os.environ.get("SAMVIRKE_BENCH_FOLDER")) as name:
        folder = Path(name)
        files = simulated(folder, millions)
        here = {}
        for study, (asked, categories) in ASKED.items():
            here[study] = run(study, scope(files, categories), asked, Here())
            found = here[study]
            print(f"| {study} | {found.n:,} | this process, all threads | {found.seconds:.1f} | – | – |", flush=True)
        one: dict[str, float] = {}
        each = 0.0
        for count in (1, 2):
            with workers(folder, count), spread() as there:
                each = overhead()
                for study, (asked, categories) in ASKED.items():
                    found = run(study, scope(files, categories), asked, there)
                    one.setdefault(study, found.seconds)
                    same = (found.n, found.digest) == (here[study].n, here[study].digest)
                    same = same and found.result.as_dict() == here[study].result.as_dict()
                    print(
                        f"| {study} | {found.n:,} | {found.ran_on} | {found.seconds:.1f} | "
                        f"{one[study] / found.seconds:.2f} | {'the same to the bit' if same else 'ANOTHER'} |",
                        flush=True,
                    )
        print(
            f"\nThe scheduler and the client spend {1000 * each:.2f} ms on a part. On paper, over a link of 1 Gbit/s:\n"
        )
        head = " | ".join(f"{workers:,} workers, s" for workers in PAPER)
        print("| study | parts | seconds of a part | bytes that travel for it | putting together, s | " + head + " |")
        print("|---|" + "---:|" * (4 + len(PAPER)))
        for study, (asked, categories) in ASKED.items():
            parts, seconds, travels, joined = part_of(study, scope(files, categories), asked)
            told = " | ".join(f"{on_paper(parts, seconds, travels, joined, each, many):.2f}" for many in PAPER)
            print(f"| {study} | {parts} | {seconds:.2f} | {travels:,} | {joined:.2f} | {told} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
