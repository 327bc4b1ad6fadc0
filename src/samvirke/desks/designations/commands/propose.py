"""Proposes a place to be named for something, or changes what is proposed."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.designations.engine.kind import MUNICIPALITY, Kind
from samvirke.desks.designations.engine.ready import MISSING
from samvirke.desks.designations.facts.allowed import refuse_unless_theirs
from samvirke.desks.designations.facts.as_it_is_now import as_it_is_now
from samvirke.desks.designations.facts.geometry import drawn
from samvirke.desks.designations.facts.homes import refuse_one_home
from samvirke.desks.designations.facts.practice import practice_of
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import PROPOSED
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import Area, District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Proposal:
    """What is proposed: the place by name and drawing, what for, and by which rule.

    `drawing` are corners or GeoJSON; `homes` is how many homes lie there, where the kind asks. Where the rule is the
    municipality's own, `criterion` may be empty.
    """

    municipality: Municipality
    name: str
    shape: str
    drawing: str = ""
    purpose: str = ""
    criterion: str = ""
    homes: int | None = None
    area: Area | None = None


@command("designations.propose", on="district")
def propose(actor: Actor, *, district: District, kind: str, proposal: Proposal, invented: bool = False) -> Designation:
    """Write it as proposed; nothing is in force yet. Raises `Refused` for what cannot be a place of this kind."""
    declared = kind_called(kind)
    refuse_unless_theirs(actor, district, declared.proposed_by, proposal.municipality.pk)
    made = Designation.objects.create(
        district=district,
        kind=kind,
        is_open=not declared.closed,
        proposed_on=today(),
        proposed_by_id=actor.account,
        invented=invented,
        **_facts(district, declared, proposal),
    )
    note(made, kind=kind)
    return made


@command("designations.propose", on="district")
def change_proposal(
    actor: Actor, *, district: District, designation: Designation, version: int, proposal: Proposal
) -> Designation:
    """Propose it otherwise, before it is named. Raises `Refused` like `propose`, and when somebody was first."""
    there = as_it_is_now(designation, version, PROPOSED)
    if there.district_id != district.pk:
        raise Refused.because(_("The place lies in another district."), _("Reload the page."))
    declared = kind_called(there.kind)
    for place in {there.municipality_id, proposal.municipality.pk}:
        refuse_unless_theirs(actor, district, declared.proposed_by, place)
    for name, value in _facts(district, declared, proposal).items():
        setattr(there, name, value)
    there.version += 1
    there.save()
    note(there, kind=there.kind)
    return there


def _facts(district: District, kind: Kind, proposal: Proposal) -> dict[str, object]:
    if proposal.municipality.district_id != district.pk:
        raise Refused.because(_("The municipality lies in another district."), _("Choose one from the list."))
    if proposal.area is not None and proposal.area.district_id != district.pk:
        raise Refused.because(_("The place lies in another district."), _("Choose one from the list."))
    if not proposal.name.strip():
        raise Refused.because(_("The place has no name."), _("Write the name that people use."))
    refuse_if_too_long(Designation, name=proposal.name)
    if proposal.shape not in kind.shapes:
        raise Refused.because(_("Such a place does not have this shape."), _("Choose another shape."))
    if kind.has_purpose and not proposal.purpose.strip():
        raise Refused.because(*MISSING["purpose"])
    found = drawn(district, proposal.municipality, proposal.shape, proposal.drawing)
    if kind.homes:
        refuse_one_home(proposal.homes, found.size if found.shape != "point" else None)
    return {
        "municipality": proposal.municipality,
        "area": proposal.area,
        "name": proposal.name.strip(),
        "purpose": proposal.purpose.strip(),
        "criterion": _criterion(kind, district, proposal),
        "shape": found.shape,
        "geometry": found.geojson if found.shape != MUNICIPALITY else "",
        "homes": proposal.homes if kind.homes else None,
    }


def _criterion(kind: Kind, district: District, proposal: Proposal) -> str:
    if not kind.criterion_is_local:
        return proposal.criterion.strip()
    local = practice_of(kind, district.pk, proposal.municipality.pk).criterion
    if not local:
        what = Said(
            _("Nobody has entered by which rule {municipality} names such places."),
            {"municipality": proposal.municipality.name},
        )
        raise Refused.because(what, _("Let the secretariat enter the municipality's own rule first: the rules differ."))
    return "\n".join(filter(None, (local, proposal.criterion.strip())))
