"""Corrects what an agency has written about somebody."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.cpr import parse
from samvirke.registers.persons.known import born_of, name_in, one_at_a_time, own_number, rows_with, subjects_of
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.sealed import columns
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_OF_THE_NUMBER = {"cpr_sealed": "", "cpr_key_id": "", "cpr_match": "", "match_key_id": "", "replacement": False}


@command("persons.correct", on="person")
def correct_person(
    actor: Actor,
    *,
    person: Person,
    name: str | None = None,
    born: date | None = None,
    cpr: str | None = None,
    protected: bool | None = None,
) -> None:
    """Change what is given and leave the rest; an empty `cpr` takes the number away.

    Raises `Refused` when the agency has another row with the number, or number and date of birth do not go together.
    """
    one_at_a_time(person.agency_id)
    row = Person.objects.select_for_update().get(pk=person.pk)
    changed: dict[str, Any] = {}
    if name is not None:
        changed["name"] = name_in(name)
    if cpr is not None:
        changed |= _number(row, cpr)
    if born is not None or cpr:
        changed["born"] = born_of(parse(cpr) if cpr else own_number(row), born)
    if protected is not None:
        changed["protected"] = protected
    Person.objects.filter(pk=row.pk).update(**changed)
    person.refresh_from_db()
    subjects = {*subjects_of(row), *subjects_of(person)}
    note(subjects=subjects, changed=sorted({"cpr" if one in _OF_THE_NUMBER else one for one in changed}))


def _number(row: Person, cpr: str) -> dict[str, Any]:
    if not cpr.strip():
        return _OF_THE_NUMBER
    number = parse(cpr)
    if rows_with(Person.objects.exclude(pk=row.pk), row.agency_id, number.number).exists():
        raise Refused.because(
            _("Your agency has this CPR number on another person."), _("Use the row that is there, or correct it.")
        )
    return columns(number, row.pk, row.agency_id)
