"""Brings counts of cases from before Samvirke was in use: numbers without persons, so that a series goes on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samvirke.desks.casework.models import Tally
from samvirke.desks.casework.register import case_types
from samvirke.foundation.fault import Refused
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Brought:
    """One happening of one kind of case in one month, as a `Tally` keeps it."""

    case_type: str
    what: str
    agency: str
    municipality: int | None
    month: date
    days: int | None = None


@command("casework.bring-counts", on="district")
def bring_counts(actor: Actor, *, district: District, counts: Iterable[Brought], invented: bool = False) -> int:
    """How many were brought. Raises `Refused` for an unknown kind, and for one that has been counted here already."""
    rows = list(counts)
    for kind in dict.fromkeys(one.case_type for one in rows):
        if kind not in case_types():
            raise none_such(Said(_("There is no kind of case “{name}”."), {"name": kind}), kind, case_types())
        if Tally.objects.filter(district_id=district.pk, case_type=kind).exists():
            what = Said(_("Cases of “{name}” have been counted here already."), {"name": kind})
            raise Refused.because(what, _("Bring counts before the first case of the kind is opened."))
    Tally.objects.bulk_create(
        Tally(
            district_id=district.pk,
            municipality=one.municipality,
            agency_id=one.agency,
            case_type=one.case_type,
            what=one.what,
            month=one.month.replace(day=1),
            days=one.days,
            invented=invented,
        )
        for one in rows
    )
    note(counts=len(rows), kinds=sorted({one.case_type for one in rows}))
    return len(rows)
