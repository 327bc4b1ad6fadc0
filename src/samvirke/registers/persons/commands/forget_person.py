"""Forgets somebody whom no case is about any longer."""

from __future__ import annotations

from django.db.models import ProtectedError

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.known import subjects_of
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.retention.commands.erase import erase


@command("persons.forget", on="person")
def forget_person(actor: Actor, *, person: Person) -> None:
    """Delete the row. Raises `Refused` while something still speaks of the person."""
    note(subjects=subjects_of(person))
    try:
        erase(Person.objects.filter(pk=person.pk), "part of no case")
    except ProtectedError:
        raise Refused.because(
            _("This person is still part of a case."), _("Let the case's own time run out, or take them out of it.")
        ) from None
