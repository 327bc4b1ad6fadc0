"""Writes down what a long proof has shown, as one row of the page of evidence.

`evidence("T25", what="every tampering is found", count=10_000, seed=1, result="0 missed", control="0 found in 10,000")`
"""

from __future__ import annotations

import fcntl
import os
import re
from datetime import UTC, datetime
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "evidence.md"
COLUMNS = ("test", "what", "count", "seed", "result", "control arm", "database", "date")
_HEAD = f"""<!-- Made by `make test-trust` from what the long proofs have shown; do not edit. -->
# Evidence

What `make test-trust` has shown, one row a proof, written when it passes. The numbers of the tests are those of the
trust programme. The control arm is the same test where it has to come out otherwise: it shows that the test can fail.

| {" | ".join(COLUMNS)} |
|{"---|" * len(COLUMNS)}
"""


def evidence(
    test: str,
    *,
    what: str,
    count: int,
    seed: int | str,
    result: str,
    control: str,
    database: str = "",
    page: Path = PAGE,
) -> None:
    """Put a proof on the page, in place of what it said before; only when `SAMVIRKE_EVIDENCE` is on.

    `database` only where it is not the one that the tests run on, such as "none".
    """
    if os.environ.get("SAMVIRKE_EVIDENCE") != "on":
        return
    used = "PostgreSQL" if os.environ.get("SAMVIRKE_TEST_DATABASE") == "postgresql" else "SQLite"
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    row = tuple(_cell(one) for one in (test, what, f"{count:,}", seed, result, control, database or used, day))
    page.parent.mkdir(parents=True, exist_ok=True)
    # Several workers may end their proofs at once; the lock is held while the page is read and written again.
    with page.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        rows = {_name(one): one for one in [*_rows(file.read()), row]}
        file.seek(0)
        file.truncate()
        file.write(_HEAD + "".join(f"| {' | '.join(one)} |\n" for one in sorted(rows.values(), key=_order)))


def _rows(text: str) -> list[tuple[str, ...]]:
    """The rows that a page already has."""
    lines = [line for line in text.splitlines() if line.startswith("| ")][1:]
    return [tuple(line[2:-2].split(" | ")) for line in lines]


def _name(row: tuple[str, ...]) -> tuple[str, ...]:
    """What a proof is known by: test, what, and the database it ran on."""
    return row[0], row[1], row[6]


def _order(row: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return int(re.sub(r"\D", "", row[0]) or 0), _name(row)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "/").split()) or "–"
