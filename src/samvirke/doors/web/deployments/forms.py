"""The forms of deployments, read with care: a request, who is sent when, and what was found."""

from __future__ import annotations

import uuid
from datetime import datetime, time, timedelta
from typing import Any

from samvirke.desks.deployments.commands.finish import Found
from samvirke.desks.deployments.commands.plan import Sent
from samvirke.desks.deployments.commands.request import Wish
from samvirke.desks.deployments.engine.kind import SCHOOL, Choice, Kind
from samvirke.desks.deployments.facts.somewhere import Somewhere
from samvirke.desks.deployments.queries.deployments import units
from samvirke.doors.web.shell.page import Asked
from samvirke.doors.web.shell.sent import day_in, municipality_in, perhaps_day_in, row_in, text_in, whole_in
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.models import School

_FIELDS = ("municipality", "name", "shape", "drawing", "school", "sort", "about", "reason")


def wish_in(request: Asked, kind: Kind) -> Wish:
    """What the form of a request says."""
    return Wish(
        where=_where(request, kind),
        name=text_in(request, "name"),
        about=text_in(request, "about"),
        reason=text_in(request, "reason"),
        sort=text_in(request, "sort"),
        groups=tuple(request.POST.getlist("group")),
        wanted_from=perhaps_day_in(request, "wanted_from"),
        wanted_until=perhaps_day_in(request, "wanted_until"),
    )


def _where(request: Asked, kind: Kind) -> Somewhere:
    shape = text_in(request, "shape") or kind.places[0]
    if shape != SCHOOL:
        return Somewhere(municipality_in(request), shape, text_in(request, "drawing"))
    school = _school(request)
    return Somewhere(school.municipality, shape, "", school)


def _school(request: Asked) -> School:
    rows = School.objects.filter(district=request.district, closed_on=None).select_related("municipality")
    try:
        found = rows.filter(pk=uuid.UUID(text_in(request, "school"))).first()
    except ValueError:
        found = None
    if found is None:
        raise Refused.because(
            _("It is not said at which school."),
            _("Choose the school; the secretariat enters the schools of a municipality with the duties."),
        )
    return found


def sent_in(request: Asked) -> Sent:
    """Who is sent when. Hours that end before they begin end on the next day."""
    day = day_in(request, "on")
    starts, ends = (datetime.combine(day, _time(request, name), COPENHAGEN) for name in ("from", "until"))
    return Sent(
        unit=row_in(request, "unit", units(request.actor, request.district)),
        people=whole_in(request, "people") or 0,
        starts_at=starts,
        ends_at=ends if ends > starts else ends + timedelta(days=1),
        companions=tuple(request.POST.getlist("companion")),
    )


def _time(request: Asked, name: str) -> time:
    written = text_in(request, name).replace(".", ":")
    try:
        return time.fromisoformat(f"0{written}" if written[1:2] == ":" else written).replace(tzinfo=None)
    except ValueError:
        raise Refused.because(_("This is no time."), _("Write it as 09:00.")) from None


def found_in(request: Asked, kind: Kind) -> Found:
    """What was found; a field that is empty was not counted."""
    counts = {one.name: number for one in kind.counts if (number := whole_in(request, f"f-{one.name}")) is not None}
    choices = {
        one.name: answer
        for one in kind.findings
        if isinstance(one, Choice) and (answer := text_in(request, f"f-{one.name}"))
    }
    return Found(
        counts=counts,
        choices=choices,
        groups=tuple(request.POST.getlist("group")),
        companions=tuple(request.POST.getlist("companion")),
        said=text_in(request, "said"),
    )


def typed_wish(kind: Kind, typed: Any, stands: dict[str, Any] | None = None) -> dict[str, Any]:
    """The fields of a request: as they were typed, as they stand, or empty."""
    if not typed and stands is not None:
        return stands
    told = {name: str(typed.get(name, "")) for name in (*_FIELDS, "wanted_from", "wanted_until")}
    told["shape"] = told["shape"] or kind.places[0]
    return told | {"groups": typed.getlist("group") if hasattr(typed, "getlist") else []}


def choices_of(request: Asked, kind: Kind) -> dict[str, Any]:
    """What the form of a request offers to choose from."""
    district = request.district
    schools = School.objects.filter(district=district, closed_on=None).select_related("municipality")
    at_schools = SCHOOL in kind.places
    rows = sorted(schools, key=lambda one: (one.municipality.name, one.name)) if at_schools else []
    return {
        "municipalities": [(str(code), name) for code, name in district.municipalities.values_list("code", "name")],
        "schools": [(str(one.pk), f"{one.name}, {one.municipality.name}") for one in rows],
        "at_schools": at_schools,
        "only_at_schools": kind.places == (SCHOOL,),
        "has_drawing": bool({"point", "line", "polygon"} & set(kind.places)),
    }
