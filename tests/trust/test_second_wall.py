"""The second wall: with every rule switched off PostgreSQL alone still keeps each agency's rows from the others."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction
from tests.config.installation import ON_POSTGRESQL
from tests.evidence import evidence
from tests.postgresql import APP, BACKUP, OWNING, owners_connection
from tests.trust.walled_rows import AGENCIES, DAY, Walled, walled

from samvirke.config.guards.second_wall import OPEN, second_wall_stands, walled_tables
from samvirke.desks.casework.commands.forget import forget
from samvirke.desks.casework.models import Case, Contribution, Disclosure, Involved, Seal
from samvirke.desks.casework.queries.case_view import case_view
from samvirke.desks.casework.queries.work_queue import work_queue
from samvirke.foundation.words import Said
from samvirke.registers.persons.models import Person
from samvirke.trust.access import rules
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.expressions import Anything
from samvirke.trust.access.grounds import Ground
from samvirke.trust.access.wall import behind, within

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db,
    pytest.mark.skipif(not ON_POSTGRESQL, reason="the second wall (T33) stands on PostgreSQL alone"),
]
FEW, MANY, SEED = 8, 150, 20240820


def somebody(*agencies: str) -> Actor:
    return Actor(id=str(uuid.uuid4()), name="somebody", agencies=frozenset(agencies))


@contextmanager
def nobody_looks_on() -> Iterator[None]:
    """As the program is connected for real: what is asked outside deeds is asked for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('test.onlooker', '', true)")
        yield
        cursor.execute("SELECT set_config('test.onlooker', 'on', true)")


@pytest.fixture
def every_rule_says_yes() -> Iterator[None]:
    """The switch that exists only here: each verb is permitted to everybody, and nothing forbids."""
    kept = dict(rules._rules)
    rules._rules.update({verb: rules.Rule([Ground(Said("a test"), Anything())]) for verb in kept})
    yield
    rules._rules.update(kept)


def looked(made: Walled, actor: Actor) -> tuple[int, int, int]:
    """Over all tables: rows of others that are seen, own ones that are not, and how many were others."""
    seen_wrongly = missed = others = 0
    for model, rows in made.rows.items():
        with behind(actor):
            seen = set(model._default_manager.filter(pk__in=list(rows)).values_list("pk", flat=True))
        own = {key for key, agencies in rows.items() if agencies & actor.agencies}
        seen_wrongly, missed, others = (
            seen_wrongly + len(seen - own), missed + len(own - seen), others + len(rows) - len(own),
        )  # fmt: skip
    return seen_wrongly, missed, others


@pytest.mark.parametrize("cases", [FEW, pytest.param(MANY, marks=pytest.mark.slow)])
@pytest.mark.usefixtures("every_rule_says_yes")
def test_with_every_rule_off_nobody_sees_a_row_of_another_agency_and_everybody_their_own(cases: int):
    made = walled(cases, SEED)
    assert {model._meta.db_table for model in made.rows} == set(walled_tables())
    askers = [somebody(), *map(somebody, AGENCIES), somebody(*AGENCIES[:2])]
    control = sum(model._default_manager.filter(pk__in=list(rows)).count() for model, rows in made.rows.items())
    assert control == sum(map(len, made.rows.values()))
    with nobody_looks_on():
        found = [looked(made, actor) for actor in askers]
        assert looked(made, NOBODY)[:2] == (0, 0)
    wrongly, missed, others = (sum(column) for column in zip(*found, strict=True))
    assert (wrongly, missed) == (0, 0)
    assert others > 50 * cases
    evidence(
        "T33",
        what="with every rule off, reads across agencies are denied by the database",
        count=others,
        seed=SEED,
        result=f"{wrongly} seen; of their own {missed} missed",
        control=f"without the wall all {control:,} rows are seen by each",
    )


@pytest.mark.usefixtures("every_rule_says_yes")
def test_a_stranger_whom_every_rule_lets_in_finds_no_case_on_the_pages_questions():
    made = walled(FEW, SEED)
    keys, agencies = zip(*made.rows[Case].items(), strict=True)
    stranger = next(name for name in AGENCIES if name not in agencies[0])
    with nobody_looks_on(), within(somebody(stranger)), pytest.raises(Case.DoesNotExist):
        case_view(somebody(stranger), keys[0])
    with nobody_looks_on(), within(somebody(stranger)):
        queue = work_queue(somebody(stranger), "wall-district", "agency")
    assert {one.pk for one in queue.rows} == {key for key, who in made.rows[Case].items() if stranger in who}


def test_what_a_transaction_was_told_is_gone_when_it_ends_and_a_deed_inside_gives_back_what_was_told_before():
    def told() -> tuple[str, str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app_agencies(), app_system()")
            return cursor.fetchone()

    assert told() == (None, None)
    with within(somebody("one", "two")):
        assert told() == (["one", "two"], None)
        with behind(system("scheduler")):
            assert told() == ([], "scheduler")
        assert told() == (["one", "two"], None)
        with pytest.raises(KeyError), behind(NOBODY):
            raise KeyError
        with pytest.raises(DatabaseError), transaction.atomic(), behind(NOBODY), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")
        assert told() == (["one", "two"], None)
    assert told() == (None, None)


@pytest.mark.parametrize("mine", AGENCIES[:2])
def test_nobody_writes_changes_or_removes_for_another_agency(mine: str):
    made = walled(FEW, SEED)
    hidden = next(key for key, agencies in made.rows[Case].items() if mine not in agencies)
    shown, reached = next((key, who) for key, who in made.rows[Case].items() if mine in who and len(who) > 1)
    other = next(name for name in reached if name != mine)
    written = {"section": "more", "changed_at": Case.objects.get(pk=shown).changed_at}
    with nobody_looks_on(), within(somebody(mine)):
        for case, agency in ((shown, other), (hidden, mine), (hidden, other)):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Contribution.objects.create(case_id=case, agency_id=agency, **written)
        Contribution.objects.create(case_id=shown, agency_id=mine, **written)
        assert Case.objects.filter(pk=hidden).update(stage="moved") == 0
        for model in (Contribution, Disclosure, Involved, Person):
            with connection.cursor() as cursor:
                cursor.execute(f"DELETE FROM {model._meta.db_table}")
    left = Contribution.objects.filter(pk__in=made.rows[Contribution]).count()
    assert left == len(made.rows[Contribution])
    assert Disclosure.objects.filter(pk__in=made.rows[Disclosure]).count() == len(made.rows[Disclosure])
    kept = {key for key, agencies in made.rows[Person].items() if mine not in agencies}
    assert set(Person.objects.filter(pk__in=made.rows[Person]).values_list("pk", flat=True)) == kept


def test_what_forbids_is_never_out_of_sight_of_whoever_sees_the_case():
    walled(FEW, SEED)
    with nobody_looks_on():
        for name in AGENCIES:
            with within(somebody(name)):
                cases = set(Case.objects.values_list("pk", flat=True))
                assert set(Seal.objects.values_list("case", flat=True)) == cases != set()


def test_the_system_forgets_a_whole_case_though_it_can_read_nothing_that_was_written_in_it():
    made = walled(FEW, SEED)
    key = next(iter(made.rows[Case]))
    over = {"closed_on": DAY, "outcome": "ended", "keep_until": DAY.replace(year=2020), "archive": "not-to-preserve"}
    Case.objects.filter(pk=key).update(**over)
    with nobody_looks_on():
        with within(system("scheduler")):
            assert Contribution.objects.count() == Disclosure.objects.count() == 0
            assert Involved.objects.filter(case=key).exists()
            case = Case.objects.get(pk=key)
        forget(system("scheduler"), case=case)
    for model in made.rows:
        names = {one.name for one in model._meta.get_fields()}
        if "case" in names:
            assert not model._default_manager.filter(case=key).exists(), model
    assert Case.objects.filter(pk__in=made.rows[Case]).count() == len(made.rows[Case]) - 1


def test_the_catalogue_says_that_the_wall_stands_before_every_table():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relrowsecurity AND relforcerowsecurity, pg_get_userbyid(relowner) FROM pg_class "
            "WHERE relkind = 'r' AND relname ~ '^(casework|persons)_'"
        )
        tables = {name: (is_forced, owner) for name, is_forced, owner in cursor.fetchall()}
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT current_user, pg_has_role(current_user, %s, 'MEMBER')", [OWNING])
        assert cursor.fetchone() == (APP, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"
        )
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")
        assert cursor.fetchone() == (0,)
    assert set(tables) == {*walled_tables(), *OPEN}
    assert {name for name, (is_forced, _owner) in tables.items() if is_forced} == set(walled_tables())
    assert {owner for _is_forced, owner in tables.values()} == {OWNING}
    assert second_wall_stands(["default"]) == []


@pytest.mark.parametrize(
    "statement",
    ["ALTER TABLE casework_case NO FORCE ROW LEVEL SECURITY", "DROP POLICY agency_select ON casework_case",
     "TRUNCATE casework_case CASCADE", f"SET ROLE {OWNING}", "ALTER TABLE persons_person OWNER TO CURRENT_USER",
     "SET row_security = off; SELECT count(*) FROM casework_case"],
)  # fmt: skip
def test_the_programs_role_cannot_take_the_wall_down(statement: str):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_role_that_backs_up_reads_everything_and_writes_nothing():
    with owners_connection(BACKUP) as backup:
        backup.execute("SET row_security = off")
        assert backup.execute("SELECT count(*) >= 0 FROM casework_contribution").fetchone() == (True,)
        with pytest.raises(Exception, match="permission denied"):
            backup.execute("DELETE FROM casework_contribution")


def test_no_unique_rule_tells_of_a_row_behind_the_wall():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.indexrelid::regclass::text, array_agg(a.attname::text), bool_or(a.atttypid = 'uuid'::regtype) "
            "FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) "
            "WHERE i.indisunique AND i.indrelid = ANY (%s::regclass[]::oid[]) GROUP BY 1",
            [walled_tables()],
        )
        found = cursor.fetchall()
    owned = {"agency_id", "owner_id", "giver_id", "asker_id"}
    assert len(found) > len(walled_tables())
    assert [name for name, columns, is_random in found if not is_random and not owned & set(columns)] == []


def test_another_agency_may_hold_the_same_number_and_nothing_tells(walled_person: Callable[[str], Person]):
    assert walled_person(AGENCIES[0]).cpr_match == walled_person(AGENCIES[1]).cpr_match


@pytest.fixture
def walled_person() -> Callable[[str], Person]:
    walled(1, SEED)

    def entered(agency: str) -> Person:
        with nobody_looks_on(), within(somebody(agency)):
            keys = {"cpr_key_id": "1", "match_key_id": "1"}
            return Person.objects.create(agency_id=agency, name="M", cpr_sealed="x", cpr_match="same", **keys)

    return entered
