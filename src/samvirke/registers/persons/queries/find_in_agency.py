"""Finds somebody whom an agency knows, by exact number and only inside a case or a referral."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.persons.cpr import parse
from samvirke.registers.persons.known import rows_with
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.sealed import match
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import note, reading
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.identity.models import Agency


def find_in_agency(actor: Actor, *, agency: Agency, cpr: str, within: str) -> Person | None:
    """The agency's row with this CPR number, or nothing; every look leaves a line, found or not.

    `within` names the case or referral that the look belongs to ("casework.case:…"). The trail keeps the criterion as
    the agency's own digest, on the side that can be forgotten. Raises `Refused` without either.
    """
    if not within.strip():
        raise Refused.because(
            _("Nobody is looked up outside a case or a referral."), _("Begin in the case or the referral.")
        )
    number = parse(cpr).number
    with reading(actor, "persons.find", agency):
        found = rows_with(Person.objects.all(), agency.pk, number).first()
        criterion = match(number, agency.pk)
        note(
            within.strip(),
            *([found] if found else []),
            subjects=[subject_digest(number)],
            personal={"criterion": criterion.value, "criterion_key": criterion.key_id},
            found=found is not None,
        )
        return found
