"""Thousands of words that somebody may not read stand in the world, and no channel lets one of them out to them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.test import override_settings
from tests.evidence import evidence
from tests.trust.channels.channels import FORGETTABLE, MAY_HOLD, Given, browser, files, logged, pages, tables
from tests.trust.channels.planting import ROLES, Planting, plant

from samvirke.desks.casework.register import case_types
from samvirke.doors.cli.main import run
from samvirke.registers.outbox.jobs import deliver
from samvirke.trust.access.actor import system
from samvirke.trust.access.wall import is_up
from samvirke.trust.oversight.queries.export import export

pytestmark = pytest.mark.django_db(databases=["default", "public"])
_FEW = ("", "colleague", "karim", "frida")
_READERS = ("line", "birgit", "privacy")
Seen = dict[str, set[str]]


def leaked(planting: Planting, reader: str, given: Iterable[Given], seen: Seen | None = None) -> list[str]:
    """Where a channel gave somebody a canary that is not theirs; what is theirs is put among what was seen."""
    wrong = []
    for channel, content in given:
        for word in planting.aviary.found_in(content):
            planted = planting.aviary.planted[word]
            if reader not in planted.readers:
                wrong.append(f"{reader or 'nobody'} read {planted.where} at {channel}")
            elif seen is not None:
                seen[planted.where].add(reader)
    return wrong


def walk(planting: Planting, names: Iterable[str], everything: bool = False) -> tuple[list[str], Seen, int]:
    """Every page as each of these, and everything that was logged meanwhile."""
    wrong, seen, lines, count = [], defaultdict(set), list[bytes](), 0
    for name in names:
        with logged(lines):
            given = list(pages(planting, browser(planting, name), everything))
        count += len(given)
        wrong += leaked(planting, name, given, seen)
    return wrong + leaked(planting, "the log", [("log", b"\n".join(lines))]), seen, count


@pytest.fixture
def drop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that letters are put into."""
    folder = tmp_path / "drop"
    folder.mkdir()
    monkeypatch.setenv("SAMVIRKE_MAILDROP", str(folder))
    return folder


@pytest.fixture
def planting(world, drop) -> Planting:
    """Two cases that three agencies share, one of them sealed, and some of other kinds."""
    return plant(world, 2, ["mediation"])


def behind_the_pages(planting: Planting, drop: Path, capsys: pytest.CaptureFixture[str], folder: Path) -> list[str]:
    """Letters, command lines, the exported trail, and every table but those that may hold words of cases."""
    deliver(system("scheduler"), lambda *_told: None)
    letters = list(files(drop, "letter"))
    assert letters
    export(system("operator"), file=folder / "trail.jsonl")
    capsys.readouterr()
    district = planting.world.district.pk
    for line in (["bases", "list", district], ["cases", "types", district], ["district", "list"], ["audit", "verify"]):
        run(line)
    said = capsys.readouterr()
    given = [
        *letters,
        *files(folder, "exported"),
        ("command line", (said.out + said.err).encode()),
        *tables("default", MAY_HOLD + FORGETTABLE),
        *tables("public"),
    ]
    return leaked(planting, "anybody", given)


def test_no_page_lets_a_word_out_to_those_who_may_not_read_it(planting):
    wrong, seen, count = walk(planting, _FEW)
    assert wrong == []
    assert count > 200
    # What was disclosed to the municipality is read there, so the walk does reach what it looks for.
    assert seen.keys() >= {"support.home", "enquiry.reason", "task", "name of guardian"}


def test_nothing_behind_the_pages_holds_a_word_of_a_case(planting, drop, capsys, tmp_path):
    assert behind_the_pages(planting, drop, capsys, tmp_path) == []


def test_who_may_read_finds_what_is_theirs(planting):
    """The control arm: the same walk finds every kind of word that somebody may read, each where it may be read."""
    del planting.cases[2:]
    wrong, seen, _count = walk(planting, _READERS)
    assert wrong == []
    wanted = {one.where for one in planting.aviary.planted.values() if not one.readers.isdisjoint(_READERS)}
    assert sorted(wanted - seen.keys()) == []


@override_settings(ROOT_URLCONF="tests.trust.channels.careless_urls")
def test_a_page_that_forgets_to_ask_is_found_and_the_page_of_a_fault_says_nothing(planting):
    del planting.cases[1:]
    wrong, _seen, _count = walk(planting, ["colleague", "frida"])
    names, read = ("name of citizen", "name of guardian"), {one.partition(" at ")[0] for one in wrong}
    assert read >= {f"colleague read {name}" for name in names}
    # Another agency is kept out by the second wall as well, where there is one.
    assert {f"frida read {name}" for name in names} <= read or is_up()
    case = planting.cases[0]["case"]
    failed = browser(planting, "colleague").get(f"/districts/{case.district_id}/cases/{case.pk}/fails")
    assert failed.status_code == 500
    assert leaked(planting, "colleague", [("fault", failed.content)]) == []


def test_the_names_of_the_trail_may_hold_reasons_and_only_an_export_with_names_lets_them_out(planting, tmp_path):
    file = tmp_path / "with-names.jsonl"
    export(system("operator"), file=file, persons=True, why="the Data Protection Authority asked")
    found = planting.aviary.found_in(file.read_bytes())
    assert {planting.aviary.planted[word].where for word in found} <= {"emergency", "necessity", "referral"}
    assert len(file.read_text(encoding="utf-8").splitlines()) > 100
    assert all(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


@pytest.mark.slow
def test_a_thousand_forbidden_things_come_out_through_no_channel(world, drop, capsys, tmp_path):
    planting = plant(world, 36, sorted(case_types()))
    wrong, _seen, count = walk(planting, ["", *ROLES], everything=True)
    wrong += behind_the_pages(planting, drop, capsys, tmp_path)
    assert planting.aviary.things >= 1000
    assert wrong == []
    evidence(
        "T4",
        what="no channel lets a word of a case out to those who may not read it",
        count=planting.aviary.things,
        seed="–",
        result=f"0 seen of {len(planting.aviary.planted):,} canaries, {count:,} answers to {len(ROLES) + 1} people",
        control="who may read finds theirs; a page that forgets to ask is found",
    )
