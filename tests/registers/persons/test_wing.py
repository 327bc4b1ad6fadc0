"""The wing with cases and persons can be off: the core then runs without a table of it, and it can be put up later."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.config.installation import ON_POSTGRESQL, ROOT, Installation, empty_installation, new_database

pytestmark = pytest.mark.database
_TABLES = """
    from django.db import connection
    print(json.dumps(connection.introspection.table_names()))
"""
_ROOMS = """
    import sys
    from django.apps import apps
    print(json.dumps([one.name for one in apps.get_app_configs()] + sorted(sys.modules)))
"""


def _wings(names: list[str]) -> set[str]:
    return {name.split("_")[0] for name in names} & {"persons", "casework"}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """An installation in which nobody has run anything yet."""
    variables = ("SAMVIRKE_DATABASE", "SAMVIRKE_PUBLIC_DATABASE") if ON_POSTGRESQL else ()
    return empty_installation(tmp_path / "samvirke", **{name: new_database() for name in variables})


def test_without_the_wing_the_core_works_and_no_table_of_it_is_there(installation: Installation):
    settings = {"SAMVIRKE_CASEWORK": "off", "SAMVIRKE_DEMO": "on"}
    commands = [
        ("migrate",),
        ("district", "check", str(ROOT / "districts" / "oestjylland")),
        ("district", "load", str(ROOT / "districts" / "oestjylland")),
        ("bases", "list", "oestjylland"),
        ("keys", "rotate", "cpr"),  # nobody is there to seal anew
        ("audit", "verify"),
        ("jobs", "work", "--once"),
    ]
    for command in commands:
        ran = installation.samvirke(*command, **settings)
        assert ran.returncode == 0, (command, ran.stderr)
    tables = installation.ask(_TABLES, **settings)
    assert "outbox_message" in tables
    assert _wings(tables) == set()
    rooms = installation.ask(_ROOMS, **settings)
    assert "samvirke.registers.outbox" in rooms
    assert [name for name in rooms if name.startswith(("samvirke.registers.persons", "samvirke.desks.casework"))] == []


def test_outside_the_demo_the_wing_is_off_until_it_is_asked_for(installation: Installation):
    rooms = installation.ask(_ROOMS)
    assert "samvirke.registers.persons" not in rooms
    assert "samvirke.registers.persons" in installation.ask(_ROOMS, SAMVIRKE_CASEWORK="on")


def test_put_up_later_the_wing_gets_its_tables_before_anything_else_is_done(installation: Installation):
    assert installation.samvirke("migrate", SAMVIRKE_CASEWORK="off").returncode == 0
    if ON_POSTGRESQL:
        refused = installation.samvirke("bases", "list", "oestjylland", SAMVIRKE_CASEWORK="on")
        assert "not up to date" in refused.stderr
        installation.samvirke("migrate", SAMVIRKE_CASEWORK="on")
    else:
        installation.samvirke("district", "list", SAMVIRKE_CASEWORK="on")
    assert "persons" in _wings(installation.ask(_TABLES, SAMVIRKE_CASEWORK="on"))
