"""What a process loads when it starts: plain mathematics starts at once, and the public never meets the staff."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.floorplan.source import PACKAGE, ROOT

STAFFS_OWN = (
    "samvirke.trust", "samvirke.desks", "samvirke.insight", "samvirke.handovers", "samvirke.doors.web",
    "samvirke.doors.cli", "samvirke.registers.places", "samvirke.registers.partners", "samvirke.registers.incidents",
    "samvirke.registers.commitments", "samvirke.registers.documents", "samvirke.config.staff",
    "samvirke.config.guards", "samvirke.analysis",
)  # fmt: skip
HEAVY = ("numba", "scipy", "pandas", "matplotlib", "altair", "django", "duckdb", "shapely")
SECONDS = 0.3


def asked(script: str, **settings: str) -> Any:
    """What a fresh process answers (as JSON on its last line)."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("SAMVIRKE_", "DJANGO_"))}
    path = os.pathsep.join([str(PACKAGE.parent), str(ROOT)])
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**plain, "PYTHONPATH": path, **settings},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_analysis_is_imported_in_a_moment_and_without_heavy_libraries():
    script = (
        "import json, sys, time\n"
        "began = time.process_time()\n"
        "import samvirke.analysis\n"
        "print(json.dumps([time.process_time() - began, sorted(sys.modules)]))"
    )
    answers = [asked(script) for _ in range(3)]
    assert min(seconds for seconds, _ in answers) <= SECONDS
    loaded = {name.partition(".")[0] for name in answers[0][1]}
    assert loaded & set(HEAVY) == set()


def test_an_analysis_is_imported_without_the_compiler_until_it_is_run():
    modules = sorted(
        path.parent.name for path in (PACKAGE / "analysis").glob("*/__init__.py") if "kit" not in str(path)
    )
    script = (
        f"import importlib, json, sys\nfor name in {modules}: importlib.import_module('samvirke.analysis.' + name)\n"
    )
    loaded = {name.partition(".")[0] for name in asked(script + "print(json.dumps(sorted(sys.modules)))")}
    assert loaded & {"numba", "django", "duckdb", "matplotlib", "altair"} == set()


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The public process after it has answered requests; its home is that of an installation with a staff side."""
    home = tmp_path_factory.mktemp("two-worlds")
    script = """
import json, sys
from samvirke.config.public_wsgi import application
from django.conf import settings
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.test import Client
client = Client(HTTP_HOST="localhost")
answers = {path: client.get(path).status_code for path in ("/", "/healthy", "/no-such-page")}
holds = repr({name: getattr(settings, name) for name in dir(settings) if name.isupper()})
from django.db import connections
print(json.dumps([sorted(sys.modules), holds, list(settings.DATABASES), answers,
                  connections["default"].introspection.table_names()]))
"""
    settings = {
        "SAMVIRKE_HOME": str(home / "home"),
        "SAMVIRKE_KEYS": str(home / "keys"),
        "SAMVIRKE_DATABASE": "postgresql://staff-role:staff-password@staff-host/staff-database",
    }
    modules, holds, databases, answers, tables = asked(script, **settings)
    return {
        "modules": modules, "settings": holds, "databases": databases, "answers": answers, "tables": tables,
        "home": home,
    }  # fmt: skip


def test_the_public_process_answers(public: dict[str, Any]):
    assert public["answers"] == {"/": 200, "/healthy": 200, "/no-such-page": 404}


def test_the_public_process_loads_nothing_of_the_staffs_side(public: dict[str, Any]):
    assert "samvirke.registers.publications.models.publication" in public["modules"]
    assert [name for name in public["modules"] if name.startswith(STAFFS_OWN)] == []


def test_the_settings_of_the_public_process_do_not_hold_the_staffs_database(public: dict[str, Any]):
    assert public["databases"] == ["default"]
    assert "public.sqlite3" in public["settings"]
    for secret in ("staff-password", "staff-host", "staff.sqlite3", "secrets/staff", str(public["home"] / "keys")):
        assert secret not in public["settings"], secret


def test_the_public_process_makes_no_table_but_its_own(public: dict[str, Any]):
    assert set(public["tables"]) == {"publications_publication", "django_migrations"}


def test_the_public_process_touches_nothing_outside_its_own_folder(public: dict[str, Any]):
    made = {str(path.relative_to(public["home"])) for path in public["home"].rglob("*") if path.is_file()}
    assert made
    assert {path for path in made if not path.startswith("home/public/")} == set()


def test_the_staff_process_would_be_seen_by_the_same_look(tmp_path: Path):
    script = (
        "import json, sys\nfrom samvirke.config.setup import set_up\nset_up()\nprint(json.dumps(sorted(sys.modules)))"
    )
    modules = asked(script, SAMVIRKE_HOME=str(tmp_path / "home"), SAMVIRKE_KEYS=str(tmp_path / "keys"))
    assert [name for name in modules if name.startswith(STAFFS_OWN)]


def test_what_starts_of_the_staffs_side_links_no_records_and_knows_all_that_happens_at_night(tmp_path: Path):
    """Neither a page nor the scheduler pays for what the worker alone needs; and nothing waits for a page."""
    script = (
        "import json, sys\nfrom samvirke.config.setup import set_up\nset_up()\n"
        "from samvirke.trust.jobs.declared import by_the_clock\nat_night = [one.name for one in by_the_clock()]\n"
        "import samvirke.doors.web.urls\nprint(json.dumps([sorted(sys.modules), at_night]))"
    )
    settings = {"SAMVIRKE_HOME": str(tmp_path / "home"), "SAMVIRKE_KEYS": str(tmp_path / "keys")}
    modules, at_night = asked(script, SAMVIRKE_CASEWORK="on", **settings)
    assert {name.partition(".")[0] for name in modules} & {"splink", "sqlglot", "pyarrow", "pandas"} == set()
    assert {"casework.forget", "casework.forget-searches"} <= set(at_night)
    _modules, without = asked(
        script.replace("import samvirke.doors.web.urls\n", ""), SAMVIRKE_CASEWORK="off", **settings
    )
    assert not [name for name in without if name.startswith("casework.")]
