"""Begins a district's plan from a file that was read; what was found waits there for a person."""

from __future__ import annotations

import hashlib

from samvirke.desks.plan.models.plan import COOPERATION
from samvirke.desks.plan.queries.plans import plan_in_force
from samvirke.desks.plan.reading.draft import Draft
from samvirke.doors.cli.installation import operator
from samvirke.foundation.fault import Refused
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.handovers.plan_begin import begin
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor


def begun_from(
    draft: Draft, content: bytes, year: int, district_id: str, kind: str = COOPERATION, council_id: str = ""
) -> tuple[str, int]:
    """The id of the new draft, and how many items wait. Raises `Refused` for a district or council not there.

    A plan of another `kind` is the one of a local council, named by its id.
    """
    actor = operator()
    district = _district(district_id)
    body = _council(actor, district) if kind == COOPERATION else _local_council(district, council_id)
    plan = begin(actor, body=body, year=year, kind=kind, read=draft, sha256=hashlib.sha256(content).hexdigest())
    return plan.pk, plan.read_items.count()


def _council(actor: Actor, district: District) -> Body:
    held = plan_in_force(actor, district.pk)
    council = Body.objects.filter(district=district, kind="district-council").order_by("pk").first()
    body = held.body if held else council
    if body is None:
        what = Said(_("{district} has no district council."), {"district": district.words})
        raise Refused.because(what, _("Load the folder of the district first."))
    return body


def _local_council(district: District, wanted: str) -> Body:
    known = {one.pk: one for one in Body.objects.filter(district=district, kind="local-council").order_by("pk")}
    if not wanted:
        names = Said(_("Name it with --council: {names}."), {"names": ", ".join(known) or "–"})
        raise Refused.because(_("It is not said for which local council."), names)
    if wanted not in known:
        what = Said(_("There is no local council called “{name}”."), {"name": wanted})
        raise none_such(what, wanted, list(known))
    return known[wanted]


def _district(wanted: str) -> District:
    """The district of that id; without one, the only one there is."""
    known = list(District.objects.order_by("pk"))
    if not wanted and len(known) == 1:
        return known[0]
    if not wanted:
        names = ", ".join(one.pk for one in known)
        raise Refused.because(
            _("It is not said for which district."), Said(_("Name it with --district: {names}."), {"names": names})
        )
    found = next((one for one in known if one.pk == wanted), None)
    if found is None:
        what = Said(_("There is no district called “{name}”."), {"name": wanted})
        raise none_such(what, wanted, [one.pk for one in known])
    return found
