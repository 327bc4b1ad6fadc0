"""A meeting pack in three settings: warm in the process, as a whole command, and over ten million incidents.

How to read it: the limits are what the product promises. The peer is the same paper made by the same libraries with
nothing in it: one page of the same template language, through the same typesetter (typst) with the same standards.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from statistics import median

from _incident_file import SOURCE, Measured, danish_csv, measured, options, where_and_with

_BODIES = ("lokalraad-randers", "kredsraad-oestjylland")
_WARM = """
import json, sys, time
from samvirke.config.setup import ready
ready()
from samvirke.foundation.period import read_period
from samvirke.doors.cli.installation import operator
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.partners.queries.bodies import body_called
actor, took = operator(), []
for _run in range(int(sys.argv[2]) + 1):
    began = time.perf_counter()
    pack = make_pack(actor, body_called(actor, sys.argv[1]), read_period("2024Q2", "quarter"), "da")
    pdf, page = pack_pdf(pack), pack_page(pack)
    took.append(time.perf_counter() - began)
assert pdf.startswith(b"%PDF") and pack.title in page
print(json.dumps(took))
"""
_EMPTY = """
import typst
pdf = typst.compile(b'#set document(title: "Empty")\\n#set text(lang: "da")\\n= Empty', pdf_standards=["ua-1", "a-2a"])
assert pdf.startswith(b"%PDF")
"""
_AT_MOST = {"warm in the process": 3.0, "whole command": 6.0, "whole command, large store": 10.0}


def command(body: str, home: Path, out: Path) -> Measured:
    """`samvirke pack`, as one types it."""
    asked = ["-m", "samvirke", "pack", body, "--quarter", "2024Q2", "--out", str(out), "--json"]
    run = measured(asked, home)
    files = json.loads(run.said)
    assert all(Path(files[kind]).stat().st_size > 20_000 for kind in ("pdf", "html")), files
    return run


def row(what: str, body: str, seconds: list[float], limit: float | None) -> str:
    """A row of the table."""
    every = ", ".join(f"{each:.2f}" for each in seconds)
    against = f"{limit:g} | {median(seconds) / limit:.2f}" if limit else "– | –"
    return f"| {what} | {body} | {median(seconds):.2f} | {every} | {against} |"


def rows_of(home: Path, folder: Path, runs: int, large: bool) -> list[str]:
    """The rows for one home; the large one is measured as a command alone."""
    found = []
    for body in _BODIES:
        if not large:
            warm = json.loads(measured(["-c", _WARM, body, str(runs)], home).said)
            found.append(row("warm in the process", body, warm[1:], _AT_MOST["warm in the process"]))
        commands = [command(body, home, folder / "packs").seconds for _run in range(runs)]
        name = "whole command, large store" if large else "whole command"
        found.append(row(name, body, commands, _AT_MOST[name]))
    return found


def fresh(home: Path) -> Path:
    """A home that is not there yet."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.rmtree(f"{home}-keys", ignore_errors=True)
    return home


if __name__ == "__main__":
    asked = options(__doc__.splitlines()[0])
    file = danish_csv(asked.folder, asked.rows)
    home = fresh(asked.folder / "pack-home")
    measured(["-m", "samvirke", "demo"], home)
    lines = rows_of(home, asked.folder, asked.runs, large=False)
    empty = [measured(["-c", _EMPTY], home).seconds for _run in range(asked.runs)]
    import_it = ["-m", "samvirke", "import", "incidents", str(file), "--source", SOURCE, "--json"]
    told = json.loads(measured(import_it, home).said)
    lines += rows_of(home, asked.folder, asked.runs, large=True)
    lines.append(row("peer: an empty page by the same typesetter", "–", empty, None))
    print(f"## Meeting pack (large store: {told['rows_in']:,} rows imported)\n\n{where_and_with()}")
    print("| what | body | seconds (median) | every run | limit, s | share of the limit |")
    print("|---|---|---:|---|---:|---:|")
    print("\n".join(lines))
    print("\nA pack is its web page and its PDF. Warm: after one pack in the same process.\n")
