"""Somebody whom a case is about: a row in the agency's own register, and their part in the case."""

from __future__ import annotations

from datetime import date

from samvirke.desks.casework.commands.involve import corrected, involve, uninvolve
from samvirke.desks.casework.models import Case, Involved
from samvirke.handovers.case_end import SWEEPER, forget_those_of_no_case
from samvirke.registers.persons.commands.correct_person import correct_person
from samvirke.registers.persons.commands.put_person import put_person
from samvirke.registers.persons.queries.find_in_agency import find_in_agency
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.guard import ask, deed, name_of
from samvirke.trust.identity.models import Agency


def name_person(
    actor: Actor,
    *,
    case: Case,
    agency: Agency,
    role: str,
    name: str,
    born: date | None = None,
    cpr: str = "",
    protected: bool = False,
) -> Involved:
    """Both in one deed, or neither: nobody stands in the register without a case that they are part of.

    A number is looked for in the agency's own rows first. That leaves a line with the criterion and the case, also
    when nobody is named in the end: the refusal of a number under another name tells that it is known.
    """
    if cpr.strip():
        ask(actor, "casework.involve", case)
        find_in_agency(actor, agency=agency, cpr=cpr, within=name_of(case))
    with deed(actor):
        person = put_person(
            actor, agency=agency, name=name, born=born, cpr=cpr, protected=protected, invented=case.invented
        )
        return involve(actor, case=case, person=person, role=role)


def correct_named(actor: Actor, *, case: Case, involved: Involved, name: str, born: date | None) -> None:
    """Correct the name or date of birth of somebody whom one's own agency has named in a case."""
    with deed(actor):
        corrected(actor, case=case, involved=involved)
        correct_person(actor, person=involved.person, name=name, born=born)


def take_out(actor: Actor, *, case: Case, involved: Involved) -> None:
    """Take somebody out of a case; whom no other case is about leaves the register with the same deed."""
    with deed(actor):
        person = involved.person_id
        uninvolve(actor, case=case, involved=involved)
        forget_those_of_no_case(system(SWEEPER), [person])
