"""For what a body owes a duty: itself as a whole, each of its municipalities, or each school there."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.registers.commitments.models import School
from samvirke.registers.commitments.register import MUNICIPALITY, SCHOOL, Duty
from samvirke.registers.partners.models import Body, BodyMunicipality

Units = dict[tuple[str, str], dict[str, str]]


def units_of(bodies: Iterable[Body]) -> Units:
    """For each body and kind of unit the names of the units by key; closed schools are not among them."""
    ids = [body.pk for body in bodies]
    found: Units = {}
    covered = BodyMunicipality.objects.filter(body_id__in=ids).select_related("municipality")
    places = sorted(covered, key=lambda one: one.municipality.name)
    schools: dict[int, list[School]] = {}
    for school in School.objects.filter(municipality__in={one.municipality_id for one in places}, closed_on=None):
        schools.setdefault(school.municipality_id, []).append(school)
    for one in places:
        found.setdefault((one.body_id, MUNICIPALITY), {})[str(one.municipality_id)] = one.municipality.name
        for school in schools.get(one.municipality_id, []):
            found.setdefault((one.body_id, SCHOOL), {})[str(school.pk)] = school.name
    return found


def owed_for(units: Units, body: Body, duty: Duty) -> dict[str, str]:
    """The names by key; one without a name where it is owed by the body as a whole."""
    return units.get((body.pk, duty.per), {}) if duty.per else {"": ""}
