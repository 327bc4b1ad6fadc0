"""An upload lies in a folder of its own until its import is seen through, and no longer than a night after a kill."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from samvirke.registers.incidents.engine.uploads import forget_upload, keep_upload, sweep_uploads, uploads

_DAY = 24 * 3600.0


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path))


def test_two_files_of_one_name_lie_apart_and_whole():
    one, other = keep_upload("a.csv", [b"x;", b"y"]), keep_upload("a.csv", [b"z"])
    assert one.parent != other.parent
    assert (one.read_bytes(), other.read_bytes()) == (b"x;y", b"z")
    assert one.parent.stat().st_mode & 0o077 == 0


def test_a_forgotten_upload_is_gone_and_the_others_stay():
    one, other = keep_upload("a.csv", [b"x"]), keep_upload("a.csv", [b"y"])
    forget_upload(one.parent.name)
    forget_upload(one.parent.name)
    assert [path.name for path in uploads().iterdir()] == [other.parent.name]


def test_an_upload_whose_sender_breaks_off_leaves_no_more_than_the_sweep_takes():
    def broken():
        yield b"x"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        keep_upload("a.csv", broken())
    assert sweep_uploads(time.time() + 1) == 1
    assert list(uploads().iterdir()) == []


def test_the_sweep_takes_what_is_old_and_leaves_what_is_on_its_way():
    old, new = keep_upload("a.csv", [b"x"]), keep_upload("b.csv", [b"y"])
    os.utime(old.parent, (time.time() - 2 * _DAY,) * 2)
    assert sweep_uploads(time.time() - _DAY) == 1
    assert [path.name for path in uploads().iterdir()] == [new.parent.name]


def test_there_may_be_no_uploads_at_all():
    assert sweep_uploads(time.time()) == 0
