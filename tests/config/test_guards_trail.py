"""A server does not start on a trail that ends before what was signed, unless somebody says that it was restored."""

from __future__ import annotations

from pathlib import Path

import pytest

from samvirke.config.guards.trail import trail_goes_on
from samvirke.trust.access.actor import system
from samvirke.trust.audit.checkpoints import own_folder, write_checkpoint
from samvirke.trust.oversight.commands.put_checkpoint import put_checkpoint

pytestmark = [pytest.mark.database, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))


def told() -> list[str]:
    return [f"{one.id} {one.msg} {one.hint}" for one in trail_goes_on(["default", "public"])]


def test_a_trail_without_a_checkpoint_and_one_that_goes_on_after_it_are_served():
    assert told() == []
    for _turn in range(3):
        put_checkpoint(system("scheduler"))
        assert told() == []


def test_an_older_copy_is_refused_until_the_restore_is_said_and_the_next_checkpoint_goes_on(
    monkeypatch: pytest.MonkeyPatch,
):
    put_checkpoint(system("scheduler"))
    write_checkpoint(10**9, "a" * 64)
    (fault,) = told()
    assert fault.startswith("samvirke.T001 The trail does not hold what checkpoint 2 was signed for")
    assert "SAMVIRKE_RESTORED=2" in fault
    monkeypatch.setenv("SAMVIRKE_RESTORED", "1")
    assert len(told()) == 1
    monkeypatch.setenv("SAMVIRKE_RESTORED", "2")
    assert told() == []
    put_checkpoint(system("scheduler"))
    monkeypatch.delenv("SAMVIRKE_RESTORED")
    assert told() == []


def test_another_line_in_the_place_of_the_one_that_was_signed_is_refused():
    size = put_checkpoint(system("scheduler"))["size"]
    write_checkpoint(size + 1, "b" * 64)
    assert len(told()) == 1


def test_a_checkpoint_that_cannot_be_read_is_refused():
    put_checkpoint(system("scheduler"))
    next(own_folder().iterdir()).write_text("{", encoding="utf-8")
    (fault,) = told()
    assert fault.startswith("samvirke.T002")


def test_only_the_staff_database_is_asked():
    write_checkpoint(10**9, "a" * 64)
    assert trail_goes_on(["public"]) == []
