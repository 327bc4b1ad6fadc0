"""Sets how much of something the district means to reach in a year, where no source promises a number."""

from __future__ import annotations

from samvirke.desks.deployments.engine.kind import PER
from samvirke.desks.deployments.models import Target
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_MOST, _YEARS = 1_000_000, 2


@command("deployments.set-target", on="district")
def set_target(
    actor: Actor,
    *,
    district: District,
    kind: str,
    counted: str,
    per: str,
    year: int,
    number: int,
    reference: str,
    invented: bool = False,
) -> Target:
    """Write it with who decided it; what was entered before for the same year ends today.

    Raises `Refused` for something that is not counted, for what a source promises already, and without a reference.
    """
    declared = kind_called(kind)
    if counted not in declared.counted or per not in PER:
        raise Refused.because(_("Nobody counts that for such a deployment."), _("Choose from the list."))
    if any((one.counted, one.per) == (counted, per) for one in declared.promised(district.pk)):
        raise Refused.because(
            _("A plan promises a number for this already."), _("Follow the promise; it changes with the next plan.")
        )
    if not 1 <= number <= _MOST or abs(year - today().year) > _YEARS:
        raise Refused.because(
            _("The number or the year cannot be meant."),
            _("Write a whole number above 0, and a year close to this one."),
        )
    if not reference.strip():
        raise Refused.because(_("It is not said who decided the target."), _("Write who did, and where it stands."))
    refuse_if_too_long(Target, reference=reference)
    same = {"district": district, "kind": kind, "counted": counted, "per": per, "year": year}
    Target.objects.select_for_update().filter(**same, until__isnull=True).update(until=today())
    made = Target.objects.create(**same, number=number, reference=reference.strip(), since=today(), invented=invented)
    note(made, kind=kind)
    return made
