"""Loads a district folder: places, agencies, bodies, plans and commitments, in one deed or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyproj import Transformer

from samvirke.desks.plan.commands.put_plan import put_plan
from samvirke.desks.plan.commands.put_series import put_series
from samvirke.foundation.fault import refuse_if_any
from samvirke.handovers.district_folder.basics import Origin, Text
from samvirke.handovers.district_folder.body_facts import body_facts
from samvirke.handovers.district_folder.check import faults_of
from samvirke.handovers.district_folder.known import known_here
from samvirke.handovers.district_folder.plan import Section
from samvirke.handovers.district_folder.read import DistrictFolder, PlanFolder, read_folder
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.incidents.commands.put_source import put_source
from samvirke.registers.partners.commands.put_agencies import put_agencies
from samvirke.registers.partners.commands.put_bodies import put_bodies
from samvirke.registers.places.commands.put_areas import put_areas
from samvirke.registers.places.commands.put_district import put_district
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed


@dataclass(frozen=True)
class Loaded:
    """What a folder brought in."""

    district: District
    bodies: int
    sections: int
    commitments: int


def load_district(actor: Actor, path: Path) -> Loaded:
    """Check the folder and bring it in. Raises `Refused` with every fault; then nothing has changed."""
    folder = read_folder(path)
    refuse_if_any(faults_of(folder, known_here()))
    with deed(actor):
        district = _district(actor, folder)
        put_agencies(actor, district=district, agencies=[_agency(one) for one in folder.agencies.agencies])
        put_areas(actor, district=district, areas=[_area(one) for one in folder.areas.values()], towns=_towns(folder))
        put_bodies(actor, district=district, bodies=[body_facts(one) for one in folder.bodies.values()])
        for source in folder.sources.values():
            put_source(actor, district=district, facts=_source(source))
        commitments = [one for plan in folder.plans for one in _plan(actor, district, plan)]
        record(actor, district=district, commitments=commitments)
    sections = sum(len(plan.sections) for plan in folder.plans)
    return Loaded(district, len(folder.bodies), sections, len(commitments))


def _district(actor: Actor, folder: DistrictFolder) -> District:
    form = folder.district
    facts = {
        "id": form.id,
        "name": _words(form.name),
        "country": form.country,
        "police_id": form.police,
        "language": form.language,
        "crs": form.crs,
        "time_zone": form.time_zone,
        "extent": [form.extent.west, form.extent.south, form.extent.east, form.extent.north],
        "license": form.license or "",
        "harm_weights": form.harm_weights or "",
        "invented": form.invented,
    }
    return put_district(actor, facts=facts, municipalities={one.code: one.name for one in form.municipalities})


def _agency(form: Any) -> dict[str, Any]:
    return {"id": form.id, "name": _words(form.name), "kind": form.kind, "municipality": form.municipality}


def _area(form: Any) -> dict[str, Any]:
    return {
        "id": form.id,
        "kind": form.kind,
        "name": _words(form.name),
        "municipality_id": form.municipality,
        "note": _words(form.note) if form.note else {},
        "origin": _origin(form.origin),
    }


def _towns(folder: DistrictFolder) -> list[dict[str, Any]]:
    if folder.towns is None:
        return []
    to_metres = Transformer.from_crs("EPSG:4326", folder.district.crs, always_xy=True)
    found = []
    for town in folder.towns.towns:
        x, y = to_metres.transform(town.east, town.north)
        found.append({"name": town.name, "municipality_id": town.municipality, "x": round(x), "y": round(y)})
    return found


def _source(form: Any) -> dict[str, Any]:
    return {
        "name": form.name,
        "title": _words(form.title),
        "counted": _words(form.counted),
        "mapping": form.mapping,
        "invented": form.invented,
    }


def _plan(actor: Actor, district: District, folder: PlanFolder) -> list[dict[str, Any]]:
    document, sections = folder.document, folder.in_order()
    facts = {
        "id": document.id,
        "body_id": document.body,
        "title": _words(document.title),
        "year": document.year,
        "signed_on": document.signed_on,
        "signed_at": document.signed_at or "",
        "published": _words(document.published),
        "parts": [_words(part) for part in document.parts],
        "signatories": [_signatory(one) for one in document.signatories],
        "findings": [
            {"kind": one.kind, "what": _words(one.what), "section": one.section or ""} for one in document.findings
        ],
        "figures": [_figure(section, one) for section in sections for one in section.figures],
    }
    plan = put_plan(actor, district=district, facts=facts, sections=[_section(one) for one in sections])
    for section in sections:
        for series in section.series:
            put_series(actor, district=district, facts=_series(document.year, section, series), points=_points(series))
    return [_commitment(plan.pk, document.year, section, one) for section in sections for one in section.commitments]


def _signatory(form: Any) -> dict[str, Any]:
    office = _words(form.office) if form.office else {}
    return {"name": form.name, "office": office, "agency": form.agency or "", "origin": _origin(form.origin)}


def _figure(section: Section, form: Any) -> dict[str, Any]:
    note = _words(form.note) if form.note else {}
    return {
        "id": form.id,
        "what": _words(form.what),
        "value": form.value,
        "note": note,
        **_place(section),
    }


def _place(section: Section) -> dict[str, str]:
    """How a fact of a section names it."""
    return {"section": section.number or section.under or "", "heading": section.heading.words().text()}


def _section(form: Section) -> dict[str, Any]:
    focus = form.focus_area
    return {
        "order": form.order,
        "number": form.number,
        "heading": _words(form.heading),
        "part": form.part,
        "under": form.under or "",
        "printed_as": list(form.printed_as),
        "has_body": form.has_body,
        "summary": _words(form.summary) if form.summary else {},
        "focus_list": [line.model_dump(exclude_none=True) for line in form.focus_list],
        "focus_area": focus
        and {
            "slug": focus.id,
            "title": _words(focus.title),
            "scope": focus.scope,
            "listed": focus.listed,
            "indicators": list(focus.indicators),
            "without_indicator": _words(focus.without_indicator) if focus.without_indicator else {},
        },
        "goals": [
            {
                "slug": goal.id,
                "text": _words(goal.text),
                "measurable": goal.measurable,
                "indicator": goal.indicator or "",
                "why_not": _words(goal.why_not) if goal.why_not else {},
            }
            for goal in form.goals
        ],
    }


def _series(year: int, section: Section, form: Any) -> dict[str, Any]:
    origin = {"plan": year, **_place(section)}
    return {"slug": form.id, "title": _words(form.title), "unit": _words(form.unit), "origin": origin}


def _points(form: Any) -> list[dict[str, Any]]:
    return [{"period": str(point.year), "value": point.value, "n": point.n} for point in form.points]


def _commitment(plan_id: str, year: int, section: Section, form: Any) -> dict[str, Any]:
    return {
        "slug": form.id,
        "plan_id": plan_id,
        "title": _words(form.title),
        "text": _words(form.text),
        "owners": list(form.owners),
        "kind": form.kind,
        "measurable": form.measurable,
        "optional": form.optional,
        "why_not": _words(form.why_not) if form.why_not else {},
        "times": form.times,
        "per": form.per or "",
        "due": form.due,
        "indicator": form.indicator or "",
        "origin": {"plan": year, **_place(section)},
    }


def _words(text: Text) -> dict[str, str]:
    return text.words().stored()


def _origin(origin: Origin) -> dict[str, Any]:
    return origin.model_dump(exclude_none=True)
