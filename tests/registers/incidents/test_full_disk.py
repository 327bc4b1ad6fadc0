"""The disk is full: the import says so, nothing is half stored, and it works once there is room."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.registers.incidents.arrange import Home, line, row, started, write_rows, write_text

_SIZE = 24
_ROWS = 40_000


@pytest.fixture
def small_disk(program: Home, tmp_path: Path) -> Iterator[Home]:
    """A home on a disk of its own of a few megabytes, with one version in the store."""
    home = Home(tmp_path / "disk" / "home")
    home.folder.parent.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}m", "samvirke-test", str(home.folder.parent)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a disk of its own cannot be mounted here")
    try:
        shutil.copytree(program.folder, home.folder)
        said = home.take(write_rows(tmp_path / "first.csv", [row(journal="old"), row(journal="J0")]))
        assert said.returncode == 0, said.stderr
        yield home
    finally:
        subprocess.run(["umount", str(home.folder.parent)], check=True)


def _left(home: Home, kilobytes: int) -> Path:
    """Fill the disk but for so much."""
    filler = home.folder.parent / "filler"
    filler.write_bytes(b"\1" * max(0, shutil.disk_usage(home.folder).free - kilobytes * 1024))
    return filler


def _file(folder: Path) -> Path:
    rows = [line(journal=f"J{n}", fra=f"{2020 + n % 4}-03-05", til="", bolig=f"Bygade {n}") for n in range(_ROWS)]
    return write_text(folder / "many.csv", *rows, *(line(journal=f"R{n}", fra="igår") for n in range(4000)))


@pytest.mark.parametrize("kilobytes", [0, 300, 1500])
def test_a_full_disk_leaves_everything_as_it_was(kilobytes: int, small_disk: Home, tmp_path: Path) -> None:
    file, before = _file(tmp_path), small_disk.everything()
    filler = _left(small_disk, kilobytes)
    said = small_disk.take(file)
    assert said.returncode == 2, said.stdout + said.stderr
    assert "The disk is full" in said.stderr
    assert "Traceback" not in said.stderr
    assert small_disk.everything() == before
    filler.unlink()
    told = json.loads(small_disk.take(file, "--json").stdout)
    assert (told["new"], told["corrected"], told["rejected"], told["version"]) == (_ROWS - 1, 1, 4000, 2)


def test_a_disk_that_is_full_at_the_last_step_leaves_everything_as_it_was(small_disk: Home, tmp_path: Path) -> None:
    file, before = _file(tmp_path), small_disk.everything()

    def waits_to_be_committed(root: Path) -> bool:
        return any(root.glob("v000002-*/2024.parquet")) and not any(root.glob("v000002-*/staged.parquet"))

    with started(small_disk, file, waits_to_be_committed) as (process, database):
        filler = _left(small_disk, 0)
        database.execute("ROLLBACK")
        _said, complained = process.communicate(timeout=60)
    assert (process.returncode, "The disk is full" in complained) == (2, True), complained
    filler.unlink()
    assert small_disk.everything() == before
    assert small_disk.take(file).returncode == 0
