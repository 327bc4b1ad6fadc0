"""Moving a case to its next stage, or ending it: what stands in the way and what it means, before the click."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.engine.declaration import FIELDS, NOTHING, UNNAMED, Clock, Outcome, Stage
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.keeping import keeping
from samvirke.desks.casework.queries.next_stages import Next, next_stages
from samvirke.desks.casework.register import case_type
from samvirke.doors.web.casework.chart import lasts
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, frame, opened, version_in, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.case_end import move_on
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

CROSSES = {
    NOTHING: _("Nothing crosses to another agency there."),
    UNNAMED: _("Only what names nobody crosses to another agency there."),
    FIELDS: _("Single fields cross to another agency there, by disclosure."),
}
TOLD = {
    "taken-up": _("Whoever referred it is told: it was taken up."),
    "already-known": _("Whoever referred it is told: it was known already."),
    "passed-on": _("Whoever referred it is told: it was passed on."),
    "not-taken-up": _("Whoever referred it is told: it was not taken up."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def _move(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """Every stage that may follow; sent, the case goes there, and may be gone where the outcome erases it."""
    view = opened(request, district, case_id)
    if request.method != "POST":
        return _page(request, view)
    sent = request.POST
    try:
        outcome, version = sent.get("outcome", ""), version_in(request)
        stays = move_on(request.actor, case=view.case, to=sent.get("to", ""), version=version, outcome=outcome)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, view, wrong_in(request, refusal, f"to-{sent.get('to', '')}"), status=422)
    return redirect("cases-case", district.pk, case_id) if stays else redirect("cases", district.pk)


show = page("casework.see-types")(_move)


def _page(request: Asked, view: CaseView, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    found = next_stages(request.actor, view)
    if not found and status == 200:
        raise Http404
    entered = entered_periods(view.case.district_id, view.case.type, view.case.owner_id)
    context = frame(request, view) | {
        "wrong": wrong,
        "ways": [
            _way(request, view, one, entered(f"stage:{one.stage.name}")) for one in found if not one.stage.outcomes
        ],
        "ends": [_ending(request, view, one.stage) for one in found if one.stage.outcomes],
    }
    return render(request, "web/case_move.html", context, status=status)


def _way(request: Asked, view: CaseView, one: Next, entered: int | None) -> dict[str, Any]:
    speech = request.speech
    today_stage = next((there for there in case_type(view.case.type).stages if there.name == one.stage.name), one.stage)
    soft = isinstance(one.stage.clock, Clock) and one.stage.clock.soft
    lasting = lasts(speech, one.stage, view.form, entered)
    return {
        "name": one.stage.name,
        "title": speech.say(one.stage.title),
        "obstacles": [said.text(speech.language) for said in one.obstacles],
        "lasts": speech.say(_("{time}, as far as possible"), time=lasting) if soft and lasting else lasting,
        "crosses": speech.say(CROSSES[today_stage.crosses]),
        "form": f"to-{one.stage.name}",
    }


def _ending(request: Asked, view: CaseView, stage: Stage) -> dict[str, Any]:
    return {
        "name": stage.name,
        "title": request.speech.say(stage.title),
        "form": f"to-{stage.name}",
        "outcomes": [_outcome(request, view, one) for one in stage.outcomes],
    }


def _outcome(request: Asked, view: CaseView, one: Outcome) -> dict[str, Any]:
    """What it means: what is left of the case, until when, and what the sender of a referral learns."""
    speech = request.speech
    means = []
    if one.erases:
        means.append(speech.say(_("Everything in the case is erased at once; only a count remains.")))
    else:
        until = keeping(request.actor, view.case, today(), one.name).until
        kept = Said(_("The case is kept until {day}."), {"day": speech.day(until, year=True)}) if until else None
        means.append((kept or Said(_("The case is kept until the district enters a period."))).text(speech.language))
    if getattr(view.case, "came_from", None) is not None:
        means.append(speech.say(TOLD[one.told]))
    return {"name": one.name, "title": speech.say(one.title), "means": means}
