"""An installation as its operator finds it: tables up to date, the real district loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from samvirke.config import setup
from samvirke.doors.cli.main import run
from samvirke.handovers.load_boundaries import load_schematic_boundaries
from samvirke.handovers.load_district import load_district
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

_DISTRICTS = Path(__file__).resolve().parents[2] / "districts"


@pytest.fixture(scope="session")
def migrated(django_db_setup, django_db_blocker) -> None:
    """What `samvirke migrate` leaves behind, so that commands find the tables up to date."""
    with django_db_blocker.unblock():
        setup.migrate()


@pytest.fixture
def command_line(capsys, migrated):
    """Runs a command line: its exit code, what it printed, and what it complained of."""

    def asked(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return asked


@pytest.fixture
def loaded(db, migrated) -> District:
    """Østjylland, as it is in its folder, on the schematic map."""
    district = load_district(system("operator"), _DISTRICTS / "oestjylland").district
    load_schematic_boundaries(system("operator"), district)
    return district
