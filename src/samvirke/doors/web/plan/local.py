"""Action plans and SSP plans of the local councils: which is in force, until when, and the form that begins one."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import ACTION, IN_FORCE, SSP
from samvirke.desks.plan.queries.plans import local_plans
from samvirke.desks.plan.reading.limits import MOST_BYTES
from samvirke.desks.plan.reading.read import read_bytes
from samvirke.doors.web.plan.beginning import sent_file
from samvirke.doors.web.plan.room import KINDS, NOTHING_WRONG, Wrong, stage_said, whole, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.plan_begin import SSP_DUTY, begin
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@page("plan.see")
def local(request: Asked, district: District) -> HttpResponse:
    """Every local council with its plans; begin the next one."""
    if request.method != "POST":
        return render(request, "web/plan_local.html", _shown(request, district, NOTHING_WRONG))
    try:
        plan = _begun(request, district)
    except NotAllowed:
        raise
    except Refused as refusal:
        context = _shown(request, district, wrong_in(request, refusal))
        return render(request, "web/plan_local.html", context, status=422)
    return redirect("plan-read-items" if plan.read_from else "plan-draft", district.pk, plan.pk)


def _begun(request: Asked, district: District) -> Plan:
    body = _councils(district).filter(pk=request.POST.get("body", "")).select_related("district").first()
    kind, year, until = request.POST.get("kind", ""), whole(request, "year"), whole(request, "until")
    if body is None or kind not in (ACTION, SSP):
        raise Refused.because(_("It is not said for which local council."), _("Choose one."))
    if not 1990 <= year <= 2100 or (until and not year <= until <= year + 10):
        raise Refused.because(_("The years do not fit."), _("Write the first year and the last."))
    if "file" not in request.FILES:
        return begin(request.actor, body=body, year=year, kind=kind, until=until or None)
    name, content = sent_file(request)
    draft, digest = read_bytes(name, content), hashlib.sha256(content).hexdigest()
    return begin(request.actor, body=body, year=year, kind=kind, until=until or None, read=draft, sha256=digest)


def _councils(district: District) -> Any:
    return Body.objects.filter(district=district, kind="local-council").order_by("pk")


def _shown(request: Asked, district: District, wrong: Wrong) -> dict[str, Any]:
    speech = request.speech
    held = list(local_plans(request.actor, district.pk))
    bodies = list(_councils(district))
    first = bodies[0] if bodies else None
    return {
        "district": district,
        "wrong": wrong,
        "may_begin": first is not None and may(request.actor, "plan.begin", first),
        "year": today().year,
        "most": MOST_BYTES // 1_000_000,
        "kinds": [(kind, speech.say(KINDS[kind])) for kind in (ACTION, SSP)],
        "councils": [
            {
                "id": body.pk,
                "name": body.words.text(speech.language),
                "ssp": SSP_DUTY in body.duties,
                "plans": [_plan(request, one, held) for one in held if one.body_id == body.pk],
                **_in_force([one for one in held if (one.body_id, one.kind) == (body.pk, ACTION)]),
            }
            for body in bodies
        ],
    }


def _in_force(plans: list[Plan]) -> dict[str, Any]:
    """Whether an action plan is in force this year, and the year from which the next one is."""
    held = [one for one in plans if one.stage in IN_FORCE]
    return {
        "in_force": any(one.year <= today().year <= one.last_year for one in held),
        "from_year": min((one.year for one in held if one.year > today().year), default=0),
    }


def _plan(request: Asked, one: Plan, held: list[Plan]) -> dict[str, Any]:
    later = [each for each in held if (each.body_id, each.kind) == (one.body_id, one.kind) and each.year > one.year]
    replaced = one.stage in IN_FORCE and any(each.stage in IN_FORCE and each.year <= today().year for each in later)
    return {
        "id": one.pk,
        "kind": request.speech.say(KINDS[one.kind]),
        "years": str(one.year) if one.year == one.last_year else f"{one.year}–{one.last_year}",
        "stage": stage_said(request, one, replaced),
    }
