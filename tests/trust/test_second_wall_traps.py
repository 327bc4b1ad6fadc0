"""The ways in which such a wall has failed others, each shown to fail here as well until it is put right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from tests.config.installation import ON_POSTGRESQL
from tests.evidence import evidence
from tests.postgresql import APP, owners_connection

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db,
    pytest.mark.skipif(not ON_POSTGRESQL, reason="the second wall (T33) stands on PostgreSQL alone"),
]
ALL, MINE = 200, 20
_MADE = f"""
CREATE ROLE trap_owner;
CREATE ROLE trap_app;
CREATE TABLE trap (agency text, number text);
INSERT INTO trap SELECT 'agency-' || n % {ALL // MINE}, n::text FROM generate_series(1, {ALL}) n;
ALTER TABLE trap OWNER TO trap_owner;
ALTER TABLE trap ENABLE ROW LEVEL SECURITY;
CREATE POLICY agency ON trap USING (agency = ANY (app_agencies()));
GRANT SELECT, INSERT ON trap TO trap_app;
"""


@pytest.fixture
def server() -> Iterator[psycopg.Connection[Any]]:
    """A table with the wall of one policy, and two roles; all of it is rolled back."""
    with owners_connection("postgres") as connection:
        connection.execute(_MADE)
        yield connection
        connection.rollback()


def seen(connection: psycopg.Connection[Any], role: str, what: str = "trap") -> int:
    connection.execute(f"SET LOCAL ROLE {role}")
    (found,) = connection.execute(f"SELECT count(*) FROM {what}").fetchone() or (None,)
    connection.execute("RESET ROLE")
    return int(found)


def test_without_a_setting_nothing_is_seen_and_with_one_the_agencys_own_rows(server):
    assert seen(server, "trap_app") == 0
    server.execute("SELECT set_config('app.agencies', 'agency-3', true)")
    assert seen(server, "trap_app") == MINE


def test_an_owner_sees_everything_until_the_policies_are_forced(server):
    assert seen(server, "trap_owner") == ALL
    server.execute("ALTER TABLE trap FORCE ROW LEVEL SECURITY")
    assert seen(server, "trap_owner") == 0
    evidence("T33", what="trap: an owner without FORCE", count=ALL, seed="none", result="0 seen with FORCE",
             control=f"{ALL} seen without")  # fmt: skip


def test_a_mere_member_of_the_owner_sees_everything_as_well(server):
    server.execute("GRANT trap_owner TO trap_app")
    assert seen(server, "trap_app") == ALL
    server.execute("REVOKE trap_owner FROM trap_app")
    assert seen(server, "trap_app") == 0
    evidence("T33", what="trap: a member of the owner", count=ALL, seed="none", result="0 seen by a stranger to it",
             control=f"{ALL} seen by a member")  # fmt: skip


def test_a_view_shows_what_its_owner_sees_until_it_asks_as_whoever_reads_it(server):
    server.execute("CREATE VIEW trap_view AS SELECT * FROM trap; GRANT SELECT ON trap_view TO trap_app")
    assert seen(server, "trap_app", "trap_view") == ALL
    server.execute("ALTER VIEW trap_view SET (security_invoker = true)")
    assert seen(server, "trap_app", "trap_view") == 0
    evidence("T33", what="trap: a view of a superuser", count=ALL, seed="none", result="0 seen with security_invoker",
             control=f"{ALL} seen without")  # fmt: skip


def test_a_unique_number_tells_of_a_hidden_row_until_it_is_unique_within_the_agency(server):
    def entered() -> bool:
        server.execute("SAVEPOINT tried; SET LOCAL ROLE trap_app; SELECT set_config('app.agencies', 'agency-3', true)")
        try:
            server.execute("INSERT INTO trap VALUES ('agency-3', '4')")
        except psycopg.errors.UniqueViolation:
            return False
        finally:
            server.execute("ROLLBACK TO tried")
        return True

    server.execute("CREATE UNIQUE INDEX trap_number ON trap (number)")
    assert not entered()
    server.execute("DROP INDEX trap_number; CREATE UNIQUE INDEX trap_number ON trap (agency, number)")
    assert entered()


def test_a_setting_of_the_session_is_found_by_whoever_comes_next_and_one_of_the_transaction_is_not():
    found = {}
    for is_local in (True, False):
        with owners_connection(APP) as pooled:
            pooled.execute("SELECT set_config('app.agencies', 'wall-police', %s)", [is_local])
            pooled.commit()
            found[is_local] = (pooled.execute("SELECT app_agencies()").fetchone() or ("nothing asked",))[0]
    assert found == {True: None, False: ["wall-police"]}
    evidence("T33", what="trap: a setting of the session", count=1, seed="none", result="gone after the transaction",
             control="found by the next request")  # fmt: skip
