"""What is wrong with a district folder although each file is well-formed: names that lead nowhere, and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _
from samvirke.handovers.district_folder.basics import Origin
from samvirke.handovers.district_folder.plan import Commitment, Section
from samvirke.handovers.district_folder.read import DistrictFolder, PlanFolder

COVER = "Forside"


@dataclass(frozen=True)
class Known:
    """The names that a folder may refer to outside itself."""

    municipalities: dict[int, str]
    duties: frozenset[str]
    indicators: frozenset[str]
    mappings: frozenset[str]
    harm_weights: frozenset[str]


def faults_of(folder: DistrictFolder, known: Known) -> list[Fault]:
    """Every fault that shows only when the files are held against each other and against what exists."""
    checks: list[Callable[[DistrictFolder, Known], Iterator[Fault]]] = [
        _municipalities, _agencies, _files_and_ids, _bodies, _areas, _sources, _plans, _origins,
    ]  # fmt: skip
    return [fault for check in checks for fault in check(folder, known)]


def _municipalities(folder: DistrictFolder, known: Known) -> Iterator[Fault]:
    for number, municipality in enumerate(folder.district.municipalities, start=1):
        if folder.district.country != "DK":
            continue
        official = known.municipalities.get(municipality.code)
        if official != municipality.name:
            what = Said(
                _("Code {code} is “{official}” in the official list, not “{name}”."),
                {"code": municipality.code, "official": official or "–", "name": municipality.name},
            )
            remedy = Said(_("Take code and name from the official list of municipalities."))
            yield Fault(what, remedy, file="district.toml", key=f"municipalities[{number}].code")
    weights = folder.district.harm_weights
    if weights is not None and weights not in known.harm_weights:
        yield _unknown("district.toml", "harm_weights", weights, known.harm_weights)


def _agencies(folder: DistrictFolder, _known: Known) -> Iterator[Fault]:
    ids = [agency.id for agency in folder.agencies.agencies]
    yield from _twice("agencies.toml", "agencies.id", ids)
    if folder.district.police not in ids:
        yield _unknown("district.toml", "police", folder.district.police, ids)
    for number, agency in enumerate(folder.agencies.agencies, start=1):
        if (agency.kind == "municipality") != (agency.municipality is not None):
            what = Said(
                _("“{name}” is a municipality without its code, or another agency with one."), {"name": agency.id}
            )
            remedy = Said(_("Give a municipality, and no other agency, its official code as municipality = 751."))
            yield Fault(what, remedy, file="agencies.toml", key=f"agencies[{number}].municipality")


def _files_and_ids(folder: DistrictFolder, _known: Known) -> Iterator[Fault]:
    named = [(file, body.id) for file, body in folder.bodies.items()]
    named += [(file, area.id) for file, area in folder.areas.items()]
    named += [(file, source.name) for file, source in folder.sources.items()]
    for file, name in named:
        if Path(file).stem != name:
            what = Said(_("The file is called {file}, the thing is called “{name}”."), {"file": file, "name": name})
            yield Fault(what, Said(_("Give the file the thing's name.")), file=file, key="id")


def _bodies(folder: DistrictFolder, known: Known) -> Iterator[Fault]:
    ids = {body.id for body in folder.bodies.values()}
    agencies = {agency.id for agency in folder.agencies.agencies}
    places = _places(folder, known)
    for file, body in folder.bodies.items():
        if not body.covers:
            what = Said(_("“{body}” covers no municipality."), {"body": body.id})
            yield Fault(what, Said(_("Write the codes it works for in covers.")), file=file, key="covers")
        yield from _unknowns(file, "covers", body.covers, places)
        yield from _unknowns(file, "located_in", [body.located_in] if body.located_in else [], places)
        yield from _unknowns(file, "duties", body.duties, known.duties)
        yield from _unknowns(file, "parent", [body.parent] if body.parent else [], ids)
        yield from _unknowns(file, "seats.agency", [seat.agency for seat in body.seats if seat.agency], agencies)
        sitting = [seat.municipality for seat in body.seats if seat.municipality]
        yield from _unknowns(file, "seats.municipality", sitting, places)
        areas = {area.id for area in folder.areas.values()}
        yield from _unknowns(file, "seats.area", [seat.area for seat in body.seats if seat.area], areas)
        yield from _twice(file, "seats.id", [seat.id for seat in body.seats if seat.id])


def _areas(folder: DistrictFolder, known: Known) -> Iterator[Fault]:
    for file, area in folder.areas.items():
        yield from _unknowns(file, "municipality", [area.municipality], _places(folder, known))


def _places(folder: DistrictFolder, known: Known) -> set[int]:
    return set(known.municipalities) | {one.code for one in folder.district.municipalities}


def _sources(folder: DistrictFolder, known: Known) -> Iterator[Fault]:
    for file, source in folder.sources.items():
        yield from _unknowns(file, "mapping", [source.mapping], known.mappings)


def _plans(folder: DistrictFolder, known: Known) -> Iterator[Fault]:
    bodies = {body.id for body in folder.bodies.values()}
    agencies = {agency.id for agency in folder.agencies.agencies}
    for plan in folder.plans:
        yield from _unknowns(plan.file, "body", [plan.document.body], bodies)
        signing = [one.agency for one in plan.document.signatories if one.agency]
        yield from _unknowns(plan.file, "signatories.agency", signing, agencies)
        yield from _sections(plan)
        yield from _focus_lists(plan)
        for file, section in plan.sections.items():
            yield from _focus(file, section, known)
            for commitment in section.commitments:
                yield from _commitment(file, commitment, bodies | agencies, known)


def _sections(plan: PlanFolder) -> Iterator[Fault]:
    numbers = {section.number for section in plan.sections.values()}
    yield from _twice(plan.file, "sections.order", [section.order for section in plan.sections.values()])
    yield from _twice(plan.file, "sections.number", [s.number for s in plan.sections.values() if s.number])
    yield from _twice(plan.file, "focus_area.id", [s.focus_area.id for s in plan.sections.values() if s.focus_area])
    for thing in ("goals", "commitments", "series", "figures"):
        yield from _twice(
            plan.file, f"{thing}.id", [one.id for s in plan.sections.values() for one in getattr(s, thing)]
        )
    for file, section in plan.sections.items():
        parts = len(plan.document.parts)
        if section.part is not None and not 1 <= section.part <= parts:
            what = Said(_("There is no part {part}; the plan has {parts}."), {"part": section.part, "parts": parts})
            yield Fault(what, Said(_("Name the part in plan.toml, or correct the number.")), file=file, key="part")
        yield from _unknowns(file, "under", [section.under] if section.under else [], numbers)


def _focus(file: str, section: Section, known: Known) -> Iterator[Fault]:
    if section.focus_area:
        yield from _unknowns(file, "focus_area.indicators", section.focus_area.indicators, known.indicators)
    named = [goal.indicator for goal in section.goals if goal.indicator]
    yield from _unknowns(file, "goals.indicator", named, known.indicators)


def _commitment(file: str, commitment: Commitment, owners: set[str], known: Known) -> Iterator[Fault]:
    key = f"commitments.{commitment.id}"
    yield from _unknowns(file, f"{key}.owners", commitment.owners, owners)
    yield from _unknowns(
        file, f"{key}.indicator", [commitment.indicator] if commitment.indicator else [], known.indicators
    )


def _focus_lists(plan: PlanFolder) -> Iterator[Fault]:
    numbers = {section.number for section in plan.sections.values()}
    lists = {file: section.focus_list for file, section in plan.sections.items() if section.focus_list}
    named = {one.section for entries in lists.values() for one in entries if one.section}
    for file, entries in lists.items():
        yield from _unknowns(file, "focus_list.section", [one.section for one in entries if one.section], numbers)
    for file, section in plan.sections.items():
        if section.focus_area and section.focus_area.listed != (section.number in named):
            what = Said(_("What is said about a printed list does not agree with the focus lists of the plan."))
            remedy = Said(_("Write the line in focus_list with this section's number, or listed = false."))
            yield Fault(what, remedy, file=file, key="focus_area.listed")


def _origins(folder: DistrictFolder, _known: Known) -> Iterator[Fault]:
    for number, municipality in enumerate(folder.district.municipalities, start=1):
        yield from _origin(folder, "district.toml", f"municipalities[{number}].origin", municipality.origin)
    for number, agency in enumerate(folder.agencies.agencies, start=1):
        yield from _origin(folder, "agencies.toml", f"agencies[{number}].origin", agency.origin)
    for file, body in folder.bodies.items():
        yield from _origin(folder, file, "origin", body.origin)
        for number, seat in enumerate(body.seats, start=1):
            if seat.origin:
                yield from _origin(folder, file, f"seats[{number}].origin", seat.origin)
    for file, area in folder.areas.items():
        yield from _origin(folder, file, "origin", area.origin)
    for file, source in folder.sources.items():
        yield from _origin(folder, file, "origin", source.origin)
    for plan in folder.plans:
        for number, signatory in enumerate(plan.document.signatories, start=1):
            yield from _origin(folder, plan.file, f"signatories[{number}].origin", signatory.origin)


def _origin(folder: DistrictFolder, file: str, key: str, origin: Origin) -> Iterator[Fault]:
    if origin.plan is None:
        return
    plan = next((plan for plan in folder.plans if plan.document.year == origin.plan), None)
    sections = list(plan.sections.values()) if plan else []
    on_cover = plan is not None and plan.document.cover is not None and origin.heading == COVER and not origin.section
    if not on_cover and not any(_is_called(section, origin) for section in sections):
        what = Said(
            _("The plan of {year} has no section “{section}” with the heading “{heading}”."),
            {"year": origin.plan, "section": origin.section, "heading": origin.heading},
        )
        yield Fault(what, Said(_("Name a section that the folder has.")), file=file, key=key)


def _is_called(section: Section, origin: Origin) -> bool:
    headings = {section.heading.da, section.heading.en, *section.printed_as}
    return section.number == origin.section and origin.heading in headings


def _unknowns(file: str, key: str, names: Iterable[object], known: Iterable[object]) -> Iterator[Fault]:
    known = set(known)
    yield from (_unknown(file, key, name, known) for name in names if name not in known)


def _unknown(file: str, key: str, name: object, known: Iterable[object]) -> Fault:
    some = ", ".join(sorted(str(one) for one in known)[:8]) or "–"
    what = Said(_("“{name}” is not known here."), {"name": name})
    return Fault(what, Said(_("Known are, among others: {some}."), {"some": some}), file=file, key=key)


def _twice(file: str, key: str, values: Iterable[object]) -> Iterator[Fault]:
    for value, count in Counter(values).items():
        if count > 1:
            what = Said(_("“{value}” stands {count} times."), {"value": value, "count": count})
            yield Fault(what, Said(_("Each may stand once.")), file=file, key=key)
