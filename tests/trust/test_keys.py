"""Keys are made whole, kept apart from what they protect, and never lost by making new ones."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from samvirke.foundation.fault import Refused
from samvirke.trust import keys
from samvirke.trust.keys import KINDS, Key, by_id, current, rotate


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and, beside it, a folder of keys that is empty; no demo."""
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("SAMVIRKE_DEMO", "off")
    (tmp_path / "home").mkdir()
    return tmp_path / "keys"


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_key_is_made_on_the_way_and_then_stays(kind: str):
    key = current(kind)
    assert len(key.secret) == 32
    assert current(kind) == by_id(kind, key.id) == key


def test_each_kind_has_keys_of_its_own():
    assert len({current(kind).secret for kind in KINDS}) == len(KINDS)


def test_a_rotation_makes_another_key_current_and_keeps_the_old_ones():
    old = current("dwelling")
    new = [rotate("dwelling") for _ in range(20)]
    assert current("dwelling") == new[-1]
    assert by_id("dwelling", old.id) == old
    assert [by_id("dwelling", key.id) for key in new] == new
    assert len({key.secret for key in new} | {old.secret}) == 21


def test_two_who_are_first_at_once_get_the_same_key():
    found: list[Key] = []
    barrier = threading.Barrier(8)

    def ask() -> None:
        barrier.wait()
        found.append(current("dwelling"))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len({key.secret for key in found}) == 1


def test_a_key_that_is_missing_is_refused_and_never_made_anew(folder: Path):
    key = current("documents")
    (folder / "documents" / f"{key.id}.key").unlink()
    with pytest.raises(Refused, match=f"documents key {key.id} is missing.*Restore") as refused:
        by_id("documents", key.id)
    assert refused.value.faults[0].file.endswith(f"{key.id}.key")
    assert not (folder / "documents" / f"{key.id}.key").exists()


@pytest.mark.parametrize("secret", [b"", b"short", b"x" * 33])
def test_a_key_that_is_damaged_is_refused(folder: Path, secret: bytes):
    key = current("documents")
    (folder / "documents" / f"{key.id}.key").write_bytes(secret)
    with pytest.raises(Refused, match="is damaged"):
        current("documents")


def test_only_its_own_user_reads_a_key(folder: Path):
    rotate("dwelling")
    key = current("dwelling")
    assert stat.S_IMODE((folder / "dwelling" / f"{key.id}.key").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "dwelling").stat().st_mode) == 0o700
    assert [path.suffix for path in (folder / "dwelling").iterdir()] == [".key"]


@pytest.mark.parametrize("inside", ["home", "home/keys", "other/../home/keys"])
def test_keys_inside_the_home_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str):
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / inside))
    for ask in (current, rotate):
        with pytest.raises(Refused, match="a backup of the home would carry the keys with it"):
            ask("dwelling")
    assert list((tmp_path / "home").iterdir()) == []


def test_a_demo_may_keep_its_keys_inside_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "home" / "keys"))
    monkeypatch.setenv("SAMVIRKE_DEMO", "on")
    assert len(current("dwelling").secret) == 32


def test_a_kind_that_does_not_exist_has_no_key():
    with pytest.raises(LookupError, match="treasure"):
        current("treasure")


def test_a_secret_is_not_said_when_its_key_is_shown():
    key = current("dwelling")
    assert repr(key) == str(key) == f"Key({key.id})"
    assert keys.current("dwelling").secret.hex() not in repr([key])
