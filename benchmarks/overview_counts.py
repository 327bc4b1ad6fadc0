"""Counts of municipality × month × category over ten million incidents beside the bare DuckDB query.

How to read it: both read the same Parquet files in one process, in turn, with as many threads. Ours also lays the
counts out as the cube that overviews are made from; it is asked past its memory, as after every new import.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from statistics import median

from _incident_file import SOURCE, danish_csv, empty_home, measured, options, where_and_with

_AT_MOST = 1.3
_TURNS = 15
_BARE = """
SELECT municipality, year(day), month(day), category, count(*) FROM read_parquet(?)
GROUP BY municipality, year(day), month(day), category
"""


def filled_home(folder: Path, rows: int) -> Path:
    """A home with the incidents in it; imported once, kept for the next time."""
    kept = folder / f"home-{rows}"
    if not kept.is_dir():
        file, home = danish_csv(folder, rows), empty_home(folder)
        measured(["-m", "samvirke", "import", "incidents", str(file), "--source", SOURCE], home)
        home.rename(kept)
    return kept


def compare(turns: int) -> dict[str, list[float]]:
    """The seconds of every turn of both, once their counts have been found to be the same."""
    from samvirke.config import setup

    setup.ready()

    import duckdb

    from samvirke.registers.incidents.queries.monthly_counts import Cube, _cube
    from samvirke.registers.incidents.queries.store import open_store
    from samvirke.registers.places.models import District
    from samvirke.trust.access.actor import system

    district = District.objects.get(pk="oestjylland")
    codes = tuple(district.municipalities.values_list("code", flat=True))
    store = open_store(system("operator"), district)
    bare_database = duckdb.connect(config={"threads": os.cpu_count() or 1})

    def bare() -> list[tuple[int, int, int, str, int]]:
        return bare_database.execute(_BARE, [list(store.held[0].paths)]).fetchall()

    def ours() -> Cube:
        return _cube.__wrapped__(store, codes)

    cube, rows = ours(), bare()
    for place, year, month, category, count in rows:
        at = (cube.municipalities.index(place), year * 12 + month - 1 - cube.first_month)
        assert cube.counts[(*at, cube.categories.index(category))] == count, (place, year, month, category)
    assert cube.counts[1:].sum() == sum(row[-1] for row in rows) == store.held[0].rows
    seconds: dict[str, list[float]] = {"rows": [store.held[0].rows], "bare": [], "ours": []}
    for _turn in range(turns):
        for who, work in (("bare", bare), ("ours", ours)):
            began = time.perf_counter()
            work()
            seconds[who].append(time.perf_counter() - began)
    return seconds


if __name__ == "__main__":
    if sys.argv[1:] == ["--compare"]:
        print(json.dumps(compare(_TURNS)))
        raise SystemExit
    asked = options(__doc__.splitlines()[0])
    home = filled_home(asked.folder, asked.rows)
    runs = [measured([__file__, "--compare"], home) for _run in range(asked.runs)]
    found = [json.loads(run.said) for run in runs]
    times = {who: median(median(one[who]) for one in found) for who in ("bare", "ours")}
    print(f"## Municipality × month × category over {int(found[0]['rows'][0]):,} incidents\n\n{where_and_with()}")
    print("| who | seconds (median) | every process | times the bare query |\n|---|---:|---|---:|")
    for who, name in (("bare", "DuckDB, the bare query"), ("ours", "samvirke monthly_counts")):
        every = ", ".join(f"{median(one[who]):.3f}" for one in found)
        print(f"| {name} | {times[who]:.3f} | {every} | {times[who] / times['bare']:.2f} |")
    peak = max(run.gigabytes for run in runs)
    print(f"\nMedians of {_TURNS} turns in each of {asked.runs} processes; memory at its highest {peak:.2f} GB.")
    print(f"Asked for: at most {_AT_MOST} times the bare query.\n")
