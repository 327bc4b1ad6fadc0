"""What an agency knows already: the row of a number, and the number of a row."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.registers.persons.cpr import Cpr, parse
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.sealed import Made, match, unseal
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.identity.models import Agency


def rows_with(rows: QuerySet[Person], agency_id: str, number: str) -> QuerySet[Person]:
    """Those of one agency with this number, under whichever key their digest was made.

    After a rotation some rows still carry digests of the older key; each key that is in use is tried.
    """
    mine = rows.filter(agency_id=agency_id).exclude(cpr_match="")
    in_use = mine.values_list("match_key_id", flat=True).distinct()
    return mine.filter(cpr_match__in=[match(number, agency_id, key_id).value for key_id in in_use])


def one_at_a_time(agency_id: str) -> None:
    """Wait for whoever enters people for the agency now: two keys could otherwise let one number in twice."""
    Agency.objects.select_for_update(no_key=True).get(pk=agency_id)


def own_number(person: Person) -> Cpr | None:
    """The number of a row, unsealed, or nothing when it has none. Raises `Refused` when it cannot be read."""
    if not person.cpr_sealed:
        return None
    return parse(unseal(Made(person.cpr_sealed, person.cpr_key_id), person.pk))


def name_in(written: str) -> str:
    """A name as it is stored. Raises `Refused` for none, and for one longer than its column."""
    name = written.strip()
    if not name:
        raise Refused.because(_("A person without a name cannot be entered."), _("Write the name."))
    refuse_if_too_long(Person, name=name)
    return name


def born_of(cpr: Cpr | None, stated: date | None) -> date | None:
    """The date of birth, from what was stated and from the number. Raises `Refused` when the two differ."""
    told = cpr.born if cpr else None
    if told and stated and told != stated:
        raise Refused.because(
            _("The date of birth is not the one that the CPR number tells."), _("Correct one of the two.")
        )
    return stated or told


def subjects_of(person: Person) -> list[str]:
    """How the trail names whom a row is about: by the digest of their number, when there is one that can be read."""
    try:
        cpr = own_number(person)
    except Refused:
        return []
    return [subject_digest(cpr.number)] if cpr else []
