"""A process makes itself ready: its folders, its secret, and tables that are brought up to date on the way."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from tests.config.installation import (
    ON_POSTGRESQL,
    Installation,
    empty_installation,
    new_database,
    new_installation,
)

from samvirke.config.common import secret

READY = """
    from samvirke.config.setup import ready
    from samvirke.foundation.fault import Refused
    from samvirke.trust.identity.models import Agency
    try:
        ready()
        print(json.dumps(Agency.objects.count()))
    except Refused as refusal:
        print(json.dumps(str(refusal)))
"""


@pytest.fixture
def empty(tmp_path: Path) -> Installation:
    return empty_installation(tmp_path / "samvirke")


def test_an_empty_home_gets_its_folders_and_tables_by_itself(empty: Installation):
    assert empty.ask(READY) == 0
    made = {str(path.relative_to(empty.home)) for path in empty.home.rglob("*") if path.is_file()}
    assert made >= {"staff.sqlite3", "public/public.sqlite3", "migrated", "secrets/staff"}
    assert not empty.keys.exists()


def test_a_database_that_was_taken_away_is_made_again(empty: Installation):
    assert empty.ask(READY) == 0
    for file in empty.home.glob("staff.sqlite3*"):
        file.unlink()
    assert empty.ask(READY) == 0


def test_a_postgresql_that_does_not_answer_is_refused_with_what_to_do(empty: Installation):
    assert empty.ask(READY) == 0  # the home was used with a file before
    said = empty.ask(READY, SAMVIRKE_DATABASE="postgresql://nobody@127.0.0.1:1/nothing")
    assert said.startswith("The database does not answer (")
    assert said.endswith("Start it, or correct SAMVIRKE_DATABASE and SAMVIRKE_PUBLIC_DATABASE.")


@pytest.mark.database
@pytest.mark.skipif(not ON_POSTGRESQL, reason="an embedded database is brought up to date on the way")
def test_a_postgresql_that_is_not_up_to_date_is_refused_with_what_to_run(tmp_path: Path):
    made = new_installation(tmp_path / "samvirke")
    bare = {variable: new_database() for variable in made.settings}
    assert Installation(made.folder, bare).ask(READY) == (
        "The tables of the database are not up to date. Run: samvirke migrate"
    )


@pytest.mark.database
def test_tables_that_were_brought_up_to_date_from_elsewhere_are_taken_as_they_are(tmp_path: Path):
    made = new_installation(tmp_path / "samvirke")
    (made.home / "migrated").unlink()
    assert made.ask(READY) == 0
    assert (made.home / "migrated").is_file()


@pytest.mark.database
def test_migrating_twice_changes_nothing(tmp_path: Path):
    installation = new_installation(tmp_path / "samvirke")
    assert installation.samvirke("migrate").stdout == "The tables are up to date.\n"
    assert installation.ask(READY) == 0


def test_no_table_has_changed_since_its_last_migration(empty: Installation):
    said = empty.ask("""
        from io import StringIO
        from django.core.management import call_command
        out = StringIO()
        try:
            call_command("makemigrations", check=True, dry_run=True, stdout=out)
        except SystemExit:
            pass
        print(json.dumps(out.getvalue()))
    """)
    assert said == "No changes detected\n"


def test_a_secret_is_made_once_and_only_its_user_reads_it(tmp_path: Path):
    file = tmp_path / "secrets" / "staff"
    first = secret(file)
    assert len(first) > 50
    assert secret(file) == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert secret(tmp_path / "secrets" / "public") != first


def test_processes_that_start_at_once_sign_with_the_same_secret(tmp_path: Path):
    for attempt in range(20):
        found: list[str] = []
        barrier = threading.Barrier(6)

        def ask(
            file: Path = tmp_path / str(attempt) / "staff", said: list[str] = found, at: threading.Barrier = barrier
        ):
            at.wait()
            said.append(secret(file))

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 6
        assert len(set(found)) == 1
        assert found[0]


@pytest.mark.parametrize("settings", ["samvirke.config.staff", "samvirke.config.public"])
def test_both_processes_send_the_headers_that_keep_a_page_to_itself(empty: Installation, settings: str):
    said = empty.ask(
        """
        from django.conf import settings
        print(json.dumps([settings.DEBUG, settings.X_FRAME_OPTIONS, settings.SECURE_REFERRER_POLICY,
                          settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["default-src"],
                          "csp.middleware.CSPMiddleware" in settings.MIDDLEWARE]))
        """,
        DJANGO_SETTINGS_MODULE=settings,
    )
    assert said == [False, "DENY", "same-origin", ["'self'"], True]


def test_the_business_date_of_a_demo_holds_for_every_process_of_its_home(empty: Installation):
    empty.home.mkdir(parents=True)
    (empty.home / "samvirke.toml").write_text('demo = true\ntoday = "2024-08-20"\n', encoding="utf-8")
    said = empty.ask("""
        from samvirke.foundation.clock import today
        from samvirke.foundation.home import is_demo
        print(json.dumps([str(today()), is_demo()]))
    """)
    assert said == ["2024-08-20", True]


@pytest.mark.skipif(ON_POSTGRESQL, reason="a home whose files are restored has an embedded database")
def test_what_a_restored_home_brings_back_is_deleted_again_at_the_next_start(tmp_path: Path):
    installation = new_installation(tmp_path, SAMVIRKE_CASEWORK="on")
    assert installation.samvirke("migrate").returncode == 0
    made = installation.ask(
        """
        from django.db import transaction
        from samvirke.registers.persons.models import Person
        from samvirke.trust.identity.models import Agency
        from samvirke.trust.retention.commands.erase import erase
        from samvirke.trust.retention.models import Mark

        agency = Agency.objects.create(id="town", name={"en": "Town"}, kind="municipality")
        person = Person.objects.create(agency=agency, name="Forgotten")
        key = person.pk
        with transaction.atomic():
            erase(Person.objects.filter(pk=key), "a test")
        Person.objects.create(id=key, agency=agency, name="Back again")
        Mark.objects.update(seq=0)
        print(json.dumps(str(key)))
        """
    )
    assert installation.samvirke("audit", "verify").returncode == 0
    left = "from samvirke.registers.persons.models import Person\nprint(json.dumps(Person.objects.count()))"
    assert made
    assert installation.ask(left) == 0
