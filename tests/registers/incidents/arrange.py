"""Rows and files to import, and what stands in the store afterwards, read by other means than the register's own."""

from __future__ import annotations

import csv
import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from django.core import serializers

from samvirke.registers.incidents.engine.mapping import SHIPPED
from samvirke.registers.incidents.models import ImportRun, Source, StoreVersion
from samvirke.trust.audit.models import Line

COLUMNS = ("journal", "fra", "til", "anmeldt", "forhold", "kommunekode", "oest", "nord", "bolig")
# In the middle of the invented district: 9–10° E, 55–56° N.
EAST, NORTH = "530000", "6150000"


def row(**said: str) -> dict[str, str]:
    """A row of the Danish CSV in which nothing is wrong but what the test says."""
    plain = {
        "journal": "J1", "fra": "2024-03-05 10:00", "til": "2024-03-05 12:00", "anmeldt": "2024-03-06 08:00",
        "forhold": "hærværk", "kommunekode": "998", "oest": EAST, "nord": NORTH, "bolig": "",
    }  # fmt: skip
    return {**plain, **said}


def write_rows(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8", newline: str = "\n") -> Path:
    """Write rows as a CSV with a header; the columns are those of the first row."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator=newline)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_text(path: Path, *lines: str, header: str = ",".join(COLUMNS), end: str = "\n") -> Path:
    """Write lines as they are, below a header."""
    path.write_bytes("".join(line + end for line in (header, *lines)).encode())
    return path


def line(**said: str) -> str:
    """A row as its line of text, for files that no writer of CSV would make."""
    return ",".join(row(**said).values())


def use_mapping(source: Source, home: Path, old: str, new: str, without: Iterable[str] = ()) -> None:
    """Give the home a mapping like the Danish CSV with a change in it, and without some of its tables."""
    text = (SHIPPED / "danish-csv.toml").read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1).replace('name = "danish-csv"', 'name = "own"')
    for table in without:
        start = text.index(f"[{table}]")
        text = text[:start] + text[text.index("\n[", start) + 1 :]
    (home / "mappings").mkdir(exist_ok=True)
    (home / "mappings" / "own.toml").write_text(text, encoding="utf-8")
    Source.objects.filter(pk=source.pk).update(mapping="own")
    source.refresh_from_db()


def newest_files(source: Source) -> list[Path]:
    """The files of the newest committed version."""
    version = source.versions.order_by("-number").first()
    root = Path(os.environ["SAMVIRKE_HOME"]) / "incidents" / source.pk
    return [root / file["path"] for file in version.files] if version else []


def stored(source: Source, columns: str = "*") -> list[tuple[Any, ...]]:
    """What readers see of a source, in order of time and key."""
    files = [str(file) for file in newest_files(source)]
    if not files:
        return []
    query = f"SELECT {columns} FROM read_parquet(?) ORDER BY starts, key"
    return duckdb.connect().execute(query, [files]).fetchall()


def everything() -> dict[str, Any]:
    """The register's tables, the trail, and every file in the home's store with its digest."""
    tables = {
        model.__name__: serializers.serialize("json", model.objects.order_by("pk"))
        for model in (Source, StoreVersion, ImportRun, Line)
    }
    return {**tables, "files": files_in(Path(os.environ["SAMVIRKE_HOME"]))}


def files_in(home: Path) -> dict[str, str]:
    """The files of the store and of rejected rows, each with its digest."""
    found = [path for name in ("incidents", "rejected") for path in (home / name).rglob("*") if path.is_file()]
    return {str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


@dataclass(frozen=True)
class Home:
    """A home of its own, for a program that runs as a process."""

    folder: Path

    def environment(self) -> dict[str, str]:
        """Nothing of the test's own databases reaches the program."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVIRKE_")}
        return {
            **kept,
            "SAMVIRKE_HOME": str(self.folder),
            "SAMVIRKE_KEYS": f"{self.folder}-keys",
            "SAMVIRKE_LANGUAGE": "en",
            "SAMVIRKE_TODAY": "2024-08-20",
        }

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        """Start the program and do not wait for it."""
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
        command = [sys.executable, "-m", "samvirke", *arguments]
        return subprocess.Popen(command, env=self.environment(), **{**pipes, **options})

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run the program to its end."""
        with self.start(*arguments, **options) as process:
            said, complained = process.communicate(timeout=120)
        return subprocess.CompletedProcess(arguments, process.returncode, said, complained)

    def take(self, file: Path, *options: str, **how: Any) -> subprocess.CompletedProcess[str]:
        """`samvirke import incidents FILE --source opdigtet`."""
        return self.run("import", "incidents", str(file), "--source", "opdigtet", *options, **how)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask the home's database itself."""
        connection = sqlite3.connect(f"file:{self.folder / 'staff.sqlite3'}?mode=ro", uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def everything(self) -> dict[str, Any]:
        """The register's tables, the trail, and the files of the store."""
        tables = ("incidents_source", "incidents_storeversion", "incidents_importrun", "audit_line")
        return {**{name: self.rows(f"SELECT * FROM {name}") for name in tables}, "files": files_in(self.folder)}


@contextmanager
def started(
    home: Home, file: Path, reached: Callable[[Path], bool]
) -> Iterator[tuple[subprocess.Popen[str], sqlite3.Connection]]:
    """An import that has come so far, and that cannot be over: the test holds the database that it would write."""
    root = home.folder / "incidents" / "opdigtet"
    with home.start("import", "incidents", str(file), "--source", "opdigtet") as process:
        _wait(process, lambda: any(root.glob("v000002-*")))
        database = sqlite3.connect(home.folder / "staff.sqlite3", isolation_level=None)
        try:
            database.execute("BEGIN IMMEDIATE")
            _wait(process, lambda: reached(root))
            yield process, database
            process.wait(60)
        finally:
            database.close()


def _wait(process: subprocess.Popen[str], until: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not until():
        assert process.poll() is None, process.stderr and process.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.0005)
