"""Enters somebody whom a case is about, or finds the row that the agency has already."""

from __future__ import annotations

import uuid
from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.cpr import parse
from samvirke.registers.persons.known import born_of, name_in, one_at_a_time, rows_with, subjects_of
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.sealed import columns
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("persons.put", on="agency")
def put_person(
    actor: Actor,
    *,
    agency: Agency,
    name: str,
    born: date | None = None,
    cpr: str = "",
    protected: bool = False,
    invented: bool = False,
) -> Person:
    """The agency's row about this person. The same number is the same row, whose name stays as it is.

    Without a number the row is always new. Protection can be added here, and only be lifted by `correct_person`.
    Raises `Refused` when the name is missing or is not the one that the agency has with the number: a number mistyped
    would otherwise rename somebody else in all their cases; and when number and date of birth do not go together.
    """
    name = name_in(name)
    number = parse(cpr) if cpr.strip() else None
    born = born_of(number, born)
    one_at_a_time(agency.pk)
    known = rows_with(Person.objects.all(), agency.pk, number.number).first() if number else None
    if known is None:
        pk = uuid.uuid4()
        kept = columns(number, pk, agency.pk) if number else {}
        person = Person(id=pk, agency=agency, invented=invented, protected=protected, **kept)
        person.name = name
    elif _plain(known.name) == _plain(name):
        person = known
        person.protected = known.protected or protected
    else:
        raise Refused.because(
            _("Your agency does not have this CPR number under that name."),
            _("Check both. A name that has changed is corrected in a case that the person is part of."),
        )
    person.born = born or person.born
    person.save()
    note(person, subjects=subjects_of(person), new=known is None, cpr=number is not None)
    return person


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
