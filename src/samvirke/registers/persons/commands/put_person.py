"""Enters somebody whom a case is about, or finds the row that the agency has already."""

from __future__ import annotations

import uuid
from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.cpr import parse
from samvirke.registers.persons.known import born_of, one_at_a_time, rows_with, subjects_of
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
    """The agency's row about this person. The same number is the same row, whose name is corrected.

    Without a number the row is always new. Protection can be added here, and only be lifted by `correct_person`.
    Raises `Refused` when the name is missing, or number and date of birth do not go together.
    """
    if not name.strip():
        raise Refused.because(_("A person without a name cannot be entered."), _("Write the name."))
    number = parse(cpr) if cpr.strip() else None
    born = born_of(number, born)
    one_at_a_time(agency.pk)
    known = rows_with(Person.objects.all(), agency.pk, number.number).first() if number else None
    if known is None:
        pk = uuid.uuid4()
        kept = columns(number, pk, agency.pk) if number else {}
        person = Person(id=pk, agency=agency, invented=invented, protected=protected, **kept)
    else:
        person = known
        person.protected = known.protected or protected
    person.name, person.born = name.strip(), born or person.born
    person.save()
    note(person, subjects=subjects_of(person), new=known is None, cpr=number is not None)
    return person
