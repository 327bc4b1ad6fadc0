"""Numbers lie sealed: none in clear on the disk, none readable with a wrong key, all readable after a rotation."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from tests.config.installation import ON_POSTGRESQL, new_installation
from tests.registers.persons.conftest import HERE, NUMBER, OTHER, THERE

from samvirke.foundation.fault import Refused
from samvirke.registers.persons.commands.reseal_persons import reseal_persons
from samvirke.registers.persons.jobs import reseal
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.queries.find_in_agency import find_in_agency
from samvirke.registers.persons.queries.show_cpr import show_cpr
from samvirke.registers.persons.sealed import Made, match, seal, unseal
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.identity.models import Agency
from samvirke.trust.keys import current, rotate

pytestmark = pytest.mark.database
in_a_database = pytest.mark.django_db
NUMBERS = st.from_regex(r"[0-9]{10}", fullmatch=True)
AGENCIES = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?", fullmatch=True)
SCHEDULER = system("scheduler")
_SCRIPT = """
from django.db import connections
from samvirke.registers.persons.commands.put_person import put_person
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency
agency = Agency.objects.create(id="fjordby-kommune", name={"en": "Fjordby"}, kind="municipality")
rikke = Actor(id="rikke", name="Rikke", posts=frozenset({("caseworker", agency.pk)}))
for number in ("010107-4321", "311299-1234"):
    put_person(rikke, agency=agency, name="Opdigtet", cpr=number, invented=True)
connections.close_all()
print(json.dumps(2))
"""


@given(NUMBERS, NUMBERS, AGENCIES, AGENCIES)
def test_digests_agree_for_one_number_in_one_agency_and_never_otherwise(number, other, agency, stranger):
    same = match(number, agency).value
    assert (match(number, agency).value == same, match(number, stranger).value == same) == (True, agency == stranger)
    assert (match(other, agency).value == same) == (number == other)


@given(NUMBERS, st.uuids(), st.uuids())
def test_what_is_sealed_for_a_row_is_read_for_that_row_alone(number, row, other):
    made = seal(number, row)
    assert unseal(made, row) == number
    assert number not in made.value
    assert seal(number, row).value != made.value
    if row != other:
        with pytest.raises(Refused, match="cannot be read"):
            unseal(made, other)


@given(NUMBERS, st.integers(0, 10_000), st.permutations("AZaz09+/!"))
def test_a_damaged_value_is_refused_without_the_number(number, at, signs):
    row = uuid.uuid4()
    made = seal(number, row)
    place = at % len(made.value)
    # What is sealed differs each time, so that nothing that is drawn may depend on it.
    sign = next(one for one in signs if one != made.value[place])
    changed = made.value[:place] + sign + made.value[place + 1 :]
    with pytest.raises(Refused, match="cannot be read") as refused:
        unseal(Made(changed, made.key_id), row)
    assert number not in refused.value.text()


@pytest.mark.parametrize("value", ["", "AAAA", "not base 64"])
def test_what_was_cut_short_is_refused(value):
    with pytest.raises(Refused, match="cannot be read"):
        unseal(Made(value, current("cpr").id), uuid.uuid4())


def test_another_key_under_the_same_id_is_refused_and_a_missing_one_is_named(keys: Path):
    row = uuid.uuid4()
    made = seal("0101074321", row)
    file = keys / "cpr" / f"{made.key_id}.key"
    file.unlink()
    with pytest.raises(Refused, match="is missing"):
        unseal(made, row)
    file.write_bytes(bytes(32))
    with pytest.raises(Refused, match="its key is another"):
        unseal(made, row)


@in_a_database
def test_no_number_stands_in_clear_in_any_row(put):
    for agency in (HERE, THERE):
        put(cpr=NUMBER, agency=agency)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            said = str(cursor.fetchall())
            assert NUMBER not in said, table
            assert NUMBER.replace("-", "") not in said, table


@pytest.mark.skipif(ON_POSTGRESQL, reason="reads the file of the embedded database")
def test_no_number_stands_in_clear_in_any_byte_of_the_home(tmp_path: Path):
    installation = new_installation(tmp_path / "samvirke", SAMVIRKE_CASEWORK="on")
    installation.samvirke("migrate")
    assert installation.ask(_SCRIPT) == 2
    content = b"".join(file.read_bytes() for file in installation.home.rglob("*") if file.is_file())
    assert b"Opdigtet" in content  # the rows are there
    for number in (NUMBER, OTHER):
        assert number.encode() not in content
        assert number.replace("-", "").encode() not in content


@in_a_database
@pytest.mark.parametrize("kind", ["cpr", "agency-match"])
def test_after_a_rotation_old_values_are_read_and_found_before_and_after_they_are_sealed_anew(kind, put, workers):
    rikke, fjordby = workers[HERE], Agency.objects.get(pk=HERE)
    old = put(cpr=NUMBER)
    key = rotate(kind)
    new = put("Nikolaj", cpr=OTHER)
    for _time in range(2):
        for somebody, number in ((old, NUMBER), (new, OTHER)):
            assert put(somebody.name, cpr=number).pk == somebody.pk
            assert find_in_agency(rikke, agency=fjordby, cpr=number, within="casework.case:1") == somebody
            assert show_cpr(rikke, person=Person.objects.get(pk=somebody.pk)) == number
        reseal(SCHEDULER, lambda *_: None)
    field = "cpr_key_id" if kind == "cpr" else "match_key_id"
    assert set(Person.objects.values_list(field, flat=True)) == {key.id}


@in_a_database
def test_batches_take_each_older_row_once_and_nothing_else(put):
    people = [put(f"Nr. {day}", cpr=f"{day:02}0107-4321") for day in range(1, 8)]
    put("Without a number")
    rotate("cpr")
    new = put("New", cpr="090107-4321")
    batch, sizes = reseal_persons(SCHEDULER, at_most=3), []
    while batch.last is not None:
        sizes.append(batch.done)
        batch = reseal_persons(SCHEDULER, after=batch.last, at_most=3)
    assert sizes == [3, 3, 1]
    assert Person.objects.get(pk=new.pk).cpr_sealed == new.cpr_sealed
    assert all(Person.objects.get(pk=one.pk).cpr_sealed != one.cpr_sealed for one in people)
    assert reseal(SCHEDULER, lambda *_: None) == {"resealed": 0}


@in_a_database
def test_a_row_that_cannot_be_read_is_left_and_told_and_the_others_are_sealed_anew(put):
    damaged, whole = put(cpr=NUMBER), put("Nikolaj", cpr=OTHER)
    Person.objects.filter(pk=damaged.pk).update(cpr_sealed="AAAA")
    key = rotate("cpr")
    with pytest.raises(Refused, match="1 CPR numbers could not be read"):
        reseal(SCHEDULER, lambda *_: None)
    assert Person.objects.get(pk=damaged.pk).cpr_sealed == "AAAA"
    assert Person.objects.get(pk=whole.pk).cpr_key_id == key.id


@in_a_database
def test_only_the_machine_seals_anew(workers):
    with pytest.raises(NotAllowed):
        reseal_persons(workers[HERE])


def test_rotating_asks_the_worker_to_seal_anew(tmp_path: Path):
    installation = new_installation(tmp_path / "samvirke", SAMVIRKE_CASEWORK="on")
    if ON_POSTGRESQL:
        installation.samvirke("migrate")
    ran = installation.samvirke("keys", "rotate", "cpr")
    assert ran.returncode == 0, ran.stderr
    asked = installation.ask("""
        from samvirke.trust.jobs.models import Job
        print(json.dumps(list(Job.objects.values_list("name", "asked_by"))))
    """)
    assert asked == [["persons.reseal", "system:operator"]]
