"""Where a deployment takes place: drawn in the district, at one of its schools, or in a whole municipality."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.deployments.engine.kind import SCHOOL, Kind
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.models import School
from samvirke.registers.places.geometry import drawn
from samvirke.registers.places.models import District, Municipality


@dataclass(frozen=True)
class Somewhere:
    """A place as it is asked for: its shape, and what was drawn or which school."""

    municipality: Municipality
    shape: str
    drawing: str = ""
    school: School | None = None


def placed(district: District, kind: Kind, where: Somewhere) -> dict[str, object]:
    """The columns that hold the place. Raises `Refused` for one that is none of this kind, or none of the district."""
    if where.municipality.district_id != district.pk:
        raise Refused.because(_("The municipality lies in another district."), _("Choose one from the list."))
    if where.shape not in kind.places:
        raise Refused.because(
            _("Such a deployment does not take place there."), _("Choose another of the kinds of place.")
        )
    facts: dict[str, object] = {
        "municipality": where.municipality, "shape": where.shape, "school": None, "geometry": "",
    }  # fmt: skip
    if where.shape == SCHOOL:
        return facts | {"school": _school(where)}
    return facts | {"geometry": drawn(district, where.municipality, where.shape, where.drawing).geojson}


def _school(where: Somewhere) -> School:
    school = where.school
    if school is None:
        raise Refused.because(
            _("It is not said at which school."),
            _("Choose the school; the secretariat enters the schools of a municipality with the duties."),
        )
    if school.municipality_id != where.municipality.pk or school.closed_on is not None:
        raise Refused.because(
            _("The school lies in another municipality, or has closed."), _("Choose one from the list.")
        )
    return school
