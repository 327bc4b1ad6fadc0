"""What the incident benchmarks share: an invented Danish CSV of any size, a home to import it into, a process."""

from __future__ import annotations

import csv
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = "demo-oestjylland"
_ROWS_AT_SCALE_1 = 250_000


@dataclass(frozen=True)
class Measured:
    """A process that has ended: its wall time, its highest memory and what it printed."""

    seconds: float
    gigabytes: float
    said: str


def options(what: str) -> Namespace:
    """The options of a benchmark: how many rows, where the file is kept, how many runs."""
    parser = ArgumentParser(description=what)
    parser.add_argument("--rows", type=int, default=10_000_000, help="about how many incidents (10 million)")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "samvirke-benchmark")
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


def danish_csv(folder: Path, rows: int) -> Path:
    """The file of invented incidents, made once; in a process of its own, so that ours stays small."""
    file = folder / f"incidents-{rows}.csv"
    if not file.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        print(f"inventing {rows:,} incidents (once) ...", file=sys.stderr)
        subprocess.run([sys.executable, __file__, str(file), str(rows)], check=True)
    return file


def empty_home(folder: Path) -> Path:
    """A home with the demo district and no incidents."""
    home = folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(folder / "home-keys", ignore_errors=True)
    measured(["-m", "samvirke", "district", "load", str(ROOT / "districts" / "oestjylland")], home)
    return home


def measured(arguments: list[str], home: Path) -> Measured:
    """Run Python with these arguments and wait for it. Stops the benchmark when the process fails."""
    place = {"SAMVIRKE_HOME": str(home), "SAMVIRKE_KEYS": f"{home}-keys", "SAMVIRKE_TODAY": "2024-08-20"}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen([sys.executable, *arguments], stdout=said, env={**os.environ, **place})
        _pid, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{arguments} ended with {process.returncode}")
        said.seek(0)
        return Measured(seconds, used.ru_maxrss / 1e6, said.read().decode())


def where_and_with() -> str:
    """The machine and the versions, as the line above a table."""
    name = next((line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    machine = f"{name.partition(':')[2].strip()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    return f"{machine}, {platform.system()}  \nPython {platform.python_version()}, duckdb {version('duckdb')}\n"


def _invent(file: Path, rows: int) -> None:
    """Write the demo district's incidents, scaled up, a quarter at a time."""
    from samvirke.analysis.simulation import CSV_COLUMNS, by_quarter, csv_columns, demo_parameters
    from samvirke.registers.places.schematic import built_shapes

    parameters = demo_parameters(rows / _ROWS_AT_SCALE_1)
    shapes = {code: shape for code, shape in built_shapes().items() if code in parameters.municipalities}
    partial = file.with_suffix(".partial")
    with partial.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        for quarter in by_quarter(parameters, shapes, parameters.generator()):
            writer.writerows(zip(*csv_columns(quarter).values(), strict=True))
    partial.rename(file)


if __name__ == "__main__":
    _invent(Path(sys.argv[1]), int(sys.argv[2]))
