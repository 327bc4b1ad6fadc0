"""Shows a CPR number in clear, and leaves a line that says who saw whose."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.known import own_number, subjects_of
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading


def show_cpr(actor: Actor, *, person: Person) -> str:
    """The number as DDMMYY-NNNN. Raises `Refused` when the person has none, or it cannot be read."""
    with reading(actor, "persons.show-cpr", person):
        cpr = own_number(person)
        note(subjects=subjects_of(person))
        if cpr is None:
            raise Refused.because(_("There is no CPR number on this person."), _("Write it, if the case needs it."))
        return f"{cpr.number[:6]}-{cpr.number[6:]}"
