"""`samvirke cases`: the kinds of case in a district, its periods, and the lock of the kinds' versions."""

from __future__ import annotations

import json

import pytest

from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.models import PeriodInUse
from samvirke.desks.casework.register import case_types
from samvirke.doors.cli.commands.cases import lock
from samvirke.doors.cli.main import root
from samvirke.registers.places.models import District

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_the_demo(db):
    """The demo may lie in this worker's database; here no district is loaded but the test's own."""
    District.objects.update(loaded_at=None)
    PeriodInUse.objects.all().delete()


@pytest.fixture
def locked(tmp_path, monkeypatch):
    """A lock of the test's own."""
    file = tmp_path / "types.lock"
    monkeypatch.setattr(lock, "LOCK", file)
    return file


def test_every_kind_is_listed_with_every_reason_against_it(fjord, command_line):
    code, out, err = command_line("cases", "types")
    assert (code, err) == (0, "")
    assert all(f"{name}: " in out for name in case_types())
    assert "mediation: Mediation (not in use)\n  The district has not entered how long “Screened” may last.\n" in out


def test_it_is_listed_as_json_and_in_danish(fjord, command_line, in_danish):
    rows = json.loads(command_line("cases", "types", "--district", fjord.pk, "--json")[1])
    assert [row["name"] for row in rows] == list(case_types())
    assert {row["in_use"] for row in rows if row["against"]} == {False}
    assert "(ikke i brug)" in in_danish("cases", "types")[1]


def test_of_several_districts_one_has_to_be_named(fjord, dale, command_line):
    code, _out, err = command_line("cases", "types")
    assert code == 2
    assert "fjordkredsen" in err
    assert command_line("cases", "types", "--district", dale.pk)[0] == 0


def test_without_a_district_the_way_to_load_one_is_told(db, command_line):
    code, _out, err = command_line("cases", "types")
    assert code == 2
    assert "No district is loaded" in err


def test_a_kind_is_in_use_once_every_period_is_entered(fjord, command_line):
    for what in configured(case_types()["mediation"]):
        entered = command_line("cases", "period", fjord.pk, "mediation", what, "30", "--reference", "the chief, 3 May")
        assert entered[0] == 0
    assert entered[1] == "The Fjord District: “keep” of “mediation” is 30 days from now on.\n"
    assert "mediation: Mediation (in use)\n" in command_line("cases", "types")[1]
    assert {one.reference for one in PeriodInUse.objects.all()} == {"the chief, 3 May"}


def test_a_period_for_one_agency_leaves_the_others_alone(fjord, command_line):
    given = ("--reference", "a decision", "--agency", "fjordkredsens-politi")
    assert command_line("cases", "period", fjord.pk, "mediation", "keep", "1", *given)[1].endswith(
        "1 day from now on.\n"
    )
    assert PeriodInUse.objects.get().agency_id == "fjordkredsens-politi"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere", "mediation", "keep", "30"), "There is no district called “nowhere”."),
        (("fjordkredsen", "mediatoin", "keep", "30"), "The nearest are: mediation"),
        (("fjordkredsen", "mediation", "keeep", "30"), "The nearest are: keep"),
        (("fjordkredsen", "mediation", "keep", "0"), "0 is not in the range"),
        (("fjordkredsen", "mediation", "keep", "many"), "'many' is not a valid integer"),
    ],
)
def test_a_slip_is_told_with_what_to_do(fjord, command_line, words, said):
    code, out, err = command_line("cases", "period", *words, "--reference", "a decision")
    assert (code, out) == (2, "")
    assert said in err
    assert not PeriodInUse.objects.exists()


def test_the_lock_is_written_and_then_fits(command_line, locked):
    assert command_line("cases", "lock", "--check")[0] == 4
    code, out, _err = command_line("cases", "lock")
    assert (code, str(locked) in out) == (0, True)
    assert len(locked.read_text().splitlines()) == len(case_types())
    assert command_line("cases", "lock", "--check") == (
        0, f"The lock fits all {len(case_types())} kinds of case.\n", "",
    )  # fmt: skip


def test_a_changed_kind_is_refused_unless_nobody_has_stored_it(command_line, locked):
    command_line("cases", "lock")
    fitting = locked.read_text()
    other = "".join(
        f"{line[:-1]}{'0' if line[-1] != '0' else '1'}\n" if line.startswith("mediation ") else f"{line}\n"
        for line in fitting.splitlines()
    )
    locked.write_text(other)
    code, out, err = command_line("cases", "lock")
    assert (code, out) == (2, "")
    assert "“mediation” has changed, and is still version 1. Give it the next version" in err
    assert locked.read_text() == other
    assert "has changed" in command_line("cases", "lock", "--check")[1]
    assert command_line("cases", "lock", "--unreleased")[0] == 0
    assert locked.read_text() == fitting


def test_where_the_wing_of_cases_is_not_installed_there_is_no_such_command(command_line, monkeypatch):
    assert "cases" in root.list_commands(None)
    monkeypatch.setenv("SAMVIRKE_CASEWORK", "off")
    assert "cases" not in root.list_commands(None)
    assert command_line("cases", "types")[0] == 2
