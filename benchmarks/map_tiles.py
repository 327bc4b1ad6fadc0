"""The map over ten million incidents beside its limits: the first view in a second, no tile above 500 kB.

How to read it: everything is asked of the real pages, as a browser asks, in one process. "Locked" is what is done once
for each quarter that is new, in the night or for whoever comes first, and here for all of them at once. A view is the
page and every tile of the two periods that it puts side by side; the first one draws them. Nothing is asked in
parallel, so that a browser waits for less; where other work shares the machine, look at what was spent computing.
Single incidents are for the analyst of the police and never kept.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import sys
import time
from collections.abc import Iterator
from statistics import median

from _incident_file import measured, options, where_and_with
from overview_counts import filled_home

_MOST_SECONDS, _MOST_BYTES = 1.0, 500_000
_MAP = "/districts/oestjylland/map/"
_VIEW = f"{_MAP}?group=burglary-homes&period=2023&against=2022"
_SHOWN = ("municipalities", "squares", "places")
_EVERY_LAYER = (*_SHOWN, "surface", "collisions")
_WEST, _SOUTH, _EAST, _NORTH = 9.6, 55.75, 11.05, 56.75


def tiles_at(zoom: int) -> Iterator[str]:
    """The addresses of all tiles of the district at a zoom level."""
    side = 2**zoom

    def row(latitude: float) -> int:
        return int((1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * side)

    for x in range(int((_WEST + 180) / 360 * side), int((_EAST + 180) / 360 * side) + 1):
        for y in range(row(_NORTH), row(_SOUTH) + 1):
            yield f"{zoom}/{x}/{y}/"


def measure() -> dict[str, object]:
    """Seconds and bytes of everything that is asked."""
    # Who reads here signs in without a second factor, as in a demo.
    os.environ["SAMVIRKE_DEMO"] = "on"
    from samvirke.config import setup

    setup.ready()

    from datetime import date

    from django.test import Client

    from samvirke.handovers.load_boundaries import load_schematic_boundaries
    from samvirke.insight.tiles.models import Locked
    from samvirke.registers.incidents.models import StoreVersion
    from samvirke.registers.places.models import District
    from samvirke.trust.access.actor import system
    from samvirke.trust.access.commands.put_account import put_account

    load_schematic_boundaries(system("operator"), District.objects.get(pk="oestjylland"))
    reader = Client(SERVER_NAME="localhost")
    reader.force_login(
        put_account(
            system("operator"), username="mona", name="Mona", agency="oestjyllands-politi", role="analyst",
            since=date(2024, 1, 1),
        )
    )  # fmt: skip

    def asked(address: str) -> tuple[float, int]:
        began = time.perf_counter()
        answer = reader.get(address)
        assert answer.status_code in (200, 204), (address, answer.status_code)
        return time.perf_counter() - began, len(answer.content)

    def timed(addresses: list[str]) -> tuple[float, float]:
        began, computing = time.perf_counter(), time.process_time()
        for address in addresses:
            asked(address)
        return time.perf_counter() - began, time.process_time() - computing

    view = [_VIEW] + [
        f"{_MAP}tiles/{layer}/burglary-homes/{period}/{tile}"
        for period in (2023, 2022) for layer in _SHOWN for tile in tiles_at(7)
    ]  # fmt: skip

    Locked.objects.all().delete()
    locked = timed([_VIEW])
    first, again = timed(view), min(timed(view) for _turn in range(5))
    every = [
        (name, *asked(f"{_MAP}tiles/{name}/burglary-homes/2023/{tile}"))
        for zoom in range(6, 13) for name in _EVERY_LAYER for tile in tiles_at(zoom) if zoom < 11 or name == "squares"
    ]  # fmt: skip
    points = [("points", *asked(f"{_MAP}tiles/points/burglary-homes/2023/{tile}")) for tile in list(tiles_at(11))]
    return {
        "rows": sum(StoreVersion.objects.values_list("rows", flat=True)),
        "locked": locked, "first": first, "again": again, "tiles": every + points,
    }  # fmt: skip


def _table(found: dict) -> None:
    print("| what | seconds | of them computing | at most |\n|---|---:|---:|---:|")
    for what, name, most in (
        (f"squares of {found['rows']:,} incidents locked, and the page made, once", "locked", "–"),
        ("first view of two periods", "first", f"{_MOST_SECONDS:.1f}"),
        ("the same view again (best of 5)", "again", f"{_MOST_SECONDS:.1f}"),
    ):
        seconds, computing = found[name]
        print(f"| {what} | {seconds:.2f} | {computing:.2f} | {most} |")
    print("\n| tiles of | how many | ms, median | ms, highest | kB, highest | at most kB |")
    print("|---|---:|---:|---:|---:|---:|")
    for layer in (*_EVERY_LAYER, "points"):
        times = [seconds for name, seconds, _size in found["tiles"] if name == layer]
        most = max(size for name, _seconds, size in found["tiles"] if name == layer)
        middle, longest = 1000 * median(times), 1000 * max(times)
        print(f"| {layer} | {len(times)} | {middle:.0f} | {longest:.0f} | {most / 1000:.1f} | {_MOST_BYTES // 1000} |")


if __name__ == "__main__":
    if sys.argv[1:] == ["--measure"]:
        print(json.dumps(measure()))
        raise SystemExit
    asked_for = options(__doc__.splitlines()[0])
    kept, home = filled_home(asked_for.folder, asked_for.rows), asked_for.folder / "map-home"
    # What is locked here stays out of the home that other benchmarks use.
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(kept, home)
    run = measured([__file__, "--measure"], home)
    shutil.rmtree(home)
    shutil.rmtree(f"{home}-keys", ignore_errors=True)
    result = json.loads(run.said)
    print(f"## The map over {result['rows']:,} incidents\n\n{where_and_with()}")
    _table(result)
    print(f"\nOne process, one request after another; memory at its highest {run.gigabytes:.2f} GB.\n")
