"""The consultation of a draft: whom it was sent to, until when, what they said and what came of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse

from samvirke.desks.plan.commands.answer import answer, enter_answer, take_up
from samvirke.desks.plan.commands.consult import close_consultation
from samvirke.desks.plan.models import Consultation, Consulted, Plan
from samvirke.doors.web.plan.room import Wrong, answered, found, frame, needed_day, whole
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.handovers.plan_told import send_out
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Agency

OUTCOMES = {
    "taken-up": _("Taken up"),
    "partly": _("Partly taken up"),
    "not-taken-up": _("Left out"),
    "noted": _("Noted"),
}


@page("plan.see")
def consultation(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """Open a round, answer, enter answers, say how each was taken up, end the round."""
    plan = found(request, district, plan_id)
    deeds = {"open": _open, "close": _close, "answer": _answer, "enter": _enter, "take-up": _take_up}
    to = ("plan-consultation", district.pk, plan.pk)
    return answered(request, plan, "web/plan_consultation.html", _shown, deeds, to)


def _open(request: Asked, plan: Plan) -> None:
    wanted = request.POST.getlist("agencies")
    agencies = list(Agency.objects.filter(pk__in=wanted, districts__district_id=plan.district_id).order_by("pk"))
    send_out(
        request.actor,
        plan=plan,
        agencies=agencies,
        others=request.POST.get("others", "").splitlines(),
        until=needed_day(request, "until"),
        version=whole(request, "version"),
    )


def _close(request: Asked, plan: Plan) -> None:
    one = plan.consultations.filter(closed_on__isnull=True).first()
    if one is None:
        raise Http404
    close_consultation(request.actor, plan=plan, consultation=one)


def _answer(request: Asked, plan: Plan) -> None:
    text, version = request.POST.get("text", ""), whole(request, "version")
    answer(request.actor, plan=plan, asked=_asked(request, plan), text=text, version=version)


def _enter(request: Asked, plan: Plan) -> None:
    sent = request.POST
    enter_answer(
        request.actor,
        plan=plan,
        asked=_asked(request, plan),
        text=sent.get("text", ""),
        by=sent.get("by", ""),
        version=whole(request, "version"),
    )


def _take_up(request: Asked, plan: Plan) -> None:
    sent = request.POST
    take_up(
        request.actor,
        plan=plan,
        asked=_asked(request, plan),
        outcome=sent.get("outcome", ""),
        how=sent.get("how", ""),
        version=whole(request, "version"),
    )


def _asked(request: Asked, plan: Plan) -> Consulted:
    try:
        wanted = uuid.UUID(request.POST.get("one", ""))
    except ValueError as fault:
        raise Http404 from fault
    one = Consulted.objects.filter(pk=wanted, consultation__plan=plan).first()
    if one is None:
        raise Http404
    return one


def _shown(request: Asked, plan: Plan, wrong: Wrong) -> dict[str, Any]:
    speech = request.speech
    rounds = list(plan.consultations.prefetch_related("consulted__agency"))
    agencies = Agency.objects.filter(districts__district_id=plan.district_id).order_by("kind", "pk")
    return frame(request, plan, "plan-consultation") | {
        "wrong": wrong,
        "may_consult": may(request.actor, "plan.consult", plan),
        "may_open": may(request.actor, "plan.consult", plan)
        and plan.is_open
        and not any(one.closed_on is None for one in rounds),
        "rounds": [_round(request, one, wrong) for one in rounds],
        "agencies": [(one.pk, one.words.text(speech.language)) for one in agencies],
        "outcomes": [(name, speech.say(title)) for name, title in OUTCOMES.items()],
        "earliest": today().isoformat(),
    }


def _round(request: Asked, one: Consultation, wrong: Wrong) -> dict[str, Any]:
    speech, rows = request.speech, list(one.consulted.all())
    late = one.closed_on is None and one.until < today()
    return {
        "open": one.closed_on is None,
        "late": late,
        "opened": speech.day(one.opened_on, year=True),
        "until": speech.day(one.until, year=True),
        "closed": speech.day(one.closed_on, year=True) if one.closed_on else "",
        "asked": len(rows),
        "came": sum(bool(row.answer) for row in rows),
        "rows": [_row(request, row, one, wrong) for row in rows],
    }


def _row(request: Asked, row: Consulted, one: Consultation, wrong: Wrong) -> dict[str, Any]:
    speech = request.speech
    typed = wrong.typed if wrong.typed.get("one") == str(row.pk) else {}
    return {
        "id": row.pk,
        "version": row.version,
        "name": row.agency.words.text(speech.language) if row.agency else row.name,
        "answer": row.answer,
        "by": row.answered_by,
        "on": speech.day(row.answered_on, year=True) if row.answered_on else "",
        "outcome": speech.say(OUTCOMES[row.outcome]) if row.outcome else "",
        "taken_up": row.taken_up,
        "again": wrong.form if typed else "",
        "typed": typed.get("text", row.answer),
        "typed_by": typed.get("by", ""),
        "typed_how": typed.get("how", row.taken_up),
        "mine": row.agency_id in request.actor.agencies and one.closed_on is None,
    }
