"""Enters the schools of a municipality, for the duties that are owed for each school."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models import School
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_LONGEST, _MOST = 120, 400


@command("commitments.put-schools", on="district")
def put_schools(
    actor: Actor, *, district: District, municipality: Municipality, names: list[str], invented: bool = False
) -> int:
    """These are the schools from now on; one that is left out is closed and keeps what was done there.

    Raises `Refused` for a municipality of another district, for a name that is too long, and for far too many.
    """
    if municipality.district_id != district.pk:
        raise Refused.because(_("The municipality lies in another district."), _("Choose one from the list."))
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if len(wanted) > _MOST or any(len(name) > _LONGEST for name in wanted):
        what = Said(_("Write at most {most} schools of {longest} letters, one a line."))
        raise Refused.because(Said(what.message, {"most": _MOST, "longest": _LONGEST}), _("Correct the list."))
    there = School.objects.filter(municipality=municipality)
    there.filter(closed_on=None).exclude(name__in=wanted).update(closed_on=today())
    there.filter(name__in=wanted).update(closed_on=None)
    known = set(there.values_list("name", flat=True))
    School.objects.bulk_create(
        School(district=district, municipality=municipality, name=name, invented=invented)
        for name in wanted
        if name not in known
    )
    note(municipality=municipality.pk, schools=len(wanted))
    return len(wanted)
