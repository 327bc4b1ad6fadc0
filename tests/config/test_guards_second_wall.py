"""A PostgreSQL that would not keep one agency's rows from another's is refused, with what to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.checks import CRITICAL, WARNING
from django.db import connections, transaction
from tests.config.installation import ON_POSTGRESQL, Installation, new_database
from tests.postgresql import APP, OWNING

from samvirke.config.databases import OWNER
from samvirke.config.guards.second_wall import second_wall_stands, walled_tables

pytestmark = [pytest.mark.database, pytest.mark.django_db(databases=["default", "public"])]
on_postgresql = pytest.mark.skipif(not ON_POSTGRESQL, reason="speaks of PostgreSQL")
Told = Callable[..., list[tuple[str, int]]]


@pytest.fixture
def told() -> Iterator[Told]:
    """What the program is told at its start after a superuser has done something, which is then undone."""
    connection = connections.create_connection("default")
    connection.settings_dict = {**connection.settings_dict, "USER": "postgres", "PASSWORD": ""}
    connection.inc_thread_sharing()
    connections["another"] = connection

    def after(*statements: str) -> list[tuple[str, int]]:
        with transaction.atomic(using="another"), connection.cursor() as cursor:
            for statement in (*statements, f"SET LOCAL ROLE {APP}"):
                cursor.execute(statement)
            found = second_wall_stands(["another"])
            transaction.set_rollback(True, using="another")
        assert all(one.hint for one in found)
        return [(str(one.msg).removeprefix("another: "), one.level) for one in found]

    yield after
    connection.close()
    del connections["another"]


@on_postgresql
def test_the_wall_as_it_was_built_stands(told: Told):
    assert told() == []
    assert len(walled_tables()) == 17


@on_postgresql
def test_a_role_that_passes_the_wall_is_refused(told: Told):
    assert told(f"ALTER ROLE {APP} BYPASSRLS") == [("the program's role passes the second wall.", CRITICAL)]


@on_postgresql
@pytest.mark.parametrize(
    "statement", [f"GRANT {OWNING} TO {APP}", f"ALTER TABLE casework_case OWNER TO {APP}"], ids=["member", "owner"]
)
def test_an_owner_and_a_member_of_the_owner_are_refused_outside_a_demo(
    told: Told, monkeypatch: pytest.MonkeyPatch, statement: str
):
    what = "the program's role owns the tables of cases, or is a member of the role that does."
    assert told(statement) == [(what, WARNING)]
    monkeypatch.setenv("SAMVIRKE_DEMO", "off")
    assert told(statement) == [(what, CRITICAL)]


@on_postgresql
@pytest.mark.parametrize("what", ["NO FORCE", "DISABLE"])
def test_a_table_without_the_wall_is_refused_by_name(told: Told, what: str):
    statement = f"ALTER TABLE casework_contribution {what} ROW LEVEL SECURITY"
    assert told(statement) == [("no second wall stands before casework_contribution.", CRITICAL)]


@on_postgresql
def test_a_view_that_shows_rows_as_its_owner_sees_them_is_refused_by_name(told: Told):
    view = "CREATE {} handy {} AS SELECT id FROM casework_case"
    refused = [("handy shows rows as its owner sees them.", CRITICAL)]
    assert told(view.format("VIEW", "")) == refused
    assert told(view.format("MATERIALIZED VIEW", "")) == refused
    assert told(view.format("VIEW", "WITH (security_invoker = on)")) == []


@on_postgresql
def test_an_embedded_or_a_public_database_is_not_asked(told: Told):
    assert second_wall_stands(["public"]) == []
    assert second_wall_stands([]) == second_wall_stands() == []


@pytest.mark.skipif(ON_POSTGRESQL, reason="speaks of the embedded database")
def test_an_embedded_database_has_no_second_wall_to_stand():
    assert second_wall_stands(["default", "public"]) == []


REFUSE = """
    from samvirke.config.setup import refuse_unsafe
    from samvirke.foundation.fault import Refused
    from django.db import connection
    try:
        refuse_unsafe()
        said = ""
    except Refused as refusal:
        said = refusal.text()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user::text, tableowner FROM pg_tables WHERE tablename = 'casework_case'")
        print(json.dumps([said, *cursor.fetchone()]))
"""


@pytest.fixture
def for_real(tmp_path: Path) -> Callable[..., Installation]:
    """An installation that holds real cases, with or without a role that owns the tables."""

    def made(*, has_owner: bool) -> Installation:
        staff = new_database(owner=OWNING if has_owner else "")
        settings = {"SAMVIRKE_DATABASE": staff, "SAMVIRKE_PUBLIC_DATABASE": new_database(), "SAMVIRKE_CASEWORK": "on"}
        if has_owner:
            settings[OWNER] = staff.replace(f"//{APP}:", f"//{OWNING}:")
        return Installation(tmp_path / "samvirke", settings)

    return made


@on_postgresql
def test_the_owner_migrates_and_the_program_serves_as_another(for_real: Callable[..., Installation]):
    installation = for_real(has_owner=True)
    assert installation.samvirke("migrate").stderr == ""
    assert installation.ask(REFUSE) == ["", APP, OWNING]


@on_postgresql
def test_where_one_role_does_all_real_cases_are_not_served(for_real: Callable[..., Installation]):
    installation = for_real(has_owner=False)
    assert installation.samvirke("migrate").returncode == 0
    said, role, owner = installation.ask(REFUSE)
    assert role == owner == APP
    assert "owns the tables of cases" in said
    assert "run-it-for-real.md" in said
    assert installation.ask(REFUSE, SAMVIRKE_CASEWORK="off")[0] == ""


@on_postgresql
def test_an_owner_of_another_database_or_the_programs_own_role_is_refused(for_real: Callable[..., Installation]):
    installation = for_real(has_owner=True)
    staff = installation.settings["SAMVIRKE_DATABASE"]
    for address in (staff, installation.settings["SAMVIRKE_PUBLIC_DATABASE"].replace(f"//{APP}:", f"//{OWNING}:")):
        ran = installation.samvirke("migrate", **{OWNER: address})
        assert ran.returncode != 0
        assert "names another database, or the program's own role" in ran.stderr
        assert "test@" not in ran.stderr
