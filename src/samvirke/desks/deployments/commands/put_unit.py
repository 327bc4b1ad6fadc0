"""Enters a unit that can be sent somewhere, or that it is no longer used."""

from __future__ import annotations

from samvirke.desks.deployments.models import Deployment, Unit
from samvirke.desks.deployments.models.deployment import PLANNED
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("deployments.put-unit", on="district")
def put_unit(actor: Actor, *, district: District, agency: Agency, name: str, invented: bool = False) -> Unit:
    """Enter it, or take one of that name into use again. Raises `Refused` without a name, for an agency that takes no
    part in the district, and for a name that is another agency's.
    """
    if not name.strip():
        raise Refused.because(
            _("The unit has no name."), _("Write what it is called, such as Van 2; never the name of a person.")
        )
    refuse_if_too_long(Unit, name=name)
    if not agency.districts.filter(district_id=district.pk).exists():
        raise Refused.because(_("The agency takes no part in the district."), _("Choose an agency of the district."))
    made, new = Unit.objects.get_or_create(
        district=district, name=name.strip(), defaults={"agency": agency, "invented": invented}
    )
    if not new:
        _take_up(made, agency)
    note(made, agency=agency.pk)
    return made


def _take_up(unit: Unit, agency: Agency) -> None:
    if unit.closed_on is None or unit.agency_id != agency.pk:
        what = Said(_("There is a unit called “{name}” already."), {"name": unit.name})
        raise Refused.because(what, _("Write another name."))
    unit.closed_on = None
    unit.save(update_fields=["closed_on"])


@command("deployments.put-unit", on="district")
def close_unit(actor: Actor, *, district: District, unit: Unit) -> Unit:
    """It is no longer used; what it did stays. Raises `Refused` while something is planned for it."""
    there = Unit.objects.select_for_update().get(pk=unit.pk)
    if there.district_id != district.pk or there.closed_on is not None:
        raise Refused.because(_("The unit is none of the district, or is no longer used."), _("Reload the page."))
    if Deployment.objects.filter(unit=there, state=PLANNED).exists():
        raise Refused.because(
            _("Something is still planned for the unit."), _("Write what came of it, cancel it, or give it to another.")
        )
    there.closed_on = today()
    there.save(update_fields=["closed_on"])
    note(there)
    return there
