"""Import of ten million incidents beside DuckDB's bare reading of the same file into sorted Parquet.

How to read it: the bare reading checks nothing, names no rejected row, hashes no address and commits nothing; the
ratio is what all that costs. Both are processes of their own, started in turn, and their rows are compared first.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from statistics import median

from _incident_file import SOURCE, Measured, danish_csv, empty_home, measured, options, where_and_with

_BARE = """
import duckdb, sys
source, target = sys.argv[1:]
duckdb.execute("SET enable_progress_bar = false")
# The rows that a COPY says it has written.
print(duckdb.execute(
    f"COPY (SELECT * FROM read_csv('{source}') ORDER BY kommunekode, forhold, anmeldt, journal) "
    f"TO '{target}' (FORMAT parquet)"
).fetchone()[0])
"""
_AT_MOST, _GIGABYTES = 3.0, 1.5


def bare(file: Path, folder: Path) -> Measured:
    """DuckDB alone, with its own settings."""
    return measured(["-c", _BARE, str(file), str(folder / "bare.parquet")], folder / "no-home")


def ours(file: Path, home: Path) -> Measured:
    """`samvirke import incidents`, as one types it."""
    return measured(["-m", "samvirke", "import", "incidents", str(file), "--source", SOURCE, "--json"], home)


def row(who: str, runs: list[Measured], rows: int, against: float) -> str:
    """A row of the table."""
    seconds = median(run.seconds for run in runs)
    peak = max(run.gigabytes for run in runs)
    every = ", ".join(f"{run.seconds:.1f}" for run in runs)
    return f"| {who} | {rows:,} | {seconds:.1f} | {every} | {seconds / against:.2f} | {peak:.2f} |"


if __name__ == "__main__":
    asked = options(__doc__.splitlines()[0])
    file = danish_csv(asked.folder, asked.rows)
    home = empty_home(asked.folder)
    bares, firsts, agains = [], [], []
    for _run in range(asked.runs):
        bares.append(bare(file, asked.folder))
        fresh = shutil.copytree(home, asked.folder / "fresh", dirs_exist_ok=False)
        try:
            firsts.append(ours(file, fresh))
            agains.append(ours(file, fresh))
        finally:
            shutil.rmtree(fresh)
            shutil.rmtree(asked.folder / "fresh-keys", ignore_errors=True)
    rows = int(bares[0].said)
    for first, again in zip(firsts, agains, strict=True):
        told, twice = json.loads(first.said), json.loads(again.said)
        assert (told["rows_in"], told["accepted"], told["rejected"]) == (rows, rows, 0), told
        assert (twice["duplicates"], twice["accepted"], twice["version"]) == (rows, 0, 1), twice
    against = median(run.seconds for run in bares)
    print(f"## Import of {rows:,} incidents ({file.stat().st_size / 1e9:.2f} GB of CSV)\n\n{where_and_with()}")
    print("| who | rows | seconds (median) | every run | times the bare reading | highest memory, GB |")
    print("|---|---:|---:|---|---:|---:|")
    print(row("DuckDB read_csv → sorted Parquet", bares, rows, against))
    print(row("samvirke import incidents", firsts, rows, against))
    print(row("the same file again: nothing changes", agains, rows, against))
    print(f"\nAsked for: at most {_AT_MOST} times the bare reading and {_GIGABYTES} GB.\n")
