"""A person is one agency's row: the same number is found again there, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.registers.persons.conftest import HERE, NUMBER, OTHER, THERE
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.registers.persons.commands.correct_person import correct_person
from samvirke.registers.persons.commands.forget_person import forget_person
from samvirke.registers.persons.commands.put_person import put_person
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.queries.find_in_agency import find_in_agency
from samvirke.registers.persons.queries.show_cpr import show_cpr
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.audit.models import Line, Side, Subject
from samvirke.trust.audit.subjects import split, subject_digests
from samvirke.trust.identity.models import Agency

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CASE = "casework.case:7f0c"


def agency(name):
    return Agency.objects.get(pk=name)


def test_the_same_number_in_an_agency_is_the_same_row(put):
    first = put(" Sofie Opdigtet ", cpr=NUMBER)
    again = put("sofie  opdigtet", cpr=NUMBER.replace("-", ""))
    assert (again.pk, Person.objects.count()) == (first.pk, 1)
    first.refresh_from_db()
    assert (first.name, first.born, first.replacement) == ("Sofie Opdigtet", date(2007, 1, 1), False)


def test_a_number_under_another_name_renames_nobody_and_the_other_name_is_not_told(put, workers):
    first = put("Sofie Opdigtet", cpr=NUMBER)
    with pytest.raises(Refused, match="does not have this CPR number under that name") as refused:
        put("Sofie Opdigtet Holm", cpr=NUMBER, protected=True)
    assert "Opdigtet" not in refused.value.text()
    first.refresh_from_db()
    assert (first.name, first.protected, Person.objects.count()) == ("Sofie Opdigtet", False, 1)
    correct_person(workers[HERE], person=first, name="Sofie Opdigtet Holm")
    assert put("Sofie Opdigtet Holm", cpr=NUMBER).pk == first.pk


def test_a_name_longer_than_its_column_is_refused(put, workers):
    with pytest.raises(Refused, match="at most 200 characters"):
        put("n" * 201)
    somebody = put("n" * 200)
    with pytest.raises(Refused, match="at most 200 characters"):
        correct_person(workers[HERE], person=somebody, name="n" * 201)


def test_the_same_number_in_two_agencies_is_two_rows_whose_digests_differ(put):
    one, other = put(cpr=NUMBER), put(cpr=NUMBER, agency=THERE)
    assert one.pk != other.pk
    assert one.cpr_match != other.cpr_match
    assert one.cpr_sealed != other.cpr_sealed
    assert put(cpr=NUMBER, agency=THERE).pk == other.pk


def test_without_a_number_everybody_is_new_and_nobody_is_matched(put):
    assert put("Nikolaj").pk != put("Nikolaj").pk
    assert not Person.objects.exclude(cpr_sealed="", cpr_match="", cpr_key_id="", match_key_id="").exists()


def test_protection_stays_until_it_is_lifted_by_name(put, workers):
    somebody = put(cpr=NUMBER, protected=True)
    assert put(cpr=NUMBER).protected
    correct_person(workers[HERE], person=somebody, protected=False)
    assert not put(cpr=NUMBER).protected


def test_a_replacement_number_is_marked_and_the_stated_birthday_kept(put):
    somebody = put(cpr="610107-1234", born=date(2007, 1, 1))
    assert (somebody.replacement, somebody.born) == (True, date(2007, 1, 1))


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"name": "  "}, "without a name"),
        ({"cpr": "320107-4321"}, "no date"),
        ({"cpr": NUMBER, "born": date(2007, 1, 2)}, "not the one that the CPR number tells"),
    ],
)
def test_what_cannot_be_is_refused_without_a_row_and_without_the_number(put, facts, why):
    with pytest.raises(Refused, match=why) as refused:
        put(**facts)
    assert not Person.objects.exists()
    assert facts.get("cpr", NUMBER) not in refused.value.text()


def test_corrections_change_what_is_given_and_leave_the_rest(put, workers):
    somebody = put("Sofie", cpr=NUMBER)
    with one_line("persons.correct") as lines:
        correct_person(workers[HERE], person=somebody, cpr=OTHER)
    assert lines[0].facts == {"changed": ["born", "cpr"]}
    assert (somebody.name, somebody.born) == ("Sofie", date(1999, 12, 31))
    assert show_cpr(workers[HERE], person=somebody) == OTHER
    correct_person(workers[HERE], person=somebody, name="Sofie H.", cpr="")
    assert (somebody.name, somebody.cpr_sealed, somebody.cpr_match) == ("Sofie H.", "", "")


def test_a_correction_that_cannot_be_is_refused(put, workers):
    somebody, _other = put(cpr=NUMBER), put("Nikolaj", cpr=OTHER)
    for wrong in ({"cpr": OTHER}, {"name": " "}, {"born": date(1980, 1, 1)}, {"cpr": "12"}):
        with pytest.raises(Refused):
            correct_person(workers[HERE], person=somebody, **wrong)
    assert show_cpr(workers[HERE], person=somebody) == NUMBER


def test_a_number_is_shown_with_a_line_of_the_trail_that_does_not_hold_it(put, workers):
    somebody = put(cpr=NUMBER)
    with one_line("persons.show-cpr") as lines:
        assert show_cpr(workers[HERE], person=somebody) == NUMBER
    assert (lines[0].actor, lines[0].things) == (workers[HERE].id, [f"persons.person:{somebody.pk}"])
    with pytest.raises(Refused, match="no CPR number"):
        show_cpr(workers[HERE], person=put("Nikolaj"))


def test_somebody_is_found_by_exact_number_inside_a_case_and_the_look_is_recorded(put, workers):
    somebody = put(cpr=NUMBER)
    with one_line("persons.find") as lines:
        assert find_in_agency(workers[HERE], agency=agency(HERE), cpr=NUMBER, within=CASE) == somebody
    (line,) = lines
    assert line.things == [f"identity.agency:{HERE}", CASE, f"persons.person:{somebody.pk}"]
    assert Side.objects.get(seq=line.seq).content["criterion"] == somebody.cpr_match
    with one_line("persons.find") as lines:
        assert find_in_agency(workers[HERE], agency=agency(HERE), cpr=OTHER, within=CASE) is None
    assert lines[0].facts["found"] is False


def test_what_another_agency_knows_is_not_found(put, workers):
    put(cpr=NUMBER, agency=THERE)
    assert find_in_agency(workers[HERE], agency=agency(HERE), cpr=NUMBER, within=CASE) is None


@pytest.mark.parametrize("within", ["", "  "])
def test_nobody_is_looked_up_outside_a_case(put, workers, within):
    put(cpr=NUMBER)
    with pytest.raises(Refused, match="outside a case"):
        find_in_agency(workers[HERE], agency=agency(HERE), cpr=NUMBER, within=within)


def test_another_agency_another_role_and_the_machine_itself_may_do_nothing_with_the_row(put, workers, person):
    somebody = put(cpr=NUMBER)
    for stranger in (workers[THERE], person("mayor", HERE), person("analyst", HERE), system("operator"), NOBODY):
        with refusal("persons.show-cpr"):
            show_cpr(stranger, person=somebody)
        with refusal("persons.correct"):
            correct_person(stranger, person=somebody, name="X")
        with refusal("persons.put"):
            put_person(stranger, agency=agency(HERE), name="X")
        with refusal("persons.find"):
            find_in_agency(stranger, agency=agency(HERE), cpr=NUMBER, within=CASE)
    with refusal("persons.forget"):
        forget_person(workers[THERE], person=somebody)
    assert Person.objects.get().name == somebody.name


@pytest.mark.parametrize("role", ["caseworker", "case-leader", "coordinator"])
def test_each_role_of_casework_may(role, put, person):
    assert show_cpr(person(role, HERE, "rikke"), person=put(cpr=NUMBER)) == NUMBER


def test_somebody_is_forgotten_with_a_line_that_names_the_row_only(put, workers):
    somebody, stays = put(cpr=NUMBER), put("Nikolaj")
    with one_line("persons.forget") as lines:
        forget_person(system("scheduler"), person=somebody)
    assert lines[0].things == [f"persons.person:{somebody.pk}"]
    assert list(Person.objects.all()) == [stays]


def test_the_trail_holds_neither_names_of_people_nor_their_numbers(put, workers):
    somebody = put("Sofie Opdigtet", cpr=NUMBER)
    show_cpr(workers[HERE], person=somebody)
    find_in_agency(workers[HERE], agency=agency(HERE), cpr=NUMBER, within=CASE)
    said = str(list(Line.objects.values())) + str(list(Side.objects.values()))
    assert "persons.find" in said
    assert "Sofie Opdigtet" not in said
    assert NUMBER not in said
    assert NUMBER.replace("-", "") not in said


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"cpr_sealed": "x"},
        {"cpr_match": "x", "match_key_id": "0-first"},
        {"replacement": True},
        {"cpr_sealed": "x", "cpr_key_id": "", "cpr_match": "x", "match_key_id": "k"},
    ],
)
def test_the_database_refuses_a_row_that_cannot_be(fjord, wrong):
    with pytest.raises(IntegrityError, match="person_"), transaction.atomic():
        Person.objects.create(**{"agency_id": HERE, "name": "Sofie"} | wrong)


def test_the_database_refuses_the_same_digest_twice_in_an_agency_only(put):
    somebody = put(cpr=NUMBER)
    same = {
        "name": "Nikolaj", "cpr_sealed": "x", "cpr_key_id": "k",
        "cpr_match": somebody.cpr_match, "match_key_id": "k",
    }  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(agency_id=HERE, **same)
    Person.objects.create(agency_id=THERE, **same)


def test_every_line_about_somebody_with_a_number_can_be_found_by_it_in_whichever_agency(put, workers):
    somebody, elsewhere = put(cpr=NUMBER), put(cpr=NUMBER, agency=THERE)
    show_cpr(workers[THERE], person=elsewhere)
    find_in_agency(workers[HERE], agency=agency(HERE), cpr=OTHER, within=CASE)
    correct_person(workers[HERE], person=somebody, cpr=OTHER)
    forget_person(workers[HERE], person=somebody)

    def lines_about(number):
        digests = [split(one)[1] for one in subject_digests(number)]
        seqs = Subject.objects.filter(digest__in=digests).values("seq")
        return list(Line.objects.filter(seq__in=seqs).order_by("seq").values_list("action", "kind"))

    put_, shown, found = ("persons.put", "act"), ("persons.show-cpr", "read"), ("persons.find", "read")
    corrected, forgotten = ("persons.correct", "act"), ("persons.forget", "act")
    assert lines_about(NUMBER) == [put_, put_, shown, corrected]
    assert lines_about(OTHER) == [found, corrected, forgotten]


def test_a_row_that_cannot_be_read_can_still_be_forgotten(put, workers):
    somebody = put(cpr=NUMBER)
    Person.objects.update(cpr_sealed="AAAA")
    with pytest.raises(Refused, match="cannot be read"):
        show_cpr(workers[HERE], person=Person.objects.get())
    forget_person(workers[HERE], person=Person.objects.get(pk=somebody.pk))
    assert not Person.objects.exists()
